### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### One appointment.

# $person: with whom; $language: of the interpreter; $interpreter: booked, asked for or needed
appointments-appointment =
    📅 { $what } مع { $person }.
    | 📅 { $what }.
    يوم { $weekday } { $date }، من { $from } إلى { $to }.
    | يوم { $weekday } { $date }، الساعة { $from }.
    📍 { $place }.
    | 📍 الشخص المسؤول عنك يعرف المكان.
    الترجمة الشفوية، { $language }: { $interpreter }.
    الرجاء إحضار: { $bring }.
    آخر تحديث: { $asof }.
    { $newer }
    .map = 📍 الخريطة
    .call = ☎ اتصال

appointments-appointment--cancelled =
    ❌ { $what }، يوم { $weekday } { $date }، الساعة { $from }: تم الإلغاء.
    الرجاء عدم الحضور.
    آخر تحديث: { $asof }.
    { $newer }
