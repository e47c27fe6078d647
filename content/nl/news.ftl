### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Nieuws over het plan, de laatste dag en examens.

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

news-result =
    Er is bericht over een examen.
    Ik laat het niet zien.
    Kijk in Mijn Inburgering of wacht op de brief.
    { $caseworker } kan met u meekijken.
    | Uw contactpersoon kan met u meekijken.
    .callback = ☎ Bel mij terug
    .how = 🏛 Hoe kijk ik?

news-look =
    🏛 1 Open inburgeren.nl en kies Mijn Inburgering.
    2 Log in met DigiD.
    3 Kijk bij uw examens.
    Geef uw codes nooit aan iemand, ook niet aan mij.
    .callback = ☎ Bel mij terug

news-pause =
    ⏸ Uw plan rust vanaf { $date }.
    | ⏸ Uw plan rust nu.
    U krijgt geen herinneringen tot het verdergaat.
    In uw brief staat waarom.
    { $caseworker } kan het uitleggen.
    | Uw contactpersoon kan het uitleggen.
    .call = ☎ Bellen

news-completed =
    🎉 Uw plan is klaar, zegt { $municipality }.
    Er volgt een brief of certificaat.
    Deze chat sluit op { $date } en wordt dan gewist.
    .close = ❌ Nu sluiten

# $line1–$line3: wat nieuw is, met zijn nummer
news-digest =
    📋 Nieuw:
    { $line1 }
    { $line2 }
    { $line3 }
    Nog meer: { $more }.
    .item = { $n }
