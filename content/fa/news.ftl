### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### News about the plan, its last day and exams.

# $part, $old, $new: what changed
news-plan =
    🧭 تغییر در { $date }: { $part }.
    | 🧭 تغییر: { $part }.
    | 🧭 برنامه شما تغییر کرد.
    قبلاً: { $old }.
    حالا: { $new }.
    اگر این یک تصمیم رسمی باشد، نامه شهرداری می‌آید.
    .plan = 🧭 برنامه من
    .ask = 🙋 سؤال

news-term =
    درباره تاریخ پایان برنامه شما خبری هست.
    این خبر در نامه DUO است.
    برنامه شما اینجا { $last_day } را نشان می‌دهد.
    سؤال دارید؟
    با { $caseworker } تماس بگیرید.
    | با شخص رابط خود تماس بگیرید.
    .call = ☎ تماس
    .plan = 🧭 برنامه من

news-result =
    نتیجه یک امتحان آمده است.
    من آن را نشان نمی‌دهم.
    در Mijn Inburgering ببینید یا منتظر نامه باشید.
    { $caseworker } می‌تواند با شما نگاه کند.
    | شخص رابط شما می‌تواند با شما نگاه کند.
    .callback = ☎ با من تماس بگیرید
    .how = 🏛 چطور ببینم؟

news-look =
    🏛 1 inburgeren.nl را باز کنید و Mijn Inburgering را انتخاب کنید.
    2 با DigiD وارد شوید.
    3 امتحان‌های خود را ببینید.
    کدهای خود را هرگز به کسی ندهید، به من هم ندهید.
    .callback = ☎ با من تماس بگیرید

news-pause =
    ⏸ برنامه شما از { $date } متوقف است.
    | ⏸ برنامه شما حالا متوقف است.
    تا ادامه آن یادآوری نمی‌آید.
    دلیل آن در نامه شما است.
    { $caseworker } می‌تواند توضیح دهد.
    | شخص رابط شما می‌تواند توضیح دهد.
    .call = ☎ تماس

news-completed =
    🎉 { $municipality } می‌گوید: برنامه شما کامل شد.
    یک نامه یا گواهی می‌آید.
    این گفتگو در { $date } بسته و سپس پاک می‌شود.
    .close = ❌ اکنون ببندید

# $line1–$line3: what is new, with its number
news-digest =
    📋 تازه:
    { $line1 }
    { $line2 }
    { $line3 }
    بیشتر: { $more }.
    .item = { $n }
