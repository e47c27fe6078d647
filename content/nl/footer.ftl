### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Knoppen onder elk scherm, menu van opdrachten, naam van de bot.

footer-back = ⬅ Terug
footer-home = 🏠 Vandaag

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
