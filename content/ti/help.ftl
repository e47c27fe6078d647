### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Help, also for people without a link.

help-help =
    መዓልታትኩም፣ ዕማማትኩም፣ መደብኩምን ዝሕግዙኹም ሰባትን ከርእየኩም እኽእል።
    ኣነ ፕሮግራም እየ፣ ሰብ ኣይኮንኩን።
    ዝኾነ ነገር ኣይውስንን እየ።
    ህጹጽ ሓደጋ: ናብ 112 ደውሉ።
    .ask = 🧑 ንሰብ ሕተቱ
    .tour = ❓ ብኸመይ ይሰርሕ

help-tour =
    መልጎም ጠውቑ: ዝቕጽል ገጽ ኣብዚ የርእየኩም።
    ⬅ ንድሕሪት ይመልስ፣ 🏠 ሎሚ የርኢ።
    ዝኾነ ነገር ከተበላሽዉ ኣይትኽእሉን።
    እንታይ ከም እትገብሩ ኣይፈለጥኩምን?
    መልጎም ሜኑ ጠውቑ።
    .ask = 🧑 ንሰብ ሕተቱ

# $hours: opening hours of the town hall
help-public =
    ንሰባት ናይ { $municipality } ኣብ መዓልታቶምን ዕማማቶምን እሕግዞም።
    ሕቶ፣ ዝጠፍአ ተሌፎን: ናብ { $townhall } ደውሉ፣ ☎ { $phone }።
    ክፉት ሰዓታት: { $hours }።
    .language = 🌍 ቋንቋ
    .code = 🔢 ኮድ ኣለኒ

# A photo, file, sticker, contact or place was sent
help-attachment =
    ፋይላት ክርኢ ኣይክእልን እየ።
    ወረቓቕቲ ኣብ መቐበሊ ጠረጴዛ ኣርእዩ።
    ሓደ ሰብ ክድውለልኩም ትደልዩ ዶ?
    .callback = ☎ እወ፣ ደውሉለይ
    .people = 🧑 ሰባት

help-attachment--voice =
    ናይ ድምጺ መልእኽቲ ክሰምዕ ኣይክእልን እየ።
    ሓደ ሰብ ክድውለልኩም ትደልዩ ዶ?

# A text was typed that no screen asked for
help-unknown =
    ኣይተረድኣንን።
    መልጎም ጠውቑ፣ ወይ ንሰብ ሕተቱ።
    .callback = ☎ ደውሉለይ
    .people = 🧑 ሰባት
    .now = ❓ ሕጂ እንታይ?

# Typed for the third time in a row
help-unknown--call =
    ኣይተረድኣንን።
    ሓደ ሰብ ክድውለልኩም ትደልዩ ዶ?
