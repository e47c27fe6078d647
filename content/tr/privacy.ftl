### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### What is shown, what is stored, stop and delete.

privacy-privacy = 🔒 Siz karar verirsiniz.
    .level = 📩 Ekranımda görünenler
    .stored = 📋 Kayıtlı olanlar
    .stop = ❌ Durdur

# $periods: after how long things are deleted
privacy-stored =
    Burada kayıtlı: dil, seçimler, hangi planın sizin olduğu, günler, görevler, mesajlar.
    BSN yok, belge yok.
    Silinir: { $periods }.
    Telegram da bu sohbeti saklar.

periods = sorular { $conversation } sonra, mesajlar { $delivery } sonra, hepsi planınız kapandıktan { $closed } sonra
period-days = { $n ->
    [one] { $n } gün
   *[other] { $n } gün
}

privacy-stop =
    Ne istiyorsunuz?
    Planınız devam eder, mektupla da.
    .pause = ⏸ Mesajlara ara ver
    .letters = ✉ Bundan sonra mektup
    .delete = 🗑 Durdur, her şeyi sil

privacy-letters =
    ✉ Tamam.
    Bundan sonra mektup ve telefon.
    Planınızda hiçbir şey değişmez.
    Bu sohbete artık mesaj gelmez.
    .undo = ↩ Mesajlar yine buraya

privacy-delete =
    🗑 Burada sizinle ilgili kayıtlı her şeyi bir dakika içinde silerim, silebildiğim mesajları da.
    Belediye dosyanızı saklar.
    Emin misiniz?
    .yes = 🗑 Evet, sil
    .no = ⬅ Hayır

# $receipt: number of the deletion
privacy-deleted =
    Silindi, saat { $time }.
    Kanıt: { $receipt }.
    Bu sohbeti kendiniz silebilirsiniz: basılı tutun, sonra Sil seçeneğine basın.
    Yeni bir kodla yeniden başlayabilirsiniz.
