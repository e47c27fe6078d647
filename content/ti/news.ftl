### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### News about the plan, its last day and exams.

# $part, $old, $new: what changed
news-plan =
    🧭 ዕለት { $date } ተቐይሩ: { $part }።
    | 🧭 ተቐይሩ: { $part }።
    | 🧭 መደብኩም ተቐይሩ።
    ቅድሚ ሕጂ: { $old }።
    ሕጂ: { $new }።
    ውሳነ እንተኾይኑ፣ ካብ ምምሕዳር ከተማ ደብዳቤ ክመጽእ እዩ።
    .plan = 🧭 መደበይ
    .ask = 🙋 ሕተቱ

news-term =
    ብዛዕባ መወዳእታ ዕለት ናይ መደብኩም ሓድሽ ሓበሬታ ኣሎ።
    ደብዳቤ DUO ይገልጾ።
    ኣብዚ ዘሎ መደብኩም { $last_day } የርኢ።
    ሕቶ ኣለኩም?
    ናብ { $caseworker } ደውሉ።
    | ናብ ተጸዋዒ-ሰብኩም ደውሉ።
    .call = ☎ ደውሉ
    .plan = 🧭 መደበይ

news-result =
    ውጽኢት መርመራ ኣሎ።
    ኣነ ኣየርእዮን እየ።
    ኣብ Mijn Inburgering ርኣዩ ወይ ደብዳቤ ተጸበዩ።
    { $caseworker } ምሳኹም ክርእይ ይኽእል።
    | ተጸዋዒ-ሰብኩም ምሳኹም ክርእይ ይኽእል።
    .callback = ☎ ደውሉለይ
    .how = 🏛 ብኸመይ እርኢ፧

news-look =
    🏛 1 inburgeren.nl ክፈቱ፣ Mijn Inburgering ምረጹ።
    2 ብ DigiD እተዉ።
    3 መርመራታትኩም ርኣዩ።
    ኮድኩም ንማንም ሰብ ኣይትሃቡ፣ ንዓይ'ውን ኣይትሃቡኒ።
    .callback = ☎ ደውሉለይ

news-pause =
    ⏸ መደብኩም ካብ { $date } ጀሚሩ የዕርፍ ኣሎ።
    | ⏸ መደብኩም ሕጂ የዕርፍ ኣሎ።
    ክሳብ ዝቕጽል መዘኻኸሪ የለን።
    ምኽንያቱ ኣብ ደብዳቤኹም ኣሎ።
    { $caseworker } ከብርህ ይኽእል።
    | ተጸዋዒ-ሰብኩም ከብርህ ይኽእል።
    .call = ☎ ደውሉ

news-completed =
    🎉 መደብኩም ተዛዚሙ፣ ይብል { $municipality }።
    ደብዳቤ ወይ ምስክር ወረቐት ክመጽእ እዩ።
    እዚ ዝርርብ ብ { $date } ይዕጾ፣ ድሕሪኡ ይድምሰስ።
    .close = ❌ ሕጂ ዕጸዉ

# $line1–$line3: what is new, with its number
news-digest =
    📋 ሓድሽ:
    { $line1 }
    { $line2 }
    { $line3 }
    ተወሳኺ: { $more }።
    .item = { $n }
