### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### One appointment.

# $person: with whom; $language: of the interpreter; $interpreter: booked, asked for or needed
appointments-appointment =
    📅 { $what }, { $person } ile.
    | 📅 { $what }.
    { $date } { $weekday }, { $from }–{ $to }.
    | { $date } { $weekday }, { $from }.
    📍 { $place }.
    | 📍 Yeri irtibat kişiniz biliyor.
    Tercüman, { $language }: { $interpreter }.
    Yanınızda getirin: { $bring }.
    Son güncelleme: { $asof }.
    { $newer }
    .map = 📍 Harita
    .call = ☎ Ara

appointments-appointment--cancelled =
    ❌ { $what }, { $date } { $weekday }, { $from }, iptal edildi.
    Gelmeyin.
    Son güncelleme: { $asof }.
    { $newer }
