### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Consent in layers: what Telegram is, who sees the phone, what the screen shows.

consent-what =
    Telegram ናይ ምምሕዳር ከተማ ኣይኮነን።
    ኣብዚ መዓልታት፣ ቦታታትን ዕማማትን ትረኽቡ።
    ውጽኢት፣ ጥዕና ወይ ገንዘብ ፈጺሙ ኣይጽሓፍን።
    ኩሉ ግዜ ደብዳቤ ወይ ተሌፎን ክትመርጹ፣ ኣብ ዝኾነ ግዜ እውን ደው ከተብሉ ትኽእሉ።
    .yes = ✅ Telegram ተጠቐሙ
    .no = ✉ ደብዳቤ ወይ ተሌፎን ይሕሸኒ
    .more = ℹ ተወሳኺ

consent-other =
    ጽቡቕ።
    ከም ቅድም ደብዳቤን ተሌፎንን ክመጸኩም እዩ።
    ኣብ መደብኩም ዝቕየር ነገር የለን።
    ብሓድሽ ኮድ ክትምለሱ ትኽእሉ።
    .language = 🌍 ቋንቋ

consent-phone = ነዚ ተሌፎን መን ይርእዮ?
    .me = 👤 ኣነ ጥራይ
    .others = 👨‍👩‍👧 ካልኦት እውን

# $preview: an example of a message
consent-level =
    ስክሪንኩም እንታይ ከርኢ ከም ዝኽእል ምረጹ።
    ኣብነት: “{ $preview }”
    .L0 = 📩 ምልክት ጥራይ
    .L1 = 📅 መዓልትን ቦታን
    .L2 = 💬 ኩሉ
    .ok = ✅ ጽቡቕ
