### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### News about the plan and its last day.

# $part, $old, $new: what changed
news-plan =
    🧭 { $date } tarihinde değişti: { $part }.
    | 🧭 Değişti: { $part }.
    | 🧭 Planınız değişti.
    Önce: { $old }.
    Şimdi: { $new }.
    Bu bir kararsa belediyeden mektup gelir.
    .plan = 🧭 Planım
    .ask = 🙋 Sor

news-term =
    Planınızın bitiş tarihi hakkında haber var.
    Bu, DUO mektubunda yazıyor.
    Buradaki planınızda görünen tarih: { $last_day }.
    Sorunuz mu var?
    Arayın: { $caseworker }.
    | İrtibat kişinizi arayın.
    .call = ☎ Ara
    .plan = 🧭 Planım

# $line1–$line3: what is new, with its number
news-digest =
    📋 Yeni:
    { $line1 }
    { $line2 }
    { $line3 }
    Daha fazla: { $more }.
    .item = { $n }
