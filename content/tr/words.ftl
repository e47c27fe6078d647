### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Words for codes of the case, small pieces of lines, and counts.

## Counts ($n, $minutes: whole numbers)
count-tasks = { $n ->
    [one] { $n } görev
   *[other] { $n } görev
}
count-things = { $n ->
    [one] { $n } şey
   *[other] { $n } şey
}
count-minutes = { $minutes ->
    [one] { $minutes } dakika
   *[other] { $minutes } dakika
}
and-more = + { $n }

## Joining
join-and = { $first } ve { $next }
join-list = { $first }, { $next }

## Age of the data
as-of-day = { $date } { $weekday } { $time }
newer-follows = Daha yeni bilgiler gelecek.
unreadable = Bir bölüm şu anda gösterilemiyor. Belediye bunu biliyor.

## Moments and lines
moment =
    { $date } { $weekday } { $from }, { $place }
    | { $date } { $weekday } { $from }
    | { $date } { $weekday }
room = oda { $room }
line-today =
    { $icon } { $from } { $place }
    | { $icon } { $from }
line-today-cancelled = ❌ { $from } iptal edildi
line-today-absent = 🙋 { $from }: okul biliyor
line-item =
    { $icon } { $from }–{ $to } { $what }, { $place }
    | { $icon } { $from }–{ $to } { $what }
    | { $icon } { $from } { $what }, { $place }
    | { $icon } { $from } { $what }
line-item-cancelled = ❌ { $from } { $what }: iptal edildi
line-item-absent = 🙋 { $from } { $what }: okul biliyor
line-day = { $day } { $weekday }: { $items }
slot = { $icon } { $from }
line-task =
    { $n } { $task }, en geç { $date }
    | { $n } { $task }
line-finished =
    { $n } { $task }, { $date }
    | { $n } { $task }
change-cancelled = ❌ { $date } { $weekday } { $from }: iptal edildi
change-moved =
    🔁 { $old } değil: { $date } { $weekday } { $from }
    | 🔁 { $date } { $weekday } { $from }
change-on = ✅ { $date } { $weekday } { $from }: yine var
change-place =
    📍 { $date } { $weekday } { $from }: şimdi { $place }
    | 📍 { $date } { $weekday } { $from }: başka yer
change-online = 💻 { $date } { $weekday } { $from }: internet üzerinden
change-appointment =
    📅 { $old } değil: { $date } { $weekday } { $from }
    | 📅 { $date } { $weekday } { $from }
change-appointment-cancelled = ❌ 📅 { $date } { $weekday } { $from }: iptal edildi
line-digest = { $n } { $what }
digest-reminder =
    ⏰ { $date } { $weekday } { $from }, { $place }
    | ⏰ { $date } { $weekday } { $from }
digest-task =
    ✅ { $task }, en geç { $date }
    | ✅ { $task }
    | ✅ yeni bir görev var
digest-plan = 🧭 planınızda bir değişiklik var
digest-term = 📩 haber var
digest-message = 📩 bir mesaj var
digest-question = 💬 sorunuzla ilgili haber var
question-sending = ⏳ { $date }: gönderiliyor
question-waiting = 📨 { $date }: cevap bekliyor
question-answered = 💬 { $date }: cevaplandı
question-dealt = ✅ { $date }: tamamlandı
question-silent = ☎ { $date }: burada cevap yok
question-refused = ❌ { $date }: gönderilemedi
answer-comes = Cevap buraya gelir.
answer-machine = 🤖 Makine çevirisi.
answer-follows = 🇳🇱 Bu Hollandacadır. Çevirisi gelecek.
answer-dutch = 🇳🇱 Bu Hollandacadır. Anlamadınız mı? Aranmayı isteyin.
answer-unsure = 🤖 Çeviri kesin değil. Bu Hollandacasıdır. Anlamadınız mı? Aranmayı isteyin.
answer-withheld = Kişisel bir numara çıkarıldı.
answer-part = Bölüm { $n } / { $of }.
same-time = { $what }, dersinizle aynı saatte
at-time = { $what } { $from }
advice = { $what } ({ $municipality } belediyesinin tavsiyesi, { $source })
exam-line = { $exam }: { $state }
level-line = { $skill } { $level }
window-before = { $date } tarihinden önce
window-from = { $date } tarihinden itibaren
window-between = { $from_date } ile { $to_date } arasında
be-at = { $what } için gelin, { $date }
lesson-on = ders, { $date }
agreement-before =
    { $what }, en geç { $date }
    | { $what }
quoted-dutch = “{ $text }” (Hollandaca)
machine-translated = 🤖 { $text } (makine çevirisi)

## Hours of people
hours-working = iş günleri { $from }–{ $to }
hours-days = { $first } – { $last } { $from }–{ $to }
hours-day = { $weekday } { $from }–{ $to }
hours-unknown = Saatler henüz bilinmiyor.
on-a-working-day = bir iş günü

## Where the name of a person or organisation is not known
your-contact-person = belediyedeki irtibat kişiniz
your-school = okulunuz
your-municipality = belediyeniz
the-townhall = belediye binası

## Parts of the plan
part-taal = Hollandaca
part-knm = Hollanda'yı tanıma (KNM)
part-pvt = katılım beyanı (PVT)
part-map = iş modülü (MAP)
part-participatie = katılım
part-alfabetisering = okuma ve yazma
part-examen = sınavlar
part-taalschakeltraject = Hollandaca ve okula hazırlık
part-eindgesprek = son görüşme
icon-taal = 📚
icon-knm = 📗
icon-pvt = 🤝
icon-map = 🛠
icon-participatie = 🙌
icon-alfabetisering = 📖
icon-examen = 📝
icon-taalschakeltraject = 📚

## What is going on now in a part
stand-taal-niet_geplaatst = henüz grup yok
stand-taal-wachten = bir grup bekliyorsunuz
stand-taal-volgt = dersleriniz var
stand-taal-examenklaar = sınavlara hazır
stand-taal-klaar = tamam
stand-knm-niet_geplaatst = henüz grup yok
stand-knm-wachten = bir grup bekliyorsunuz
stand-knm-volgt = dersleriniz var
stand-knm-examenklaar = sınava hazır
stand-knm-klaar = tamam
stand-alfabetisering-niet_geplaatst = henüz grup yok
stand-alfabetisering-wachten = bir grup bekliyorsunuz
stand-alfabetisering-volgt = dersleriniz var
stand-alfabetisering-examenklaar = sonraki derslere hazır
stand-alfabetisering-klaar = tamam
stand-taalschakeltraject-niet_geplaatst = henüz grup yok
stand-taalschakeltraject-wachten = bir grup bekliyorsunuz
stand-taalschakeltraject-volgt = dersleriniz var
stand-taalschakeltraject-examenklaar = sınavlara hazır
stand-taalschakeltraject-klaar = tamam
stand-pvt-open = henüz planlanmadı
stand-pvt-gepland = planlandı
stand-pvt-gevolgd = toplantılar bitti, imza sonra
stand-pvt-ondertekend = imzalandı
stand-map-open = henüz başlamadı
stand-map-themas = konular üzerinde çalışıyorsunuz
stand-map-praktijk = iş yerinde öğreniyorsunuz
stand-map-eindgesprek_gepland = son görüşme planlandı
stand-map-afgerond = tamam
stand-participatie-open = henüz başlamadı
stand-participatie-loopt = katılıyorsunuz
stand-participatie-klaar = tamam
stand-examen-niet_aangemeld = henüz kayıt yok
stand-examen-aangemeld = kayıt yapıldı
stand-examen-afgelegd = sınava girdiniz, lütfen bekleyin
stand-examen-bekend = Mijn Inburgering sayfasına bakın
stand-examen-klaar = tamam

## Exams and skills
exam-LE = Okuma
exam-LU = Dinleme
exam-SC = Yazma
exam-SP = Konuşma
exam-KNM = KNM
skill-LE = okuma
skill-LU = dinleme
skill-SC = yazma
skill-SP = konuşma
skill-KNM = KNM

## Routes
route-B = B1-route
route-O = Onderwijsroute
route-Z = Z-route

## Who acts
party-inburgeraar = siz
party-gemeente = belediyeniz
party-aanbieder = okul
party-werkgever = iş yeri
party-begeleider = rehberiniz
party-duo = DUO

## State of the case, said while waiting
status-obliged = ilk görüşme
status-matched = ilk görüşme
status-intake_planned = ilk görüşme
status-intake_running = planınız
status-plan_draft = planınız
status-plan_established = uygun bir grup
status-waiting_for_group = uygun bir grup
status-in_route = sonraki ders
status-paused = planınıza ara verildi
status-completed = planınız tamamlandı
status-closed = planınız kapandı
wait-groep = uygun bir grup
wait-start_les = ilk ders
wait-kinderopvang = çocuğunuz için bir yer
wait-tolk = bir tercüman
wait-examendatum = sınav için bir gün
wait-uitslag = sınav hakkında bir mektup
wait-besluit = belediyeden bir mektup
wait-overig = sonraki adım

## Kinds of appointment
kind-brede_intake = İlk görüşme
kind-leerbaarheidstoets = Öğrenme testi
kind-pip_gesprek = Planınız hakkında görüşme
kind-voortgangsgesprek = Görüşme
kind-pvt_bijeenkomst = PVT
kind-pvt_ondertekening = İmza
kind-map_eindgesprek = Son görüşme
kind-zroute_eindgesprek = Son görüşme
kind-examen = Sınav
kind-overig = Randevu
kind-numbered = { $kind } { $number }
kind-exam = { $kind }: { $exam }
form-telefoon = telefonla
form-video = görüntülü
interpreter-booked = ayarlandı
interpreter-asked = istendi
interpreter-needed = gerekli

## Places (never a name of an organisation) and things to bring
place-stadhuis = belediye binası
place-werkplek_groen = yeşil alanda iş yeri
place-bibliotheek = kütüphane
place-balie = gişe
bring-schrift = defter
bring-pen = kalem
bring-id_bewijs = kimlik kartı
bring-schoolpapieren = okul belgeleri
bring-diploma = diploma
bring-brief = mektubunuz
bring-werkkleding = iş kıyafeti
bring-lunch = yiyecek bir şey

## What people help with
role-klantmanager = planınız, görevler, mektuplar
role-school = dersler, günler ve saatler
role-begeleider = günlük işler, mektuplar
role-werkgever = iş günleriniz
role-duo = sınavlar, planınızın bitiş tarihi

## What the parts are; $dutch is the word in letters, the same in every language
explain-taal = Hollandaca konuşmayı, okumayı, dinlemeyi ve yazmayı öğrenirsiniz
explain-knm = burada yaşamın, işin ve okulun nasıl olduğunu öğrenirsiniz
explain-pvt = Hollanda'nın değerlerini öğrenir ve katılım hakkında bir belge imzalarsınız
explain-map = buradaki işleri öğrenir ve bir iş yerinde çalışarak deneyim kazanırsınız
explain-participatie = başka insanlarla bir şeyler yaparsınız: çalışmak, yardım etmek, öğrenmek
explain-alfabetisering = harfleri, okumayı ve yazmayı öğrenirsiniz
explain-examen = öğrendiklerinizi DUO sınavında gösterirsiniz
explain-taalschakeltraject = Hollandaca ve buradaki bir okul için gerekenleri öğrenirsiniz
dutch-taal = taalles
dutch-knm = Kennis van de Nederlandse Maatschappij (KNM)
dutch-pvt = participatieverklaringstraject (PVT)
dutch-map = Module Arbeidsmarkt en Participatie (MAP)
dutch-participatie = participatie
dutch-alfabetisering = alfabetisering
dutch-examen = examen
dutch-taalschakeltraject = taalschakeltraject

## How to join online
online-how = Okulunuzun mesajına veya e-postasına bakın.

## Example of a message, where no lesson is known
example-preview = Salı 13:00, Kade 4

## Tasks with a reviewed text
task-brieven = mektuplarınızı salı günü gişeye getirin
task-brieven-waarom = onları birlikte okuruz
task-brieven-1 = mektuplarınızı bir çantaya koyun
task-brieven-2 = belediye binasına gidin
task-brieven-3 = Salı 09:00–11:00
task-diploma = diploma belgelerinizi gişeye getirin
task-diploma-waarom = böylece diplomanızın buradaki değerini sorabiliriz
task-bibliotheekpas = kütüphane kartı alın
task-bibliotheekpas-waarom = orada kitaplar, bilgisayarlar ve Hollandaca konuşacak insanlar var
task-digid = DigiD için başvurun
task-digid-waarom = DigiD ile devletin sitelerine girersiniz
task-pvt_dag = PVT için bir gün seçin
task-pvt_dag-waarom = böylece size yer ayırabiliriz
task-open_dag = hemşirelik tanıtım gününe gidin
task-open_dag-waarom = okulu görürsünüz ve soru sorabilirsiniz
task-examen_aanmelden = yazma ve konuşma sınavlarına kaydolun
task-examen_aanmelden-waarom = planınızda, sınavı değerlendirmenin uzun sürebileceği yazıyor

## Names of languages
lang-nl = Hollandaca
lang-en = İngilizce
lang-ar = Arapça
lang-ti = Tigrinya
lang-tr = Türkçe
lang-fa = Farsça
lang-fa-AF = Darice
lang-ps = Peştuca
lang-so = Somalice
lang-ku = Kurmanci
lang-ckb = Sorani
lang-am = Amharca
lang-uk = Ukraynaca
lang-fr = Fransızca

## Agreements in the plan with a reviewed text
afspraak-tolk = her görüşmede bir tercüman
afspraak-brieven = mektuplarınızı salı günü gişeye getirin
afspraak-examen_aanmelden = yazma ve konuşma sınavlarına kaydolun
afspraak-donderdag_vrij = perşembe günleri işten çıkış saati 17:00
afspraak-laptop = ödünç bir dizüstü bilgisayar
afspraak-open_dag = hemşirelik tanıtım gününe gidin
afspraak-buddy = yardım eden bir öğrenci
afspraak-kinderopvang = ilk dersten önce çocuğunuz için bir yer
afspraak-afmelden = gelemezseniz saat 08:30 olmadan okula bildirin
afspraak-diploma = birisi diplomanızın buradaki değerini öğrenir

## Computed dates of the municipality's rules
examens_plannen = sınavlarınızı planlayın
verlenging_vragen = daha fazla zaman gerekiyorsa isteyin
