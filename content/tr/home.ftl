### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Today, what now, waiting, more.

# $item1 to $item4: what is on today; $n: open tasks; $due: date of the first one; $asof: time of the data
home-home =
    Bugün, { $date } { $weekday }:
    { $item1 }
    { $item2 }
    { $item3 }
    { $item4 }
    ✅ { count-tasks }, ilki en geç { $due }.
    | ✅ { count-tasks }.
    { $unreadable }
    Son güncelleme: { $asof }.
    { $newer }
    .lessons = 📚 Dersler
    .tasks = ✅ Görevler
    .plan = 🧭 Planım
    .people = 🧑 Kişiler
    .more = ⚙ Daha fazla
    .now = ❓ Şimdi ne yapayım?

# Nothing on today; $next: day, time and place of the next lesson
home-home--free =
    Bugün, { $date } { $weekday }, bir şey yok.
    Sıradaki: { $next }.
    ✅ { count-tasks }, ilki en geç { $due }.
    | ✅ { count-tasks }.
    { $unreadable }
    Son güncelleme: { $asof }.
    { $newer }

# There is no plan yet
home-home--noplan =
    Bugün { $date } { $weekday }.
    Planınız henüz hazır değil.
    Yeni bir şey olunca yazarım.
    Son güncelleme: { $asof }.
    { $newer }

# $action: what to do; $minutes: how long it takes
home-now =
    👉 Önce bunu yapın: { $action }.
    En geç { $date }.
    Yaklaşık { count-minutes } sürer.
    .go = ▶ Başla
    .help = 🙋 Yardım istiyorum

home-now--nothing = Şimdi yapılacak bir şey yok.

# $what: what is waited for; $who: who acts; $window: when it is expected; $n: open tasks
home-waiting =
    ⏳ Beklediğiniz: { $what }.
    | ⏳ Belediyeniz sonraki adımı hazırlıyor.
    👉 Kim yapacak: { $who }.
    Beklenen zaman: { $window }.
    | Tarih henüz bilinmiyor.
    Bu arada { count-things } yapabilirsiniz.
    Son güncelleme: { $asof }.
    { $newer }
    .tasks = ✅ Ne yapabilirim?
    .people = 🧑 Kişiler
    .plan = 🧭 Planım
    .more = ⚙ Daha fazla

home-more = Neye ihtiyacınız var?
    .language = 🌍 Dil
    .reminders = 🔔 Hatırlatmalar
    .privacy = 🔒 Gizlilik
    .help = ❓ Yardım
