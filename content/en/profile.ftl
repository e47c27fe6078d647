### status: draft, 2026-11-24
### What people see of the bot before they open it: its name, its description, the menu of commands.

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
