### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Herinneringen: tijden en pauze.

# $when: één van when-evening, when-morning, when-both, when-changes
reminders-reminders =
    🔔 Nu: { $when }.
    Stil: { $quiet_from }–{ $quiet_to }.
    Dringende wijzigingen komen altijd.
    .when = ⏰ Tijden
    .pause = ⏸ Een week pauze

reminders-when = 🔔 Wanneer mag ik u aan de volgende dag herinneren?
    .evening = 🌆 Avond, 19:00
    .morning = 🌅 Ochtend, 07:30
    .both = 🌆🌅 Allebei
    .changes = 🔕 Alleen wijzigingen

reminders-pause =
    ⏸ Stil tot { $weekday } { $date }: er komt niets, ook geen dringende wijzigingen.
    Uw dagen gaan door.
    Kijk hier wanneer u wilt.
    .resume = ▶ Nu verder

when-evening = avond, 19:00
when-morning = ochtend, 07:30
when-both = avond en ochtend
when-changes = alleen wijzigingen
