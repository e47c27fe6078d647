### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### The printed invitation letter.

letter-title = Günleriniz ve görevleriniz telefonunuzda
letter-greeting = Sayın { $name },
letter-what =
    { $municipality } belediyesinin telefonda bir yardımcısı var: Wegwijs.
    Günlerinizi, görevlerinizi ve kişilerinizi kendi dilinizde gösterir.
letter-choice =
    Siz seçersiniz.
    Mektup ve telefonla da devam edebilirsiniz.
    Bu, planınızda hiçbir şeyi değiştirmez.
letter-telegram =
    Wegwijs, telefonunuzdaki Telegram uygulamasında çalışır.
    Telegram belediyeye ait değildir.
    Wegwijs asla para, şifre veya kişisel numara istemez.
letter-step-1 = 1. Telefonunuza Telegram yükleyin.
letter-step-2 = 2. Kameranızı karenin üzerine tutun.
letter-step-3 = 3. Başlat (Start) düğmesine basın ve dilinizi seçin.
letter-typed =
    Kamera yok mu?
    Telegram içinde { $bot } arayın ve bu kodu yazın:
letter-year = Koddan sonra Wegwijs doğduğunuz yılı sorar.
letter-phrase =
    Şu söz yazıyorsa doğru sohbettesiniz: { $phrase }.
letter-valid = Kodun geçerli olduğu son gün: { $date }.
letter-own = Bu kod yalnız sizin içindir. Kimseye vermeyin.
letter-questions = Sorunuz mu var? Arayın: { $caseworker }, ☎ { $phone }.
letter-closing = Saygılarımızla,
