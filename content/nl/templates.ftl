### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Herinneringen die een klantmanager kan sturen. Het bericht is niveau 1, "--full" niveau 2; .title staat in de console.

template-bring-id =
    📅 Neem uw identiteitskaart mee op { $weekday } { $date }, { $from }, { $place }.
    | 📅 Neem uw identiteitskaart mee op { $weekday } { $date }, { $from }.
    | 📅 Neem uw identiteitskaart mee op { $weekday } { $date }.
    .title = Identiteitskaart meenemen

template-bring-papers =
    📅 Neem uw schoolpapieren mee op { $weekday } { $date }, { $from }, { $place }.
    | 📅 Neem uw schoolpapieren mee op { $weekday } { $date }, { $from }.
    | 📅 Neem uw schoolpapieren mee op { $weekday } { $date }.
    .title = Schoolpapieren meenemen

template-be-there =
    ⏰ { $weekday } { $date } { $from }, { $place }.
    | ⏰ { $weekday } { $date } { $from }.
    .title = Dag, tijd en plaats
template-be-there--full =
    ⏰ Kom op { $weekday } { $date } { $from }, { $place }.
    | ⏰ Kom op { $weekday } { $date } { $from }.
    { $caseworker } wacht op u.

template-call-us = ☎ Bel alstublieft uw contactpersoon.
    .title = Graag bellen
template-call-us--full =
    ☎ Bel alstublieft { $caseworker }: { $phone }.
    | ☎ Bel alstublieft uw contactpersoon.

template-letter =
    ✉ Er komt een brief met de post.
    Open hem en bewaar hem.
    .title = Er komt een brief
template-letter--full =
    ✉ Er komt een brief met de post.
    Open hem en bewaar hem.
    Begrijpt u hem niet?
    Bel { $caseworker }: { $phone }.

template-desk =
    📍 Kom naar de balie op { $weekday } { $date } { $from }.
    .title = Naar de balie komen
template-desk--full =
    📍 Kom naar de balie op { $weekday } { $date } { $from }, { $place }.
    | 📍 Kom naar de balie op { $weekday } { $date } { $from }.
    Vraag naar { $caseworker }.
