### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Reminders: times and pause.

# $when: one of when-evening, when-morning, when-both, when-changes
reminders-reminders =
    🔔 ሕጂ: { $when }።
    መልእኽቲ ዘይብሉ ሰዓታት: { $quiet_from }–{ $quiet_to }።
    ህጹጽ ለውጢ ኩሉ ግዜ ይመጽእ።
    .when = ⏰ ሰዓታት
    .pause = ⏸ ንሓደ ሰሙን ደው ኣብሉ

reminders-when = 🔔 ንዝቕጽል መዓልቲ መዓስ ከዘኻኽረኩም?
    .evening = 🌆 ምሸት፣ 19:00
    .morning = 🌅 ንግሆ፣ 07:30
    .both = 🌆🌅 ክልቲኡ
    .changes = 🔕 ለውጢ ጥራይ

reminders-pause =
    ⏸ ክሳብ { $weekday } { $date } መልእኽቲ የለን: ህጹጽ ለውጢ እውን ኣይመጽእን።
    መዓልታትኩም ይቕጽሉ።
    ኣብ ዝኾነ ግዜ ኣብዚ ርኣዩ።
    .resume = ▶ ሕጂ ቀጽሉ

when-evening = ምሸት፣ 19:00
when-morning = ንግሆ፣ 07:30
when-both = ምሸትን ንግሆን
when-changes = ለውጢ ጥራይ
