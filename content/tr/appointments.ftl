### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### One appointment.

# $person: with whom; $language: of the interpreter; $interpreter: booked, asked for or needed; $answer: what was answered
appointments-appointment =
    📅 { $what }, { $person } ile.
    | 📅 { $what }.
    { $date } { $weekday }, { $from }–{ $to }.
    | { $date } { $weekday }, { $from }.
    📍 { $place }.
    | 📍 Yeri irtibat kişiniz biliyor.
    Tercüman, { $language }: { $interpreter }.
    Yanınızda getirin: { $bring }.
    { $answer }
    Son güncelleme: { $asof }.
    { $newer }
    .come = ✅ Geliyorum
    .other = 🔁 Başka zaman
    .cannot = 🙋 Gelemiyorum
    .interpreter = 🗣 Tercüman
    .map = 📍 Harita
    .call = ☎ Ara

appointments-appointment--cancelled =
    ❌ { $what }, { $date } { $weekday }, { $from }, iptal edildi.
    Gelmeyin.
    Son güncelleme: { $asof }.
    { $newer }

# $person: with whom; the old time stays until there is a new one
appointments-other =
    Hangisi daha iyi?
    { $person } size yeni bir saat gönderir.
    | İrtibat kişiniz size yeni bir saat gönderir.
    O zamana kadar eski saat geçerlidir.
    .am = 🌅 Sabah
    .pm = ☀ Öğleden sonra
    .callback = ☎ Beni arayın

appointments-cannot =
    { $date } { $weekday }, { $from }: gelemiyor musunuz?
    Bu { $person } kişisine bildirilir.
    | Bu irtibat kişinize bildirilir.
    Nedenini söylemeniz gerekmez.
    .yes = ✅ Evet, bildir
    .other = 🔁 Başka zaman
    .no = ⬅ Hayır

# What was answered: "saved" before it has arrived, "known" once it has
answer-come-saved = ✅ Geliyorsunuz: bunu ileteceğim.
answer-come-known =
    ✅ { $person } geleceğinizi biliyor.
    | ✅ Belediye geleceğinizi biliyor.
answer-other-saved = 🔁 Başka zaman: bunu ileteceğim.
answer-other-known =
    🔁 { $person } başka zaman istediğinizi biliyor.
    | 🔁 Belediye başka zaman istediğinizi biliyor.
answer-cannot-saved = 🙋 Gelemiyorsunuz: bunu ileteceğim.
answer-cannot-known =
    🙋 { $person } gelemeyeceğinizi biliyor.
    | 🙋 Belediye gelemeyeceğinizi biliyor.
