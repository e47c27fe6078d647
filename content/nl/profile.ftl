### status: draft, 2026-11-24
### Wat mensen van de bot zien voordat zij hem openen: naam, beschrijving, menu van opdrachten.

command-start = Vandaag
command-help = Hulp
command-language = Taal
command-privacy = Privacy
command-stop = Pauze of stoppen

bot-name = Wegwijs
bot-short = Uw dagen en taken
bot-description =
    Wegwijs laat uw dagen en taken zien.
    Tik op Start.
