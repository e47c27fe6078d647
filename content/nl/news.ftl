### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Nieuws over het plan en de laatste dag.

# $part, $old, $new: wat veranderde
news-plan =
    🧭 Veranderd op { $date }: { $part }.
    | 🧭 Veranderd: { $part }.
    | 🧭 Uw plan is veranderd.
    Eerst: { $old }.
    Nu: { $new }.
    Is het een besluit, dan komt er een brief van de gemeente.
    .plan = 🧭 Mijn plan
    .ask = 🙋 Vragen

news-term =
    Er is nieuws over de laatste dag van uw plan.
    Het staat in de brief van DUO.
    In uw plan hier staat { $last_day }.
    Vragen?
    Bel { $caseworker }.
    | Bel uw contactpersoon.
    .call = ☎ Bellen
    .plan = 🧭 Mijn plan

# $line1–$line3: wat nieuw is, met zijn nummer
news-digest =
    📋 Nieuw:
    { $line1 }
    { $line2 }
    { $line3 }
    Nog meer: { $more }.
    .item = { $n }
