### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Buttons under every screen, menu of commands, name of the bot.

footer-back = ⬅ ንድሕሪት
footer-home = 🏠 መበገሲ

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
