### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### From a letter or a square picture (QR) to the own plan.

linking-code =
    Mektubunuzdaki kodu yazın: 10 harf ve rakam.
    Mektup yok mu?
    Belediyedeki irtibat kişinize sorun.
    .where = 📄 Kod nerede?
    .help = ☎ Yardım

linking-where =
    📄 Mektupta kare resmin altına bakın: 10 harf ve rakam.
    Veya kameranızı karenin üzerine tutun.
    .help = ☎ Yardım

linking-year =
    Doğduğunuz yılı yazın: 4 rakam.
    Bu, planınızı korur.
    Yazdığınız yılı bu sohbetten silerim.
    .stop = ❌ Durdur

# $initial: first letter of the first name; $caseworker: name of the contact person
linking-who =
    Bu siz misiniz?
    Adınızın ilk harfi: { $initial }.
    İrtibat kişiniz: { $caseworker }.
    .yes = ✅ Evet, benim
    .no = ❌ Ben değilim

linking-waiting =
    Teşekkürler.
    { $caseworker } bunu kontrol eder, çoğunlukla bir iş günü içinde.
    | İrtibat kişiniz bunu kontrol eder, çoğunlukla bir iş günü içinde.
    Sizin bir şey yapmanız gerekmez.
    Hazır olunca yazarım.
    .call =
        ☎ Ara: { $caseworker }
        | ☎ Ara

linking-notme =
    Söylemeniz iyi oldu.
    Hiçbir şey açılmadı.
    Mektubu belediyeye geri verin.
    .call = ☎ Ara

linking-second =
    Bu telefonda zaten bir plan var.
    Planınız yalnız sizindir: size ayrı bir yol verilir.
    Hangisini istersiniz?
    .callback = ☎ Beni arayın
    .letter = ✉ Mektup

# $townhall: name of the town hall; $phone: its number
linking-frozen =
    Bu bağlantı kontrol ediliyor.
    Şimdi hiçbir şey gösterilmiyor.
    Arayın: { $townhall }, ☎ { $phone }
    .call = ☎ Ara
