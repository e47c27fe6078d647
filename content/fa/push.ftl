### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Messages that come by themselves. A message is level 1 (day, time, place; no name, organisation or programme);
### "--full" is level 2. Never the words in content/forbidden.toml.

push-signal = 📩 خبر تازه‌ای برای شما هست.
    .open = 👁 باز کردن

push-superseded = 🔁 تغییر کرد، پایین را ببینید.

push-lesson-reminder =
    ⏰ { $weekday } { $date }، ساعت { $from }، { $place }.
    | ⏰ { $weekday } { $date }، ساعت { $from }.
    .map = 📍 نقشه
    .absence = 🙋 نمی‌توانم بیایم

push-lesson-reminder--full =
    { $icon } { $what }: { $weekday } { $date }، از { $from } تا { $to }، { $place }.
    | { $icon } { $what }: { $weekday } { $date }، از { $from } تا { $to }.
    اتاق { $room }.
    همراه بیاورید: { $bring }.

push-lesson-cancelled =
    ❌ { $weekday } { $date }، ساعت { $from } لغو شد.
    نیایید.
    بعدی: { $next }.
    | آموزشگاه روز بعدی را به شما می‌گوید.
    .ack = 👍 متوجه شدم

push-lesson-cancelled--full =
    ❌ { $weekday } { $date }، ساعت { $from } لغو شد.
    نیایید.
    بعدی: { $next }.
    | آموزشگاه روز بعدی را به شما می‌گوید.
    { $what } در { $school }.
    | { $what }.

push-lesson-moved =
    🔁 در این زمان نیست: { $old }.
    زمان تازه: { $weekday } { $date }، ساعت { $from }، { $place }.
    | زمان تازه: { $weekday } { $date }، ساعت { $from }.
    .ack = 👍 متوجه شدم
    .absence = 🙋 نمی‌توانم بیایم

push-lesson-moved--full =
    🔁 در این زمان نیست: { $old }.
    زمان تازه: { $weekday } { $date }، ساعت { $from }، { $place }.
    | زمان تازه: { $weekday } { $date }، ساعت { $from }.
    اتاق { $room }.
    { $what } در { $school }.
    | { $what }.

push-lesson-on =
    ✅ { $weekday } { $date }، ساعت { $from }: درس دوباره برگزار می‌شود، { $place }.
    | ✅ { $weekday } { $date }، ساعت { $from }: درس دوباره برگزار می‌شود.
    .ack = 👍 متوجه شدم
    .absence = 🙋 نمی‌توانم بیایم

push-lesson-on--full =
    ✅ { $weekday } { $date }، ساعت { $from }: درس دوباره برگزار می‌شود، { $place }.
    | ✅ { $weekday } { $date }، ساعت { $from }: درس دوباره برگزار می‌شود.
    { $what } در { $school }.
    | { $what }.

push-lesson-room =
    📍 { $weekday }، ساعت { $from }: محل دیگر.
    حالا { $place }.
    | محل را از آموزشگاه بپرسید.
    اتاق { $room }.
    .ack = 👍 متوجه شدم
    .map = 📍 نقشه

push-lesson-room--full =
    📍 { $weekday }، ساعت { $from }: محل دیگر.
    حالا { $place }.
    | محل را از آموزشگاه بپرسید.
    اتاق { $room }.
    { $what }.

push-lesson-online =
    💻 { $weekday } { $date }، ساعت { $from } آنلاین است.
    به آنجا نروید.
    همان‌طور که آموزشگاه گفت، وارد شوید.
    .ack = 👍 متوجه شدم
    .online = ❓ چطور؟

push-lesson-online--full =
    💻 { $weekday } { $date }، ساعت { $from } آنلاین است.
    به آنجا نروید.
    همان‌طور که آموزشگاه گفت، وارد شوید.
    { $what }.

push-task-new =
    ✅ یک کار تازه هست.
    تا { $date }.
    .open = 👁 باز کردن

push-task-new--full =
    ✅ کار تازه: { $task }.
    | ✅ یک کار تازه هست.
    تا { $date }.

push-appointment =
    📅 قرار { $weekday } { $date }، ساعت { $from }، { $place }.
    | 📅 قرار { $weekday } { $date }، ساعت { $from }.
    .come = ✅ می‌آیم
    .other = 🔁 وقت دیگر
    .open = 👁 باز کردن
    .ack = 👍 متوجه شدم

push-appointment--full =
    📅 قرار { $weekday } { $date }، ساعت { $from }، { $place }.
    | 📅 قرار { $weekday } { $date }، ساعت { $from }.
    با { $person }.

push-appointment-moved =
    🔁 قرار در این زمان نیست: { $old }.
    زمان تازه: { $weekday } { $date }، ساعت { $from }، { $place }.
    | زمان تازه: { $weekday } { $date }، ساعت { $from }.
    .come = ✅ می‌آیم
    .other = 🔁 وقت دیگر
    .open = 👁 باز کردن
    .ack = 👍 متوجه شدم

push-appointment-moved--full =
    🔁 قرار در این زمان نیست: { $old }.
    زمان تازه: { $weekday } { $date }، ساعت { $from }، { $place }.
    | زمان تازه: { $weekday } { $date }، ساعت { $from }.
    با { $person }.

push-appointment-cancelled =
    ❌ قرار { $weekday } { $date }، ساعت { $from } لغو شد.
    نیایید.
    .ack = 👍 متوجه شدم

push-appointment-cancelled--full =
    ❌ قرار { $weekday } { $date }، ساعت { $from } لغو شد.
    نیایید.
    با { $person }.

# $short, $full: the template chosen by the caseworker; $addition: free words
push-reminder = { $short }
    .ack = 👍 متوجه شدم

push-reminder--full =
    { $full }
    { $addition }

push-answer =
    💬 به سؤال شما جواب داده شد.
    .open = 👁 باز کردن

push-answer--full =
    💬 { $person } به شما جواب داد.
    | 💬 به سؤال شما جواب داده شد.

push-question =
    💬 خبری درباره سؤال شما هست.
    .open = 👁 باز کردن

push-question--full =
    💬 خبری درباره سؤال شما از { $person } هست.
    | 💬 خبری درباره سؤال شما هست.

push-plan =
    🧭 برنامه شما یک تغییر دارد.
    برای دیدن باز کنید.
    .open = 👁 باز کردن

push-plan--full =
    🧭 برنامه شما یک تغییر دارد: { $part }.
    | 🧭 برنامه شما یک تغییر دارد.
    برای دیدن باز کنید.

push-news =
    📩 خبری هست.
    نامه خود را ببینید یا با شخص رابط خود تماس بگیرید.
    .open = 👁 باز کردن

push-digest =
    📋 { $n ->
        [one] { $n } خبر تازه هست.
       *[other] { $n } خبر تازه هست.
    }
    .open = 👁 باز کردن

push-digest--full =
    📋 تازه:
    { $lines }
    بیشتر: { $more }.

push-link-ready =
    ✅ آماده است.
    برای شروع دکمه را بزنید.
    .begin = ▶ شروع

push-link-ended =
    این چت بسته شده است.
    شخص رابط شما می‌تواند بیشتر توضیح دهد.
