### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Lessons and working days: week, day, lesson, online, changes, absence.

# $day_lines: one line per day with lessons
lessons-week =
    { $from_date } – { $to_date }:
    { $day_lines }
    { $unreadable }
    Son güncelleme: { $asof }.
    { $newer }
    .day = { $weekday }
    .next = ▶ Gelecek hafta
    .this = ◀ Bu hafta

lessons-week--none =
    { $from_date } – { $to_date }:
    Bu hafta ders yok.
    Sıradaki: { $next }.
    { $unreadable }
    Son güncelleme: { $asof }.
    { $newer }

lessons-week--nogroup =
    Henüz bir grubunuz yok.
    Dersler olunca yazarım.
    { $unreadable }
    Son güncelleme: { $asof }.
    { $newer }

# .item and .appointment: one button each
lessons-day =
    { $date } { $weekday }:
    { $item_lines }
    Son güncelleme: { $asof }.
    { $newer }
    .item = { $icon } { $from }
    .appointment = 📅 { $from }

lessons-day--none =
    { $date } { $weekday }:
    Bu günde bir şey yok.
    Son güncelleme: { $asof }.
    { $newer }

# $title: own name of the lesson (Dutch); $room: number of the room
lessons-lesson =
    { $icon } { $what }.
    { $title }
    { $date } { $weekday }, { $from }–{ $to }.
    📍 { $address }
    | 📍 Yeri okulunuz biliyor.
    Oda { $room }.
    👩‍🏫 { $teacher }.
    Yanınızda getirin: { $bring }.
    Son güncelleme: { $asof }.
    { $newer }
    .map = 📍 Harita
    .online = ❓ Nasıl?
    .absence = 🙋 Gelemiyorum
    .withdraw = ↩ Yine de gelebilirim
    .school = ☎ Okul

lessons-lesson--online =
    { $icon } { $what }.
    { $title }
    { $date } { $weekday }, { $from }–{ $to }.
    💻 İnternet üzerinden: yola çıkmayın.
    👩‍🏫 { $teacher }.
    Yanınızda olsun: { $bring }.
    Son güncelleme: { $asof }.
    { $newer }

# $how: how to join
lessons-online =
    💻 { $date } { $weekday }, { $from } internet üzerinden.
    { $how }
    Evde kalın.
    Asla kod veya şifre istemem.
    .school = ☎ Okul

lessons-changes =
    🔁 Son baktığınızdan beri değişenler:
    { $line1 }
    { $line2 }
    { $line3 }
    Son güncelleme: { $asof }.
    { $newer }
    .ack = 👍 Hepsini anladım
    .week = 📚 Haftam

lessons-absence =
    { $date } { $weekday }, { $from }: gelemiyor musunuz?
    Okula ön adınız ve bu ders bildirilir.
    Nedenini söylemeniz gerekmez.
    .yes = ✅ Evet, okula bildir
    .no = ⬅ Hayır, geliyorum

lessons-absent =
    ✅ Okula gönderildi, saat { $time }.
    Bunun nasıl sayılacağına okul karar verir.
    Sonraki ders: { $next }.
    | Okulunuz sonraki günü size söyler.
    .withdraw = ↩ Yine de gelebilirim

lessons-absent--saved =
    Kaydedildi, saat { $time }.
    Mümkün olduğu kadar çabuk ileteceğim.
    Bunun nasıl sayılacağına okul karar verir.
    Sonraki ders: { $next }.
    | Okulunuz sonraki günü size söyler.

lessons-cancelled =
    ❌ { $date } { $weekday }, { $from } iptal edildi.
    Gelmeyin.
    Sonraki ders: { $next }.
    | Okulunuz sonraki günü size söyler.
    .ack = 👍 Anladım
