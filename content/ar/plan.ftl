### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### The plan: overview, parts, exams, dates, who acts.

# $dated_on: date of the plan; $last_day: last day of the term; $done, $now, $later: names of parts
plan-overview =
    🧭 خطتك بتاريخ { $dated_on }.
    المسار: { $route }.
    اليوم الأخير: { $last_day }.
    ✔ تم: { $done }.
    ▶ الآن: { $now }.
    ⏳ لاحقًا: { $later }.
    { $unreadable }
    آخر تحديث: { $asof }.
    { $newer }
    .parts = 🧩 الأجزاء
    .dates = ⏳ التواريخ
    .who = 👉 الخطوة التالية عند من؟
    .about = 📄 ما هذا؟

plan-overview--none =
    لا توجد خطة هنا بعد.
    سأكتب لك عندما تكون هنا.
    { $unreadable }
    آخر تحديث: { $asof }.
    { $newer }

plan-parts = الرجاء اختيار جزء من خطتك.
    .language = 📚 الهولندية
    .knm = 📗 معرفة المجتمع الهولندي (KNM)
    .pvt = 🤝 إعلان المشاركة (PVT)
    .map = 🛠 التحضير للعمل (MAP)
    .participation = 🙌 المشاركة
    .literacy = 📖 القراءة والكتابة
    .bridging = 📚 الهولندية والتحضير للدراسة
    .exams = 📝 الامتحانات
    .more = ▶ المزيد

plan-parts--none = لا شيء هنا بعد.

# $hours of $target: lesson hours; $unknown: said where hours are not known; $level: level per skill
plan-part =
    { $icon } { $part }.
    الجهة: { $provider }.
    الساعات: { $hours } من { $target }، معروفة حتى { $known_until }.
    | الساعات: { $hours }، معروفة حتى { $known_until }.
    | { $unknown }
    مصدر المعلومة: { $reporter }.
    المستوى: { $level }.
    الآن: { $now }.
    التالي: { $next }.
    👉 الخطوة التالية عند: { $who }.
    آخر تحديث: { $asof }.
    { $newer }
    .lessons = 📚 الدروس
    .person = 🧑 التواصل
    .explain = ❓ ما هذا؟

# $meaning: what it is; $dutch: the Dutch word in letters
plan-explain =
    ❓ { $part }: { $meaning }.
    الاسم في الرسائل: «{ $dutch }».
    .person = 🧑 التواصل

plan-exams =
    📝 امتحاناتك:
    { $exam_lines }
    👉 الخطوة التالية عند: { $who }.
    آخر تحديث: { $asof }.
    { $newer }
    .day = 📅 يوم الامتحان
    .explain = ❓ ما هذا؟

plan-exams--none = لا امتحانات في خطتك بعد.

plan-dates =
    ⏳ تواريخك:
    في { $date1 }: { $what1 }
    في { $date2 }: { $what2 }
    في { $date3 }: { $what3 }
    اليوم الأخير: { $last_day }.
    آخر تحديث: { $asof }.
    { $newer }
    .later = ➕ لاحقًا

plan-dates--none =
    لا تواريخ بعد.
    اليوم الأخير: { $last_day }.
    آخر تحديث: { $asof }.
    { $newer }

# $you, $mun, $school, $duo: what each does next
plan-who =
    👉 أنت: { $you }.
    | 👉 أنت: لا شيء الآن.
    👉 { $municipality }: { $mun }.
    | 👉 { $municipality }: لا شيء الآن.
    👉 المدرسة: { $school }.
    | 👉 المدرسة: لا شيء الآن.
    👉 DUO: { $duo }.
    | 👉 DUO: لا شيء الآن.
    .ask = 🙋 سؤال عن هذا

plan-about =
    الرسالة بتاريخ { $dated_on } هي القرار الحقيقي.
    يظهر هنا ما هو مكتوب فيها.
    هل لديك اعتراض؟
    الرسالة تشرح ما يمكنك عمله.
    الشرح ممكن عند { $caseworker }.
    | الشرح ممكن عند الشخص المسؤول عنك.
    .call = ☎ اتصال
