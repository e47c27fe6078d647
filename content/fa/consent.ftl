### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Consent in layers: what Telegram is, who sees the phone, what the screen shows.

consent-what =
    تلگرام مال شهرداری نیست.
    اینجا روزها، محل‌ها و کارها را می‌گیرید.
    هیچ‌وقت نتیجه، سلامتی یا پول اینجا نمی‌آید.
    همیشه می‌توانید نامه یا تلفن را انتخاب کنید و هر وقت خواستید تمام کنید.
    .yes = ✅ تلگرام را می‌خواهم
    .no = ✉ نامه یا تلفن بهتر است
    .more = ℹ بیشتر

consent-other =
    خوب است.
    مثل قبل نامه و تلفن می‌گیرید.
    در برنامه شما چیزی تغییر نمی‌کند.
    می‌توانید با یک کد تازه برگردید.
    .language = 🌍 زبان

consent-phone = چه کسی این تلفن را می‌بیند؟
    .me = 👤 فقط من
    .others = 👨‍👩‍👧 دیگران هم

# $preview: an example of a message
consent-level =
    انتخاب کنید صفحه تلفن شما چه نشان دهد.
    مثال: «{ $preview }»
    .L0 = 📩 فقط یک خبر کوتاه
    .L1 = 📅 روز و محل
    .L2 = 💬 همه چیز
    .ok = ✅ خوب است
