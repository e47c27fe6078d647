### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Reminders: times and pause.

# $when: one of when-evening, when-morning, when-both, when-changes
reminders-reminders =
    🔔 Now: { $when }.
    Quiet: { $quiet_from }–{ $quiet_to }.
    Urgent changes always come.
    .when = ⏰ Times
    .pause = ⏸ Pause a week

reminders-when = 🔔 When may I remind you of the next day?
    .evening = 🌆 Evening, 19:00
    .morning = 🌅 Morning, 07:30
    .both = 🌆🌅 Both
    .changes = 🔕 Only changes

reminders-pause =
    ⏸ Quiet until { $weekday } { $date }: nothing comes, also no urgent changes.
    Your days go on.
    Look here any time.
    .resume = ▶ Go on now

when-evening = evening, 19:00
when-morning = morning, 07:30
when-both = evening and morning
when-changes = only changes
