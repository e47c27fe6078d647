### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Words for codes of the case, small pieces of lines, and counts.

## Counts ($n, $minutes: whole numbers)
count-tasks = { $n ->
    [one] { $n } کار
   *[other] { $n } کار
}
count-things = { $n ->
    [one] { $n } کار
   *[other] { $n } کار
}
count-minutes = { $minutes ->
    [one] { $minutes } دقیقه
   *[other] { $minutes } دقیقه
}
and-more = + { $n }

## Joining
join-and = { $first } و { $next }
join-list = { $first }، { $next }

## Age of the data
as-of-day = { $weekday } { $date }، ساعت { $time }
newer-follows = اطلاعات تازه‌تر می‌آید.
unreadable = یک بخش حالا نشان داده نمی‌شود. شهرداری خبر دارد.

## Moments and lines
moment =
    { $weekday } { $date }، ساعت { $from }، { $place }
    | { $weekday } { $date }، ساعت { $from }
    | { $weekday } { $date }
room = اتاق { $room }
line-today =
    { $icon } ساعت { $from }، { $place }
    | { $icon } ساعت { $from }
line-today-cancelled = ❌ ساعت { $from } لغو شد
line-today-absent = 🙋 ساعت { $from }: آموزشگاه خبر دارد
line-item =
    { $icon } از { $from } تا { $to }: { $what }، { $place }
    | { $icon } از { $from } تا { $to }: { $what }
    | { $icon } ساعت { $from }: { $what }، { $place }
    | { $icon } ساعت { $from }: { $what }
line-item-cancelled = ❌ ساعت { $from }، { $what }: لغو شد
line-item-absent = 🙋 ساعت { $from }، { $what }: آموزشگاه خبر دارد
line-day = { $weekday } { $day }: { $items }
slot = { $icon } { $from }
line-task =
    { $n } { $task }، تا { $date }
    | { $n } { $task }
line-finished =
    { $n } { $task }، { $date }
    | { $n } { $task }
change-cancelled = ❌ { $weekday } { $date }، ساعت { $from }: لغو شد
change-moved =
    🔁 نه { $old }، بلکه { $weekday } { $date }، ساعت { $from }
    | 🔁 { $weekday } { $date }، ساعت { $from }
change-on = ✅ { $weekday } { $date }، ساعت { $from }: دوباره برگزار می‌شود
change-place =
    📍 { $weekday } { $date }، ساعت { $from }: حالا { $place }
    | 📍 { $weekday } { $date }، ساعت { $from }: محل دیگر
change-online = 💻 { $weekday } { $date }، ساعت { $from }: آنلاین
change-appointment =
    📅 نه { $old }، بلکه { $weekday } { $date }، ساعت { $from }
    | 📅 { $weekday } { $date }، ساعت { $from }
change-appointment-cancelled = ❌ 📅 { $weekday } { $date }، ساعت { $from }: لغو شد
line-digest = { $n } { $what }
digest-reminder =
    ⏰ { $weekday } { $date }، ساعت { $from }، { $place }
    | ⏰ { $weekday } { $date }، ساعت { $from }
digest-task =
    ✅ { $task }، تا { $date }
    | ✅ { $task }
    | ✅ یک کار تازه هست
digest-plan = 🧭 برنامه شما یک تغییر دارد
digest-term = 📩 خبری هست
digest-message = 📩 یک پیام هست
digest-question = 💬 خبری درباره سؤال شما هست
question-sending = ⏳ { $date }: در حال فرستادن
question-waiting = 📨 { $date }: منتظر جواب
question-answered = 💬 { $date }: جواب داده شد
question-dealt = ✅ { $date }: رسیدگی شد
question-silent = ☎ { $date }: اینجا جوابی نیامد
question-refused = ❌ { $date }: فرستاده نشد
answer-comes = جواب اینجا می‌آید.
answer-machine = 🤖 ترجمه ماشینی.
answer-follows = 🇳🇱 این هلندی است. ترجمه می‌آید.
answer-dutch = 🇳🇱 این هلندی است. روشن نیست؟ تماس تلفنی بخواهید.
answer-unsure = 🤖 ترجمه مطمئن نیست. این متن هلندی است. روشن نیست؟ تماس تلفنی بخواهید.
answer-withheld = یک شماره شخصی برداشته شد.
answer-part = بخش { $n } از { $of }.
same-time = { $what }، همزمان با درس شما
at-time = { $what } ساعت { $from }
advice = { $what } (پیشنهاد { $municipality }، { $source })
exam-line = { $exam }: { $state }
level-line = { $skill } { $level }
window-before = قبل از { $date }
window-from = از { $date }
window-between = بین { $from_date } و { $to_date }
be-at = حضور: { $what }، { $date }
lesson-on = درس { $date }
agreement-before =
    { $what }، تا { $date }
    | { $what }
quoted-dutch = «{ $text }» (هلندی)
machine-translated = 🤖 { $text } (ترجمه ماشینی)

## Hours of people
hours-working = روزهای کاری از { $from } تا { $to }
hours-days = از { $first } تا { $last }، از { $from } تا { $to }
hours-day = { $weekday } از { $from } تا { $to }
hours-unknown = ساعت‌ها هنوز معلوم نیست.
on-a-working-day = در یک روز کاری

## Where the name of a person or organisation is not known
your-contact-person = شخص رابط شما در شهرداری
your-school = آموزشگاه شما
your-municipality = شهرداری شما
the-townhall = ساختمان شهرداری

## Parts of the plan
part-taal = هلندی
part-knm = آشنایی با جامعه هلند (KNM)
part-pvt = تعهد مشارکت (PVT)
part-map = آمادگی برای کار (MAP)
part-participatie = مشارکت
part-alfabetisering = خواندن و نوشتن
part-examen = امتحان‌ها
part-taalschakeltraject = هلندی و آمادگی برای تحصیل
part-eindgesprek = گفتگوی پایانی
icon-taal = 📚
icon-knm = 📗
icon-pvt = 🤝
icon-map = 🛠
icon-participatie = 🙌
icon-alfabetisering = 📖
icon-examen = 📝
icon-taalschakeltraject = 📚

## What is going on now in a part
stand-taal-niet_geplaatst = هنوز گروه ندارید
stand-taal-wachten = منتظر گروه هستید
stand-taal-volgt = درس دارید
stand-taal-examenklaar = آماده برای امتحان‌ها
stand-taal-klaar = انجام شده
stand-knm-niet_geplaatst = هنوز گروه ندارید
stand-knm-wachten = منتظر گروه هستید
stand-knm-volgt = درس دارید
stand-knm-examenklaar = آماده برای امتحان
stand-knm-klaar = انجام شده
stand-alfabetisering-niet_geplaatst = هنوز گروه ندارید
stand-alfabetisering-wachten = منتظر گروه هستید
stand-alfabetisering-volgt = درس دارید
stand-alfabetisering-examenklaar = آماده برای درس‌های بعدی
stand-alfabetisering-klaar = انجام شده
stand-taalschakeltraject-niet_geplaatst = هنوز گروه ندارید
stand-taalschakeltraject-wachten = منتظر گروه هستید
stand-taalschakeltraject-volgt = درس دارید
stand-taalschakeltraject-examenklaar = آماده برای امتحان‌ها
stand-taalschakeltraject-klaar = انجام شده
stand-pvt-open = هنوز زمان ندارد
stand-pvt-gepland = زمان آن معلوم است
stand-pvt-gevolgd = جلسه‌ها تمام شد، امضا بعد می‌آید
stand-pvt-ondertekend = امضا شده
stand-map-open = هنوز شروع نشده
stand-map-themas = روی موضوع‌ها کار می‌کنید
stand-map-praktijk = در محل کار یاد می‌گیرید
stand-map-eindgesprek_gepland = زمان گفتگوی پایانی معلوم است
stand-map-afgerond = انجام شده
stand-participatie-open = هنوز شروع نشده
stand-participatie-loopt = مشارکت می‌کنید
stand-participatie-klaar = انجام شده
stand-examen-niet_aangemeld = هنوز ثبت‌نام نشده
stand-examen-aangemeld = ثبت‌نام شده
stand-examen-afgelegd = امتحان داده شد، لطفاً صبر کنید
stand-examen-bekend = در Mijn Inburgering ببینید
stand-examen-klaar = انجام شده

## Exams and skills
exam-LE = خواندن
exam-LU = گوش کردن
exam-SC = نوشتن
exam-SP = صحبت کردن
exam-KNM = KNM
skill-LE = خواندن
skill-LU = گوش کردن
skill-SC = نوشتن
skill-SP = صحبت کردن
skill-KNM = KNM

## Routes
route-B = مسیر B1
route-O = مسیر تحصیلی (Onderwijsroute)
route-Z = مسیر خودکفایی (Z-route)

## Who acts
party-inburgeraar = شما
party-gemeente = شهرداری شما
party-aanbieder = آموزشگاه
party-werkgever = محل کار
party-begeleider = یاور شما
party-duo = DUO

## State of the case, said while waiting
status-obliged = گفتگوی اول
status-matched = گفتگوی اول
status-intake_planned = گفتگوی اول
status-intake_running = برنامه شما
status-plan_draft = برنامه شما
status-plan_established = یک گروه مناسب
status-waiting_for_group = یک گروه مناسب
status-in_route = درس بعدی
status-paused = برنامه شما فعلاً متوقف است
status-completed = برنامه شما کامل شده است
status-closed = برنامه شما بسته شده است
wait-groep = یک گروه مناسب
wait-start_les = درس اول
wait-kinderopvang = جا برای کودک شما
wait-tolk = یک مترجم
wait-examendatum = یک روز برای امتحان
wait-uitslag = نامه درباره امتحان
wait-besluit = نامه شهرداری
wait-overig = قدم بعدی

## Kinds of appointment
kind-brede_intake = گفتگوی اول
kind-leerbaarheidstoets = آزمون یادگیری
kind-pip_gesprek = گفتگو درباره برنامه شما
kind-voortgangsgesprek = گفتگو
kind-pvt_bijeenkomst = PVT
kind-pvt_ondertekening = امضا
kind-map_eindgesprek = گفتگوی پایانی
kind-zroute_eindgesprek = گفتگوی پایانی
kind-examen = امتحان
kind-overig = قرار
kind-numbered = { $kind } { $number }
kind-exam = { $kind } { $exam }
form-telefoon = با تلفن
form-video = با ویدیو
interpreter-booked = گرفته شده
interpreter-asked = درخواست شده
interpreter-needed = لازم است

## Places (never a name of an organisation) and things to bring
place-stadhuis = ساختمان شهرداری
place-werkplek_groen = محل کار در فضای سبز
place-bibliotheek = کتابخانه
place-balie = باجه
bring-schrift = دفتر
bring-pen = خودکار
bring-id_bewijs = کارت شناسایی
bring-schoolpapieren = مدارک تحصیلی
bring-diploma = دیپلم
bring-brief = نامه شما
bring-werkkleding = لباس کار
bring-lunch = چیزی برای خوردن

## What people help with
role-klantmanager = برنامه شما، کارها، نامه‌ها
role-school = درس‌ها، روزها و ساعت‌ها
role-begeleider = کارهای روزانه، نامه‌ها
role-werkgever = روزهای کار شما
role-duo = امتحان‌ها، تاریخ پایان برنامه شما

## What the parts are; $dutch is the word in letters, the same in every language
explain-taal = حرف زدن، خواندن، گوش کردن و نوشتن هلندی را یاد می‌گیرید
explain-knm = یاد می‌گیرید زندگی، کار و مدرسه در اینجا چطور است
explain-pvt = درباره ارزش‌های هلند یاد می‌گیرید و یک برگه درباره مشارکت امضا می‌کنید
explain-map = کار در اینجا را می‌شناسید و در یک محل کار تمرین می‌کنید
explain-participatie = با دیگران کارهایی انجام می‌دهید: کار، کمک، یادگیری
explain-alfabetisering = حرف‌ها، خواندن و نوشتن را یاد می‌گیرید
explain-examen = در DUO نشان می‌دهید چه یاد گرفته‌اید
explain-taalschakeltraject = هلندی و چیزهای لازم برای تحصیل در اینجا را یاد می‌گیرید
dutch-taal = taalles
dutch-knm = Kennis van de Nederlandse Maatschappij (KNM)
dutch-pvt = participatieverklaringstraject (PVT)
dutch-map = Module Arbeidsmarkt en Participatie (MAP)
dutch-participatie = participatie
dutch-alfabetisering = alfabetisering
dutch-examen = examen
dutch-taalschakeltraject = taalschakeltraject

## How to join online
online-how = پیام یا ایمیل آموزشگاه خود را ببینید.

## Example of a message, where no lesson is known
example-preview = سه‌شنبه ساعت 13:00، Kade 4

## Tasks with a reviewed text
task-brieven = نامه‌هایتان را سه‌شنبه به باجه بیاورید
task-brieven-waarom = با هم آن‌ها را می‌خوانیم
task-brieven-1 = نامه‌ها را در یک کیف بگذارید
task-brieven-2 = به ساختمان شهرداری بروید
task-brieven-3 = سه‌شنبه از 09:00 تا 11:00
task-diploma = مدارک دیپلم خود را به باجه بیاورید
task-diploma-waarom = بعد می‌توانیم بپرسیم دیپلم شما اینجا چه ارزشی دارد
task-bibliotheekpas = کارت کتابخانه بگیرید
task-bibliotheekpas-waarom = آنجا کتاب، کامپیوتر و افرادی برای حرف زدن به هلندی هست
task-digid = برای گرفتن DigiD درخواست بدهید
task-digid-waarom = با DigiD وارد سایت‌های دولت می‌شوید
task-pvt_dag = یک روز برای PVT انتخاب کنید
task-pvt_dag-waarom = بعد می‌توانیم برای شما جا نگه داریم
task-open_dag = به روز باز رشته پرستاری بروید
task-open_dag-waarom = مدرسه را می‌بینید و می‌توانید سؤال کنید
task-examen_aanmelden = برای امتحان نوشتن و صحبت کردن ثبت‌نام کنید
task-examen_aanmelden-waarom = در برنامه شما نوشته است که تصحیح ممکن است طول بکشد

## Names of languages
lang-nl = هلندی
lang-en = انگلیسی
lang-ar = عربی
lang-ti = تیگرینیا
lang-tr = ترکی
lang-fa = فارسی
lang-fa-AF = دری
lang-ps = پشتو
lang-so = سومالیایی
lang-ku = کرمانجی
lang-ckb = سورانی
lang-am = امهری
lang-uk = اوکراینی
lang-fr = فرانسوی

## Agreements in the plan with a reviewed text
afspraak-tolk = یک مترجم در هر گفتگو
afspraak-brieven = نامه‌هایتان را سه‌شنبه به باجه بیاورید
afspraak-examen_aanmelden = برای امتحان نوشتن و صحبت کردن ثبت‌نام کنید
afspraak-donderdag_vrij = پنجشنبه‌ها ساعت 17:00 پایان کار
afspraak-laptop = یک لپ‌تاپ امانتی
afspraak-open_dag = به روز باز رشته پرستاری بروید
afspraak-buddy = یک دانشجو که کمک می‌کند
afspraak-kinderopvang = جا برای کودک شما پیش از درس اول
afspraak-afmelden = اگر نمی‌توانید بیایید، پیش از ساعت 08:30 به آموزشگاه بگویید
afspraak-diploma = یک نفر می‌پرسد دیپلم شما اینجا چه ارزشی دارد

## Computed dates of the municipality's rules
examens_plannen = برای امتحان‌های خود برنامه‌ریزی کنید
verlenging_vragen = اگر وقت بیشتری لازم دارید، درخواست کنید
