### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### The plan: overview, parts, exams, dates, who acts.

# $dated_on: date of the plan; $last_day: last day of the term; $done, $now, $later: names of parts
plan-overview =
    🧭 መደብኩም ናይ { $dated_on }።
    መሰጋገሪ ትምህርቲ: { $route }።
    መወዳእታ መዓልቲ: { $last_day }።
    ✔ ተወዲኡ: { $done }።
    ▶ ሕጂ: { $now }።
    ⏳ ጸኒሑ: { $later }።
    { $unreadable }
    ሓበሬታ ናይ { $asof }።
    { $newer }
    .parts = 🧩 ክፋላት
    .dates = ⏳ ዕለታት
    .who = 👉 መን ይገብር?
    .about = 📄 እዚ እንታይ እዩ?

plan-overview--none =
    ኣብዚ ገና መደብ የለን።
    ምስ መጸ ክጽሕፈልኩም እየ።
    { $unreadable }
    ሓበሬታ ናይ { $asof }።
    { $newer }

plan-parts = ሓደ ክፋል ናይ መደብኩም ምረጹ።
    .language = 📚 ቋንቋ ኔዘርላንድ
    .knm = 📗 ፍልጠት ሃገር (KNM)
    .pvt = 🤝 መስርሕ መግለጺ ተሳትፎ (PVT)
    .map = 🛠 ሞዱል ስራሕ (MAP)
    .participation = 🙌 ተሳትፎ
    .literacy = 📖 ምንባብን ምጽሓፍን
    .bridging = 📚 ቋንቋን ንትምህርቲ ምድላውን
    .exams = 📝 መርመራታት
    .more = ▶ ተወሳኺ

plan-parts--none = ኣብዚ ገና ዝኾነ የለን።

# $hours of $target: lesson hours; $unknown: said where hours are not known; $level: level per skill
plan-part =
    { $icon } { $part }።
    ምስ: { $provider }።
    { $hours } ካብ { $target } ሰዓታት፣ ክሳብ { $known_until } ዝተፈልጠ።
    | { $hours } ሰዓታት፣ ክሳብ { $known_until } ዝተፈልጠ።
    | { $unknown }
    ዝሓበረ: { $reporter }።
    ደረጃ: { $level }።
    ሕጂ: { $now }።
    ዝቕጽል: { $next }።
    👉 መን ይገብር: { $who }።
    ሓበሬታ ናይ { $asof }።
    { $newer }
    .lessons = 📚 ትምህርቲ
    .person = 🧑 ርክብ
    .explain = ❓ እዚ እንታይ እዩ?

# $meaning: what it is; $dutch: the Dutch word in letters
plan-explain =
    ❓ { $part }: { $meaning }።
    ኣብ ደብዳቤ “{ $dutch }” ይበሃል።
    .person = 🧑 ርክብ

plan-exams =
    📝 መርመራታትኩም:
    { $exam_lines }
    👉 መን ይገብር: { $who }።
    ሓበሬታ ናይ { $asof }።
    { $newer }
    .day = 📅 መዓልቲ መርመራ
    .explain = ❓ እዚ እንታይ እዩ?

plan-exams--none = ኣብ መደብኩም ገና መርመራ የለን።

plan-dates =
    ⏳ ዕለታትኩም:
    { $date1 }: { $what1 }
    { $date2 }: { $what2 }
    { $date3 }: { $what3 }
    መወዳእታ መዓልቲ: { $last_day }።
    ሓበሬታ ናይ { $asof }።
    { $newer }
    .later = ➕ ጸኒሑ

plan-dates--none =
    ገና ዕለታት የለን።
    መወዳእታ መዓልቲ: { $last_day }።
    ሓበሬታ ናይ { $asof }።
    { $newer }

# $you, $mun, $school, $duo: what each does next
plan-who =
    👉 ንስኹም: { $you }።
    | 👉 ንስኹም: ሕጂ ዝግበር የለን።
    👉 { $municipality }: { $mun }።
    | 👉 { $municipality }: ሕጂ ዝግበር የለን።
    👉 ቤት ትምህርቲ: { $school }።
    | 👉 ቤት ትምህርቲ: ሕጂ ዝግበር የለን።
    👉 DUO: { $duo }።
    | 👉 DUO: ሕጂ ዝግበር የለን።
    .ask = 🙋 ብዛዕባ እዚ ሕተቱ

plan-about =
    እቲ ሓቀኛ ውሳነ ኣብቲ ናይ { $dated_on } ደብዳቤ ኣሎ።
    ኣብዚ ትሕዝቶኡ ትርእዩ።
    ኣይትሰማምዑን ዲኹም?
    እንታይ ክትገብሩ ከም እትኽእሉ እቲ ደብዳቤ ይገልጽ።
    { $caseworker } ከብርሁልኩም ይኽእሉ።
    | ተጸዋዒ-ሰብኩም ከብርሁልኩም ይኽእሉ።
    .call = ☎ ደውሉ
