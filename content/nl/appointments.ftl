### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Eén afspraak.

# $person: met wie; $language: van de tolk; $interpreter: besteld, gevraagd of nodig; $answer: wat er is geantwoord
appointments-appointment =
    📅 { $what } met { $person }.
    | 📅 { $what }.
    Op { $weekday } { $date }, { $from }–{ $to }.
    | Op { $weekday } { $date }, { $from }.
    📍 { $place }.
    | 📍 Uw contactpersoon weet de plaats.
    Tolk { $language }: { $interpreter }.
    Neem mee: { $bring }.
    { $answer }
    Stand van { $asof }.
    { $newer }
    .come = ✅ Ik kom
    .other = 🔁 Andere tijd
    .cannot = 🙋 Ik kan niet komen
    .interpreter = 🗣 Tolk
    .map = 📍 Kaart
    .call = ☎ Bellen

appointments-appointment--cancelled =
    ❌ { $what }, { $weekday } { $date }, { $from }, gaat niet door.
    Kom niet.
    Stand van { $asof }.
    { $newer }

# $person: met wie; de oude tijd blijft tot er een nieuwe is
appointments-other =
    Wat is beter?
    { $person } stuurt u een nieuwe tijd.
    | Uw contactpersoon stuurt u een nieuwe tijd.
    De oude tijd blijft tot dan staan.
    .am = 🌅 Ochtend
    .pm = ☀ Middag
    .callback = ☎ Bel mij

appointments-cannot =
    Kunt u niet komen op { $weekday } { $date }, { $from }?
    { $person } hoort het.
    | Uw contactpersoon hoort het.
    U hoeft niet te zeggen waarom.
    .yes = ✅ Ja, geef het door
    .other = 🔁 Andere tijd
    .no = ⬅ Nee

# Wat er is geantwoord: "saved" voordat het is aangekomen, "known" daarna
answer-come-saved = ✅ U komt: ik geef het door.
answer-come-known =
    ✅ { $person } weet dat u komt.
    | ✅ De gemeente weet dat u komt.
answer-other-saved = 🔁 Andere tijd: ik geef het door.
answer-other-known =
    🔁 { $person } weet dat u een andere tijd wilt.
    | 🔁 De gemeente weet dat u een andere tijd wilt.
answer-cannot-saved = 🙋 U kunt niet komen: ik geef het door.
answer-cannot-known =
    🙋 { $person } weet dat u niet kunt komen.
    | 🙋 De gemeente weet dat u niet kunt komen.
