### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Reminders: times and pause.

# $when: one of when-evening, when-morning, when-both, when-changes
reminders-reminders =
    🔔 حالا: { $when }.
    بدون پیام: از { $quiet_from } تا { $quiet_to }.
    تغییرهای فوری همیشه می‌آیند.
    .when = ⏰ زمان‌ها
    .pause = ⏸ توقف یک هفته

reminders-when = 🔔 چه وقت روز بعد را یادآوری کنم؟
    .evening = 🌆 شب، 19:00
    .morning = 🌅 صبح، 07:30
    .both = 🌆🌅 هر دو
    .changes = 🔕 فقط تغییرها

reminders-pause =
    ⏸ بدون پیام تا { $weekday } { $date }: هیچ چیز نمی‌آید، تغییر فوری هم نه.
    روزهای شما ادامه دارند.
    هر وقت خواستید اینجا را ببینید.
    .resume = ▶ حالا ادامه

when-evening = شب، 19:00
when-morning = صبح، 07:30
when-both = شب و صبح
when-changes = فقط تغییرها
