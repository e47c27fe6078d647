### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Reminders: times and pause.

# $when: one of when-evening, when-morning, when-both, when-changes
reminders-reminders =
    🔔 Şimdi: { $when }.
    Sessiz saatler: { $quiet_from }–{ $quiet_to }.
    Acil değişiklikler her zaman gelir.
    .when = ⏰ Saatler
    .pause = ⏸ Bir hafta ara ver

reminders-when = 🔔 Sonraki günü size ne zaman hatırlatayım?
    .evening = 🌆 Akşam, 19:00
    .morning = 🌅 Sabah, 07:30
    .both = 🌆🌅 İkisi de
    .changes = 🔕 Yalnız değişiklikler

reminders-pause =
    ⏸ { $date } { $weekday } gününe kadar sessiz: hiçbir şey gelmez, acil değişiklikler de gelmez.
    Günleriniz devam eder.
    İstediğiniz zaman buraya bakın.
    .resume = ▶ Şimdi devam et

when-evening = akşam, 19:00
when-morning = sabah, 07:30
when-both = akşam ve sabah
when-changes = yalnız değişiklikler
