### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Lessons and working days: week, day, lesson, online, changes, absence.

# $day_lines: one line per day with lessons
lessons-week =
    { $from_date } – { $to_date }:
    { $day_lines }
    { $unreadable }
    ሓበሬታ ናይ { $asof }።
    { $newer }
    .day = { $weekday }
    .next = ▶ ዝመጽእ ሰሙን
    .this = ◀ እዚ ሰሙን

lessons-week--none =
    { $from_date } – { $to_date }:
    ኣብዚ ሰሙን ትምህርቲ የለን።
    ዝቕጽል: { $next }።
    { $unreadable }
    ሓበሬታ ናይ { $asof }።
    { $newer }

lessons-week--nogroup =
    ገና ጉጅለ የብልኩምን።
    ትምህርቲ ምስ ዝህሉ ክጽሕፈልኩም እየ።
    { $unreadable }
    ሓበሬታ ናይ { $asof }።
    { $newer }

# .item and .appointment: one button each
lessons-day =
    { $weekday } { $date }:
    { $item_lines }
    ሓበሬታ ናይ { $asof }።
    { $newer }
    .item = { $icon } { $from }
    .appointment = 📅 { $from }

lessons-day--none =
    { $weekday } { $date }:
    ኣብዚ መዓልቲ ዝኾነ የለን።
    ሓበሬታ ናይ { $asof }።
    { $newer }

# $title: own name of the lesson (Dutch); $room: number of the room
lessons-lesson =
    { $icon } { $what }።
    { $title }
    { $weekday } { $date }፣ { $from }–{ $to }።
    📍 { $address }
    | 📍 ቤት ትምህርትኹም ነቲ ቦታ ይፈልጦ።
    ክፍሊ { $room }።
    👩‍🏫 { $teacher }።
    ሒዝኩም ምጽኡ: { $bring }።
    ሓበሬታ ናይ { $asof }።
    { $newer }
    .map = 📍 ካርታ
    .online = ❓ ብኸመይ?
    .absence = 🙋 ክመጽእ ኣይክእልን
    .withdraw = ↩ ክመጽእ ክኢለ
    .school = ☎ ቤት ትምህርቲ

lessons-lesson--online =
    { $icon } { $what }።
    { $title }
    { $weekday } { $date }፣ { $from }–{ $to }።
    💻 ኦንላይን: ኣይትጓዓዙ።
    👩‍🏫 { $teacher }።
    ኣዳልዉ: { $bring }።
    ሓበሬታ ናይ { $asof }።
    { $newer }

# $how: how to join
lessons-online =
    💻 { $weekday } { $date }፣ { $from } ኦንላይን እዩ።
    { $how }
    ኣብ ገዛ ኩኑ።
    ኮድ ወይ ፓስዎርድ ፈጺመ ኣይሓትትን እየ።
    .school = ☎ ቤት ትምህርቲ

lessons-changes =
    🔁 ካብ ናይ መወዳእታ ምርኣይኩም ዝተቐየረ:
    { $line1 }
    { $line2 }
    { $line3 }
    ሓበሬታ ናይ { $asof }።
    { $newer }
    .ack = 👍 ኩሉ ተረዲኡኒ
    .week = 📚 ሰሙነይ

lessons-absence =
    { $weekday } { $date }፣ { $from } ክትመጹ ኣይትኽእሉን ዲኹም?
    ንቤት ትምህርቲ ናይ መጀመርታ ስምኩምን እዚ ትምህርትን ክነግር እየ።
    ምኽንያት ክትነግሩ ኣየድልን።
    .yes = ✅ እወ፣ ንቤት ትምህርቲ ንገሩ
    .no = ⬅ ኣይፋል፣ ክመጽእ እየ

lessons-absent =
    ✅ ሰዓት { $time } ናብ ቤት ትምህርቲ ተላኢኹ።
    ብኸመይ ከም ዝቑጸር ቤት ትምህርቲ ይውስን።
    ዝቕጽል ትምህርቲ: { $next }።
    | ዝቕጽል መዓልቲ መዓስ ምዃኑ ቤት ትምህርትኹም ይነግረኩም።
    .withdraw = ↩ ክመጽእ ክኢለ

lessons-absent--saved =
    ሰዓት { $time } ተዓቂቡ።
    ብዝቐልጠፈ ከመሓላልፎ እየ።
    ብኸመይ ከም ዝቑጸር ቤት ትምህርቲ ይውስን።
    ዝቕጽል ትምህርቲ: { $next }።
    | ዝቕጽል መዓልቲ መዓስ ምዃኑ ቤት ትምህርትኹም ይነግረኩም።

lessons-cancelled =
    ❌ { $weekday } { $date }፣ { $from } ተሰሪዙ።
    ኣይትምጽኡ።
    ዝቕጽል ትምህርቲ: { $next }።
    | ዝቕጽል መዓልቲ መዓስ ምዃኑ ቤት ትምህርትኹም ይነግረኩም።
    .ack = 👍 ተረዲኡኒ
