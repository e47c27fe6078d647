### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### The printed invitation letter.

letter-title = روزها و کارهای شما در تلفن شما
letter-greeting = { $name } گرامی،
letter-what =
    { $municipality } یک راهنما در تلفن دارد: Wegwijs.
    روزها، کارها و افراد شما را به زبان خودتان نشان می‌دهد.
letter-choice =
    انتخاب با شماست.
    می‌توانید مثل قبل نامه و تلفن بگیرید.
    این در برنامه شما چیزی را تغییر نمی‌دهد.
letter-telegram =
    راهنمای Wegwijs در تلگرام (Telegram) کار می‌کند، یک اپلیکیشن در تلفن شما.
    تلگرام مال شهرداری نیست.
    راهنمای Wegwijs هرگز پول، رمز یا شماره شخصی نمی‌خواهد.
letter-step-1 = 1. تلگرام را روی تلفن خود نصب کنید.
letter-step-2 = 2. دوربین را روی مربع بگیرید.
letter-step-3 = 3. دکمه شروع (Start) را بزنید و زبان خود را انتخاب کنید.
letter-typed =
    دوربین ندارید؟
    در تلگرام { $bot } را جستجو کنید و این کد را بنویسید:
letter-year = بعد از کد، Wegwijs سال تولد شما را می‌پرسد.
letter-phrase =
    چت درست است اگر این کلمه‌ها را می‌بینید: { $phrase }.
letter-valid = کد تا { $date } کار می‌کند.
letter-own = این کد فقط برای شماست. آن را به کسی ندهید.
letter-questions = سؤال دارید؟ با { $caseworker } تماس بگیرید: ☎ { $phone }.
letter-closing = با احترام،
