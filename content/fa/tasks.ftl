### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Tasks: list, task, steps, done, help.

tasks-list =
    { count-tasks }.
    فوری‌ترین اول:
    { $line1 }
    { $line2 }
    { $line3 }
    { $unreadable }
    اطلاعات تا { $asof }.
    { $newer }
    .task = { $n }
    .done = ✔ انجام‌شده‌ها
    .more = ▶ بیشتر

tasks-list--none =
    حالا کاری نیست.
    { $unreadable }
    اطلاعات تا { $asof }.
    { $newer }

# $task: title; $given_by: who gave it
tasks-task =
    ✅ { $task }.
    دلیل: { $why }.
    تا { $weekday } { $date }.
    از طرف: { $given_by }.
    | از طرف: شهرداری شما.
    اطلاعات تا { $asof }.
    { $newer }
    .did = ✅ انجام دادم
    .steps = 🪜 مرحله‌ها
    .help = 🙋 کمک می‌خواهم

# The task is done already
tasks-task--done =
    ✔ { $task }.
    این را در { $date } انجام دادید.
    | این را انجام دادید.
    اطلاعات تا { $asof }.
    { $newer }

tasks-steps =
    🪜 { $task }:
    1 { $step1 }
    2 { $step2 }
    3 { $step3 }
    4 { $step4 }
    .did = ✅ انجام دادم
    .help = 🙋 کمک می‌خواهم

tasks-done =
    👏 انجام شد.
    { $given_by } می‌تواند آن را ببیند.
    | شهرداری شما می‌تواند آن را ببیند.
    لازم نیست مدرکی بفرستید؛ اگر خواستند، در باجه نشان دهید.
    .undo = ↩ هنوز انجام نشده
    .next = ✅ کار بعدی

tasks-done--saved =
    👏 انجام شد.
    ساعت { $time } ثبت شد.
    هر چه زودتر آن را می‌رسانم.
    لازم نیست مدرکی بفرستید؛ اگر خواستند، در باجه نشان دهید.

tasks-finished =
    ✔ انجام دادید:
    { $line1 }
    { $line2 }
    { $line3 }
    .task = { $n }
    .more = ▶ بیشتر

tasks-finished--none = هنوز چیزی اینجا نیست.

tasks-help =
    چه کسی در «{ $task }» به شما کمک کند؟
    .caseworker = 🧑 { $caseworker }، شهرداری
