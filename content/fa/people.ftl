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
    .questions = 💬 سؤال‌های من

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
    اعتراض و درخواست رسمی جایش اینجا نیست: نامه شما می‌گوید کجا.
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
    { $comes }
    .more = ➕ اضافه کردن

people-sent--saved =
    ساعت { $time } ثبت شد.
    هر چه زودتر آن را می‌رسانم.
    { $name } آن را می‌خواند.
    زمان: { $hours }.
    | زمان: در روزهای کاری.

# $line1–$line5: questions, the newest first
people-questions =
    سؤال‌های شما:
    { $line1 }
    { $line2 }
    { $line3 }
    { $line4 }
    { $line5 }
    اطلاعات تا { $asof }.
    .question = { $n }
    .ask = ✍ پرسیدن سؤال

# $text: the answer, translated or Dutch; $dutch: the Dutch of a translated one; $machine, $withheld, $part: what is to be said of it
people-answer =
    💬 { $name }: «{ $text }»
    { $machine }
    🇳🇱 «{ $dutch }»
    { $withheld }
    { $part }
    سؤال شما: «{ $question }»
    اطلاعات تا { $asof }.
    .more = ▶ بخش { $n }
    .ask = ✍ سؤال بیشتر
    .ok = 👍 روشن است
    .unclear = ❓ روشن نیست
    .callback = ☎ با من تماس بگیرید

people-answer--sending =
    سؤال شما در { $date }: «{ $question }»
    ⏳ سؤال شما در حال فرستادن است.
    هر چه زودتر آن را می‌رسانم.

people-answer--waiting =
    سؤال شما در { $date }: «{ $question }»
    📨 فرستاده شد.
    { $name } آن را می‌خواند.
    زمان: { $hours }.
    | زمان: در روزهای کاری.
    { $comes }
    اطلاعات تا { $asof }.

people-answer--dealt =
    سؤال شما در { $date }: «{ $question }»
    ✅ { $name } به آن رسیدگی کرده است، بدون متن.
    روشن نیست؟
    تماس تلفنی بخواهید.
    اطلاعات تا { $asof }.

people-answer--silent =
    سؤال شما در { $date }: «{ $question }»
    اینجا جوابی نیامد و دیگر دنبال آن نمی‌گردم.
    با { $name } تماس بگیرید.
    ☎ { $phone }
    زمان: { $hours }.

people-answer--refused =
    سؤال شما در { $date }: «{ $question }»
    ❌ سؤال شما فرستاده نشد.
    با { $name } تماس بگیرید.
    ☎ { $phone }
    زمان: { $hours }.
