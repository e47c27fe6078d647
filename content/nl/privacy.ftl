### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Wat te zien is, wat bewaard wordt, stoppen en verwijderen.

privacy-privacy = 🔒 U beslist.
    .level = 📩 Wat mijn scherm toont
    .stored = 📋 Wat bewaard wordt
    .stop = ❌ Stoppen

# $periods: na hoeveel tijd wordt verwijderd
privacy-stored =
    Dit wordt bewaard: taal, keuzes, welk plan van u is, dagen, taken, berichten.
    Geen BSN, geen documenten.
    Verwijderd: { $periods }.
    Telegram bewaart deze chat ook.

periods = vragen na { $conversation }, berichten na { $delivery }, alles { $closed } nadat uw plan sluit
period-days = { $n ->
    [one] { $n } dag
   *[other] { $n } dagen
}

privacy-stop =
    Wat wilt u?
    Uw plan blijft, ook met brieven.
    .pause = ⏸ Pauze
    .letters = ✉ Voortaan brieven
    .delete = 🗑 Stoppen en hier alles verwijderen

privacy-letters =
    ✉ Goed.
    Voortaan brieven en telefoon.
    Voor uw plan verandert er niets.
    Deze chat is nu stil.
    .undo = ↩ Weer berichten hier

privacy-delete =
    🗑 Ik verwijder binnen één minuut alles wat hier over u bewaard is, en de berichten die ik kan verwijderen.
    De gemeente houdt uw dossier.
    Zeker?
    .yes = 🗑 Ja, verwijderen
    .no = ⬅ Nee

# $receipt: nummer van de verwijdering
privacy-deleted =
    Verwijderd om { $time }.
    Bewijs: { $receipt }.
    U kunt deze chat zelf verwijderen: houd hem vast en kies Verwijderen.
    Met een nieuwe code begint u opnieuw.
