### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Lessen en werkdagen: week, dag, les, online, wijzigingen, niet kunnen komen.

# $day_lines: één regel per dag met lessen
lessons-week =
    { $from_date } – { $to_date }:
    { $day_lines }
    { $unreadable }
    Stand van { $asof }.
    { $newer }
    .day = { $weekday }
    .next = ▶ Volgende week
    .this = ◀ Deze week

lessons-week--none =
    { $from_date } – { $to_date }:
    Deze week geen lessen.
    Daarna: { $next }.
    { $unreadable }
    Stand van { $asof }.
    { $newer }

lessons-week--nogroup =
    U hebt nog geen groep.
    Ik schrijf u als er lessen zijn.
    { $unreadable }
    Stand van { $asof }.
    { $newer }

# .item en .appointment: elk één knop
lessons-day =
    Op { $weekday } { $date }:
    { $item_lines }
    Stand van { $asof }.
    { $newer }
    .item = { $icon } { $from }
    .appointment = 📅 { $from }

lessons-day--none =
    Op { $weekday } { $date }:
    Op deze dag is er niets.
    Stand van { $asof }.
    { $newer }

# $title: eigen naam van de les; $room: nummer van het lokaal
lessons-lesson =
    { $icon } { $what }.
    { $title }
    Op { $weekday } { $date }, { $from }–{ $to }.
    📍 { $address }
    | 📍 Uw school weet de plaats.
    Lokaal { $room }.
    👩‍🏫 { $teacher }.
    Neem mee: { $bring }.
    Stand van { $asof }.
    { $newer }
    .map = 📍 Kaart
    .online = ❓ Hoe?
    .absence = 🙋 Ik kan niet komen
    .withdraw = ↩ Ik kan toch komen
    .school = ☎ School

lessons-lesson--online =
    { $icon } { $what }.
    { $title }
    Op { $weekday } { $date }, { $from }–{ $to }.
    💻 Online: u hoeft niet te reizen.
    👩‍🏫 { $teacher }.
    Neem mee: { $bring }.
    Stand van { $asof }.
    { $newer }

# $how: hoe u meedoet
lessons-online =
    💻 { $weekday } { $date }, { $from } is online.
    { $how }
    Blijf thuis.
    Ik vraag nooit een code of wachtwoord.
    .school = ☎ School

lessons-changes =
    🔁 Veranderd sinds u hier was:
    { $line1 }
    { $line2 }
    { $line3 }
    Stand van { $asof }.
    { $newer }
    .ack = 👍 Ik begrijp alles
    .week = 📚 Mijn week

lessons-absence =
    Kunt u niet komen op { $weekday } { $date }, { $from }?
    De school krijgt uw voornaam en deze les.
    U hoeft niet te zeggen waarom.
    .yes = ✅ Ja, zeg het de school
    .no = ⬅ Nee, ik kom

lessons-absent =
    ✅ Naar de school gestuurd om { $time }.
    De school beslist hoe het telt.
    Volgende les: { $next }.
    | Uw school zegt u de volgende dag.
    .withdraw = ↩ Ik kan toch komen

lessons-absent--saved =
    Bewaard om { $time }.
    Ik geef het zo snel mogelijk door.
    De school beslist hoe het telt.
    Volgende les: { $next }.
    | Uw school zegt u de volgende dag.

lessons-cancelled =
    ❌ { $weekday } { $date }, { $from } gaat niet door.
    Kom niet.
    Volgende les: { $next }.
    | Uw school zegt u de volgende dag.
    .ack = 👍 Ik begrijp het
