### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Buttons under every screen, menu of commands, name of the bot.

footer-back = ⬅ رجوع
footer-home = 🏠 الرئيسية

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
