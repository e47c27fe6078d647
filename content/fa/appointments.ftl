### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### One appointment.

# $person: with whom; $language: of the interpreter; $interpreter: booked, asked for or needed
appointments-appointment =
    📅 { $what } با { $person }.
    | 📅 { $what }.
    { $weekday } { $date }، از { $from } تا { $to }.
    | { $weekday } { $date }، ساعت { $from }.
    📍 { $place }.
    | 📍 شخص رابط شما محل را می‌داند.
    مترجم { $language }: { $interpreter }.
    همراه بیاورید: { $bring }.
    اطلاعات تا { $asof }.
    { $newer }
    .map = 📍 نقشه
    .call = ☎ تماس

appointments-appointment--cancelled =
    ❌ { $what }، { $weekday } { $date }، ساعت { $from }، لغو شد.
    نیایید.
    اطلاعات تا { $asof }.
    { $newer }
