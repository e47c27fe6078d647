### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Today, what now, waiting, more.

# $item1 to $item4: what is on today; $n: open tasks; $due: date of the first one; $asof: time of the data
home-home =
    ሎሚ፣ { $weekday } { $date }:
    { $item1 }
    { $item2 }
    { $item3 }
    { $item4 }
    ✅ { count-tasks }፣ ዝቕጽል ክሳብ { $due }።
    | ✅ { count-tasks }።
    { $unreadable }
    ሓበሬታ ናይ { $asof }።
    { $newer }
    .lessons = 📚 ትምህርቲ
    .tasks = ✅ ዕማማት
    .plan = 🧭 መደበይ
    .people = 🧑 ሰባት
    .more = ⚙ ተወሳኺ
    .now = ❓ ሕጂ እንታይ?

# Nothing on today; $next: day, time and place of the next lesson
home-home--free =
    ሎሚ፣ { $weekday } { $date }፣ ናጻ መዓልቲ እዩ።
    ዝቕጽል: { $next }።
    ✅ { count-tasks }፣ ዝቕጽል ክሳብ { $due }።
    | ✅ { count-tasks }።
    { $unreadable }
    ሓበሬታ ናይ { $asof }።
    { $newer }

# There is no plan yet
home-home--noplan =
    ሎሚ { $weekday } { $date } እዩ።
    መደብኩም ገና ኣይተዳለወን።
    ሓድሽ ነገር ምስ ዝህሉ ክጽሕፈልኩም እየ።
    ሓበሬታ ናይ { $asof }።
    { $newer }

# $action: what to do; $minutes: how long it takes
home-now =
    👉 መጀመርታ እዚ ግበሩ: { $action }።
    ክሳብ { $date }።
    ኣስታት { count-minutes } ይወስድ።
    .go = ▶ ቀጽሉ
    .help = 🙋 ሓገዝ የድልየኒ

home-now--nothing = ሕጂ ዝተረፈ ነገር የብልኩምን።

# $what: what is waited for; $who: who acts; $window: when it is expected; $n: open tasks
home-waiting =
    ⏳ እትጽበይዎ ዘለኹም: { $what }።
    | ⏳ ምምሕዳር ከተማኹም ንዝቕጽል ስጉምቲ የዳሉ ኣሎ።
    👉 መን ይገብር: { $who }።
    ዝግመት ግዜ: { $window }።
    | እቲ ዕለት ገና ኣይተፈልጠን።
    ክሳብ ሽዑ { count-things } ክትገብሩ ትኽእሉ።
    ሓበሬታ ናይ { $asof }።
    { $newer }
    .tasks = ✅ እንታይ ክገብር እኽእል?
    .people = 🧑 ሰባት
    .plan = 🧭 መደበይ
    .more = ⚙ ተወሳኺ

home-more = እንታይ የድልየኩም?
    .language = 🌍 ቋንቋ
    .reminders = 🔔 መዘኻኸሪታት
    .privacy = 🔒 ውልቃዊ ሓበሬታ
    .help = ❓ ሓገዝ
