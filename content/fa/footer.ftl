### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Buttons under every screen, menu of commands, name of the bot.

footer-back = ⬅ برگشت
footer-home = 🏠 صفحه اول

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
