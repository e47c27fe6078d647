### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Lezen of luisteren.

reading-choice =
    📖 of 🔊?
    Wilt u lezen of luisteren?
    .read = 📖 Lezen
    .listen = 🔊 Luisteren
    .both = 📖🔊 Allebei
