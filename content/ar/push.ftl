### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Messages that come by themselves. A message is level 1 (day, time, place; no name, organisation or programme);
### "--full" is level 2. Never the words in content/forbidden.toml.

push-signal = 📩 هناك شيء جديد لك.
    .open = 👁 فتح

push-superseded = 🔁 تغيّر، الرجاء النظر في الأسفل.

push-lesson-reminder =
    ⏰ يوم { $weekday } { $date }، الساعة { $from }، { $place }.
    | ⏰ يوم { $weekday } { $date }، الساعة { $from }.
    .map = 📍 الخريطة
    .absence = 🙋 لا أستطيع الحضور

push-lesson-reminder--full =
    { $icon } { $what }: يوم { $weekday } { $date }، من { $from } إلى { $to }، { $place }.
    | { $icon } { $what }: يوم { $weekday } { $date }، من { $from } إلى { $to }.
    الغرفة { $room }.
    الرجاء إحضار: { $bring }.

push-lesson-cancelled =
    ❌ يوم { $weekday } { $date }، الساعة { $from }: تم الإلغاء.
    الرجاء عدم الحضور.
    التالي: { $next }.
    | مدرستك تخبرك باليوم التالي.
    .ack = 👍 فهمت

push-lesson-cancelled--full =
    ❌ يوم { $weekday } { $date }، الساعة { $from }: تم الإلغاء.
    الرجاء عدم الحضور.
    التالي: { $next }.
    | مدرستك تخبرك باليوم التالي.
    { $what } في { $school }.
    | { $what }.

push-lesson-moved =
    🔁 ليس { $old }.
    الجديد: يوم { $weekday } { $date }، الساعة { $from }، { $place }.
    | الجديد: يوم { $weekday } { $date }، الساعة { $from }.
    .ack = 👍 فهمت
    .absence = 🙋 لا أستطيع الحضور

push-lesson-moved--full =
    🔁 ليس { $old }.
    الجديد: يوم { $weekday } { $date }، الساعة { $from }، { $place }.
    | الجديد: يوم { $weekday } { $date }، الساعة { $from }.
    الغرفة { $room }.
    { $what } في { $school }.
    | { $what }.

push-lesson-on =
    ✅ يوم { $weekday } { $date }، الساعة { $from }: الدرس قائم من جديد، { $place }.
    | ✅ يوم { $weekday } { $date }، الساعة { $from }: الدرس قائم من جديد.
    .ack = 👍 فهمت
    .absence = 🙋 لا أستطيع الحضور

push-lesson-on--full =
    ✅ يوم { $weekday } { $date }، الساعة { $from }: الدرس قائم من جديد، { $place }.
    | ✅ يوم { $weekday } { $date }، الساعة { $from }: الدرس قائم من جديد.
    { $what } في { $school }.
    | { $what }.

push-lesson-room =
    📍 يوم { $weekday }، الساعة { $from }: مكان آخر.
    المكان الآن: { $place }.
    | الرجاء سؤال المدرسة عن المكان.
    الغرفة { $room }.
    .ack = 👍 فهمت
    .map = 📍 الخريطة

push-lesson-room--full =
    📍 يوم { $weekday }، الساعة { $from }: مكان آخر.
    المكان الآن: { $place }.
    | الرجاء سؤال المدرسة عن المكان.
    الغرفة { $room }.
    { $what }.

push-lesson-online =
    💻 يوم { $weekday } { $date }، الساعة { $from }: عبر الإنترنت.
    الرجاء عدم الذهاب.
    الرجاء الدخول كما أخبرتك مدرستك.
    .ack = 👍 فهمت
    .online = ❓ كيف؟

push-lesson-online--full =
    💻 يوم { $weekday } { $date }، الساعة { $from }: عبر الإنترنت.
    الرجاء عدم الذهاب.
    الرجاء الدخول كما أخبرتك مدرستك.
    { $what }.

push-task-new =
    ✅ هناك مهمة جديدة.
    حتى { $date }.
    .open = 👁 فتح

push-task-new--full =
    ✅ مهمة جديدة: { $task }.
    | ✅ هناك مهمة جديدة.
    حتى { $date }.

push-appointment =
    📅 موعد يوم { $weekday } { $date }، الساعة { $from }، { $place }.
    | 📅 موعد يوم { $weekday } { $date }، الساعة { $from }.
    .come = ✅ سأحضر
    .other = 🔁 وقت آخر
    .open = 👁 فتح
    .ack = 👍 فهمت

push-appointment--full =
    📅 موعد يوم { $weekday } { $date }، الساعة { $from }، { $place }.
    | 📅 موعد يوم { $weekday } { $date }، الساعة { $from }.
    مع { $person }.

push-appointment-moved =
    🔁 الموعد: ليس { $old }.
    الجديد: يوم { $weekday } { $date }، الساعة { $from }، { $place }.
    | الجديد: يوم { $weekday } { $date }، الساعة { $from }.
    .come = ✅ سأحضر
    .other = 🔁 وقت آخر
    .open = 👁 فتح
    .ack = 👍 فهمت

push-appointment-moved--full =
    🔁 الموعد: ليس { $old }.
    الجديد: يوم { $weekday } { $date }، الساعة { $from }، { $place }.
    | الجديد: يوم { $weekday } { $date }، الساعة { $from }.
    مع { $person }.

push-appointment-cancelled =
    ❌ موعد يوم { $weekday } { $date }، الساعة { $from }: تم الإلغاء.
    الرجاء عدم الحضور.
    .ack = 👍 فهمت

push-appointment-cancelled--full =
    ❌ موعد يوم { $weekday } { $date }، الساعة { $from }: تم الإلغاء.
    الرجاء عدم الحضور.
    مع { $person }.

# $short, $full: the template chosen by the caseworker; $addition: free words
push-reminder = { $short }
    .ack = 👍 فهمت

push-reminder--full =
    { $full }
    { $addition }

push-answer =
    💬 هناك جواب على سؤالك.
    .open = 👁 فتح

push-answer--full =
    💬 وصل جواب من { $person }.
    | 💬 هناك جواب على سؤالك.

push-question =
    💬 هناك جديد عن سؤالك.
    .open = 👁 فتح

push-question--full =
    💬 هناك جديد عن سؤالك إلى { $person }.
    | 💬 هناك جديد عن سؤالك.

push-plan =
    🧭 في خطتك تغيير.
    الرجاء الفتح لرؤيته.
    .open = 👁 فتح

push-plan--full =
    🧭 في خطتك تغيير: { $part }.
    | 🧭 في خطتك تغيير.
    الرجاء الفتح لرؤيته.

push-news =
    📩 هناك خبر.
    الرجاء النظر في رسالتك أو الاتصال بالشخص المسؤول عنك.
    .open = 👁 فتح

push-digest =
    📋 { $n ->
        [zero] هناك { $n } شيء جديد.
        [one] هناك شيء جديد واحد ({ $n }).
        [two] هناك شيئان جديدان ({ $n }).
        [few] هناك { $n } أشياء جديدة.
        [many] هناك { $n } شيئًا جديدًا.
       *[other] هناك { $n } شيء جديد.
    }
    .open = 👁 فتح

push-digest--full =
    📋 الجديد:
    { $lines }
    المزيد: { $more }.

push-link-ready =
    ✅ كل شيء جاهز.
    الرجاء الضغط للبدء.
    .begin = ▶ البدء

push-link-ended =
    هذه المحادثة مغلقة.
    يمكنك سؤال الشخص المسؤول عنك.
