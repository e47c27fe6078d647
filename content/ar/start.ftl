### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Choice of language and first words.

start-language = 🌍 الرجاء اختيار لغتك.
    .ar = العربية
    .ti = ትግርኛ
    .tr = Türkçe
    .fa-AF = دری
    .nl = Nederlands
    .en = English
    .fa = فارسی
    .more = ➕ …

start-language2 = 🌍 الرجاء اختيار لغتك.
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
    مرحبًا.
    أنا Wegwijs، مساعد { $municipality }.
    أعرض لك أيامك ومهامك والأشخاص.
    هل هذه لغتك؟
    .yes = ✅ نعم
    .other = 🌍 لغة أخرى
