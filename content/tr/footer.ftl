### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Buttons under every screen, menu of commands, name of the bot.

footer-back = ⬅ Geri
footer-home = 🏠 Ana sayfa

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
