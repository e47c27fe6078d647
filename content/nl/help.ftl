### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Hulp, ook voor wie nog geen plan heeft geopend.

help-help =
    Ik kan uw dagen, taken, plan en mensen laten zien.
    Ik ben een programma, geen mens.
    Ik beslis niets.
    Nood: bel 112.
    .ask = 🧑 Vraag een mens
    .tour = ❓ Zo werkt het

help-tour =
    Tik op een knop: ik laat hier het volgende scherm zien.
    ⬅ gaat terug, 🏠 laat vandaag zien.
    U kunt niets kapotmaken.
    Weet u het niet meer?
    Tik op de menuknop.
    .ask = 🧑 Vraag een mens

# $hours: openingstijden van het stadhuis
help-public =
    Ik help mensen van { $municipality } met hun dagen en taken.
    Vragen, telefoon kwijt: bel { $townhall }, ☎ { $phone }.
    Open: { $hours }.
    .language = 🌍 Taal
    .code = 🔢 Ik heb een code

# Er kwam een foto, bestand, sticker, contact of plaats
help-attachment =
    Ik kan geen bestanden bekijken.
    Laat papieren zien bij de balie.
    Zal iemand u bellen?
    .callback = ☎ Ja, bel mij
    .people = 🧑 Mensen

help-attachment--voice =
    Ik kan niet naar berichten luisteren.
    Zal iemand u bellen?

# Er is tekst getypt waar geen scherm om vroeg
help-unknown =
    Dat begreep ik niet.
    Tik op een knop, of vraag een mens.
    .callback = ☎ Bel mij
    .people = 🧑 Mensen
    .now = ❓ Wat nu?

# Voor de derde keer achter elkaar getypt
help-unknown--call =
    Dat begreep ik niet.
    Zal iemand u bellen?
