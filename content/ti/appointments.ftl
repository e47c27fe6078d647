### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### One appointment.

# $person: with whom; $language: of the interpreter; $interpreter: booked, asked for or needed
appointments-appointment =
    📅 { $what } ምስ { $person }።
    | 📅 { $what }።
    { $weekday } { $date }፣ { $from }–{ $to }።
    | { $weekday } { $date }፣ { $from }።
    📍 { $place }።
    | 📍 ተጸዋዒ-ሰብኩም ነቲ ቦታ ይፈልጥዎ።
    ተርጓሚ { $language }: { $interpreter }።
    ሒዝኩም ምጽኡ: { $bring }።
    ሓበሬታ ናይ { $asof }።
    { $newer }
    .map = 📍 ካርታ
    .call = ☎ ደውሉ

appointments-appointment--cancelled =
    ❌ { $what }፣ { $weekday } { $date }፣ { $from }፣ ተሰሪዙ።
    ኣይትምጽኡ።
    ሓበሬታ ናይ { $asof }።
    { $newer }
