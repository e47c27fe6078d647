### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### The people to turn to, call-back and questions.

people-list = ንመን ትደልዩ?
    .caseworker =
        🧑 { $caseworker }፣ ምምሕዳር ከተማ
        | 🧑 ምምሕዳር ከተማ
    .school =
        🏫 { $school }
        | 🏫 ቤት ትምህርትኹም
    .coach = 🧑 { $coach }፣ ኣማኻሪ
    .employer = 🛠 { $employer }
    .duo = 🏛 DUO

# $topics: what this person helps with; $hours: when to reach
people-person =
    { $icon } { $name }።
    | 🧑 { $name }።
    ዝሕግዙሉ: { $topics }።
    ዝዛረብዎ ቋንቋ: { $languages }።
    ዝርከቡሉ ግዜ: { $hours }።
    ☎ { $phone }
    .ask = ✍ ሕቶ ሕተቱ
    .callback = ☎ ደውሉለይ
    .questions = 💬 ሕቶታተይ

people-person--duo =
    🏛 DUO።
    ዝሕግዙሉ: { $topics }።
    ☎ { $phone }
    ናብ DUO ዝኾነ ነገር ክሰድድ ኣይክእልን እየ።

people-callback =
    ☎ { $name } ክድውሉልኩም እዮም።
    መዓስ: { $hours }።
    | መዓስ: ኣብ መዓልቲ ስራሕ።
    ተርጓሚ { $language } ተሓቲቱ ኣሎ።
    ኣብ ጥቓ ተሌፎን ክትጽበዩ ኣየድልን።
    .cancel = ❌ ምድዋል ኣየድልን

people-ask =
    ሕቶኹም ብቋንቋኹም ብሓጺሩ ጽሓፉ።
    ቁጽሪ ካርድ፣ ባንክ ወይ BSN ኣይትጽሓፉ።
    ተቓውሞን ወግዓዊ ሕቶን ኣብዚ ኣይቅበልን: ደብዳቤኹም ኣበይ ምዃኑ ይነግር።
    .callback = ☎ ብተሌፎን ይሕሸኒ
    .cancel = ❌ ደው በሉ

# $dutch: the question in Dutch; $back: the Dutch put back into the reader's language
people-check =
    { $name } ዘንብብዎ: “{ $dutch }”
    ትርጉሙ: “{ $back }”
    ልክዕ ድዩ?
    .send = ✅ ስደዱ
    .again = ✏ እንደገና ጽሓፉ
    .callback = ☎ ብተሌፎን ይሕሸኒ

people-check--unsure =
    { $name } ዘንብብዎ: “{ $dutch }”
    ትርጉሙ: “{ $back }”
    እቲ ትርጉም ርግጸኛ ኣይኮነን።
    እንደገና ጽሓፉ ወይ ክድወለልኩም ሕተቱ።

# The question is Dutch already
people-check--dutch =
    { $name } ዘንብብዎ: “{ $dutch }”
    ልክዕ ድዩ?

people-check--wait = ቁሩብ ተጸበዩ: ሕቶኹም እትርጉሞ ኣለኹ።

people-asis =
    ሕጂ ክትርጉም ኣይክእልን እየ።
    ብቋንቋኹም ክስደድ ድዩ?
    { $name } ምስ ሓጺር መግለጺ ይርእይዎ።
    .send = ✅ ስደዱ
    .callback = ☎ ብተሌፎን ይሕሸኒ
    .cancel = ❌ ደው በሉ

people-sent =
    📨 ሰዓት { $time } ተላኢኹ።
    { $name } ከንብብዎ እዮም።
    መዓስ: { $hours }።
    | መዓስ: ኣብ መዓልታት ስራሕ።
    { $comes }
    .more = ➕ ዝውሰኽ ኣለኒ

people-sent--saved =
    ሰዓት { $time } ተዓቂቡ።
    ብዝቐልጠፈ ከመሓላልፎ እየ።
    { $name } ከንብብዎ እዮም።
    መዓስ: { $hours }።
    | መዓስ: ኣብ መዓልታት ስራሕ።

# $line1–$line5: questions, the newest first
people-questions =
    ሕቶታትኩም:
    { $line1 }
    { $line2 }
    { $line3 }
    { $line4 }
    { $line5 }
    ሓበሬታ ናይ { $asof }።
    .question = { $n }
    .ask = ✍ ሕቶ ሕተቱ

# $text: the answer, translated or Dutch; $dutch: the Dutch of a translated one; $machine, $withheld, $part: what is to be said of it
people-answer =
    💬 { $name }: “{ $text }”
    { $machine }
    🇳🇱 “{ $dutch }”
    { $withheld }
    { $part }
    ሕቶኹም: “{ $question }”
    ሓበሬታ ናይ { $asof }።
    .more = ▶ ክፋል { $n }
    .ask = ✍ ካልእ ሕቶ
    .ok = 👍 ንጹር እዩ
    .unclear = ❓ ንጹር ኣይኮነን
    .callback = ☎ ደውሉለይ

people-answer--sending =
    ሕቶኹም ናይ { $date }: “{ $question }”
    ⏳ ይስደድ ኣሎ።
    ብዝቐልጠፈ ከመሓላልፎ እየ።

people-answer--waiting =
    ሕቶኹም ናይ { $date }: “{ $question }”
    📨 ተላኢኹ።
    { $name } ከንብብዎ እዮም።
    መዓስ: { $hours }።
    | መዓስ: ኣብ መዓልታት ስራሕ።
    { $comes }
    ሓበሬታ ናይ { $asof }።

people-answer--dealt =
    ሕቶኹም ናይ { $date }: “{ $question }”
    ✅ { $name } ብዘይ ጽሑፍ ወዲኦምዎ።
    ንጹር ኣይኮነን ድዩ?
    ክድወለልኩም ሕተቱ።
    ሓበሬታ ናይ { $asof }።

people-answer--silent =
    ሕቶኹም ናይ { $date }: “{ $question }”
    ኣብዚ መልሲ ኣይመጸን፣ ድሕሪ ሕጂ ኣይርእን እየ።
    ደውሉ: { $name }።
    ☎ { $phone }
    መዓስ: { $hours }።

people-answer--refused =
    ሕቶኹም ናይ { $date }: “{ $question }”
    ❌ ክስደድ ኣይተኻእለን።
    ደውሉ: { $name }።
    ☎ { $phone }
    መዓስ: { $hours }።
