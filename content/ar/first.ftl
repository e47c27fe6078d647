### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### First lines: what just happened, and what to do when something is not possible.

## Language and reading
first-neighbour = هذه الكلمات بالفارسية. الدرية تأتي لاحقًا.
first-reading-later = 🔊 القراءة بالصوت تأتي لاحقًا. تم حفظ اختيارك.
first-language-changed = ✅ تم التغيير.

## Code and link
first-code-wrong =
    هذا الرمز لا يعمل.
    الرجاء التأكد من الحروف.
    المحاولات الباقية: { $n ->
        [zero] لا شيء
        [one] واحدة
        [two] اثنتان
        [few] { $n } محاولات
        [many] { $n } محاولة
       *[other] { $n } محاولة
    }.
first-code-wait =
    هذا الرمز لا يعمل.
    الرجاء الانتظار ساعة واحدة أو الاتصال بـ { $townhall }.
    ☎ { $phone }
first-code-expired =
    هذا الرمز قديم.
    الرجاء طلب رسالة جديدة من الشخص المسؤول عنك.
first-code-used =
    تم استخدام هذا الرمز من قبل.
    إذا استخدمه شخص آخر، الرجاء الاتصال بـ { $townhall }.
    ☎ { $phone }
first-code-elsewhere =
    هذا الرمز لمحادثة أخرى.
    الرجاء فتحه هنا: { $link }
first-link-refused =
    الشخص المسؤول عنك لم يؤكد هذا.
    الرجاء الاتصال بـ { $townhall }.
    ☎ { $phone }
first-callback-noted = ☎ تم التسجيل. ستصلك مكالمة في يوم عمل.
first-letter-noted = ✉ تم التسجيل. ستصلك رسالة.
first-link-first = خطتك تظهر بعد كتابة الرمز.

## Buttons and facts
first-newest = هذه أحدث المعلومات.
first-again = تغيّر شيء. الرجاء النظر من جديد ثم الضغط.
first-task-gone = هذه المهمة لم تعد موجودة. هذه مهامك.
first-lesson-gone = هذا الدرس لم يعد موجودًا. هذا أسبوعك.
first-appointment-gone = هذا الموعد لم يعد موجودًا. هذه تواريخك.
first-gone = هذا لم يعد موجودًا. هذه أحدث المعلومات.
first-unavailable = هذا غير ممكن الآن. هذه أحدث المعلومات.
first-first-read = يجري جلب بياناتك. الرجاء المحاولة من جديد بعد دقائق قليلة.
first-saved =
    تم الحفظ الساعة { $time }.
    سأوصل ذلك.
first-passed-on = ✅ تم الإيصال الساعة { $time }.
first-no-plan = لا توجد خطة هنا بعد.
first-not-linked = الرجاء أولًا كتابة الرمز الموجود في رسالتك.
first-moment = لحظة من فضلك.
first-sorry = عذرًا، حدث خطأ عندنا وليس منك.

## Lessons
first-school-knows = 🙋 المدرسة على علم.
first-told-saved = 🙋 تم الحفظ. سأوصل ذلك إلى المدرسة.
first-comes = ✅ المدرسة على علم بحضورك.
first-comes-saved = ✅ تم الحفظ. سأخبر المدرسة بحضورك.
first-understood =
    👍 وصل إلى { $school } أن الأمر واضح لك.
    | 👍 وصل إلى مدرستك أن الأمر واضح لك.
first-noted = 👍 تم التسجيل.
first-cancelled = تم الإلغاء. لا حاجة إلى عمل شيء.
first-started = بدأ الدرس. الرجاء الاتصال بالمدرسة.
first-over = انتهى هذا الدرس.
first-clash = ⏰ درسك في الوقت نفسه.

## Appointments
first-interpreter-asked = 🗣 تم طلب ترجمة شفوية، { $language }.
first-started-call = لقد بدأ الموعد. الرجاء الاتصال بالشخص المسؤول عنك.
first-not-sent =
    لم يصل هذا.
    الرجاء الاتصال: { $name } ☎ { $phone }
    | الرجاء الاتصال: ☎ { $phone }

## Tasks
first-undone = ↩ لم تكتمل بعد. تم تسجيل ذلك.
first-all-done = ✅ لا توجد مهام الآن.

## People
first-call =
    ☎ { $name }: { $phone }، { $hours }
    | ☎ { $name }: { $phone }
    | ☎ { $phone }
first-map = 📍 { $link }
first-no-call = ✅ لا حاجة إلى مكالمة. تم تسجيل ذلك.
first-cancel = ✅ لم يتم إرسال شيء.
first-too-long = هذا طويل جدًا. الرجاء كتابة نص أقصر.
first-translator-away = لا أستطيع الترجمة الآن.

## Choices
first-kept = ✅ تم حفظ اختيارك.
first-messages-again = ✅ الإشعارات تصل هنا من جديد.
first-resumed = ▶ الإشعارات تصل من جديد.
first-paused = ⏸ الإشعارات متوقفة مؤقتًا.
first-protected = 📩 من الآن تنبيه فقط.

## What the chat cannot take
first-number-removed =
    حذفت رقمًا شخصيًا.
    الرجاء عدم إرساله هنا أبدًا؛ لن يطلبه أحد هنا.
first-no-files =
    لا أستطيع رؤية الملفات.
    الرجاء إظهار الأوراق في مكتب الاستقبال.
first-no-voice = لا أستطيع الاستماع إلى الرسائل الصوتية.
first-danger =
    هل هناك خطر؟
    الرجاء الاتصال بالرقم 112.
    أنا برنامج ولا أحد يقرأ هذا الآن.
    هل أطلب لك مكالمة من شخص؟
first-no-objection =
    هنا ليس مكان الاعتراض.
    الرسالة تذكر أين وحتى متى.
    الشرح ممكن عند { $caseworker }.
first-not-answered =
    لا أستطيع الإجابة عن هذا هنا.
    الشرح ممكن عند { $caseworker }.
