### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Toestemming in stappen: wat Telegram is, wie de telefoon ziet, wat het scherm toont.

consent-what =
    Telegram is niet van de gemeente.
    Hier krijgt u dagen, plaatsen en taken.
    Nooit uitslagen, gezondheid of geld.
    U kunt altijd een brief of telefoon kiezen, en altijd stoppen.
    .yes = ✅ Telegram gebruiken
    .no = ✉ Liever brief of telefoon
    .more = ℹ Meer

consent-other =
    Goed.
    U krijgt brieven en telefoon, net als eerst.
    Voor uw plan verandert er niets.
    U kunt terugkomen met een nieuwe code.
    .language = 🌍 Taal

consent-phone = Wie ziet deze telefoon?
    .me = 👤 Alleen ik
    .others = 👨‍👩‍👧 Ook anderen

# $preview: voorbeeld van een bericht
consent-level =
    Kies wat uw scherm mag laten zien.
    Voorbeeld: “{ $preview }”
    .L0 = 📩 Alleen een seintje
    .L1 = 📅 Dag en plaats
    .L2 = 💬 Alles
    .ok = ✅ Goed
