### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Today, what now, waiting, more.

# $item1 to $item4: what is on today; $n: open tasks; $due: date of the first one; $asof: time of the data
home-home =
    امروز، { $weekday } { $date }:
    { $item1 }
    { $item2 }
    { $item3 }
    { $item4 }
    ✅ { count-tasks }، اولی تا { $due }.
    | ✅ { count-tasks }.
    { $unreadable }
    اطلاعات تا { $asof }.
    { $newer }
    .lessons = 📚 درس‌ها
    .tasks = ✅ کارها
    .plan = 🧭 برنامه من
    .people = 🧑 افراد
    .more = ⚙ بیشتر
    .now = ❓ حالا چه کنم؟

# Nothing on today; $next: day, time and place of the next lesson
home-home--free =
    امروز، { $weekday } { $date }، آزاد است.
    بعدی: { $next }.
    ✅ { count-tasks }، اولی تا { $due }.
    | ✅ { count-tasks }.
    { $unreadable }
    اطلاعات تا { $asof }.
    { $newer }

# There is no plan yet
home-home--noplan =
    امروز { $weekday } { $date } است.
    برنامه شما هنوز آماده نیست.
    وقتی خبر تازه‌ای باشد، می‌نویسم.
    اطلاعات تا { $asof }.
    { $newer }

# $action: what to do; $minutes: how long it takes
home-now =
    👉 اول این کار را انجام دهید: { $action }.
    تا { $date }.
    حدود { count-minutes } طول می‌کشد.
    .go = ▶ شروع
    .help = 🙋 کمک می‌خواهم

home-now--nothing = حالا همه چیز انجام شده است.

# $what: what is waited for; $who: who acts; $window: when it is expected; $n: open tasks
home-waiting =
    ⏳ منتظر این هستید: { $what }.
    | ⏳ شهرداری شما قدم بعدی را آماده می‌کند.
    👉 قدم بعدی با: { $who }.
    زمان احتمالی: { $window }.
    | تاریخ هنوز معلوم نیست.
    تا آن وقت می‌توانید { count-things } انجام دهید.
    اطلاعات تا { $asof }.
    { $newer }
    .tasks = ✅ چه کاری می‌توانم بکنم؟
    .people = 🧑 افراد
    .plan = 🧭 برنامه من
    .more = ⚙ بیشتر

home-more = چه لازم دارید؟
    .language = 🌍 زبان
    .reminders = 🔔 یادآوری‌ها
    .privacy = 🔒 حریم خصوصی
    .help = ❓ کمک
