### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### One appointment.

# $person: with whom; $language: of the interpreter; $interpreter: booked, asked for or needed; $answer: what was answered
appointments-appointment =
    📅 { $what } با { $person }.
    | 📅 { $what }.
    { $weekday } { $date }، از { $from } تا { $to }.
    | { $weekday } { $date }، ساعت { $from }.
    📍 { $place }.
    | 📍 شخص رابط شما محل را می‌داند.
    مترجم { $language }: { $interpreter }.
    همراه بیاورید: { $bring }.
    { $answer }
    اطلاعات تا { $asof }.
    { $newer }
    .come = ✅ می‌آیم
    .other = 🔁 وقت دیگر
    .cannot = 🙋 نمی‌توانم بیایم
    .interpreter = 🗣 مترجم
    .map = 📍 نقشه
    .call = ☎ تماس

appointments-appointment--cancelled =
    ❌ { $what }، { $weekday } { $date }، ساعت { $from }، لغو شد.
    نیایید.
    اطلاعات تا { $asof }.
    { $newer }

# $person: with whom; the old time stays until there is a new one
appointments-other =
    کدام بهتر است؟
    { $person } برای شما وقت تازه می‌فرستد.
    | شخص رابط شما برای شما وقت تازه می‌فرستد.
    وقت قبلی تا آن زمان می‌ماند.
    .am = 🌅 صبح
    .pm = ☀ بعد از ظهر
    .callback = ☎ با من تماس بگیرید

appointments-cannot =
    نمی‌توانید { $weekday } { $date }، ساعت { $from } بیایید؟
    { $person } باخبر می‌شود.
    | شخص رابط شما باخبر می‌شود.
    لازم نیست دلیل را بگویید.
    .yes = ✅ بله، برسانید
    .other = 🔁 وقت دیگر
    .no = ⬅ نه

# What was answered: "saved" before it has arrived, "known" once it has
answer-come-saved = ✅ می‌آیید: آن را می‌رسانم.
answer-come-known =
    ✅ { $person } می‌داند که می‌آیید.
    | ✅ شهرداری می‌داند که می‌آیید.
answer-other-saved = 🔁 وقت دیگر: آن را می‌رسانم.
answer-other-known =
    🔁 { $person } می‌داند که وقت دیگری می‌خواهید.
    | 🔁 شهرداری می‌داند که وقت دیگری می‌خواهید.
answer-cannot-saved = 🙋 نمی‌توانید بیایید: آن را می‌رسانم.
answer-cannot-known =
    🙋 { $person } می‌داند که نمی‌توانید بیایید.
    | 🙋 شهرداری می‌داند که نمی‌توانید بیایید.
