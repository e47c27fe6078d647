### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Reminders a caseworker can send. The message is level 1, "--full" level 2; .title stands in the console.

template-bring-id =
    📅 Kimlik kartınızı getirin: { $date } { $weekday }, { $from }, { $place }.
    | 📅 Kimlik kartınızı getirin: { $date } { $weekday }, { $from }.
    | 📅 Kimlik kartınızı getirin: { $date } { $weekday }.
    .title = Kimlik kartını getirin

template-bring-papers =
    📅 Okul belgelerinizi getirin: { $date } { $weekday }, { $from }, { $place }.
    | 📅 Okul belgelerinizi getirin: { $date } { $weekday }, { $from }.
    | 📅 Okul belgelerinizi getirin: { $date } { $weekday }.
    .title = Okul belgelerini getirin

template-be-there =
    ⏰ { $date } { $weekday } { $from }, { $place }.
    | ⏰ { $date } { $weekday } { $from }.
    .title = Gün, saat ve yer
template-be-there--full =
    ⏰ Gelin: { $date } { $weekday } { $from }, { $place }.
    | ⏰ Gelin: { $date } { $weekday } { $from }.
    { $caseworker } sizi bekliyor.

template-call-us = ☎ Lütfen irtibat kişinizi arayın.
    .title = Lütfen arayın
template-call-us--full =
    ☎ Lütfen arayın: { $caseworker }, { $phone }.
    | ☎ Lütfen irtibat kişinizi arayın.

template-letter =
    ✉ Postayla bir mektup gelecek.
    Açın ve saklayın.
    .title = Mektup gelecek
template-letter--full =
    ✉ Postayla bir mektup gelecek.
    Açın ve saklayın.
    Anlamıyor musunuz?
    Arayın: { $caseworker }, { $phone }.

template-desk =
    📍 Gişeye gelin: { $date } { $weekday } { $from }.
    .title = Gişeye gelin
template-desk--full =
    📍 Gişeye gelin: { $date } { $weekday } { $from }, { $place }.
    | 📍 Gişeye gelin: { $date } { $weekday } { $from }.
    Görüşeceğiniz kişi: { $caseworker }.
