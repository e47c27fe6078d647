### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Choice of language and first words.

start-language = 🌍 ቋንቋኹም ምረጹ።
    .ar = العربية
    .ti = ትግርኛ
    .tr = Türkçe
    .fa-AF = دری
    .nl = Nederlands
    .en = English
    .fa = فارسی
    .more = ➕ …

start-language2 = 🌍 ቋንቋኹም ምረጹ።
    .ar = العربية
    .ti = ትግርኛ
    .tr = Türkçe
    .fa-AF = دری
    .nl = Nederlands
    .en = English
    .fa = فارسی
    .more = ➕ …

# $municipality: name of the municipality
start-hello =
    ሰላም።
    ኣነ Wegwijs እየ፣ ሓጋዚ ናይ { $municipality }።
    መዓልታትኩም፣ ዕማማትኩምን ዝሕግዙኹም ሰባትን የርእየኩም።
    እዚ ቋንቋኹም ድዩ?
    .yes = ✅ እወ
    .other = 🌍 ካልእ ቋንቋ
