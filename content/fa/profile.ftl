### status: machine-assisted, 2026-11-24
### What people see of the bot before they open it: its name, its description, the menu of commands.

command-start = امروز
command-help = کمک
command-language = زبان
command-privacy = حریم خصوصی
command-stop = توقف یا پایان

bot-name = Wegwijs
bot-short = روزها و کارهای شما
bot-description =
    برنامه Wegwijs روزها و کارهای شما را نشان می‌دهد.
    دکمه شروع (Start) را بزنید.
