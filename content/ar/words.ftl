### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Words for codes of the case, small pieces of lines, and counts.

## Counts ($n, $minutes: whole numbers)
count-tasks = { $n ->
    [zero] لا مهام
    [one] مهمة واحدة
    [two] مهمتان
    [few] { $n } مهام
    [many] { $n } مهمة
   *[other] { $n } مهمة
}
count-things = { $n ->
    [zero] لا شيء
    [one] شيء واحد
    [two] شيئان
    [few] { $n } أشياء
    [many] { $n } شيئًا
   *[other] { $n } شيء
}
count-minutes = { $minutes ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}
and-more = + { $n }

## Joining
join-and = { $first } و{ $next }
join-list = { $first }، { $next }

## Age of the data
as-of-day = { $weekday } { $date }، الساعة { $time }
newer-follows = بيانات أحدث ستصل لاحقًا.
unreadable = جزء واحد لا يمكن عرضه الآن. البلدية على علم بذلك.

## Moments and lines
moment =
    يوم { $weekday } { $date }، الساعة { $from }، { $place }
    | يوم { $weekday } { $date }، الساعة { $from }
    | يوم { $weekday } { $date }
room = الغرفة { $room }
line-today =
    { $icon } الساعة { $from }، { $place }
    | { $icon } الساعة { $from }
line-today-cancelled = ❌ الساعة { $from }: تم الإلغاء
line-today-absent = 🙋 الساعة { $from }: المدرسة على علم
line-item =
    { $icon } من { $from } إلى { $to }: { $what }، { $place }
    | { $icon } من { $from } إلى { $to }: { $what }
    | { $icon } الساعة { $from }: { $what }، { $place }
    | { $icon } الساعة { $from }: { $what }
line-item-cancelled = ❌ الساعة { $from }، { $what }: تم الإلغاء
line-item-absent = 🙋 الساعة { $from }، { $what }: المدرسة على علم
line-day = يوم { $weekday } { $day }: { $items }
slot = { $icon } { $from }
line-task =
    { $n } { $task }، حتى { $date }
    | { $n } { $task }
line-finished =
    { $n } { $task }، في { $date }
    | { $n } { $task }
change-cancelled = ❌ يوم { $weekday } { $date }، الساعة { $from }: تم الإلغاء
change-moved =
    🔁 ليس { $old }: يوم { $weekday } { $date }، الساعة { $from }
    | 🔁 يوم { $weekday } { $date }، الساعة { $from }
change-on = ✅ يوم { $weekday } { $date }، الساعة { $from }: قائم من جديد
change-place =
    📍 يوم { $weekday } { $date }، الساعة { $from }: الآن { $place }
    | 📍 يوم { $weekday } { $date }، الساعة { $from }: مكان آخر
change-online = 💻 يوم { $weekday } { $date }، الساعة { $from }: عبر الإنترنت
change-appointment =
    📅 ليس { $old }: يوم { $weekday } { $date }، الساعة { $from }
    | 📅 يوم { $weekday } { $date }، الساعة { $from }
change-appointment-cancelled = ❌ 📅 يوم { $weekday } { $date }، الساعة { $from }: تم الإلغاء
line-digest = { $n } { $what }
digest-reminder =
    ⏰ يوم { $weekday } { $date }، الساعة { $from }، { $place }
    | ⏰ يوم { $weekday } { $date }، الساعة { $from }
digest-task =
    ✅ { $task }، حتى { $date }
    | ✅ { $task }
    | ✅ هناك مهمة جديدة
digest-plan = 🧭 في خطتك تغيير
digest-term = 📩 هناك خبر
digest-message = 📩 هناك رسالة
digest-question = 💬 هناك جديد عن سؤالك
question-sending = ⏳ { $date }: جارٍ الإرسال
question-waiting = 📨 { $date }: بانتظار الجواب
question-answered = 💬 { $date }: تم الجواب
question-dealt = ✅ { $date }: تمت المعالجة
question-silent = ☎ { $date }: لا جواب هنا
question-refused = ❌ { $date }: لم يُرسل
answer-comes = سيصل الجواب هنا.
answer-machine = 🤖 ترجمة آلية.
answer-follows = 🇳🇱 هذا بالهولندية. ستأتي الترجمة.
answer-dutch = 🇳🇱 هذا بالهولندية. غير واضح؟ الرجاء طلب مكالمة.
answer-unsure = 🤖 الترجمة ليست مؤكدة. هذا النص بالهولندية. غير واضح؟ الرجاء طلب مكالمة.
answer-withheld = تم حذف رقم شخصي.
answer-part = الجزء { $n } من { $of }.
same-time = { $what }، في وقت درسك نفسه
at-time = { $what } الساعة { $from }
advice = { $what } (نصيحة من { $municipality }، { $source })
exam-line = امتحان { $exam }: { $state }
level-line = { $skill } { $level }
window-before = قبل { $date }
window-from = من { $date }
window-between = بين { $from_date } و { $to_date }
be-at = الحضور: { $what }، { $date }
lesson-on = درس { $date }
agreement-before =
    { $what }، حتى { $date }
    | { $what }
quoted-dutch = «{ $text }» (بالهولندية)
machine-translated = 🤖 { $text } (ترجمة آلية)

## Hours of people
hours-working = أيام العمل من { $from } إلى { $to }
hours-days = من { $first } إلى { $last }، من { $from } إلى { $to }
hours-day = { $weekday } من { $from } إلى { $to }
hours-unknown = الساعات ليست معروفة بعد.
on-a-working-day = في يوم عمل

## Where the name of a person or organisation is not known
your-contact-person = الشخص المسؤول عنك في البلدية
your-school = مدرستك
your-municipality = بلديتك
the-townhall = مبنى البلدية

## Parts of the plan
part-taal = الهولندية
part-knm = معرفة المجتمع الهولندي (KNM)
part-pvt = إعلان المشاركة (PVT)
part-map = التحضير للعمل (MAP)
part-participatie = المشاركة
part-alfabetisering = القراءة والكتابة
part-examen = الامتحانات
part-taalschakeltraject = الهولندية والتحضير للدراسة
part-eindgesprek = المقابلة الأخيرة
icon-taal = 📚
icon-knm = 📗
icon-pvt = 🤝
icon-map = 🛠
icon-participatie = 🙌
icon-alfabetisering = 📖
icon-examen = 📝
icon-taalschakeltraject = 📚

## What is going on now in a part
stand-taal-niet_geplaatst = لا مجموعة بعد
stand-taal-wachten = في انتظار مجموعة
stand-taal-volgt = لديك دروس
stand-taal-examenklaar = كل شيء جاهز للامتحانات
stand-taal-klaar = تم
stand-knm-niet_geplaatst = لا مجموعة بعد
stand-knm-wachten = في انتظار مجموعة
stand-knm-volgt = لديك دروس
stand-knm-examenklaar = كل شيء جاهز للامتحان
stand-knm-klaar = تم
stand-alfabetisering-niet_geplaatst = لا مجموعة بعد
stand-alfabetisering-wachten = في انتظار مجموعة
stand-alfabetisering-volgt = لديك دروس
stand-alfabetisering-examenklaar = كل شيء جاهز للدروس التالية
stand-alfabetisering-klaar = تم
stand-taalschakeltraject-niet_geplaatst = لا مجموعة بعد
stand-taalschakeltraject-wachten = في انتظار مجموعة
stand-taalschakeltraject-volgt = لديك دروس
stand-taalschakeltraject-examenklaar = كل شيء جاهز للامتحانات
stand-taalschakeltraject-klaar = تم
stand-pvt-open = لا موعد بعد
stand-pvt-gepland = الموعد محدد
stand-pvt-gevolgd = تمت اللقاءات، والتوقيع لاحقًا
stand-pvt-ondertekend = تم التوقيع
stand-map-open = لم يبدأ بعد
stand-map-themas = العمل على المواضيع جارٍ
stand-map-praktijk = التعلم في مكان عمل
stand-map-eindgesprek_gepland = موعد المقابلة الأخيرة محدد
stand-map-afgerond = تم
stand-participatie-open = لم تبدأ بعد
stand-participatie-loopt = مشاركتك جارية
stand-participatie-klaar = تم
stand-examen-niet_aangemeld = لم يتم التسجيل بعد
stand-examen-aangemeld = تم التسجيل
stand-examen-afgelegd = تم الامتحان، الرجاء الانتظار
stand-examen-bekend = الرجاء النظر في Mijn Inburgering
stand-examen-klaar = تم

## Exams and skills
exam-LE = القراءة
exam-LU = الاستماع
exam-SC = الكتابة
exam-SP = التحدث
exam-KNM = KNM
skill-LE = القراءة
skill-LU = الاستماع
skill-SC = الكتابة
skill-SP = التحدث
skill-KNM = KNM

## Routes
route-B = مسار B1
route-O = مسار الدراسة (Onderwijsroute)
route-Z = مسار الاعتماد على الذات (Z-route)

## Who acts
party-inburgeraar = أنت
party-gemeente = بلديتك
party-aanbieder = المدرسة
party-werkgever = مكان العمل
party-begeleider = الشخص المرافق لك
party-duo = DUO

## State of the case, said while waiting
status-obliged = المقابلة الأولى
status-matched = المقابلة الأولى
status-intake_planned = المقابلة الأولى
status-intake_running = خطتك
status-plan_draft = خطتك
status-plan_established = مجموعة مناسبة
status-waiting_for_group = مجموعة مناسبة
status-in_route = الدرس التالي
status-paused = خطتك متوقفة مؤقتًا
status-completed = خطتك مكتملة
status-closed = خطتك مغلقة
wait-groep = مجموعة مناسبة
wait-start_les = الدرس الأول
wait-kinderopvang = مكان لطفلك
wait-tolk = ترجمة شفوية
wait-examendatum = يوم للامتحان
wait-uitslag = رسالة عن الامتحان
wait-besluit = رسالة من البلدية
wait-overig = الخطوة التالية

## Kinds of appointment
kind-brede_intake = المقابلة الأولى
kind-leerbaarheidstoets = اختبار قابلية التعلم
kind-pip_gesprek = مقابلة عن خطتك
kind-voortgangsgesprek = مقابلة
kind-pvt_bijeenkomst = PVT
kind-pvt_ondertekening = التوقيع
kind-map_eindgesprek = المقابلة الأخيرة
kind-zroute_eindgesprek = المقابلة الأخيرة
kind-examen = امتحان
kind-overig = موعد
kind-numbered = { $kind } { $number }
kind-exam = { $kind } { $exam }
form-telefoon = بالهاتف
form-video = بالفيديو
interpreter-booked = تم الحجز
interpreter-asked = تم الطلب
interpreter-needed = مطلوبة

## Places (never a name of an organisation) and things to bring
place-stadhuis = مبنى البلدية
place-werkplek_groen = مكان العمل في الحدائق
place-bibliotheek = المكتبة
place-balie = مكتب الاستقبال
bring-schrift = دفتر
bring-pen = قلم
bring-id_bewijs = بطاقة الهوية
bring-schoolpapieren = أوراق الدراسة
bring-diploma = الشهادة
bring-brief = رسالتك
bring-werkkleding = ملابس العمل
bring-lunch = شيء للأكل

## What people help with
role-klantmanager = خطتك، المهام، الرسائل
role-school = الدروس، الأيام والأوقات
role-begeleider = الأمور اليومية، الرسائل
role-werkgever = أيام عملك
role-duo = الامتحانات، تاريخ نهاية خطتك

## What the parts are; $dutch is the word in letters, the same in every language
explain-taal = تعلّم التحدث والقراءة والاستماع والكتابة بالهولندية
explain-knm = معرفة كيف تسير الحياة والعمل والمدرسة هنا
explain-pvt = معرفة قيم هولندا وتوقيع ورقة عن المشاركة
explain-map = التعرف على العمل هنا والتدرب في مكان عمل
explain-participatie = القيام بأشياء مع الآخرين: عمل، مساعدة، تعلّم
explain-alfabetisering = تعلّم الحروف والقراءة والكتابة
explain-examen = إظهار ما تعلمته عند DUO
explain-taalschakeltraject = تعلّم الهولندية وما يلزم للدراسة هنا
dutch-taal = taalles
dutch-knm = Kennis van de Nederlandse Maatschappij (KNM)
dutch-pvt = participatieverklaringstraject (PVT)
dutch-map = Module Arbeidsmarkt en Participatie (MAP)
dutch-participatie = participatie
dutch-alfabetisering = alfabetisering
dutch-examen = examen
dutch-taalschakeltraject = taalschakeltraject

## How to join online
online-how = الرجاء النظر في رسالة مدرستك على الهاتف أو البريد الإلكتروني.

## Example of a message, where no lesson is known
example-preview = الثلاثاء الساعة 13:00، Kade 4

## Tasks with a reviewed text
task-brieven = إحضار رسائلك إلى مكتب الاستقبال يوم الثلاثاء
task-brieven-waarom = لنقرأها معًا
task-brieven-1 = وضع رسائلك في حقيبة
task-brieven-2 = الذهاب إلى مبنى البلدية
task-brieven-3 = الثلاثاء من 09:00 إلى 11:00
task-diploma = إحضار أوراق شهادتك إلى مكتب الاستقبال
task-diploma-waarom = لنسأل عن قيمة شهادتك هنا
task-bibliotheekpas = الحصول على بطاقة المكتبة
task-bibliotheekpas-waarom = هناك كتب وأجهزة كمبيوتر وأشخاص للتحدث بالهولندية
task-digid = طلب DigiD
task-digid-waarom = بواسطة DigiD يمكنك الدخول إلى خدمات الحكومة
task-pvt_dag = اختيار يوم من أجل PVT
task-pvt_dag-waarom = لنحجز لك مكانًا
task-open_dag = زيارة اليوم المفتوح للتمريض
task-open_dag-waarom = لرؤية المدرسة وطرح الأسئلة
task-examen_aanmelden = التسجيل لامتحاني الكتابة والتحدث
task-examen_aanmelden-waarom = التصحيح قد يأخذ وقتًا طويلًا، كما تقول خطتك

## Names of languages
lang-nl = الهولندية
lang-en = الإنجليزية
lang-ar = العربية
lang-ti = التغرينية
lang-tr = التركية
lang-fa = الفارسية
lang-fa-AF = الدرية
lang-ps = البشتو
lang-so = الصومالية
lang-ku = الكرمانجية
lang-ckb = السورانية
lang-am = الأمهرية
lang-uk = الأوكرانية
lang-fr = الفرنسية

## Agreements in the plan with a reviewed text
afspraak-tolk = ترجمة شفوية في كل مقابلة
afspraak-brieven = إحضار رسائلك إلى مكتب الاستقبال يوم الثلاثاء
afspraak-examen_aanmelden = التسجيل لامتحاني الكتابة والتحدث
afspraak-donderdag_vrij = الخروج من العمل الساعة 17:00 كل يوم خميس
afspraak-laptop = كمبيوتر محمول على سبيل الإعارة
afspraak-open_dag = زيارة اليوم المفتوح للتمريض
afspraak-buddy = مساعدة من أحد الطلاب
afspraak-kinderopvang = مكان لطفلك قبل الدرس الأول
afspraak-afmelden = إبلاغ المدرسة قبل الساعة 08:30 عندما لا يمكنك الحضور
afspraak-diploma = البحث عن قيمة شهادتك هنا

## Computed dates of the municipality's rules
examens_plannen = تحديد مواعيد امتحاناتك
verlenging_vragen = طلب وقت إضافي عند الحاجة
