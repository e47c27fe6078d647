### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### The people to turn to, call-back and questions.

people-list = با چه کسی کار دارید؟
    .caseworker =
        🧑 { $caseworker }، شهرداری
        | 🧑 شهرداری
    .school =
        🏫 { $school }
        | 🏫 آموزشگاه شما
    .coach = 🧑 { $coach }، یاور
    .employer = 🛠 { $employer }
    .duo = 🏛 DUO

# $topics: what this person helps with; $hours: when to reach
people-person =
    { $icon } { $name }.
    | 🧑 { $name }.
    کمک در: { $topics }.
    زبان‌ها: { $languages }.
    زمان تماس: { $hours }.
    ☎ { $phone }
    .ask = ✍ پرسیدن سؤال
    .callback = ☎ با من تماس بگیرید

people-person--duo =
    🏛 DUO.
    کمک در: { $topics }.
    ☎ { $phone }
    من نمی‌توانم چیزی به DUO بفرستم.

people-callback =
    ☎ { $name } با شما تماس می‌گیرد.
    زمان: { $hours }.
    | زمان: در یک روز کاری.
    مترجم { $language } درخواست شده است.
    لازم نیست کنار تلفن منتظر بمانید.
    .cancel = ❌ تماس لازم نیست

people-ask =
    سؤال خود را به زبان خودتان و کوتاه بنویسید.
    شماره کارت، بانک یا BSN ننویسید.
    .callback = ☎ تماس تلفنی بهتر است
    .cancel = ❌ توقف

# $dutch: the question in Dutch; $back: the Dutch put back into the reader's language
people-check =
    { $name } این را می‌خواند: «{ $dutch }»
    معنی آن: «{ $back }»
    درست است؟
    .send = ✅ فرستادن
    .again = ✏ دوباره نوشتن
    .callback = ☎ تماس تلفنی بهتر است

people-check--unsure =
    { $name } این را می‌خواند: «{ $dutch }»
    معنی آن: «{ $back }»
    ترجمه مطمئن نیست.
    دوباره بنویسید یا بخواهید با شما تماس بگیرند.

# The question is Dutch already
people-check--dutch =
    { $name } این را می‌خواند: «{ $dutch }»
    درست است؟

people-check--wait = یک لحظه: سؤال شما را ترجمه می‌کنم.

people-asis =
    حالا نمی‌توانم ترجمه کنم.
    به زبان خودتان بفرستم؟
    { $name } آن را با یک یادداشت می‌بیند.
    .send = ✅ فرستادن
    .callback = ☎ تماس تلفنی بهتر است
    .cancel = ❌ توقف

people-sent =
    📨 ساعت { $time } فرستاده شد.
    { $name } آن را می‌خواند.
    زمان: { $hours }.
    | زمان: در روزهای کاری.
    .more = ➕ اضافه کردن

people-sent--saved =
    ساعت { $time } ثبت شد.
    هر چه زودتر آن را می‌رسانم.
    { $name } آن را می‌خواند.
    زمان: { $hours }.
    | زمان: در روزهای کاری.
