### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### The people to turn to, call-back and questions.

people-list = Kimi istiyorsunuz?
    .caseworker =
        🧑 { $caseworker }, belediye
        | 🧑 Belediye
    .school =
        🏫 { $school }
        | 🏫 Okulunuz
    .coach = 🧑 { $coach }, rehber
    .employer = 🛠 { $employer }
    .duo = 🏛 DUO

# $topics: what this person helps with; $hours: when to reach
people-person =
    { $icon } { $name }.
    | 🧑 { $name }.
    Yardım ettiği konular: { $topics }.
    Konuştuğu diller: { $languages }.
    Ulaşma saatleri: { $hours }.
    ☎ { $phone }
    .ask = ✍ Soru sor
    .callback = ☎ Beni geri arayın

people-person--duo =
    🏛 DUO.
    Yardım ettiği konular: { $topics }.
    ☎ { $phone }
    DUO kurumuna bir şey gönderemem.

people-callback =
    ☎ { $name } sizi arayacak.
    Ne zaman: { $hours }.
    | Ne zaman: bir iş günü.
    Tercüman istendi: { $language }.
    Telefonun yanında beklemeniz gerekmez.
    .cancel = ❌ Aramaya gerek yok

people-ask =
    Sorunuzu kendi dilinizde, kısa yazın.
    Kart, banka veya BSN numarası yazmayın.
    .callback = ☎ Beni arayın
    .cancel = ❌ Durdur

# $dutch: the question in Dutch; $back: the Dutch put back into the reader's language
people-check =
    { $name } şunu okuyacak: “{ $dutch }”
    Anlamı: “{ $back }”
    Doğru mu?
    .send = ✅ Gönder
    .again = ✏ Yeniden yaz
    .callback = ☎ Beni arayın

people-check--unsure =
    { $name } şunu okuyacak: “{ $dutch }”
    Anlamı: “{ $back }”
    Çeviri kesin değil.
    Yeniden yazın veya aranmayı isteyin.

# The question is Dutch already
people-check--dutch =
    { $name } şunu okuyacak: “{ $dutch }”
    Doğru mu?

people-check--wait = Lütfen bekleyin: sorunuzu çeviriyorum.

people-asis =
    Şu anda çeviri yapamıyorum.
    Kendi dilinizde gönderilsin mi?
    { $name } bunu bir notla görür.
    .send = ✅ Gönder
    .callback = ☎ Beni arayın
    .cancel = ❌ Durdur

people-sent =
    📨 Gönderildi, saat { $time }.
    { $name } bunu okuyacak.
    Ne zaman: { $hours }.
    | Ne zaman: iş günlerinde.
    .more = ➕ Bir şey ekle

people-sent--saved =
    Kaydedildi, saat { $time }.
    Mümkün olduğu kadar çabuk ileteceğim.
    { $name } bunu okuyacak.
    Ne zaman: { $hours }.
    | Ne zaman: iş günlerinde.
