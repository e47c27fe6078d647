### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Lessons and working days: week, day, lesson, online, changes, absence.

# $day_lines: one line per day with lessons
lessons-week =
    من { $from_date } إلى { $to_date }:
    { $day_lines }
    { $unreadable }
    آخر تحديث: { $asof }.
    { $newer }
    .day = { $weekday }
    .next = ▶ الأسبوع القادم
    .this = ◀ هذا الأسبوع

lessons-week--none =
    من { $from_date } إلى { $to_date }:
    لا دروس هذا الأسبوع.
    التالي: { $next }.
    { $unreadable }
    آخر تحديث: { $asof }.
    { $newer }

lessons-week--nogroup =
    لا توجد مجموعة لك بعد.
    سأكتب لك عندما تكون هناك دروس.
    { $unreadable }
    آخر تحديث: { $asof }.
    { $newer }

# .item and .appointment: one button each
lessons-day =
    يوم { $weekday } { $date }:
    { $item_lines }
    آخر تحديث: { $asof }.
    { $newer }
    .item = { $icon } { $from }
    .appointment = 📅 { $from }

lessons-day--none =
    يوم { $weekday } { $date }:
    لا شيء في هذا اليوم.
    آخر تحديث: { $asof }.
    { $newer }

# $title: own name of the lesson (Dutch); $room: number of the room
lessons-lesson =
    { $icon } { $what }.
    { $title }
    يوم { $weekday } { $date }، من { $from } إلى { $to }.
    📍 { $address }
    | 📍 مدرستك تعرف المكان.
    الغرفة { $room }.
    👩‍🏫 { $teacher }.
    الرجاء إحضار: { $bring }.
    آخر تحديث: { $asof }.
    { $newer }
    .map = 📍 الخريطة
    .online = ❓ كيف؟
    .absence = 🙋 لا أستطيع الحضور
    .withdraw = ↩ صرت أستطيع الحضور
    .school = ☎ المدرسة

lessons-lesson--online =
    { $icon } { $what }.
    { $title }
    يوم { $weekday } { $date }، من { $from } إلى { $to }.
    💻 عبر الإنترنت: الرجاء عدم الذهاب.
    👩‍🏫 { $teacher }.
    الرجاء إحضار: { $bring }.
    آخر تحديث: { $asof }.
    { $newer }

# $how: how to join
lessons-online =
    💻 يوم { $weekday } { $date }، الساعة { $from }: عبر الإنترنت.
    { $how }
    الرجاء البقاء في البيت.
    لا أطلب أبدًا رمزًا أو كلمة مرور.
    .school = ☎ المدرسة

lessons-changes =
    🔁 تغيّر منذ آخر زيارة لك:
    { $line1 }
    { $line2 }
    { $line3 }
    آخر تحديث: { $asof }.
    { $newer }
    .ack = 👍 فهمت كل شيء
    .week = 📚 أسبوعي

lessons-absence =
    لا يمكنك الحضور يوم { $weekday } { $date }، الساعة { $from }؟
    يصل إلى المدرسة اسمك الأول وهذا الدرس.
    لا حاجة إلى ذكر السبب.
    .yes = ✅ نعم، إخبار المدرسة
    .no = ⬅ لا، سأحضر

lessons-absent =
    ✅ تم الإرسال إلى المدرسة الساعة { $time }.
    المدرسة تقرر كيف يُحسب ذلك.
    الدرس التالي: { $next }.
    | مدرستك تخبرك باليوم التالي.
    .withdraw = ↩ صرت أستطيع الحضور

lessons-absent--saved =
    تم الحفظ الساعة { $time }.
    سأوصل ذلك في أقرب وقت.
    المدرسة تقرر كيف يُحسب ذلك.
    الدرس التالي: { $next }.
    | مدرستك تخبرك باليوم التالي.

lessons-cancelled =
    ❌ يوم { $weekday } { $date }، الساعة { $from }: تم الإلغاء.
    الرجاء عدم الحضور.
    الدرس التالي: { $next }.
    | مدرستك تخبرك باليوم التالي.
    .ack = 👍 فهمت
