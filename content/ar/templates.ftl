### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Reminders a caseworker can send. The message is level 1, "--full" level 2; .title stands in the console.

template-bring-id =
    📅 الرجاء إحضار بطاقة الهوية يوم { $weekday } { $date }، الساعة { $from }، { $place }.
    | 📅 الرجاء إحضار بطاقة الهوية يوم { $weekday } { $date }، الساعة { $from }.
    | 📅 الرجاء إحضار بطاقة الهوية يوم { $weekday } { $date }.
    .title = إحضار بطاقة الهوية

template-bring-papers =
    📅 الرجاء إحضار أوراق دراستك يوم { $weekday } { $date }، الساعة { $from }، { $place }.
    | 📅 الرجاء إحضار أوراق دراستك يوم { $weekday } { $date }، الساعة { $from }.
    | 📅 الرجاء إحضار أوراق دراستك يوم { $weekday } { $date }.
    .title = إحضار أوراق الدراسة

template-be-there =
    ⏰ يوم { $weekday } { $date }، الساعة { $from }، { $place }.
    | ⏰ يوم { $weekday } { $date }، الساعة { $from }.
    .title = اليوم والساعة والمكان
template-be-there--full =
    ⏰ الرجاء الحضور يوم { $weekday } { $date }، الساعة { $from }، { $place }.
    | ⏰ الرجاء الحضور يوم { $weekday } { $date }، الساعة { $from }.
    { $caseworker } في انتظارك.

template-call-us = ☎ الرجاء الاتصال بالشخص المسؤول عنك.
    .title = الرجاء الاتصال
template-call-us--full =
    ☎ الرجاء الاتصال بـ { $caseworker }: { $phone }.
    | ☎ الرجاء الاتصال بالشخص المسؤول عنك.

template-letter =
    ✉ ستصل رسالة بالبريد.
    الرجاء فتحها وحفظها.
    .title = ستصل رسالة
template-letter--full =
    ✉ ستصل رسالة بالبريد.
    الرجاء فتحها وحفظها.
    هل الرسالة غير واضحة؟
    الرجاء الاتصال بـ { $caseworker }: { $phone }.

template-desk =
    📍 الرجاء الحضور إلى مكتب الاستقبال يوم { $weekday } { $date }، الساعة { $from }.
    .title = الحضور إلى مكتب الاستقبال
template-desk--full =
    📍 الرجاء الحضور إلى مكتب الاستقبال يوم { $weekday } { $date }، الساعة { $from }، { $place }.
    | 📍 الرجاء الحضور إلى مكتب الاستقبال يوم { $weekday } { $date }، الساعة { $from }.
    الرجاء السؤال عن { $caseworker }.
