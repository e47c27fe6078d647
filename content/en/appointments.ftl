### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### One appointment.

# $person: with whom; $language: of the interpreter; $interpreter: booked, asked for or needed; $answer: what was answered
appointments-appointment =
    📅 { $what } with { $person }.
    | 📅 { $what }.
    { $weekday } { $date }, { $from }–{ $to }.
    | { $weekday } { $date }, { $from }.
    📍 { $place }.
    | 📍 Your contact person knows the place.
    Interpreter { $language }: { $interpreter }.
    Bring: { $bring }.
    { $answer }
    As of { $asof }.
    { $newer }
    .come = ✅ I come
    .other = 🔁 Other time
    .cannot = 🙋 I cannot come
    .interpreter = 🗣 Interpreter
    .map = 📍 Map
    .call = ☎ Call

appointments-appointment--cancelled =
    ❌ { $what }, { $weekday } { $date }, { $from }, is cancelled.
    Do not come.
    As of { $asof }.
    { $newer }

# $person: with whom; the old time stays until there is a new one
appointments-other =
    Which is better?
    { $person } sends you a new time.
    | Your contact person sends you a new time.
    The old time stays until then.
    .am = 🌅 Mornings
    .pm = ☀ Afternoons
    .callback = ☎ Call me

appointments-cannot =
    You cannot come on { $weekday } { $date }, { $from }?
    { $person } hears it.
    | Your contact person hears it.
    You need not say why.
    .yes = ✅ Yes, tell it
    .other = 🔁 Other time
    .no = ⬅ No

# What was answered: "saved" before it has arrived, "known" once it has
answer-come-saved = ✅ You come: I pass it on.
answer-come-known =
    ✅ { $person } knows that you come.
    | ✅ The municipality knows that you come.
answer-other-saved = 🔁 Another time: I pass it on.
answer-other-known =
    🔁 { $person } knows that you want another time.
    | 🔁 The municipality knows that you want another time.
answer-cannot-saved = 🙋 You cannot come: I pass it on.
answer-cannot-known =
    🙋 { $person } knows that you cannot come.
    | 🙋 The municipality knows that you cannot come.
