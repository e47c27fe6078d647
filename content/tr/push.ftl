### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Messages that come by themselves. A message is level 1 (day, time, place; no name, organisation or programme);
### "--full" is level 2. Never the words in content/forbidden.toml.

push-signal = 📩 Sizin için yeni bir şey var.
    .open = 👁 Aç

push-superseded = 🔁 Değişti, aşağıya bakın.

push-lesson-reminder =
    ⏰ { $date } { $weekday } { $from }, { $place }.
    | ⏰ { $date } { $weekday } { $from }.
    .map = 📍 Harita
    .absence = 🙋 Gelemiyorum

push-lesson-reminder--full =
    { $icon } { $what }: { $date } { $weekday } { $from }–{ $to }, { $place }.
    | { $icon } { $what }: { $date } { $weekday } { $from }–{ $to }.
    Oda { $room }.
    Yanınızda getirin: { $bring }.

push-lesson-cancelled =
    ❌ { $date } { $weekday } { $from } iptal edildi.
    Gelmeyin.
    Sıradaki: { $next }.
    | Okulunuz sonraki günü size söyler.
    .ack = 👍 Anladım

push-lesson-cancelled--full =
    ❌ { $date } { $weekday } { $from } iptal edildi.
    Gelmeyin.
    Sıradaki: { $next }.
    | Okulunuz sonraki günü size söyler.
    { $what }, { $school }.
    | { $what }.

push-lesson-moved =
    🔁 { $old } değil.
    Yeni: { $date } { $weekday } { $from }, { $place }.
    | Yeni: { $date } { $weekday } { $from }.
    .ack = 👍 Anladım
    .absence = 🙋 Gelemiyorum

push-lesson-moved--full =
    🔁 { $old } değil.
    Yeni: { $date } { $weekday } { $from }, { $place }.
    | Yeni: { $date } { $weekday } { $from }.
    Oda { $room }.
    { $what }, { $school }.
    | { $what }.

push-lesson-on =
    ✅ { $date } { $weekday } { $from }: ders yine var, { $place }.
    | ✅ { $date } { $weekday } { $from }: ders yine var.
    .ack = 👍 Anladım
    .absence = 🙋 Gelemiyorum

push-lesson-on--full =
    ✅ { $date } { $weekday } { $from }: ders yine var, { $place }.
    | ✅ { $date } { $weekday } { $from }: ders yine var.
    { $what }, { $school }.
    | { $what }.

push-lesson-room =
    📍 { $weekday } { $from }: başka yer.
    Şimdi: { $place }.
    | Yeri okula sorun.
    Oda { $room }.
    .ack = 👍 Anladım
    .map = 📍 Harita

push-lesson-room--full =
    📍 { $weekday } { $from }: başka yer.
    Şimdi: { $place }.
    | Yeri okula sorun.
    Oda { $room }.
    { $what }.

push-lesson-online =
    💻 { $date } { $weekday } { $from } internet üzerinden.
    Yola çıkmayın.
    Okulunuzun söylediği gibi katılın.
    .ack = 👍 Anladım
    .online = ❓ Nasıl?

push-lesson-online--full =
    💻 { $date } { $weekday } { $from } internet üzerinden.
    Yola çıkmayın.
    Okulunuzun söylediği gibi katılın.
    { $what }.

push-task-new =
    ✅ Yeni bir görev var.
    En geç { $date }.
    .open = 👁 Aç

push-task-new--full =
    ✅ Yeni görev: { $task }.
    | ✅ Yeni bir görev var.
    En geç { $date }.

push-appointment =
    📅 Randevu: { $date } { $weekday } { $from }, { $place }.
    | 📅 Randevu: { $date } { $weekday } { $from }.
    .come = ✅ Geliyorum
    .other = 🔁 Başka zaman
    .open = 👁 Aç
    .ack = 👍 Anladım

push-appointment--full =
    📅 Randevu: { $date } { $weekday } { $from }, { $place }.
    | 📅 Randevu: { $date } { $weekday } { $from }.
    Kiminle: { $person }.

push-appointment-moved =
    🔁 Randevu: { $old } değil.
    Yeni: { $date } { $weekday } { $from }, { $place }.
    | Yeni: { $date } { $weekday } { $from }.
    .come = ✅ Geliyorum
    .other = 🔁 Başka zaman
    .open = 👁 Aç
    .ack = 👍 Anladım

push-appointment-moved--full =
    🔁 Randevu: { $old } değil.
    Yeni: { $date } { $weekday } { $from }, { $place }.
    | Yeni: { $date } { $weekday } { $from }.
    Kiminle: { $person }.

push-appointment-cancelled =
    ❌ Randevu { $date } { $weekday } { $from } iptal edildi.
    Gelmeyin.
    .ack = 👍 Anladım

push-appointment-cancelled--full =
    ❌ Randevu { $date } { $weekday } { $from } iptal edildi.
    Gelmeyin.
    Kiminle: { $person }.

# $short, $full: the template chosen by the caseworker; $addition: free words
push-reminder = { $short }
    .ack = 👍 Anladım

push-reminder--full =
    { $full }
    { $addition }

push-answer =
    💬 Sorunuza cevap var.
    .open = 👁 Aç

push-answer--full =
    💬 { $person } size cevap verdi.
    | 💬 Sorunuza cevap var.

push-question =
    💬 Sorunuzla ilgili haber var.
    .open = 👁 Aç

push-question--full =
    💬 Sorunuzla ilgili haber var: { $person }.
    | 💬 Sorunuzla ilgili haber var.

push-plan =
    🧭 Planınızda bir değişiklik var.
    Görmek için açın.
    .open = 👁 Aç

push-plan--full =
    🧭 Planınızda bir değişiklik var: { $part }.
    | 🧭 Planınızda bir değişiklik var.
    Görmek için açın.

push-news =
    📩 Haber var.
    Mektubunuza bakın veya irtibat kişinizi arayın.
    .open = 👁 Aç

push-digest =
    📋 { $n ->
        [one] { $n } yeni şey var.
       *[other] { $n } yeni şey var.
    }
    .open = 👁 Aç

push-digest--full =
    📋 Yeni:
    { $lines }
    Daha fazla: { $more }.

push-link-ready =
    ✅ Hazır.
    Başlamak için basın.
    .begin = ▶ Başla

push-link-ended =
    Bu sohbet kapandı.
    İrtibat kişiniz size daha fazla bilgi verebilir.
