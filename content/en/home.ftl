### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Today, what now, waiting, more.

# $item1 to $item4: what is on today; $n: open tasks; $due: date of the first one; $asof: time of the data
home-home =
    Today, { $weekday } { $date }:
    { $item1 }
    { $item2 }
    { $item3 }
    { $item4 }
    ✅ { count-tasks }, next until { $due }.
    | ✅ { count-tasks }.
    { $unreadable }
    As of { $asof }.
    { $newer }
    .lessons = 📚 Lessons
    .tasks = ✅ Tasks
    .plan = 🧭 My plan
    .people = 🧑 People
    .more = ⚙ More
    .now = ❓ What now?

# Nothing on today; $next: day, time and place of the next lesson
home-home--free =
    Today, { $weekday } { $date }, is free.
    Next: { $next }.
    ✅ { count-tasks }, next until { $due }.
    | ✅ { count-tasks }.
    { $unreadable }
    As of { $asof }.
    { $newer }

# There is no plan yet
home-home--noplan =
    Today is { $weekday } { $date }.
    Your plan is not ready yet.
    I write when there is something new.
    As of { $asof }.
    { $newer }

# $action: what to do; $minutes: how long it takes
home-now =
    👉 Do this first: { $action }.
    Until { $date }.
    It takes about { count-minutes }.
    .go = ▶ Go
    .help = 🙋 I need help

home-now--nothing = You are up to date.

# $what: what is waited for; $who: who acts; $window: when it is expected; $n: open tasks
home-waiting =
    ⏳ You wait for: { $what }.
    | ⏳ Your municipality prepares the next step.
    👉 Who acts: { $who }.
    Expected: { $window }.
    | The date is not known yet.
    Meanwhile you can do { count-things }.
    As of { $asof }.
    { $newer }
    .tasks = ✅ What can I do?
    .people = 🧑 People
    .plan = 🧭 My plan
    .more = ⚙ More

home-more = What do you need?
    .language = 🌍 Language
    .reminders = 🔔 Reminders
    .privacy = 🔒 Privacy
    .help = ❓ Help
