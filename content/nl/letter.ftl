### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### De gedrukte uitnodigingsbrief.

letter-title = Uw dagen en taken op uw telefoon
letter-greeting = Beste { $name },
letter-what =
    { $municipality } heeft een hulp op de telefoon: Wegwijs.
    Die laat uw dagen, uw taken en uw mensen zien in uw eigen taal.
letter-choice =
    U kiest.
    U mag ook brieven en telefoon houden.
    Voor uw plan verandert er dan niets.
letter-telegram =
    Wegwijs werkt in Telegram, een app op uw telefoon.
    Telegram is niet van de gemeente.
    Wegwijs vraagt nooit om geld, een wachtwoord of een persoonlijk nummer.
letter-step-1 = 1. Zet Telegram op uw telefoon.
letter-step-2 = 2. Houd uw camera boven het vierkante plaatje.
letter-step-3 = 3. Tik op Start en kies uw taal.
letter-typed =
    Geen camera?
    Zoek { $bot } in Telegram en typ deze code:
letter-year = Na de code vraagt Wegwijs in welk jaar u geboren bent.
letter-phrase =
    Het is de goede chat als er staat: { $phrase }.
letter-valid = De code werkt tot en met { $date }.
letter-own = Deze code is alleen voor u. Geef hem aan niemand.
letter-questions = Vragen? Bel { $caseworker }: ☎ { $phone }.
letter-closing = Met vriendelijke groet,
