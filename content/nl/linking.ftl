### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Van een brief of vierkant plaatje (QR) naar het eigen plan.

linking-code =
    Typ de code uit uw brief: 10 letters en cijfers.
    Geen brief?
    Vraag het uw contactpersoon bij de gemeente.
    .where = 📄 Waar staat de code?
    .help = ☎ Hulp

linking-where =
    📄 Kijk op de brief, onder het vierkante plaatje: 10 letters en cijfers.
    Of houd uw camera boven het plaatje.
    .help = ☎ Hulp

linking-year =
    Typ het jaar waarin u geboren bent: 4 cijfers.
    Zo blijft uw plan veilig.
    Ik haal het weg uit deze chat.
    .stop = ❌ Stoppen

# $initial: eerste letter van de voornaam; $caseworker: naam van de contactpersoon
linking-who =
    Bent u dit?
    Uw naam begint met { $initial }.
    Uw contactpersoon is { $caseworker }.
    .yes = ✅ Ja, dat ben ik
    .no = ❌ Dat ben ik niet

linking-waiting =
    Dank u wel.
    { $caseworker } kijkt dit na, meestal binnen één werkdag.
    | Uw contactpersoon kijkt dit na, meestal binnen één werkdag.
    U hoeft niets te doen.
    Ik schrijf u als het klaar is.
    .call =
        ☎ Bel { $caseworker }
        | ☎ Bellen

linking-notme =
    Goed dat u het zegt.
    Er is niets geopend.
    Geef de brief terug aan de gemeente.
    .call = ☎ Bellen

linking-second =
    Op deze telefoon staat al een plan.
    Uw plan is alleen van u: u krijgt een eigen manier.
    Wat wilt u?
    .callback = ☎ Bel mij
    .letter = ✉ Brief

# $townhall: naam van het stadhuis; $phone: het nummer
linking-frozen =
    Dit wordt nagekeken.
    Ik laat nu niets zien.
    Bel { $townhall }: ☎ { $phone }
    .call = ☎ Bellen
