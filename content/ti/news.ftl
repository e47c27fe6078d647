### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### News about the plan and its last day.

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

# $line1–$line3: what is new, with its number
news-digest =
    📋 ሓድሽ:
    { $line1 }
    { $line2 }
    { $line3 }
    ተወሳኺ: { $more }።
    .item = { $n }
