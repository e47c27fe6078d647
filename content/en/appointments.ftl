### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### One appointment.

# $person: with whom; $language: of the interpreter; $interpreter: booked, asked for or needed
appointments-appointment =
    📅 { $what } with { $person }.
    | 📅 { $what }.
    { $weekday } { $date }, { $from }–{ $to }.
    | { $weekday } { $date }, { $from }.
    📍 { $place }.
    | 📍 Your contact person knows the place.
    Interpreter { $language }: { $interpreter }.
    Bring: { $bring }.
    As of { $asof }.
    { $newer }
    .map = 📍 Map
    .call = ☎ Call

appointments-appointment--cancelled =
    ❌ { $what }, { $weekday } { $date }, { $from }, is cancelled.
    Do not come.
    As of { $asof }.
    { $newer }
