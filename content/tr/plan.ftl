### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### The plan: overview, parts, exams, dates, who acts.

# $dated_on: date of the plan; $last_day: last day of the term; $done, $now, $later: names of parts
plan-overview =
    🧭 { $dated_on } tarihli planınız.
    Eğitim yolu: { $route }.
    Son gün: { $last_day }.
    ✔ Tamam: { $done }.
    ▶ Şimdi: { $now }.
    ⏳ Sonra: { $later }.
    { $unreadable }
    Son güncelleme: { $asof }.
    { $newer }
    .parts = 🧩 Bölümler
    .dates = ⏳ Tarihler
    .who = 👉 Kim yapacak?
    .about = 📄 Bu nedir?

plan-overview--none =
    Burada henüz plan yok.
    Plan gelince yazarım.
    { $unreadable }
    Son güncelleme: { $asof }.
    { $newer }

plan-parts = Planınızın bir bölümünü seçin.
    .language = 📚 Hollandaca
    .knm = 📗 Hollanda'yı tanıma (KNM)
    .pvt = 🤝 Katılım beyanı (PVT)
    .map = 🛠 İş modülü (MAP)
    .participation = 🙌 Katılım
    .literacy = 📖 Okuma ve yazma
    .bridging = 📚 Hollandaca ve okula hazırlık
    .exams = 📝 Sınavlar
    .more = ▶ Daha fazla

plan-parts--none = Burada henüz bir şey yok.

# $hours of $target: lesson hours; $unknown: said where hours are not known; $level: level per skill
plan-part =
    { $icon } { $part }.
    Kurum: { $provider }.
    { $target } saatin { $hours } saati, { $known_until } tarihine kadar bilinen.
    | { $hours } saat, { $known_until } tarihine kadar bilinen.
    | { $unknown }
    Bildiren: { $reporter }.
    Seviye: { $level }.
    Şimdi: { $now }.
    Sıradaki: { $next }.
    👉 Kim yapacak: { $who }.
    Son güncelleme: { $asof }.
    { $newer }
    .lessons = 📚 Dersler
    .person = 🧑 İletişim
    .explain = ❓ Bu nedir?

# $meaning: what it is; $dutch: the Dutch word in letters
plan-explain =
    ❓ { $part }: { $meaning }.
    Mektuplardaki adı: “{ $dutch }”.
    .person = 🧑 İletişim

plan-exams =
    📝 Sınavlarınız:
    { $exam_lines }
    👉 Kim yapacak: { $who }.
    Son güncelleme: { $asof }.
    { $newer }
    .day = 📅 Sınav günü
    .explain = ❓ Bu nedir?

plan-exams--none = Planınızda henüz sınav yok.

plan-dates =
    ⏳ Tarihleriniz:
    { $date1 }: { $what1 }
    { $date2 }: { $what2 }
    { $date3 }: { $what3 }
    Son gün: { $last_day }.
    Son güncelleme: { $asof }.
    { $newer }
    .later = ➕ Sonra

plan-dates--none =
    Henüz tarih yok.
    Son gün: { $last_day }.
    Son güncelleme: { $asof }.
    { $newer }

# $you, $mun, $school, $duo: what each does next
plan-who =
    👉 Siz: { $you }.
    | 👉 Siz: şimdi bir şey yok.
    👉 { $municipality }: { $mun }.
    | 👉 { $municipality }: şimdi bir şey yok.
    👉 Okul: { $school }.
    | 👉 Okul: şimdi bir şey yok.
    👉 DUO: { $duo }.
    | 👉 DUO: şimdi bir şey yok.
    .ask = 🙋 Bunu sor

plan-about =
    Asıl karar, { $dated_on } tarihli mektuptur.
    Burada mektupta yazanları görürsünüz.
    Aynı fikirde değil misiniz?
    Ne yapacağınız mektupta yazıyor.
    { $caseworker } açıklayabilir.
    | İrtibat kişiniz açıklayabilir.
    .call = ☎ Ara
