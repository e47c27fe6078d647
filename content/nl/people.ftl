### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### De mensen bij wie u terechtkunt, terugbellen en vragen.

people-list = Wie wilt u spreken?
    .caseworker =
        🧑 { $caseworker }, gemeente
        | 🧑 Gemeente
    .school =
        🏫 { $school }
        | 🏫 Uw school
    .coach = 🧑 { $coach }, coach
    .employer = 🛠 { $employer }
    .duo = 🏛 DUO

# $topics: waarmee deze persoon helpt; $hours: wanneer bereikbaar
people-person =
    { $icon } { $name }.
    | 🧑 { $name }.
    Helpt met: { $topics }.
    Spreekt: { $languages }.
    Bereikbaar: { $hours }.
    ☎ { $phone }
    .ask = ✍ Stel een vraag
    .callback = ☎ Bel mij terug
    .questions = 💬 Mijn vragen

people-person--duo =
    🏛 DUO.
    Helpt met: { $topics }.
    ☎ { $phone }
    Ik kan niets naar DUO sturen.

people-callback =
    ☎ { $name } belt u.
    Wanneer: { $hours }.
    | Wanneer: op een werkdag.
    Er is een tolk { $language } gevraagd.
    U hoeft niet bij de telefoon te wachten.
    .cancel = ❌ Bellen hoeft niet

people-ask =
    Schrijf uw vraag in uw eigen taal, kort.
    Schrijf geen nummers van passen, bank of BSN.
    Bezwaar en aanvragen horen hier niet: uw brief zegt waar wel.
    .callback = ☎ Bel mij liever
    .cancel = ❌ Stoppen

# $dutch: de vraag in het Nederlands; $back: terugvertaald in de taal van de lezer
people-check =
    { $name } leest: “{ $dutch }”
    Dat betekent: “{ $back }”
    Klopt dat?
    .send = ✅ Sturen
    .again = ✏ Opnieuw schrijven
    .callback = ☎ Bel mij liever

people-check--unsure =
    { $name } leest: “{ $dutch }”
    Dat betekent: “{ $back }”
    De vertaling is niet zeker.
    Schrijf het opnieuw of laat u bellen.

# De vraag is al Nederlands
people-check--dutch =
    { $name } leest: “{ $dutch }”
    Klopt dat?

people-check--wait = Een moment: ik vertaal uw vraag.

people-asis =
    Ik kan nu niet vertalen.
    Wilt u het in uw taal sturen?
    { $name } ziet er een aantekening bij.
    .send = ✅ Sturen
    .callback = ☎ Bel mij liever
    .cancel = ❌ Stoppen

people-sent =
    📨 Gestuurd om { $time }.
    { $name } leest het.
    Wanneer: { $hours }.
    | Wanneer: op werkdagen.
    { $comes }
    .more = ➕ Iets toevoegen

people-sent--saved =
    Bewaard om { $time }.
    Ik geef het zo snel mogelijk door.
    { $name } leest het.
    Wanneer: { $hours }.
    | Wanneer: op werkdagen.

# $line1–$line5: questions, the newest first
people-questions =
    Uw vragen:
    { $line1 }
    { $line2 }
    { $line3 }
    { $line4 }
    { $line5 }
    Stand van { $asof }.
    .question = { $n }
    .ask = ✍ Stel een vraag

# $text: the answer, translated or Dutch; $dutch: the Dutch of a translated one; $machine, $withheld, $part: what is to be said of it
people-answer =
    💬 { $name }: “{ $text }”
    { $machine }
    🇳🇱 “{ $dutch }”
    { $withheld }
    { $part }
    Uw vraag: “{ $question }”
    Stand van { $asof }.
    .more = ▶ Deel { $n }
    .ask = ✍ Vraag verder
    .ok = 👍 Duidelijk
    .unclear = ❓ Niet duidelijk
    .callback = ☎ Bel mij

people-answer--sending =
    Uw vraag van { $date }: “{ $question }”
    ⏳ De vraag wordt gestuurd.
    Ik geef het zo snel mogelijk door.

people-answer--waiting =
    Uw vraag van { $date }: “{ $question }”
    📨 Gestuurd.
    { $name } leest het.
    Wanneer: { $hours }.
    | Wanneer: op werkdagen.
    { $comes }
    Stand van { $asof }.

people-answer--dealt =
    Uw vraag van { $date }: “{ $question }”
    ✅ { $name } heeft het afgehandeld, zonder tekst.
    Niet duidelijk?
    Laat u bellen.
    Stand van { $asof }.

people-answer--silent =
    Uw vraag van { $date }: “{ $question }”
    Hier kwam geen antwoord; ik kijk er niet meer naar.
    Bel { $name }.
    ☎ { $phone }
    Wanneer: { $hours }.

people-answer--refused =
    Uw vraag van { $date }: “{ $question }”
    ❌ De vraag kon niet gestuurd worden.
    Bel { $name }.
    ☎ { $phone }
    Wanneer: { $hours }.
