### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Tasks: list, task, steps, done, help.

tasks-list =
    { count-tasks }.
    العاجل أولًا:
    { $line1 }
    { $line2 }
    { $line3 }
    { $unreadable }
    آخر تحديث: { $asof }.
    { $newer }
    .task = { $n }
    .done = ✔ المهام المكتملة
    .more = ▶ المزيد

tasks-list--none =
    لا توجد مهام الآن.
    { $unreadable }
    آخر تحديث: { $asof }.
    { $newer }

# $task: title; $given_by: who gave it
tasks-task =
    ✅ { $task }.
    السبب: { $why }.
    حتى يوم { $weekday } { $date }.
    من: { $given_by }.
    | من: بلديتك.
    آخر تحديث: { $asof }.
    { $newer }
    .did = ✅ قمت بذلك
    .steps = 🪜 الخطوات
    .help = 🙋 أحتاج إلى مساعدة

# The task is done already
tasks-task--done =
    ✔ { $task }.
    تم ذلك في { $date }.
    | تم ذلك.
    آخر تحديث: { $asof }.
    { $newer }

tasks-steps =
    🪜 { $task }:
    1 { $step1 }
    2 { $step2 }
    3 { $step3 }
    4 { $step4 }
    .did = ✅ قمت بذلك
    .help = 🙋 أحتاج إلى مساعدة

tasks-done =
    👏 تم.
    يظهر ذلك عند { $given_by }.
    | يظهر ذلك عند بلديتك.
    لا حاجة إلى إرسال ورقة؛ الرجاء إظهارها في مكتب الاستقبال عند الطلب.
    .undo = ↩ لم تكتمل بعد
    .next = ✅ المهمة التالية

tasks-done--saved =
    👏 تم.
    تم الحفظ الساعة { $time }.
    سأوصل ذلك في أقرب وقت.
    لا حاجة إلى إرسال ورقة؛ الرجاء إظهارها في مكتب الاستقبال عند الطلب.

tasks-finished =
    ✔ ما قمت به:
    { $line1 }
    { $line2 }
    { $line3 }
    .task = { $n }
    .more = ▶ المزيد

tasks-finished--none = لا شيء هنا بعد.

tasks-help =
    من يساعدك في «{ $task }»؟
    .caseworker = 🧑 { $caseworker }، البلدية
