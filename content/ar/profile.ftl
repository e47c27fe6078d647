### status: machine-assisted, 2026-11-24
### What people see of the bot before they open it: its name, its description, the menu of commands.

command-start = اليوم
command-help = المساعدة
command-language = اللغة
command-privacy = الخصوصية
command-stop = توقف مؤقت أو نهائي

bot-name = Wegwijs
bot-short = أيامك ومهامك
bot-description =
    يعرض Wegwijs أيامك ومهامك.
    الرجاء الضغط على زر البدء (Start).
