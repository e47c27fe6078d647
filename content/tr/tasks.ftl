### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Tasks: list, task, steps, done, help.

tasks-list =
    { count-tasks }.
    En acil olan önce:
    { $line1 }
    { $line2 }
    { $line3 }
    { $unreadable }
    Son güncelleme: { $asof }.
    { $newer }
    .task = { $n }
    .done = ✔ Bitenler
    .more = ▶ Daha fazla

tasks-list--none =
    Şu anda görev yok.
    { $unreadable }
    Son güncelleme: { $asof }.
    { $newer }

# $task: title; $given_by: who gave it
tasks-task =
    ✅ { $task }.
    Neden: { $why }.
    En geç { $date } { $weekday }.
    Veren: { $given_by }.
    | Veren: belediyeniz.
    Son güncelleme: { $asof }.
    { $newer }
    .did = ✅ Yaptım
    .steps = 🪜 Adımlar
    .help = 🙋 Yardım istiyorum

# The task is done already
tasks-task--done =
    ✔ { $task }.
    Bunu yaptınız, tarih: { $date }.
    | Bunu yaptınız.
    Son güncelleme: { $asof }.
    { $newer }

tasks-steps =
    🪜 { $task }:
    1 { $step1 }
    2 { $step2 }
    3 { $step3 }
    4 { $step4 }
    .did = ✅ Yaptım
    .help = 🙋 Yardım istiyorum

tasks-done =
    👏 Yapıldı.
    { $given_by } bunu görebilir.
    | Belediyeniz bunu görebilir.
    Belge göndermeniz gerekmez; sorulursa gişede gösterin.
    .undo = ↩ Henüz yapmadım
    .next = ✅ Sonraki görev

tasks-done--saved =
    👏 Yapıldı.
    Kaydedildi, saat { $time }.
    Mümkün olduğu kadar çabuk ileteceğim.
    Belge göndermeniz gerekmez; sorulursa gişede gösterin.

tasks-finished =
    ✔ Yaptıklarınız:
    { $line1 }
    { $line2 }
    { $line3 }
    .task = { $n }
    .more = ▶ Daha fazla

tasks-finished--none = Burada henüz bir şey yok.

tasks-help =
    “{ $task }” için size kim yardım etsin?
    .caseworker = 🧑 { $caseworker }, belediye
