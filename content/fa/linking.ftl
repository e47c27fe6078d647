### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### From a letter or a square picture (QR) to the own plan.

linking-code =
    کدی را که در نامه شماست بنویسید: 10 حرف و عدد.
    نامه ندارید؟
    از شخص رابط خود در شهرداری بپرسید.
    .where = 📄 کد کجاست؟
    .help = ☎ کمک

linking-where =
    📄 در نامه، زیر تصویر مربع را ببینید: 10 حرف و عدد.
    یا دوربین را روی مربع بگیرید.
    .help = ☎ کمک

linking-year =
    سال تولد خود را بنویسید: 4 عدد.
    این از برنامه شما محافظت می‌کند.
    آن را از این چت پاک می‌کنم.
    .stop = ❌ توقف

# $initial: first letter of the first name; $caseworker: name of the contact person
linking-who =
    این شما هستید؟
    نام شما با { $initial } شروع می‌شود.
    شخص رابط شما { $caseworker } است.
    .yes = ✅ بله، من هستم
    .no = ❌ من نیستم

linking-waiting =
    متشکرم.
    { $caseworker } این را بررسی می‌کند، بیشتر وقت‌ها در یک روز کاری.
    | شخص رابط شما این را بررسی می‌کند، بیشتر وقت‌ها در یک روز کاری.
    لازم نیست کاری بکنید.
    وقتی آماده باشد، می‌نویسم.
    .call =
        ☎ تماس با { $caseworker }
        | ☎ تماس

linking-notme =
    خوب شد که گفتید.
    چیزی باز نشد.
    نامه را به شهرداری پس بدهید.
    .call = ☎ تماس

linking-second =
    در این تلفن یک برنامه هست.
    برنامه شما فقط برای خودتان است: یک اتصال جدا می‌گیرید.
    کدام را می‌خواهید؟
    .callback = ☎ با من تماس بگیرید
    .letter = ✉ نامه

# $townhall: name of the town hall; $phone: its number
linking-frozen =
    این اتصال در حال بررسی است.
    حالا چیزی نشان داده نمی‌شود.
    با { $townhall } تماس بگیرید: ☎ { $phone }
    .call = ☎ تماس
