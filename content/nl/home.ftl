### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Vandaag, wat nu, wachten, meer.

# $item1 tot $item4: wat er vandaag is; $n: open taken; $due: datum van de eerste; $asof: tijd van de gegevens
home-home =
    Vandaag, { $weekday } { $date }:
    { $item1 }
    { $item2 }
    { $item3 }
    { $item4 }
    ✅ { count-tasks }, de eerste tot en met { $due }.
    | ✅ { count-tasks }.
    { $unreadable }
    Stand van { $asof }.
    { $newer }
    .lessons = 📚 Lessen
    .tasks = ✅ Taken
    .plan = 🧭 Mijn plan
    .people = 🧑 Mensen
    .more = ⚙ Meer
    .now = ❓ Wat nu?

# Vandaag is er niets; $next: dag, tijd en plaats van de volgende les
home-home--free =
    Vandaag, { $weekday } { $date }, bent u vrij.
    Daarna: { $next }.
    ✅ { count-tasks }, de eerste tot en met { $due }.
    | ✅ { count-tasks }.
    { $unreadable }
    Stand van { $asof }.
    { $newer }

# Er is nog geen plan
home-home--noplan =
    Vandaag is het { $weekday } { $date }.
    Uw plan is nog niet klaar.
    Ik schrijf u als er iets nieuws is.
    Stand van { $asof }.
    { $newer }

# $action: wat te doen; $minutes: hoe lang het duurt
home-now =
    👉 Doe dit eerst: { $action }.
    Tot en met { $date }.
    Het duurt ongeveer { count-minutes }.
    .go = ▶ Beginnen
    .help = 🙋 Ik wil hulp

home-now--nothing = U hebt alles gedaan.

# $what: waarop gewacht wordt; $who: wie iets moet doen; $window: wanneer; $n: open taken
home-waiting =
    ⏳ U wacht op: { $what }.
    | ⏳ Uw gemeente werkt aan de volgende stap.
    👉 Wie doet iets: { $who }.
    Verwacht: { $window }.
    | De datum is nog niet bekend.
    Intussen kunt u { count-things } doen.
    Stand van { $asof }.
    { $newer }
    .tasks = ✅ Wat kan ik doen?
    .people = 🧑 Mensen
    .plan = 🧭 Mijn plan
    .more = ⚙ Meer

home-more = Wat wilt u?
    .language = 🌍 Taal
    .reminders = 🔔 Herinneringen
    .privacy = 🔒 Privacy
    .help = ❓ Hulp
