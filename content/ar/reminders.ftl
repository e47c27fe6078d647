### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Reminders: times and pause.

# $when: one of when-evening, when-morning, when-both, when-changes
reminders-reminders =
    🔔 الآن: { $when }.
    وقت الهدوء: من { $quiet_from } إلى { $quiet_to }.
    التغييرات العاجلة تصل دائمًا.
    .when = ⏰ الأوقات
    .pause = ⏸ توقف لمدة أسبوع

reminders-when = 🔔 متى يمكنني تذكيرك باليوم التالي؟
    .evening = 🌆 المساء، 19:00
    .morning = 🌅 الصباح، 07:30
    .both = 🌆🌅 كلاهما
    .changes = 🔕 التغييرات فقط

reminders-pause =
    ⏸ هدوء حتى { $weekday } { $date }: لا يصل شيء، ولا التغييرات العاجلة.
    أيامك تستمر.
    يمكنك النظر هنا في أي وقت.
    .resume = ▶ المتابعة الآن

when-evening = المساء، 19:00
when-morning = الصباح، 07:30
when-both = المساء والصباح
when-changes = التغييرات فقط
