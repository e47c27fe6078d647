### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### The plan: overview, parts, exams, dates, who acts.

# $dated_on: date of the plan; $last_day: last day of the term; $done, $now, $later: names of parts
plan-overview =
    🧭 Your plan of { $dated_on }.
    Route: { $route }.
    Last day: { $last_day }.
    ✔ Done: { $done }.
    ▶ Now: { $now }.
    ⏳ Later: { $later }.
    { $unreadable }
    As of { $asof }.
    { $newer }
    .parts = 🧩 Parts
    .dates = ⏳ Dates
    .who = 👉 Who acts?
    .about = 📄 What is this?

plan-overview--none =
    There is no plan here yet.
    I write when it is there.
    { $unreadable }
    As of { $asof }.
    { $newer }

plan-parts = Choose a part of your plan.
    .language = 📚 Dutch
    .knm = 📗 Knowing the country (KNM)
    .pvt = 🤝 Taking part (PVT)
    .map = 🛠 Work module (MAP)
    .participation = 🙌 Participation
    .literacy = 📖 Reading and writing
    .bridging = 📚 Dutch and preparing for school
    .exams = 📝 Exams
    .more = ▶ More

plan-parts--none = Nothing here yet.

# $hours of $target: lesson hours; $unknown: said where hours are not known; $level: level per skill
plan-part =
    { $icon } { $part }.
    With: { $provider }.
    { $hours } of { $target } hours, known until { $known_until }.
    | { $hours } hours, known until { $known_until }.
    | { $unknown }
    Reported by: { $reporter }.
    Level: { $level }.
    Now: { $now }.
    Next: { $next }.
    👉 Who acts: { $who }.
    As of { $asof }.
    { $newer }
    .lessons = 📚 Lessons
    .person = 🧑 Contact
    .explain = ❓ What is this?

# $meaning: what it is; $dutch: the Dutch word in letters
plan-explain =
    ❓ { $part }: { $meaning }.
    In letters it is called “{ $dutch }”.
    .person = 🧑 Contact

plan-exams =
    📝 Your exams:
    { $exam_lines }
    👉 Who acts: { $who }.
    As of { $asof }.
    { $newer }
    .day = 📅 Exam day
    .explain = ❓ What is this?

plan-exams--none = No exams in your plan yet.

plan-dates =
    ⏳ Your dates:
    { $date1 }: { $what1 }
    { $date2 }: { $what2 }
    { $date3 }: { $what3 }
    Last day: { $last_day }.
    As of { $asof }.
    { $newer }
    .later = ➕ Later

plan-dates--none =
    No dates yet.
    Last day: { $last_day }.
    As of { $asof }.
    { $newer }

# $you, $mun, $school, $duo: what each does next
plan-who =
    👉 You: { $you }.
    | 👉 You: nothing now.
    👉 { $municipality }: { $mun }.
    | 👉 { $municipality }: nothing now.
    👉 School: { $school }.
    | 👉 School: nothing now.
    👉 DUO: { $duo }.
    | 👉 DUO: nothing now.
    .ask = 🙋 Ask about this

plan-about =
    The letter of { $dated_on } is the real decision.
    Here you see what it says.
    You do not agree?
    The letter tells how.
    { $caseworker } can explain.
    | Your contact person can explain.
    .call = ☎ Call
