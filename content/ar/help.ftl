### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Help, also for people without a link.

help-help =
    أعرض لك الأيام والمهام والخطة والأشخاص.
    أنا برنامج ولست شخصًا.
    لا أقرر شيئًا.
    للطوارئ: الرجاء الاتصال بالرقم 112.
    .ask = 🧑 سؤال شخص
    .tour = ❓ كيف يعمل هذا؟

help-tour =
    الرجاء الضغط على زر: أعرض هنا الصفحة التالية.
    ⬅ للرجوع، 🏠 لعرض اليوم.
    لا يمكن أن يتعطل شيء.
    هل ضاعت الصفحة؟
    الرجاء الضغط على زر القائمة.
    .ask = 🧑 سؤال شخص

# $hours: opening hours of the town hall
help-public =
    أساعد سكان { $municipality } في أيامهم ومهامهم.
    للأسئلة أو عند ضياع الهاتف: الرجاء الاتصال بـ { $townhall }، ☎ { $phone }.
    أوقات العمل: { $hours }.
    .language = 🌍 اللغة
    .code = 🔢 لدي رمز

# A photo, file, sticker, contact or place was sent
help-attachment =
    لا أستطيع رؤية الملفات.
    الرجاء إظهار الأوراق في مكتب الاستقبال.
    هل أطلب لك مكالمة من شخص؟
    .callback = ☎ نعم، الاتصال بي
    .people = 🧑 الأشخاص

help-attachment--voice =
    لا أستطيع الاستماع إلى الرسائل الصوتية.
    هل أطلب لك مكالمة من شخص؟

# A text was typed that no screen asked for
help-unknown =
    لم أفهم.
    الرجاء الضغط على زر أو سؤال شخص.
    .callback = ☎ الاتصال بي
    .people = 🧑 الأشخاص
    .now = ❓ ماذا الآن؟

# Typed for the third time in a row
help-unknown--call =
    لم أفهم.
    هل أطلب لك مكالمة من شخص؟
