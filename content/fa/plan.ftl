### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### The plan: overview, parts, exams, dates, who acts.

# $dated_on: date of the plan; $last_day: last day of the term; $done, $now, $later: names of parts
plan-overview =
    🧭 برنامه شما از { $dated_on }.
    مسیر: { $route }.
    روز آخر: { $last_day }.
    ✔ انجام شده: { $done }.
    ▶ حالا: { $now }.
    ⏳ بعداً: { $later }.
    { $unreadable }
    اطلاعات تا { $asof }.
    { $newer }
    .parts = 🧩 بخش‌ها
    .dates = ⏳ تاریخ‌ها
    .who = 👉 قدم بعدی با کیست؟
    .about = 📄 این چیست؟

plan-overview--none =
    هنوز برنامه‌ای اینجا نیست.
    وقتی بیاید، می‌نویسم.
    { $unreadable }
    اطلاعات تا { $asof }.
    { $newer }

plan-parts = یک بخش از برنامه خود را انتخاب کنید.
    .language = 📚 هلندی
    .knm = 📗 آشنایی با جامعه هلند (KNM)
    .pvt = 🤝 تعهد مشارکت (PVT)
    .map = 🛠 آمادگی برای کار (MAP)
    .participation = 🙌 مشارکت
    .literacy = 📖 خواندن و نوشتن
    .bridging = 📚 هلندی و آمادگی برای تحصیل
    .exams = 📝 امتحان‌ها
    .more = ▶ بیشتر

plan-parts--none = هنوز چیزی اینجا نیست.

# $hours of $target: lesson hours; $unknown: said where hours are not known; $level: level per skill
plan-part =
    { $icon } { $part }.
    با: { $provider }.
    { $hours } از { $target } ساعت، معلوم تا { $known_until }.
    | { $hours } ساعت، معلوم تا { $known_until }.
    | { $unknown }
    گزارش از: { $reporter }.
    سطح: { $level }.
    حالا: { $now }.
    بعدی: { $next }.
    👉 قدم بعدی با: { $who }.
    اطلاعات تا { $asof }.
    { $newer }
    .lessons = 📚 درس‌ها
    .person = 🧑 تماس
    .explain = ❓ این چیست؟

# $meaning: what it is; $dutch: the Dutch word in letters
plan-explain =
    ❓ { $part }: { $meaning }.
    نام آن در نامه‌ها: «{ $dutch }».
    .person = 🧑 تماس

plan-exams =
    📝 امتحان‌های شما:
    { $exam_lines }
    👉 قدم بعدی با: { $who }.
    اطلاعات تا { $asof }.
    { $newer }
    .day = 📅 روز امتحان
    .explain = ❓ این چیست؟

plan-exams--none = هنوز امتحانی در برنامه شما نیست.

plan-dates =
    ⏳ تاریخ‌های شما:
    { $date1 }: { $what1 }
    { $date2 }: { $what2 }
    { $date3 }: { $what3 }
    روز آخر: { $last_day }.
    اطلاعات تا { $asof }.
    { $newer }
    .later = ➕ بعداً

plan-dates--none =
    هنوز تاریخی نیست.
    روز آخر: { $last_day }.
    اطلاعات تا { $asof }.
    { $newer }

# $you, $mun, $school, $duo: what each does next
plan-who =
    👉 شما: { $you }.
    | 👉 شما: حالا هیچ کار.
    👉 { $municipality }: { $mun }.
    | 👉 { $municipality }: حالا هیچ کار.
    👉 آموزشگاه: { $school }.
    | 👉 آموزشگاه: حالا هیچ کار.
    👉 DUO: { $duo }.
    | 👉 DUO: حالا هیچ کار.
    .ask = 🙋 پرسیدن درباره این

plan-about =
    نامه { $dated_on } تصمیم واقعی است.
    اینجا می‌بینید در آن چه نوشته شده است.
    موافق نیستید؟
    نامه می‌گوید چه کار می‌توانید بکنید.
    { $caseworker } می‌تواند توضیح دهد.
    | شخص رابط شما می‌تواند توضیح دهد.
    .call = ☎ تماس
