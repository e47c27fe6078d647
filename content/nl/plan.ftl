### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Het plan: overzicht, onderdelen, examens, data, wie iets doet.

# $dated_on: datum van het plan; $last_day: laatste dag; $done, $now, $later: namen van onderdelen
plan-overview =
    🧭 Uw plan van { $dated_on }.
    Route: { $route }.
    Laatste dag: { $last_day }.
    ✔ Klaar: { $done }.
    ▶ Nu: { $now }.
    ⏳ Later: { $later }.
    { $unreadable }
    Stand van { $asof }.
    { $newer }
    .parts = 🧩 Onderdelen
    .dates = ⏳ Data
    .who = 👉 Wie doet iets?
    .about = 📄 Wat is dit?

plan-overview--none =
    Hier is nog geen plan.
    Ik schrijf u als het er is.
    { $unreadable }
    Stand van { $asof }.
    { $newer }

plan-parts = Kies een onderdeel van uw plan.
    .language = 📚 Nederlands
    .knm = 📗 Kennis van Nederland (KNM)
    .pvt = 🤝 Meedoen (PVT)
    .map = 🛠 Werk (MAP)
    .participation = 🙌 Participatie
    .literacy = 📖 Lezen en schrijven
    .bridging = 📚 Taal en naar school
    .exams = 📝 Examens
    .more = ▶ Meer

plan-parts--none = Hier is nog niets.

# $hours van $target: uren les; $unknown: staat er als de uren niet bekend zijn; $level: niveau per onderdeel
plan-part =
    { $icon } { $part }.
    Bij: { $provider }.
    { $hours } van { $target } uur, bekend tot en met { $known_until }.
    | { $hours } uur, bekend tot en met { $known_until }.
    | { $unknown }
    Doorgegeven door: { $reporter }.
    Niveau: { $level }.
    Nu: { $now }.
    Daarna: { $next }.
    👉 Wie doet iets: { $who }.
    Stand van { $asof }.
    { $newer }
    .lessons = 📚 Lessen
    .person = 🧑 Contact
    .explain = ❓ Wat is dit?

# $meaning: wat het is; $dutch: het woord in brieven
plan-explain =
    ❓ { $part }: { $meaning }.
    In brieven heet het “{ $dutch }”.
    .person = 🧑 Contact

plan-exams =
    📝 Uw examens:
    { $exam_lines }
    👉 Wie doet iets: { $who }.
    Stand van { $asof }.
    { $newer }
    .day = 📅 Dag van het examen
    .explain = ❓ Wat is dit?

plan-exams--none = Er staan nog geen examens in uw plan.

plan-dates =
    ⏳ Uw data:
    { $date1 }: { $what1 }
    { $date2 }: { $what2 }
    { $date3 }: { $what3 }
    Laatste dag: { $last_day }.
    Stand van { $asof }.
    { $newer }
    .later = ➕ Later

plan-dates--none =
    Er zijn nog geen data.
    Laatste dag: { $last_day }.
    Stand van { $asof }.
    { $newer }

# $you, $mun, $school, $duo: wat ieder nu doet
plan-who =
    👉 U: { $you }.
    | 👉 U: nu niets.
    👉 { $municipality }: { $mun }.
    | 👉 { $municipality }: nu niets.
    👉 School: { $school }.
    | 👉 School: nu niets.
    👉 DUO: { $duo }.
    | 👉 DUO: nu niets.
    .ask = 🙋 Vraag hierover

plan-about =
    De brief van { $dated_on } is het echte besluit.
    Hier ziet u wat erin staat.
    Bent u het niet eens?
    In de brief staat hoe.
    { $caseworker } kan het uitleggen.
    | Uw contactpersoon kan het uitleggen.
    .call = ☎ Bellen
