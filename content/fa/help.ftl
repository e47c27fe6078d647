### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Help, also for people without a link.

help-help =
    می‌توانم روزها، کارها، برنامه و افراد شما را نشان دهم.
    من یک برنامه کامپیوتری هستم، نه یک انسان.
    من درباره چیزی تصمیم نمی‌گیرم.
    در خطر: با 112 تماس بگیرید.
    .ask = 🧑 پرسیدن از یک شخص
    .tour = ❓ چطور کار می‌کند

help-tour =
    یک دکمه را بزنید: صفحه بعدی را اینجا نشان می‌دهم.
    ⬅ به صفحه قبل می‌رود، 🏠 امروز را نشان می‌دهد.
    چیزی خراب نمی‌شود.
    نمی‌دانید کجا هستید؟
    دکمه منو را بزنید.
    .ask = 🧑 پرسیدن از یک شخص

# $hours: opening hours of the town hall
help-public =
    به مردم { $municipality } برای روزها و کارهایشان کمک می‌کنم.
    سؤال دارید یا تلفن گم شده است: با { $townhall } تماس بگیرید، ☎ { $phone }.
    ساعت کار: { $hours }.
    .language = 🌍 زبان
    .code = 🔢 کد دارم

# A photo, file, sticker, contact or place was sent
help-attachment =
    نمی‌توانم فایل‌ها را ببینم.
    مدارک را در باجه نشان دهید.
    آیا کسی با شما تماس بگیرد؟
    .callback = ☎ بله، تماس بگیرید
    .people = 🧑 افراد

help-attachment--voice =
    نمی‌توانم پیام صوتی را گوش کنم.
    آیا کسی با شما تماس بگیرد؟

# A text was typed that no screen asked for
help-unknown =
    متوجه نشدم.
    یک دکمه را بزنید، یا از یک شخص بپرسید.
    .callback = ☎ با من تماس بگیرید
    .people = 🧑 افراد
    .now = ❓ حالا چه کنم؟

# Typed for the third time in a row
help-unknown--call =
    متوجه نشدم.
    آیا کسی با شما تماس بگیرد؟
