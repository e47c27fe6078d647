### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Lessons and working days: week, day, lesson, online, changes, absence.

# $day_lines: one line per day with lessons
lessons-week =
    { $from_date } – { $to_date }:
    { $day_lines }
    { $unreadable }
    As of { $asof }.
    { $newer }
    .day = { $weekday }
    .next = ▶ Next week
    .this = ◀ This week

lessons-week--none =
    { $from_date } – { $to_date }:
    No lessons this week.
    Next: { $next }.
    { $unreadable }
    As of { $asof }.
    { $newer }

lessons-week--nogroup =
    You have no group yet.
    I write when there are lessons.
    { $unreadable }
    As of { $asof }.
    { $newer }

# .item and .appointment: one button each
lessons-day =
    { $weekday } { $date }:
    { $item_lines }
    As of { $asof }.
    { $newer }
    .item = { $icon } { $from }
    .appointment = 📅 { $from }

lessons-day--none =
    { $weekday } { $date }:
    Nothing on this day.
    As of { $asof }.
    { $newer }

# $title: own name of the lesson (Dutch); $room: number of the room
lessons-lesson =
    { $icon } { $what }.
    { $title }
    { $weekday } { $date }, { $from }–{ $to }.
    📍 { $address }
    | 📍 Your school knows the place.
    Room { $room }.
    👩‍🏫 { $teacher }.
    Bring: { $bring }.
    As of { $asof }.
    { $newer }
    .map = 📍 Map
    .online = ❓ How?
    .absence = 🙋 I cannot come
    .withdraw = ↩ I can come after all
    .school = ☎ School

lessons-lesson--online =
    { $icon } { $what }.
    { $title }
    { $weekday } { $date }, { $from }–{ $to }.
    💻 Online: do not travel.
    👩‍🏫 { $teacher }.
    Bring: { $bring }.
    As of { $asof }.
    { $newer }

# $how: how to join
lessons-online =
    💻 { $weekday } { $date }, { $from } is online.
    { $how }
    Stay at home.
    I never ask for a code or a password.
    .school = ☎ School

lessons-changes =
    🔁 Changed since your last visit:
    { $line1 }
    { $line2 }
    { $line3 }
    As of { $asof }.
    { $newer }
    .ack = 👍 I understand all
    .week = 📚 My week

lessons-absence =
    You cannot come on { $weekday } { $date }, { $from }?
    The school gets your first name and this lesson.
    You need not say why.
    .yes = ✅ Yes, tell the school
    .no = ⬅ No, I come

lessons-absent =
    ✅ Sent to the school at { $time }.
    The school decides how it counts.
    Next lesson: { $next }.
    | Your school tells you the next day.
    .withdraw = ↩ I can come after all

lessons-absent--saved =
    Saved at { $time }.
    I pass it on as soon as possible.
    The school decides how it counts.
    Next lesson: { $next }.
    | Your school tells you the next day.

lessons-cancelled =
    ❌ { $weekday } { $date }, { $from } is cancelled.
    Do not come.
    Next lesson: { $next }.
    | Your school tells you the next day.
    .ack = 👍 I understand
