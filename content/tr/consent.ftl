### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Consent in layers: what Telegram is, who sees the phone, what the screen shows.

consent-what =
    Telegram belediyeye ait değildir.
    Burada günleri, yerleri ve görevleri görürsünüz.
    Sonuç, sağlık veya para bilgisi asla gelmez.
    Her zaman mektup veya telefon seçebilir, istediğiniz zaman durdurabilirsiniz.
    .yes = ✅ Telegram kullan
    .no = ✉ Mektup veya telefon
    .more = ℹ Daha fazla

consent-other =
    Tamam.
    Önceki gibi mektup ve telefon gelir.
    Planınızda hiçbir şey değişmez.
    Yeni bir kodla geri gelebilirsiniz.
    .language = 🌍 Dil

consent-phone = Bu telefonu kim görüyor?
    .me = 👤 Yalnız ben
    .others = 👨‍👩‍👧 Başkaları da

# $preview: an example of a message
consent-level =
    Ekranınızda ne görünebilir, seçin.
    Örnek: “{ $preview }”
    .L0 = 📩 Yalnız kısa bildirim
    .L1 = 📅 Gün ve yer
    .L2 = 💬 Hepsi
    .ok = ✅ Tamam
