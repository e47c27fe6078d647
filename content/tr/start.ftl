### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Choice of language and first words.

start-language = 🌍 Dilinizi seçin.
    .ar = العربية
    .ti = ትግርኛ
    .tr = Türkçe
    .fa-AF = دری
    .nl = Nederlands
    .en = English
    .fa = فارسی
    .more = ➕ …

start-language2 = 🌍 Dilinizi seçin.
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
    Merhaba.
    Ben Wegwijs, { $municipality } belediyesinin yardımcısıyım.
    Günlerinizi, görevlerinizi ve kişilerinizi gösteririm.
    Bu sizin diliniz mi?
    .yes = ✅ Evet
    .other = 🌍 Başka dil
