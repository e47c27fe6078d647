### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Eén afspraak.

# $person: met wie; $language: van de tolk; $interpreter: besteld, gevraagd of nodig
appointments-appointment =
    📅 { $what } met { $person }.
    | 📅 { $what }.
    Op { $weekday } { $date }, { $from }–{ $to }.
    | Op { $weekday } { $date }, { $from }.
    📍 { $place }.
    | 📍 Uw contactpersoon weet de plaats.
    Tolk { $language }: { $interpreter }.
    Neem mee: { $bring }.
    Stand van { $asof }.
    { $newer }
    .map = 📍 Kaart
    .call = ☎ Bellen

appointments-appointment--cancelled =
    ❌ { $what }, { $weekday } { $date }, { $from }, gaat niet door.
    Kom niet.
    Stand van { $asof }.
    { $newer }
