### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Buttons under every screen, menu of commands, name of the bot.

footer-back = ⬅ Back
footer-home = 🏠 Home

command-start = Today
command-help = Help
command-language = Language
command-privacy = Privacy
command-stop = Pause or stop

bot-name = Wegwijs
bot-short = Your days and tasks
bot-description =
    Wegwijs shows your days and tasks.
    Tap Start.
