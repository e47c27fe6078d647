### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### News about the plan, its last day and exams.

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

news-result =
    Bir sınavın sonucu var.
    Ben onu göstermiyorum.
    Mijn Inburgering sayfasına bakın veya mektubu bekleyin.
    { $caseworker } sizinle birlikte bakabilir.
    | İrtibat kişiniz sizinle birlikte bakabilir.
    .callback = ☎ Beni geri arayın
    .how = 🏛 Nasıl bakarım?

news-look =
    🏛 1 inburgeren.nl sayfasını açın ve Mijn Inburgering seçin.
    2 DigiD ile girin.
    3 Sınavlarınıza bakın.
    Kodlarınızı hiç kimseye vermeyin, bana da vermeyin.
    .callback = ☎ Beni geri arayın

news-pause =
    ⏸ Planınız { $date } tarihinden beri bekliyor.
    | ⏸ Planınız şimdi bekliyor.
    Devam edene kadar hatırlatma yok.
    Nedeni mektubunuzda yazıyor.
    { $caseworker } açıklayabilir.
    | İrtibat kişiniz açıklayabilir.
    .call = ☎ Ara

news-completed =
    🎉 Planınız tamamlandı, { $municipality } böyle diyor.
    Bir mektup veya sertifika gelir.
    Bu sohbet { $date } tarihinde kapanır ve sonra silinir.
    .close = ❌ Şimdi kapat

# $line1–$line3: what is new, with its number
news-digest =
    📋 Yeni:
    { $line1 }
    { $line2 }
    { $line3 }
    Daha fazla: { $more }.
    .item = { $n }
