### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Tasks: list, task, steps, done, help.

tasks-list =
    { count-tasks }.
    Most urgent first:
    { $line1 }
    { $line2 }
    { $line3 }
    { $unreadable }
    As of { $asof }.
    { $newer }
    .task = { $n }
    .done = ✔ Done ones
    .more = ▶ More

tasks-list--none =
    No tasks now.
    { $unreadable }
    As of { $asof }.
    { $newer }

# $task: title; $given_by: who gave it
tasks-task =
    ✅ { $task }.
    Why: { $why }.
    Until { $weekday } { $date }.
    From: { $given_by }.
    | From: your municipality.
    As of { $asof }.
    { $newer }
    .did = ✅ I did it
    .steps = 🪜 Steps
    .help = 🙋 I need help

# The task is done already
tasks-task--done =
    ✔ { $task }.
    You did this on { $date }.
    | You did this.
    As of { $asof }.
    { $newer }

tasks-steps =
    🪜 { $task }:
    1 { $step1 }
    2 { $step2 }
    3 { $step3 }
    4 { $step4 }
    .did = ✅ I did it
    .help = 🙋 I need help

tasks-done =
    👏 Done.
    { $given_by } can see it.
    | Your municipality can see it.
    You need not send a paper; show it at the desk if asked.
    .undo = ↩ Not done yet
    .next = ✅ Next task

tasks-done--saved =
    👏 Done.
    Saved at { $time }.
    I pass it on as soon as possible.
    You need not send a paper; show it at the desk if asked.

tasks-finished =
    ✔ You did:
    { $line1 }
    { $line2 }
    { $line3 }
    .task = { $n }
    .more = ▶ More

tasks-finished--none = Nothing here yet.

tasks-help =
    Who shall help you with “{ $task }”?
    .caseworker = 🧑 { $caseworker }, municipality
