### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### First lines: what just happened, and what to do when something is not possible.

## Language and reading
first-neighbour = Bu metinler Farsça. Darice sonra gelecek.
first-reading-later = 🔊 Sesli okuma sonra gelecek. Seçiminiz kaydedildi.
first-language-changed = ✅ Değiştirildi.

## Code and link
first-code-wrong =
    Bu kod çalışmıyor.
    Harfleri kontrol edin.
    { $n ->
        [one] { $n } kez daha deneyebilirsiniz
       *[other] { $n } kez daha deneyebilirsiniz
    }.
first-code-wait =
    Bu kod çalışmıyor.
    Bir saat bekleyin veya arayın: { $townhall }.
    ☎ { $phone }
first-code-expired =
    Bu kod çok eski.
    İrtibat kişinizden yeni bir mektup isteyin.
first-code-used =
    Bu kod daha önce kullanıldı.
    Siz kullanmadıysanız arayın: { $townhall }.
    ☎ { $phone }
first-code-elsewhere =
    Bu kod başka bir sohbete ait.
    Burada açın: { $link }
first-link-refused =
    İrtibat kişiniz bunu onaylamadı.
    Arayın: { $townhall }.
    ☎ { $phone }
first-callback-noted = ☎ Not edildi. Sizi bir iş günü arayacaklar.
first-letter-noted = ✉ Not edildi. Size bir mektup gelecek.
first-link-first = Kendi planınız, kodu yazdıktan sonra gelir.

## Buttons and facts
first-newest = En yeni bilgiler burada.
first-again = Bir şey değişti. Tekrar bakın, sonra basın.
first-task-gone = Bu görev artık yok. Görevleriniz burada.
first-lesson-gone = Bu ders artık yok. Haftanız burada.
first-appointment-gone = Bu randevu artık yok. Tarihleriniz burada.
first-gone = Bu artık yok. En yeni bilgiler burada.
first-unavailable = Bu şimdi yapılamıyor. En yeni bilgiler burada.
first-first-read = Bilgileriniz alınıyor. Birkaç dakika sonra tekrar deneyin.
first-saved =
    Kaydedildi, saat { $time }.
    Bunu ileteceğim.
first-passed-on = ✅ İletildi, saat { $time }.
first-no-plan = Burada henüz plan yok.
first-not-linked = Önce mektubunuzdaki kodu yazın.
first-moment = Lütfen biraz bekleyin.
first-sorry = Özür dileriz, burada bir sorun oldu. Siz yanlış bir şey yapmadınız.

## Lessons
first-school-knows = 🙋 Okul biliyor.
first-told-saved = 🙋 Kaydedildi. Okula ileteceğim.
first-comes = ✅ Okul geleceğinizi biliyor.
first-comes-saved = ✅ Kaydedildi. Okula geleceğinizi söyleyeceğim.
first-understood =
    👍 { $school } anladığınızı biliyor.
    | 👍 Okulunuz anladığınızı biliyor.
first-noted = 👍 Not edildi.
first-cancelled = İptal edildi. Bir şey yapmanız gerekmez.
first-started = Başladı. Okulu arayın.
first-over = Bu ders bitti.
first-clash = ⏰ Dersiniz aynı saatte.

## Appointments
first-interpreter-asked = 🗣 Tercüman istendi: { $language }.
first-started-call = Başladı. İrtibat kişinizi arayın.
first-not-sent =
    Bu ulaşmadı.
    Lütfen arayın: { $name } ☎ { $phone }
    | Lütfen arayın: ☎ { $phone }

## Tasks
first-undone = ↩ Henüz yapılmadı. Bu not edildi.
first-all-done = ✅ Şu anda görev yok.

## People
first-call =
    ☎ { $name }: { $phone }, { $hours }
    | ☎ { $name }: { $phone }
    | ☎ { $phone }
first-map = 📍 { $link }
first-no-call = ✅ Aramaya gerek yok. Bu not edildi.
first-cancel = ✅ Hiçbir şey gönderilmedi.
first-too-long = Bu çok uzun. Daha kısa yazın.
first-translator-away = Şu anda çeviri yapamıyorum.

## Choices
first-kept = ✅ Seçiminiz kaydedildi.
first-messages-again = ✅ Mesajlar tekrar buraya geliyor.
first-resumed = ▶ Mesajlar tekrar geliyor.
first-paused = ⏸ Mesajlara ara verildi.
first-protected = 📩 Bundan sonra yalnız kısa bildirim.

## What the chat cannot take
first-number-removed =
    Kişisel bir numarayı sildim.
    Buraya asla böyle bir numara göndermeyin; burada kimse bunu sormaz.
first-no-files =
    Dosyalara bakamıyorum.
    Belgeleri gişede gösterin.
first-no-voice = Sesli mesajları dinleyemiyorum.
first-danger =
    Tehlike mi var?
    Arayın: 112.
    Ben bir programım ve bunu şimdi kimse okumuyor.
    Sizi bir kişi arasın mı?
first-no-objection =
    İtiraz burada yapılamaz.
    Nereye ve en geç ne zaman yapılacağı mektupta yazıyor.
    { $caseworker } açıklayabilir.
first-not-answered =
    Bunu burada cevaplayamam.
    { $caseworker } size açıklayabilir.
