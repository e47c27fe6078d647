### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Messages that come by themselves. A message is level 1 (day, time, place; no name, organisation or programme);
### "--full" is level 2. Never the words in content/forbidden.toml.

push-signal = 📩 There is something new for you.
    .open = 👁 Open

push-superseded = 🔁 Changed, see below.

push-lesson-reminder =
    ⏰ { $weekday } { $date } { $from }, { $place }.
    | ⏰ { $weekday } { $date } { $from }.
    .map = 📍 Map
    .absence = 🙋 I cannot come

push-lesson-reminder--full =
    { $icon } { $what }: { $weekday } { $date } { $from }–{ $to }, { $place }.
    | { $icon } { $what }: { $weekday } { $date } { $from }–{ $to }.
    Room { $room }.
    Bring: { $bring }.

push-lesson-cancelled =
    ❌ { $weekday } { $date } { $from } is cancelled.
    Do not come.
    Next: { $next }.
    | Your school tells you the next day.
    .ack = 👍 I understand

push-lesson-cancelled--full =
    ❌ { $weekday } { $date } { $from } is cancelled.
    Do not come.
    Next: { $next }.
    | Your school tells you the next day.
    { $what }, { $school }.
    | { $what }.

push-lesson-moved =
    🔁 Not { $old }.
    New: { $weekday } { $date } { $from }, { $place }.
    | New: { $weekday } { $date } { $from }.
    .ack = 👍 I understand
    .absence = 🙋 I cannot come

push-lesson-moved--full =
    🔁 Not { $old }.
    New: { $weekday } { $date } { $from }, { $place }.
    | New: { $weekday } { $date } { $from }.
    Room { $room }.
    { $what }, { $school }.
    | { $what }.

push-lesson-on =
    ✅ { $weekday } { $date } { $from } is on again, { $place }.
    | ✅ { $weekday } { $date } { $from } is on again.
    .ack = 👍 I understand
    .absence = 🙋 I cannot come

push-lesson-on--full =
    ✅ { $weekday } { $date } { $from } is on again, { $place }.
    | ✅ { $weekday } { $date } { $from } is on again.
    { $what }, { $school }.
    | { $what }.

push-lesson-room =
    📍 { $weekday } { $from }: other place.
    Now { $place }.
    | Ask the school where.
    Room { $room }.
    .ack = 👍 I understand
    .map = 📍 Map

push-lesson-room--full =
    📍 { $weekday } { $from }: other place.
    Now { $place }.
    | Ask the school where.
    Room { $room }.
    { $what }.

push-lesson-online =
    💻 { $weekday } { $date } { $from } is online.
    Do not travel.
    Join as your school told you.
    .ack = 👍 I understand
    .online = ❓ How?

push-lesson-online--full =
    💻 { $weekday } { $date } { $from } is online.
    Do not travel.
    Join as your school told you.
    { $what }.

push-task-new =
    ✅ There is a new task.
    Until { $date }.
    .open = 👁 Open

push-task-new--full =
    ✅ New task: { $task }.
    | ✅ There is a new task.
    Until { $date }.

push-appointment =
    📅 Appointment { $weekday } { $date } { $from }, { $place }.
    | 📅 Appointment { $weekday } { $date } { $from }.
    .come = ✅ I come
    .other = 🔁 Other time
    .open = 👁 Open
    .ack = 👍 I understand

push-appointment--full =
    📅 Appointment { $weekday } { $date } { $from }, { $place }.
    | 📅 Appointment { $weekday } { $date } { $from }.
    With { $person }.

push-appointment-moved =
    🔁 Appointment: not { $old }.
    New: { $weekday } { $date } { $from }, { $place }.
    | New: { $weekday } { $date } { $from }.
    .come = ✅ I come
    .other = 🔁 Other time
    .open = 👁 Open
    .ack = 👍 I understand

push-appointment-moved--full =
    🔁 Appointment: not { $old }.
    New: { $weekday } { $date } { $from }, { $place }.
    | New: { $weekday } { $date } { $from }.
    With { $person }.

push-appointment-cancelled =
    ❌ Appointment { $weekday } { $date } { $from } is cancelled.
    Do not come.
    .ack = 👍 I understand

push-appointment-cancelled--full =
    ❌ Appointment { $weekday } { $date } { $from } is cancelled.
    Do not come.
    With { $person }.

# $short, $full: the template chosen by the caseworker; $addition: free words
push-reminder = { $short }
    .ack = 👍 I understand

push-reminder--full =
    { $full }
    { $addition }

push-answer =
    💬 There is an answer to your question.
    .open = 👁 Open

push-answer--full =
    💬 { $person } answered you.
    | 💬 There is an answer to your question.

push-question =
    💬 There is news about your question.
    .open = 👁 Open

push-question--full =
    💬 There is news about your question to { $person }.
    | 💬 There is news about your question.

push-plan =
    🧭 Your plan has a change.
    Open to see it.
    .open = 👁 Open

push-plan--full =
    🧭 Your plan has a change: { $part }.
    | 🧭 Your plan has a change.
    Open to see it.

push-news =
    📩 There is news.
    Look in your letter or call your contact person.
    .open = 👁 Open

push-digest =
    📋 { $n ->
        [one] There is { $n } new thing.
       *[other] There are { $n } new things.
    }
    .open = 👁 Open

push-digest--full =
    📋 New:
    { $lines }
    More: { $more }.

push-link-ready =
    ✅ It is ready.
    Tap to begin.
    .begin = ▶ Begin

push-link-ended =
    This chat is closed.
    Your contact person can tell you more.
