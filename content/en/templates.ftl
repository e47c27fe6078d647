### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Reminders a caseworker can send. The message is level 1, "--full" level 2; .title stands in the console.

template-bring-id =
    📅 Bring your ID card on { $weekday } { $date }, { $from }, { $place }.
    | 📅 Bring your ID card on { $weekday } { $date }, { $from }.
    | 📅 Bring your ID card on { $weekday } { $date }.
    .title = Bring ID card

template-bring-papers =
    📅 Bring your school papers on { $weekday } { $date }, { $from }, { $place }.
    | 📅 Bring your school papers on { $weekday } { $date }, { $from }.
    | 📅 Bring your school papers on { $weekday } { $date }.
    .title = Bring school papers

template-be-there =
    ⏰ { $weekday } { $date } { $from }, { $place }.
    | ⏰ { $weekday } { $date } { $from }.
    .title = Day, time and place
template-be-there--full =
    ⏰ Come on { $weekday } { $date } { $from }, { $place }.
    | ⏰ Come on { $weekday } { $date } { $from }.
    { $caseworker } waits for you.

template-call-us = ☎ Please call your contact person.
    .title = Please call
template-call-us--full =
    ☎ Please call { $caseworker }: { $phone }.
    | ☎ Please call your contact person.

template-letter =
    ✉ A letter comes by post.
    Open it and keep it.
    .title = A letter comes
template-letter--full =
    ✉ A letter comes by post.
    Open it and keep it.
    You do not understand it?
    Call { $caseworker }: { $phone }.

template-desk =
    📍 Come to the desk on { $weekday } { $date } { $from }.
    .title = Come to the desk
template-desk--full =
    📍 Come to the desk on { $weekday } { $date } { $from }, { $place }.
    | 📍 Come to the desk on { $weekday } { $date } { $from }.
    Ask for { $caseworker }.
