### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Berichten die vanzelf komen. Een bericht is niveau 1 (dag, tijd, plaats; geen naam, organisatie of programma);
### "--full" is niveau 2. Nooit de woorden in content/forbidden.toml.

push-signal = 📩 Er is iets nieuws voor u.
    .open = 👁 Openen

push-superseded = 🔁 Veranderd, zie hieronder.

push-lesson-reminder =
    ⏰ { $weekday } { $date } { $from }, { $place }.
    | ⏰ { $weekday } { $date } { $from }.
    .map = 📍 Kaart
    .absence = 🙋 Ik kan niet komen

push-lesson-reminder--full =
    { $icon } { $what }: { $weekday } { $date } { $from }–{ $to }, { $place }.
    | { $icon } { $what }: { $weekday } { $date } { $from }–{ $to }.
    Lokaal { $room }.
    Neem mee: { $bring }.

push-lesson-cancelled =
    ❌ { $weekday } { $date } { $from } gaat niet door.
    Kom niet.
    Volgende: { $next }.
    | Uw school zegt u de volgende dag.
    .ack = 👍 Ik begrijp het

push-lesson-cancelled--full =
    ❌ { $weekday } { $date } { $from } gaat niet door.
    Kom niet.
    Volgende: { $next }.
    | Uw school zegt u de volgende dag.
    { $what }, { $school }.
    | { $what }.

push-lesson-moved =
    🔁 Niet { $old }.
    Nieuw: { $weekday } { $date } { $from }, { $place }.
    | Nieuw: { $weekday } { $date } { $from }.
    .ack = 👍 Ik begrijp het
    .absence = 🙋 Ik kan niet komen

push-lesson-moved--full =
    🔁 Niet { $old }.
    Nieuw: { $weekday } { $date } { $from }, { $place }.
    | Nieuw: { $weekday } { $date } { $from }.
    Lokaal { $room }.
    { $what }, { $school }.
    | { $what }.

push-lesson-on =
    ✅ { $weekday } { $date } { $from } gaat toch door, { $place }.
    | ✅ { $weekday } { $date } { $from } gaat toch door.
    .ack = 👍 Ik begrijp het
    .absence = 🙋 Ik kan niet komen

push-lesson-on--full =
    ✅ { $weekday } { $date } { $from } gaat toch door, { $place }.
    | ✅ { $weekday } { $date } { $from } gaat toch door.
    { $what }, { $school }.
    | { $what }.

push-lesson-room =
    📍 { $weekday } { $from }: andere plaats.
    Nu { $place }.
    | Vraag de school waar.
    Lokaal { $room }.
    .ack = 👍 Ik begrijp het
    .map = 📍 Kaart

push-lesson-room--full =
    📍 { $weekday } { $from }: andere plaats.
    Nu { $place }.
    | Vraag de school waar.
    Lokaal { $room }.
    { $what }.

push-lesson-online =
    💻 { $weekday } { $date } { $from } is online.
    Reis niet.
    Doe mee zoals uw school heeft gezegd.
    .ack = 👍 Ik begrijp het
    .online = ❓ Hoe?

push-lesson-online--full =
    💻 { $weekday } { $date } { $from } is online.
    Reis niet.
    Doe mee zoals uw school heeft gezegd.
    { $what }.

push-task-new =
    ✅ Er is een nieuwe taak.
    Tot en met { $date }.
    .open = 👁 Openen

push-task-new--full =
    ✅ Nieuwe taak: { $task }.
    | ✅ Er is een nieuwe taak.
    Tot en met { $date }.

push-appointment =
    📅 Afspraak { $weekday } { $date } { $from }, { $place }.
    | 📅 Afspraak { $weekday } { $date } { $from }.
    .come = ✅ Ik kom
    .other = 🔁 Andere tijd
    .open = 👁 Openen
    .ack = 👍 Ik begrijp het

push-appointment--full =
    📅 Afspraak { $weekday } { $date } { $from }, { $place }.
    | 📅 Afspraak { $weekday } { $date } { $from }.
    Met { $person }.

push-appointment-moved =
    🔁 Afspraak: niet { $old }.
    Nieuw: { $weekday } { $date } { $from }, { $place }.
    | Nieuw: { $weekday } { $date } { $from }.
    .come = ✅ Ik kom
    .other = 🔁 Andere tijd
    .open = 👁 Openen
    .ack = 👍 Ik begrijp het

push-appointment-moved--full =
    🔁 Afspraak: niet { $old }.
    Nieuw: { $weekday } { $date } { $from }, { $place }.
    | Nieuw: { $weekday } { $date } { $from }.
    Met { $person }.

push-appointment-cancelled =
    ❌ Afspraak { $weekday } { $date } { $from } gaat niet door.
    Kom niet.
    .ack = 👍 Ik begrijp het

push-appointment-cancelled--full =
    ❌ Afspraak { $weekday } { $date } { $from } gaat niet door.
    Kom niet.
    Met { $person }.

# $short, $full: de tekst die de klantmanager koos; $addition: eigen woorden
push-reminder = { $short }
    .ack = 👍 Ik begrijp het

push-reminder--full =
    { $full }
    { $addition }

push-answer =
    💬 Er is een antwoord op uw vraag.
    .open = 👁 Openen

push-answer--full =
    💬 { $person } heeft u geantwoord.
    | 💬 Er is een antwoord op uw vraag.

push-question =
    💬 Er is nieuws over uw vraag.
    .open = 👁 Openen

push-question--full =
    💬 Er is nieuws over uw vraag aan { $person }.
    | 💬 Er is nieuws over uw vraag.

push-plan =
    🧭 In uw plan is iets veranderd.
    Open het om te kijken.
    .open = 👁 Openen

push-plan--full =
    🧭 In uw plan is iets veranderd: { $part }.
    | 🧭 In uw plan is iets veranderd.
    Open het om te kijken.

push-news =
    📩 Er is nieuws.
    Kijk in uw brief of bel uw contactpersoon.
    .open = 👁 Openen

push-digest =
    📋 { $n ->
        [one] Er is { $n } nieuw ding.
       *[other] Er zijn { $n } nieuwe dingen.
    }
    .open = 👁 Openen

push-digest--full =
    📋 Nieuw:
    { $lines }
    Nog meer: { $more }.

push-link-ready =
    ✅ Het is klaar.
    Tik om te beginnen.
    .begin = ▶ Beginnen

push-link-ended =
    Deze chat is gesloten.
    Uw contactpersoon kan u meer vertellen.
