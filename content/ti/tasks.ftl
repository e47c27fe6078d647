### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Tasks: list, task, steps, done, help.

tasks-list =
    { count-tasks }።
    እቲ ዝያዳ ህጹጽ ይቕድም:
    { $line1 }
    { $line2 }
    { $line3 }
    { $unreadable }
    ሓበሬታ ናይ { $asof }።
    { $newer }
    .task = { $n }
    .done = ✔ ዝተወድኡ
    .more = ▶ ተወሳኺ

tasks-list--none =
    ሕጂ ዕማም የለን።
    { $unreadable }
    ሓበሬታ ናይ { $asof }።
    { $newer }

# $task: title; $given_by: who gave it
tasks-task =
    ✅ { $task }።
    ንምንታይ: { $why }።
    ክሳብ { $weekday } { $date }።
    ካብ: { $given_by }።
    | ካብ: ምምሕዳር ከተማኹም።
    ሓበሬታ ናይ { $asof }።
    { $newer }
    .did = ✅ ገይረዮ
    .steps = 🪜 ስጉምትታት
    .help = 🙋 ሓገዝ የድልየኒ

# The task is done already
tasks-task--done =
    ✔ { $task }።
    ዕለት { $date } ገይርኩምዎ።
    | ገይርኩምዎ።
    ሓበሬታ ናይ { $asof }።
    { $newer }

tasks-steps =
    🪜 { $task }:
    1 { $step1 }
    2 { $step2 }
    3 { $step3 }
    4 { $step4 }
    .did = ✅ ገይረዮ
    .help = 🙋 ሓገዝ የድልየኒ

tasks-done =
    👏 ተወዲኡ።
    { $given_by } ክርእይዎ ይኽእሉ።
    | ምምሕዳር ከተማኹም ክርእዮ ይኽእል።
    ወረቐት ክትሰዱ ኣየድልን፤ እንተተሓቲትኩም ኣብ መቐበሊ ጠረጴዛ ኣርእዩ።
    .undo = ↩ ገና ኣይገበርክዎን
    .next = ✅ ዝቕጽል ዕማም

tasks-done--saved =
    👏 ተወዲኡ።
    ሰዓት { $time } ተዓቂቡ።
    ብዝቐልጠፈ ከመሓላልፎ እየ።
    ወረቐት ክትሰዱ ኣየድልን፤ እንተተሓቲትኩም ኣብ መቐበሊ ጠረጴዛ ኣርእዩ።

tasks-finished =
    ✔ ዝገበርኩምዎ:
    { $line1 }
    { $line2 }
    { $line3 }
    .task = { $n }
    .more = ▶ ተወሳኺ

tasks-finished--none = ኣብዚ ገና ዝኾነ የለን።

tasks-help =
    ኣብ “{ $task }” መን ክሕግዘኩም?
    .caseworker = 🧑 { $caseworker }፣ ምምሕዳር ከተማ
