### status: machine-assisted, 2026-11-24
### What people see of the bot before they open it: its name, its description, the menu of commands.

command-start = Bugün
command-help = Yardım
command-language = Dil
command-privacy = Gizlilik
command-stop = Ara ver veya durdur

bot-name = Wegwijs
bot-short = Günleriniz ve görevleriniz
bot-description =
    Wegwijs günlerinizi ve görevlerinizi gösterir.
    Başlat (Start) düğmesine basın.
