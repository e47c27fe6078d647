### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Help, also for people without a link.

help-help =
    Günlerinizi, görevlerinizi, planınızı ve kişilerinizi gösterebilirim.
    Ben bir programım, insan değilim.
    Hiçbir şeye karar vermem.
    Acil durumda arayın: 112.
    .ask = 🧑 Bir kişiye sor
    .tour = ❓ Nasıl çalışır?

help-tour =
    Bir düğmeye basın: sonraki ekranı burada gösteririm.
    ⬅ geri gider, 🏠 bugünü gösterir.
    Hiçbir şeyi bozamazsınız.
    Ne yapacağınızı bilmiyor musunuz?
    Menü düğmesine basın.
    .ask = 🧑 Bir kişiye sor

# $hours: opening hours of the town hall
help-public =
    { $municipality } belediyesinde yaşayanlara günleri ve görevleri için yardım ederim.
    Sorunuz varsa veya telefonunuz kaybolduysa arayın: { $townhall }, ☎ { $phone }.
    Açık: { $hours }.
    .language = 🌍 Dil
    .code = 🔢 Kodum var

# A photo, file, sticker, contact or place was sent
help-attachment =
    Dosyalara bakamıyorum.
    Belgeleri gişede gösterin.
    Sizi bir kişi arasın mı?
    .callback = ☎ Evet, beni arayın
    .people = 🧑 Kişiler

help-attachment--voice =
    Sesli mesajları dinleyemiyorum.
    Sizi bir kişi arasın mı?

# A text was typed that no screen asked for
help-unknown =
    Anlamadım.
    Bir düğmeye basın veya bir kişiye sorun.
    .callback = ☎ Beni arayın
    .people = 🧑 Kişiler
    .now = ❓ Şimdi ne yapayım?

# Typed for the third time in a row
help-unknown--call =
    Anlamadım.
    Sizi bir kişi arasın mı?
