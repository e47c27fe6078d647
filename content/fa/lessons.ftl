### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Lessons and working days: week, day, lesson, online, changes, absence.

# $day_lines: one line per day with lessons
lessons-week =
    از { $from_date } تا { $to_date }:
    { $day_lines }
    { $unreadable }
    اطلاعات تا { $asof }.
    { $newer }
    .day = { $weekday }
    .next = ▶ هفته بعد
    .this = ◀ این هفته

lessons-week--none =
    از { $from_date } تا { $to_date }:
    این هفته درسی نیست.
    بعدی: { $next }.
    { $unreadable }
    اطلاعات تا { $asof }.
    { $newer }

lessons-week--nogroup =
    هنوز گروهی ندارید.
    وقتی درس باشد، می‌نویسم.
    { $unreadable }
    اطلاعات تا { $asof }.
    { $newer }

# .item and .appointment: one button each
lessons-day =
    { $weekday } { $date }:
    { $item_lines }
    اطلاعات تا { $asof }.
    { $newer }
    .item = { $icon } { $from }
    .appointment = 📅 { $from }

lessons-day--none =
    { $weekday } { $date }:
    در این روز چیزی نیست.
    اطلاعات تا { $asof }.
    { $newer }

# $title: own name of the lesson (Dutch); $room: number of the room
lessons-lesson =
    { $icon } { $what }.
    { $title }
    { $weekday } { $date }، از { $from } تا { $to }.
    📍 { $address }
    | 📍 آموزشگاه شما محل را می‌داند.
    اتاق { $room }.
    👩‍🏫 { $teacher }.
    همراه بیاورید: { $bring }.
    اطلاعات تا { $asof }.
    { $newer }
    .map = 📍 نقشه
    .online = ❓ چطور؟
    .absence = 🙋 نمی‌توانم بیایم
    .withdraw = ↩ حالا می‌توانم بیایم
    .school = ☎ آموزشگاه

lessons-lesson--online =
    { $icon } { $what }.
    { $title }
    { $weekday } { $date }، از { $from } تا { $to }.
    💻 آنلاین است: به آنجا نروید.
    👩‍🏫 { $teacher }.
    همراه بیاورید: { $bring }.
    اطلاعات تا { $asof }.
    { $newer }

# $how: how to join
lessons-online =
    💻 { $weekday } { $date }، ساعت { $from } آنلاین است.
    { $how }
    در خانه بمانید.
    من هرگز کد یا رمز نمی‌خواهم.
    .school = ☎ آموزشگاه

lessons-changes =
    🔁 تغییرها از آخرین بازدید شما:
    { $line1 }
    { $line2 }
    { $line3 }
    اطلاعات تا { $asof }.
    { $newer }
    .ack = 👍 همه را متوجه شدم
    .week = 📚 هفته من

lessons-absence =
    نمی‌توانید { $weekday } { $date }، ساعت { $from } بیایید؟
    آموزشگاه نام کوچک شما و این درس را می‌گیرد.
    لازم نیست دلیل را بگویید.
    .yes = ✅ بله، به آموزشگاه بگویید
    .no = ⬅ نه، می‌آیم

lessons-absent =
    ✅ ساعت { $time } برای آموزشگاه فرستاده شد.
    آموزشگاه تصمیم می‌گیرد که این چطور حساب شود.
    درس بعدی: { $next }.
    | آموزشگاه روز بعدی را به شما می‌گوید.
    .withdraw = ↩ حالا می‌توانم بیایم

lessons-absent--saved =
    ساعت { $time } ثبت شد.
    هر چه زودتر آن را می‌رسانم.
    آموزشگاه تصمیم می‌گیرد که این چطور حساب شود.
    درس بعدی: { $next }.
    | آموزشگاه روز بعدی را به شما می‌گوید.

lessons-cancelled =
    ❌ { $weekday } { $date }، ساعت { $from } لغو شد.
    نیایید.
    درس بعدی: { $next }.
    | آموزشگاه روز بعدی را به شما می‌گوید.
    .ack = 👍 متوجه شدم
