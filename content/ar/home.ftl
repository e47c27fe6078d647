### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Today, what now, waiting, more.

# $item1 to $item4: what is on today; $n: open tasks; $due: date of the first one; $asof: time of the data
home-home =
    اليوم، { $weekday } { $date }:
    { $item1 }
    { $item2 }
    { $item3 }
    { $item4 }
    ✅ { count-tasks }، الأولى حتى { $due }.
    | ✅ { count-tasks }.
    { $unreadable }
    آخر تحديث: { $asof }.
    { $newer }
    .lessons = 📚 الدروس
    .tasks = ✅ المهام
    .plan = 🧭 خطتي
    .people = 🧑 الأشخاص
    .more = ⚙ المزيد
    .now = ❓ ماذا الآن؟

# Nothing on today; $next: day, time and place of the next lesson
home-home--free =
    اليوم، { $weekday } { $date }، لا توجد مواعيد.
    التالي: { $next }.
    ✅ { count-tasks }، الأولى حتى { $due }.
    | ✅ { count-tasks }.
    { $unreadable }
    آخر تحديث: { $asof }.
    { $newer }

# There is no plan yet
home-home--noplan =
    اليوم { $weekday } { $date }.
    خطتك ليست جاهزة بعد.
    سأكتب لك عندما يكون هناك جديد.
    آخر تحديث: { $asof }.
    { $newer }

# $action: what to do; $minutes: how long it takes
home-now =
    👉 الرجاء البدء بهذا: { $action }.
    حتى { $date }.
    المدة تقريبًا: { count-minutes }.
    .go = ▶ البدء
    .help = 🙋 أحتاج إلى مساعدة

home-now--nothing = كل شيء مكتمل الآن.

# $what: what is waited for; $who: who acts; $window: when it is expected; $n: open tasks
home-waiting =
    ⏳ في انتظار: { $what }.
    | ⏳ بلديتك تحضّر الخطوة التالية.
    👉 الخطوة التالية عند: { $who }.
    الوقت المتوقع: { $window }.
    | التاريخ ليس معروفًا بعد.
    ما يمكنك عمله الآن: { count-things }.
    آخر تحديث: { $asof }.
    { $newer }
    .tasks = ✅ ماذا يمكنني أن أعمل؟
    .people = 🧑 الأشخاص
    .plan = 🧭 خطتي
    .more = ⚙ المزيد

home-more = كيف يمكنني مساعدتك؟
    .language = 🌍 اللغة
    .reminders = 🔔 التذكير
    .privacy = 🔒 الخصوصية
    .help = ❓ المساعدة
