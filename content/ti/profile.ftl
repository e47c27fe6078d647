### status: machine-assisted, 2026-11-24
### What people see of the bot before they open it: its name, its description, the menu of commands.

command-start = ሎሚ
command-help = ሓገዝ
command-language = ቋንቋ
command-privacy = ውልቃዊ ሓበሬታ
command-stop = ንግዜኡ ወይ ንሓዋሩ ደው ምባል

bot-name = Wegwijs
bot-short = መዓልታትኩምን ዕማማትኩምን
bot-description =
    Wegwijs መዓልታትኩምን ዕማማትኩምን የርእየኩም።
    Start ጠውቑ።
