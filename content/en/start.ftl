### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Choice of language and first words.

start-language = 🌍 Choose your language.
    .ar = العربية
    .ti = ትግርኛ
    .tr = Türkçe
    .fa-AF = دری
    .nl = Nederlands
    .en = English
    .fa = فارسی
    .more = ➕ …

start-language2 = 🌍 Choose your language.
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
    Hello.
    I am Wegwijs, the helper of { $municipality }.
    I show your days, your tasks and your people.
    Is this your language?
    .yes = ✅ Yes
    .other = 🌍 Other language
