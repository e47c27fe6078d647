### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### The printed invitation letter.

letter-title = መዓልታትኩምን ዕማማትኩምን ኣብ ተሌፎንኩም
letter-greeting = ዝኸበርኩም { $name }፣
letter-what =
    { $municipality } ኣብ ተሌፎን ሓጋዚ ኣለዎ: Wegwijs።
    መዓልታትኩም፣ ዕማማትኩምን ዝሕግዙኹም ሰባትን ብቋንቋኹም የርእየኩም።
letter-choice =
    ንስኹም ትመርጹ።
    ብደብዳቤን ብተሌፎንን እውን ክትቅጽሉ ትኽእሉ።
    ኣብ መደብኩም ዝቕየር ነገር የለን።
letter-telegram =
    Wegwijs ኣብ Telegram ይሰርሕ፤ Telegram ኣብ ተሌፎንኩም ዝኣቱ ኣፕ እዩ።
    Telegram ናይ ምምሕዳር ከተማ ኣይኮነን።
    Wegwijs ገንዘብ፣ ፓስዎርድ ወይ ውልቃዊ ቁጽሪ ፈጺሙ ኣይሓትትን።
letter-step-1 = 1. Telegram ናብ ተሌፎንኩም ኣእትዉ።
letter-step-2 = 2. ካሜራኹም ኣብ ልዕሊ እቲ ትርብዒት ሓዙ።
letter-step-3 = 3. Start ጠውቑን ቋንቋኹም ምረጹን።
letter-typed =
    ካሜራ የብልኩምን?
    ኣብ Telegram { $bot } ድለዩን እዚ ኮድ ጽሓፉን:
letter-year = ድሕሪ እቲ ኮድ Wegwijs ዝተወለድኩምሉ ዓመት ይሓተኩም።
letter-phrase =
    እዚ ዝስዕብ ምስ ዝብል እቲ ትኽክለኛ ቻት እዩ: { $phrase }።
letter-valid = እቲ ኮድ ክሳብ { $date } ይሰርሕ።
letter-own = እዚ ኮድ ንዓኹም ጥራይ እዩ። ንማንም ኣይትሃቡ።
letter-questions = ሕቶ ኣለኩም? ናብ { $caseworker } ደውሉ: ☎ { $phone }።
letter-closing = ምስ ሰላምታ፣
