### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Woorden voor codes van de zaak, kleine stukjes van regels, en aantallen.

## Aantallen ($n, $minutes: hele getallen)
count-tasks = { $n ->
    [one] { $n } taak
   *[other] { $n } taken
}
count-things = { $n ->
    [one] { $n } ding
   *[other] { $n } dingen
}
count-minutes = { $minutes ->
    [one] { $minutes } minuut
   *[other] { $minutes } minuten
}
and-more = + { $n }

## Verbinden
join-and = { $first } en { $next }
join-list = { $first }, { $next }

## Hoe oud de gegevens zijn
as-of-day = { $weekday } { $date } { $time }
newer-follows = Nieuwere gegevens volgen.
unreadable = Eén onderdeel is nu niet te zien. De gemeente weet het.

## Momenten en regels
moment =
    { $weekday } { $date } { $from }, { $place }
    | { $weekday } { $date } { $from }
    | { $weekday } { $date }
room = lokaal { $room }
line-today =
    { $icon } { $from } { $place }
    | { $icon } { $from }
line-today-cancelled = ❌ { $from } gaat niet door
line-today-absent = 🙋 { $from }: de school weet het
line-item =
    { $icon } { $from }–{ $to } { $what }, { $place }
    | { $icon } { $from }–{ $to } { $what }
    | { $icon } { $from } { $what }, { $place }
    | { $icon } { $from } { $what }
line-item-cancelled = ❌ { $from } { $what }: gaat niet door
line-item-absent = 🙋 { $from } { $what }: de school weet het
line-day = { $weekday } { $day }: { $items }
slot = { $icon } { $from }
line-task =
    { $n } { $task }, tot en met { $date }
    | { $n } { $task }
line-finished =
    { $n } { $task }, { $date }
    | { $n } { $task }
change-cancelled = ❌ { $weekday } { $date } { $from }: gaat niet door
change-moved =
    🔁 niet { $old }: { $weekday } { $date } { $from }
    | 🔁 { $weekday } { $date } { $from }
change-on = ✅ { $weekday } { $date } { $from }: gaat toch door
change-place =
    📍 { $weekday } { $date } { $from }: nu { $place }
    | 📍 { $weekday } { $date } { $from }: andere plaats
change-online = 💻 { $weekday } { $date } { $from }: online
change-appointment =
    📅 niet { $old }: { $weekday } { $date } { $from }
    | 📅 { $weekday } { $date } { $from }
change-appointment-cancelled = ❌ 📅 { $weekday } { $date } { $from }: gaat niet door
line-digest = { $n } { $what }
digest-reminder =
    ⏰ { $weekday } { $date } { $from }, { $place }
    | ⏰ { $weekday } { $date } { $from }
digest-task =
    ✅ { $task }, tot en met { $date }
    | ✅ { $task }
    | ✅ er is een nieuwe taak
digest-plan = 🧭 in uw plan is iets veranderd
digest-term = 📩 er is nieuws
digest-message = 📩 er is een bericht
digest-question = 💬 er is nieuws over uw vraag
question-sending = ⏳ { $date }: wordt gestuurd
question-waiting = 📨 { $date }: wacht op antwoord
question-answered = 💬 { $date }: beantwoord
question-dealt = ✅ { $date }: afgehandeld
question-silent = ☎ { $date }: hier geen antwoord
question-refused = ❌ { $date }: niet gestuurd
answer-comes = Het antwoord komt hier.
answer-machine = 🤖 Vertaald door een machine.
answer-follows = 🇳🇱 Dit is Nederlands. Een vertaling volgt.
answer-dutch = 🇳🇱 Dit is Nederlands. Niet duidelijk? Laat u bellen.
answer-unsure = 🤖 De vertaling is niet zeker. Dit is het Nederlands. Niet duidelijk? Laat u bellen.
answer-withheld = Een persoonlijk nummer is weggehaald.
answer-part = Deel { $n } van { $of }.
same-time = { $what }, op dezelfde tijd als uw les
at-time = { $what } { $from }
advice = { $what } (advies van { $municipality }, { $source })
exam-line = { $exam }: { $state }
level-line = { $skill } { $level }
window-before = vóór { $date }
window-from = vanaf { $date }
window-between = tussen { $from_date } en { $to_date }
be-at = kom: { $what }, { $date }
lesson-on = les { $date }
agreement-before =
    { $what }, tot en met { $date }
    | { $what }
quoted-dutch = “{ $text }” (Nederlands)
machine-translated = 🤖 { $text } (door een machine vertaald)

## Tijden van mensen
hours-working = werkdagen { $from }–{ $to }
hours-days = { $first } – { $last } { $from }–{ $to }
hours-day = { $weekday } { $from }–{ $to }
hours-unknown = De uren zijn nog niet bekend.
on-a-working-day = op een werkdag

## Als de naam van een persoon of organisatie niet bekend is
your-contact-person = uw contactpersoon bij de gemeente
your-school = uw school
your-municipality = uw gemeente
the-townhall = het stadhuis

## Onderdelen van het plan
part-taal = Nederlands
part-knm = kennis van Nederland (KNM)
part-pvt = meedoen (PVT)
part-map = werk (MAP)
part-participatie = participatie
part-alfabetisering = lezen en schrijven
part-examen = examens
part-taalschakeltraject = taal en naar school
part-eindgesprek = eindgesprek
icon-taal = 📚
icon-knm = 📗
icon-pvt = 🤝
icon-map = 🛠
icon-participatie = 🙌
icon-alfabetisering = 📖
icon-examen = 📝
icon-taalschakeltraject = 📚

## Wat er nu gebeurt in een onderdeel
stand-taal-niet_geplaatst = nog geen groep
stand-taal-wachten = u wacht op een groep
stand-taal-volgt = u hebt lessen
stand-taal-examenklaar = klaar voor de examens
stand-taal-klaar = klaar
stand-knm-niet_geplaatst = nog geen groep
stand-knm-wachten = u wacht op een groep
stand-knm-volgt = u hebt lessen
stand-knm-examenklaar = klaar voor het examen
stand-knm-klaar = klaar
stand-alfabetisering-niet_geplaatst = nog geen groep
stand-alfabetisering-wachten = u wacht op een groep
stand-alfabetisering-volgt = u hebt lessen
stand-alfabetisering-examenklaar = klaar voor de volgende lessen
stand-alfabetisering-klaar = klaar
stand-taalschakeltraject-niet_geplaatst = nog geen groep
stand-taalschakeltraject-wachten = u wacht op een groep
stand-taalschakeltraject-volgt = u hebt lessen
stand-taalschakeltraject-examenklaar = klaar voor de examens
stand-taalschakeltraject-klaar = klaar
stand-pvt-open = nog niet gepland
stand-pvt-gepland = gepland
stand-pvt-gevolgd = de bijeenkomsten zijn klaar, ondertekenen volgt
stand-pvt-ondertekend = ondertekend
stand-map-open = nog niet begonnen
stand-map-themas = u werkt aan de thema's
stand-map-praktijk = u leert op het werk
stand-map-eindgesprek_gepland = het eindgesprek is gepland
stand-map-afgerond = klaar
stand-participatie-open = nog niet begonnen
stand-participatie-loopt = u doet mee
stand-participatie-klaar = klaar
stand-examen-niet_aangemeld = nog niet aangemeld
stand-examen-aangemeld = aangemeld
stand-examen-afgelegd = gedaan, even wachten
stand-examen-bekend = kijk in Mijn Inburgering
stand-examen-klaar = klaar

## Examens en vaardigheden
exam-LE = Lezen
exam-LU = Luisteren
exam-SC = Schrijven
exam-SP = Spreken
exam-KNM = KNM
skill-LE = lezen
skill-LU = luisteren
skill-SC = schrijven
skill-SP = spreken
skill-KNM = KNM

## Routes
route-B = B1-route
route-O = Onderwijsroute
route-Z = Z-route

## Wie iets doet
party-inburgeraar = u
party-gemeente = uw gemeente
party-aanbieder = de school
party-werkgever = de werkplek
party-begeleider = uw coach
party-duo = DUO

## Stand van de zaak, gezegd tijdens het wachten
status-obliged = het eerste gesprek
status-matched = het eerste gesprek
status-intake_planned = het eerste gesprek
status-intake_running = uw plan
status-plan_draft = uw plan
status-plan_established = een groep die past
status-waiting_for_group = een groep die past
status-in_route = de volgende les
status-paused = uw plan rust
status-completed = uw plan is klaar
status-closed = uw plan is gesloten
wait-groep = een groep die past
wait-start_les = de eerste les
wait-kinderopvang = een plaats voor uw kind
wait-tolk = een tolk
wait-examendatum = een dag voor het examen
wait-uitslag = een brief over het examen
wait-besluit = een brief van de gemeente
wait-overig = de volgende stap

## Soorten afspraken
kind-brede_intake = Eerste gesprek
kind-leerbaarheidstoets = Leertoets
kind-pip_gesprek = Gesprek over uw plan
kind-voortgangsgesprek = Gesprek
kind-pvt_bijeenkomst = PVT
kind-pvt_ondertekening = Ondertekenen
kind-map_eindgesprek = Eindgesprek
kind-zroute_eindgesprek = Eindgesprek
kind-examen = Examen
kind-overig = Afspraak
kind-numbered = { $kind } { $number }
kind-exam = { $kind } { $exam }
form-telefoon = per telefoon
form-video = met video
interpreter-booked = besteld
interpreter-asked = gevraagd
interpreter-needed = nodig

## Plaatsen (nooit de naam van een organisatie) en wat mee te nemen
place-stadhuis = stadhuis
place-werkplek_groen = groene werkplek
place-bibliotheek = bibliotheek
place-balie = balie
bring-schrift = schrift
bring-pen = pen
bring-id_bewijs = identiteitskaart
bring-schoolpapieren = schoolpapieren
bring-diploma = diploma
bring-brief = uw brief
bring-werkkleding = werkkleding
bring-lunch = iets te eten

## Waarmee mensen helpen
role-klantmanager = uw plan, taken, brieven
role-school = lessen, dagen en tijden
role-begeleider = dagelijkse dingen, brieven
role-werkgever = uw werkdagen
role-duo = examens, de laatste dag van uw plan

## Wat de onderdelen zijn; $dutch is het woord in brieven, in elke taal hetzelfde
explain-taal = u leert Nederlands spreken, lezen, luisteren en schrijven
explain-knm = u leert hoe wonen, werk en school hier gaan
explain-pvt = u leert wat belangrijk is in Nederland en ondertekent een papier over meedoen
explain-map = u leert over werk hier en oefent op een werkplek
explain-participatie = u doet dingen met andere mensen: werken, helpen, leren
explain-alfabetisering = u leert de letters, lezen en schrijven
explain-examen = u laat bij DUO zien wat u hebt geleerd
explain-taalschakeltraject = u leert Nederlands en wat u nodig hebt voor een school hier
dutch-taal = taalles
dutch-knm = Kennis van de Nederlandse Maatschappij (KNM)
dutch-pvt = participatieverklaringstraject (PVT)
dutch-map = Module Arbeidsmarkt en Participatie (MAP)
dutch-participatie = participatie
dutch-alfabetisering = alfabetisering
dutch-examen = examen
dutch-taalschakeltraject = taalschakeltraject

## Online meedoen
online-how = Kijk in het bericht of de mail van uw school.

## Voorbeeld van een bericht, als er geen les bekend is
example-preview = dinsdag 13:00, Kade 4

## Taken met een nagekeken tekst
task-brieven = breng uw brieven naar de dinsdagbalie
task-brieven-waarom = we lezen ze samen
task-brieven-1 = doe uw brieven in een tas
task-brieven-2 = ga naar het stadhuis
task-brieven-3 = dinsdag 09:00–11:00
task-diploma = breng de papieren van uw diploma naar de balie
task-diploma-waarom = dan kunnen we vragen wat uw diploma hier waard is
task-bibliotheekpas = haal een pas van de bibliotheek
task-bibliotheekpas-waarom = daar zijn boeken, computers en mensen om Nederlands mee te spreken
task-digid = vraag DigiD aan
task-digid-waarom = met DigiD logt u in bij de overheid
task-pvt_dag = kies een dag voor PVT
task-pvt_dag-waarom = dan houden we een plaats voor u vrij
task-open_dag = ga naar de open dag verpleging
task-open_dag-waarom = u ziet de school en kunt vragen stellen
task-examen_aanmelden = meld u aan voor schrijven en spreken
task-examen_aanmelden-waarom = nakijken kan lang duren, staat in uw plan

## Namen van talen
lang-nl = Nederlands
lang-en = Engels
lang-ar = Arabisch
lang-ti = Tigrinya
lang-tr = Turks
lang-fa = Perzisch
lang-fa-AF = Dari
lang-ps = Pasjtoe
lang-so = Somalisch
lang-ku = Kurmanji
lang-ckb = Sorani
lang-am = Amhaars
lang-uk = Oekraïens
lang-fr = Frans

## Afspraken in het plan met een nagekeken tekst
afspraak-tolk = een tolk bij elk gesprek
afspraak-brieven = breng uw brieven naar de dinsdagbalie
afspraak-examen_aanmelden = meld u aan voor schrijven en spreken
afspraak-donderdag_vrij = op donderdag om 17:00 weg van het werk
afspraak-laptop = een laptop te leen
afspraak-open_dag = ga naar de open dag verpleging
afspraak-buddy = een student die helpt
afspraak-kinderopvang = een plaats voor uw kind voor de eerste les
afspraak-afmelden = zeg het de school vóór 08:30 als u niet kunt komen
afspraak-diploma = iemand kijkt wat uw diploma hier waard is

## Berekende data volgens de regels van de gemeente
examens_plannen = plan uw examens
verlenging_vragen = vraag om meer tijd als dat nodig is
