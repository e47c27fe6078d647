### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Reminders a caseworker can send. The message is level 1, "--full" level 2; .title stands in the console.

template-bring-id =
    📅 کارت شناسایی خود را بیاورید: { $weekday } { $date }، ساعت { $from }، { $place }.
    | 📅 کارت شناسایی خود را بیاورید: { $weekday } { $date }، ساعت { $from }.
    | 📅 کارت شناسایی خود را بیاورید: { $weekday } { $date }.
    .title = آوردن کارت شناسایی

template-bring-papers =
    📅 مدارک تحصیلی خود را بیاورید: { $weekday } { $date }، ساعت { $from }، { $place }.
    | 📅 مدارک تحصیلی خود را بیاورید: { $weekday } { $date }، ساعت { $from }.
    | 📅 مدارک تحصیلی خود را بیاورید: { $weekday } { $date }.
    .title = آوردن مدارک تحصیلی

template-be-there =
    ⏰ { $weekday } { $date }، ساعت { $from }، { $place }.
    | ⏰ { $weekday } { $date }، ساعت { $from }.
    .title = روز، ساعت و محل
template-be-there--full =
    ⏰ بیایید: { $weekday } { $date }، ساعت { $from }، { $place }.
    | ⏰ بیایید: { $weekday } { $date }، ساعت { $from }.
    { $caseworker } منتظر شماست.

template-call-us = ☎ لطفاً با شخص رابط خود تماس بگیرید.
    .title = لطفاً تماس بگیرید
template-call-us--full =
    ☎ لطفاً با { $caseworker } تماس بگیرید: { $phone }.
    | ☎ لطفاً با شخص رابط خود تماس بگیرید.

template-letter =
    ✉ یک نامه با پست می‌آید.
    آن را باز کنید و نگه دارید.
    .title = یک نامه می‌آید
template-letter--full =
    ✉ یک نامه با پست می‌آید.
    آن را باز کنید و نگه دارید.
    متوجه آن نمی‌شوید؟
    با { $caseworker } تماس بگیرید: { $phone }.

template-desk =
    📍 { $weekday } { $date }، ساعت { $from } به باجه بیایید.
    .title = آمدن به باجه
template-desk--full =
    📍 به باجه بیایید: { $weekday } { $date }، ساعت { $from }، { $place }.
    | 📍 به باجه بیایید: { $weekday } { $date }، ساعت { $from }.
    بگویید که با { $caseworker } کار دارید.
