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
    .questions = 💬 Sorularım

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
    İtiraz ve başvuru yeri burası değildir: yeri mektubunuzda yazar.
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
    { $comes }
    .more = ➕ Bir şey ekle

people-sent--saved =
    Kaydedildi, saat { $time }.
    Mümkün olduğu kadar çabuk ileteceğim.
    { $name } bunu okuyacak.
    Ne zaman: { $hours }.
    | Ne zaman: iş günlerinde.

# $line1–$line5: questions, the newest first
people-questions =
    Sorularınız:
    { $line1 }
    { $line2 }
    { $line3 }
    { $line4 }
    { $line5 }
    Son güncelleme: { $asof }.
    .question = { $n }
    .ask = ✍ Soru sor

# $text: the answer, translated or Dutch; $dutch: the Dutch of a translated one; $machine, $withheld, $part: what is to be said of it
people-answer =
    💬 { $name }: “{ $text }”
    { $machine }
    🇳🇱 “{ $dutch }”
    { $withheld }
    { $part }
    Sorunuz: “{ $question }”
    Son güncelleme: { $asof }.
    .more = ▶ Bölüm { $n }
    .ask = ✍ Yine sor
    .ok = 👍 Anladım
    .unclear = ❓ Anlamadım
    .callback = ☎ Beni arayın

people-answer--sending =
    Sorunuz, { $date }: “{ $question }”
    ⏳ Gönderiliyor.
    Mümkün olduğu kadar çabuk ileteceğim.

people-answer--waiting =
    Sorunuz, { $date }: “{ $question }”
    📨 Gönderildi.
    { $name } bunu okuyacak.
    Ne zaman: { $hours }.
    | Ne zaman: iş günlerinde.
    { $comes }
    Son güncelleme: { $asof }.

people-answer--dealt =
    Sorunuz, { $date }: “{ $question }”
    ✅ { $name } bunu yazısız tamamladı.
    Anlamadınız mı?
    Aranmayı isteyin.
    Son güncelleme: { $asof }.

people-answer--silent =
    Sorunuz, { $date }: “{ $question }”
    Buraya cevap gelmedi; artık bakmıyorum.
    Arayın: { $name }.
    ☎ { $phone }
    Ne zaman: { $hours }.

people-answer--refused =
    Sorunuz, { $date }: “{ $question }”
    ❌ Gönderilemedi.
    Arayın: { $name }.
    ☎ { $phone }
    Ne zaman: { $hours }.
