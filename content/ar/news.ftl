### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### News about the plan, its last day and exams.

# $part, $old, $new: what changed
news-plan =
    🧭 تغيّر في { $date }: { $part }.
    | 🧭 تغيّر: { $part }.
    | 🧭 تغيّرت خطتك.
    من قبل: { $old }.
    الآن: { $new }.
    إذا كان هذا قرارًا، ستصلك رسالة من البلدية.
    .plan = 🧭 خطتي
    .ask = 🙋 سؤال

news-term =
    هناك خبر عن تاريخ نهاية خطتك.
    الخبر في رسالة DUO.
    خطتك هنا تعرض { $last_day }.
    لديك أسئلة؟
    الرجاء الاتصال بـ { $caseworker }.
    | الرجاء الاتصال بالشخص المسؤول عنك.
    .call = ☎ اتصال
    .plan = 🧭 خطتي

news-result =
    هناك نتيجة امتحان.
    أنا لا أعرضها.
    الرجاء النظر في Mijn Inburgering أو انتظار الرسالة.
    يمكن لـ { $caseworker } النظر معك.
    | يمكن للشخص المسؤول عنك النظر معك.
    .callback = ☎ الاتصال بي
    .how = 🏛 كيف أنظر؟

news-look =
    🏛 1 الرجاء فتح inburgeren.nl واختيار Mijn Inburgering.
    2 الدخول بواسطة DigiD.
    3 النظر في امتحاناتك.
    لا تعطِ رموزك لأي شخص أبدًا، ولا لي أيضًا.
    .callback = ☎ الاتصال بي

news-pause =
    ⏸ خطتك متوقفة مؤقتًا منذ { $date }.
    | ⏸ خطتك متوقفة مؤقتًا الآن.
    لا تذكيرات حتى تستمر.
    رسالتك تذكر السبب.
    يمكن لـ { $caseworker } الشرح لك.
    | يمكن للشخص المسؤول عنك الشرح لك.
    .call = ☎ اتصال

news-completed =
    🎉 خطتك مكتملة، تقول { $municipality }.
    ستصلك رسالة أو شهادة.
    تُغلق هذه المحادثة في { $date } ثم تُحذف.
    .close = ❌ إغلاق الآن

# $line1–$line3: what is new, with its number
news-digest =
    📋 الجديد:
    { $line1 }
    { $line2 }
    { $line3 }
    المزيد: { $more }.
    .item = { $n }
