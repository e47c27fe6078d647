### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### What is shown, what is stored, stop and delete.

privacy-privacy = 🔒 القرار لك.
    .level = 📩 ما يظهر على شاشتي
    .stored = 📋 ما هو محفوظ
    .stop = ❌ توقف

# $periods: after how long things are deleted
privacy-stored =
    محفوظ هنا: اللغة، الاختيارات، أي خطة هي خطتك، الأيام، المهام، الإشعارات.
    لا BSN ولا وثائق.
    يُحذف: { $periods }.
    تيليغرام أيضًا يحفظ هذه المحادثة.

periods = الأسئلة بعد { $conversation }، الإشعارات بعد { $delivery }، كل شيء بعد { $closed } من إغلاق خطتك
period-days = { $n ->
    [zero] { $n } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}

privacy-stop =
    ما الأفضل لك؟
    خطتك تبقى، مع الرسائل أيضًا.
    .pause = ⏸ توقف مؤقت للإشعارات
    .letters = ✉ رسائل بالبريد من الآن
    .delete = 🗑 توقف وحذف كل شيء هنا

privacy-letters =
    ✉ حسنًا.
    من الآن رسائل ومكالمات.
    لا يتغير شيء في خطتك.
    هذه المحادثة صامتة الآن.
    .undo = ↩ الإشعارات هنا من جديد

privacy-delete =
    🗑 سأحذف كل ما هو محفوظ عنك هنا خلال دقيقة واحدة، والإشعارات التي يمكنني حذفها.
    البلدية تحتفظ بملفك.
    هل هذا مؤكد؟
    .yes = 🗑 نعم، حذف
    .no = ⬅ لا

# $receipt: number of the deletion
privacy-deleted =
    تم الحذف الساعة { $time }.
    الإثبات: { $receipt }.
    يمكنك حذف هذه المحادثة بنفسك: الضغط عليها طويلًا، ثم اختيار الحذف.
    للبدء من جديد يلزم رمز جديد.
