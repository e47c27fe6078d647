### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Taal van de tekst.

language-language = 🌍 Tekst: { $text_language }.
    .text = 🌍 Andere taal
