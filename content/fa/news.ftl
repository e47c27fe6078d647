### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### News about the plan and its last day.

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

# $line1–$line3: what is new, with its number
news-digest =
    📋 تازه:
    { $line1 }
    { $line2 }
    { $line3 }
    بیشتر: { $more }.
    .item = { $n }
