### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### News about the plan and its last day.

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

# $line1–$line3: what is new, with its number
news-digest =
    📋 الجديد:
    { $line1 }
    { $line2 }
    { $line3 }
    المزيد: { $more }.
    .item = { $n }
