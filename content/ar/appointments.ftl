### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### One appointment.

# $person: with whom; $language: of the interpreter; $interpreter: booked, asked for or needed; $answer: what was answered
appointments-appointment =
    📅 { $what } مع { $person }.
    | 📅 { $what }.
    يوم { $weekday } { $date }، من { $from } إلى { $to }.
    | يوم { $weekday } { $date }، الساعة { $from }.
    📍 { $place }.
    | 📍 الشخص المسؤول عنك يعرف المكان.
    الترجمة الشفوية، { $language }: { $interpreter }.
    الرجاء إحضار: { $bring }.
    { $answer }
    آخر تحديث: { $asof }.
    { $newer }
    .come = ✅ سأحضر
    .other = 🔁 وقت آخر
    .cannot = 🙋 لا أستطيع الحضور
    .interpreter = 🗣 ترجمة شفوية
    .map = 📍 الخريطة
    .call = ☎ اتصال

appointments-appointment--cancelled =
    ❌ { $what }، يوم { $weekday } { $date }، الساعة { $from }: تم الإلغاء.
    الرجاء عدم الحضور.
    آخر تحديث: { $asof }.
    { $newer }

# $person: with whom; the old time stays until there is a new one
appointments-other =
    أي وقت أفضل؟
    سيصلك موعد جديد من { $person }.
    | سيصلك موعد جديد من الشخص المسؤول عنك.
    يبقى الموعد القديم حتى ذلك الحين.
    .am = 🌅 الصباح
    .pm = ☀ بعد الظهر
    .callback = ☎ الاتصال بي

appointments-cannot =
    لا يمكنك الحضور يوم { $weekday } { $date }، الساعة { $from }؟
    سيصل ذلك إلى { $person }.
    | سيصل ذلك إلى الشخص المسؤول عنك.
    لا حاجة إلى ذكر السبب.
    .yes = ✅ نعم، إيصال ذلك
    .other = 🔁 وقت آخر
    .no = ⬅ لا

# What was answered: "saved" before it has arrived, "known" once it has
answer-come-saved = ✅ الحضور: سأوصل ذلك.
answer-come-known =
    ✅ وصل خبر حضورك إلى { $person }.
    | ✅ وصل خبر حضورك إلى البلدية.
answer-other-saved = 🔁 وقت آخر: سأوصل ذلك.
answer-other-known =
    🔁 وصل طلب وقت آخر إلى { $person }.
    | 🔁 وصل طلب وقت آخر إلى البلدية.
answer-cannot-saved = 🙋 لا يمكنك الحضور: سأوصل ذلك.
answer-cannot-known =
    🙋 وصل خبر عدم حضورك إلى { $person }.
    | 🙋 وصل خبر عدم حضورك إلى البلدية.
