### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### What is shown, what is stored, stop and delete.

privacy-privacy = 🔒 شما تصمیم می‌گیرید.
    .level = 📩 صفحه من چه نشان دهد
    .stored = 📋 چه چیزی نگه داشته می‌شود
    .stop = ❌ توقف

# $periods: after how long things are deleted
privacy-stored =
    اینجا ذخیره می‌شود: زبان، انتخاب‌ها، کدام برنامه مال شماست، روزها، کارها، پیام‌ها.
    نه BSN، نه مدارک.
    پاک می‌شود: { $periods }.
    تلگرام هم این چت را نگه می‌دارد.

periods = سؤال‌ها { $conversation } بعد، پیام‌ها { $delivery } بعد، همه { $closed } بعد از پایان برنامه
period-days = { $n ->
    [one] { $n } روز
   *[other] { $n } روز
}

privacy-stop =
    چه می‌خواهید؟
    برنامه شما می‌ماند، با نامه هم.
    .pause = ⏸ توقف کوتاه پیام‌ها
    .letters = ✉ از حالا نامه
    .delete = 🗑 پایان و پاک کردن همه

privacy-letters =
    ✉ خوب است.
    از حالا نامه و تلفن.
    در برنامه شما چیزی تغییر نمی‌کند.
    این چت حالا ساکت است.
    .undo = ↩ پیام‌ها دوباره اینجا

privacy-delete =
    🗑 همه چیزهایی را که اینجا درباره شما هست، در یک دقیقه پاک می‌کنم، و پیام‌هایی را که بتوانم.
    شهرداری پرونده شما را نگه می‌دارد.
    مطمئن هستید؟
    .yes = 🗑 بله، پاک شود
    .no = ⬅ نه

# $receipt: number of the deletion
privacy-deleted =
    ساعت { $time } پاک شد.
    مدرک آن: { $receipt }.
    می‌توانید این چت را خودتان پاک کنید: انگشت را روی آن نگه دارید و پاک کردن را انتخاب کنید.
    با یک کد تازه دوباره شروع می‌شود.
