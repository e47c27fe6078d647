### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Taken: lijst, taak, stappen, gedaan, hulp.

tasks-list =
    { count-tasks }.
    Het eerste bovenaan:
    { $line1 }
    { $line2 }
    { $line3 }
    { $unreadable }
    Stand van { $asof }.
    { $newer }
    .task = { $n }
    .done = ✔ Gedaan
    .more = ▶ Meer

tasks-list--none =
    Nu geen taken.
    { $unreadable }
    Stand van { $asof }.
    { $newer }

# $task: de taak; $given_by: van wie
tasks-task =
    ✅ { $task }.
    Waarom: { $why }.
    Tot en met { $weekday } { $date }.
    Van: { $given_by }.
    | Van: uw gemeente.
    Stand van { $asof }.
    { $newer }
    .did = ✅ Ik heb het gedaan
    .steps = 🪜 Stappen
    .help = 🙋 Ik wil hulp

# De taak is al gedaan
tasks-task--done =
    ✔ { $task }.
    U deed dit op { $date }.
    | U hebt dit gedaan.
    Stand van { $asof }.
    { $newer }

tasks-steps =
    🪜 { $task }:
    1 { $step1 }
    2 { $step2 }
    3 { $step3 }
    4 { $step4 }
    .did = ✅ Ik heb het gedaan
    .help = 🙋 Ik wil hulp

tasks-done =
    👏 Gedaan.
    { $given_by } kan het zien.
    | Uw gemeente kan het zien.
    U hoeft geen papier te sturen; laat het zien bij de balie als iemand erom vraagt.
    .undo = ↩ Nog niet gedaan
    .next = ✅ Volgende taak

tasks-done--saved =
    👏 Gedaan.
    Bewaard om { $time }.
    Ik geef het zo snel mogelijk door.
    U hoeft geen papier te sturen; laat het zien bij de balie als iemand erom vraagt.

tasks-finished =
    ✔ U deed:
    { $line1 }
    { $line2 }
    { $line3 }
    .task = { $n }
    .more = ▶ Meer

tasks-finished--none = Hier is nog niets.

tasks-help =
    Wie mag u helpen met “{ $task }”?
    .caseworker = 🧑 { $caseworker }, gemeente
