### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### One appointment.

# $person: with whom; $language: of the interpreter; $interpreter: booked, asked for or needed; $answer: what was answered
appointments-appointment =
    📅 { $what } ምስ { $person }።
    | 📅 { $what }።
    { $weekday } { $date }፣ { $from }–{ $to }።
    | { $weekday } { $date }፣ { $from }።
    📍 { $place }።
    | 📍 ተጸዋዒ-ሰብኩም ነቲ ቦታ ይፈልጥዎ።
    ተርጓሚ { $language }: { $interpreter }።
    ሒዝኩም ምጽኡ: { $bring }።
    { $answer }
    ሓበሬታ ናይ { $asof }።
    { $newer }
    .come = ✅ ክመጽእ እየ
    .other = 🔁 ካልእ ግዜ
    .cannot = 🙋 ክመጽእ ኣይክእልን
    .interpreter = 🗣 ተርጓሚ
    .map = 📍 ካርታ
    .call = ☎ ደውሉ

appointments-appointment--cancelled =
    ❌ { $what }፣ { $weekday } { $date }፣ { $from }፣ ተሰሪዙ።
    ኣይትምጽኡ።
    ሓበሬታ ናይ { $asof }።
    { $newer }

# $person: with whom; the old time stays until there is a new one
appointments-other =
    ኣየናይ ይሓይሽ?
    { $person } ሓድሽ ግዜ ክሰዱልኩም እዮም።
    | ተጸዋዒ-ሰብኩም ሓድሽ ግዜ ክሰዱልኩም እዮም።
    እቲ ቀዳማይ ግዜ ክሳብ ሽዑ ይጸንሕ።
    .am = 🌅 ንግሆ
    .pm = ☀ ድሕሪ ቀትሪ
    .callback = ☎ ደውሉለይ

appointments-cannot =
    { $weekday } { $date }፣ { $from } ክትመጹ ኣይትኽእሉን ዲኹም?
    ን{ $person } ክነግር እየ።
    | ንተጸዋዒ-ሰብኩም ክነግር እየ።
    ምኽንያት ክትነግሩ ኣየድልን።
    .yes = ✅ እወ፣ ንገሩ
    .other = 🔁 ካልእ ግዜ
    .no = ⬅ ኣይፋል

# What was answered: "saved" before it has arrived, "known" once it has
answer-come-saved = ✅ ክትመጹ ኢኹም: ከመሓላልፎ እየ።
answer-come-known =
    ✅ ከም እትመጹ { $person } ይፈልጡ እዮም።
    | ✅ ከም እትመጹ ምምሕዳር ከተማ ይፈልጥ እዩ።
answer-other-saved = 🔁 ካልእ ግዜ: ከመሓላልፎ እየ።
answer-other-known =
    🔁 ካልእ ግዜ ከም እትደልዩ { $person } ይፈልጡ እዮም።
    | 🔁 ካልእ ግዜ ከም እትደልዩ ምምሕዳር ከተማ ይፈልጥ እዩ።
answer-cannot-saved = 🙋 ክትመጹ ኣይትኽእሉን: ከመሓላልፎ እየ።
answer-cannot-known =
    🙋 ክትመጹ ከም ዘይትኽእሉ { $person } ይፈልጡ እዮም።
    | 🙋 ክትመጹ ከም ዘይትኽእሉ ምምሕዳር ከተማ ይፈልጥ እዩ።
