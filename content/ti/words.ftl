### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Words for codes of the case, small pieces of lines, and counts.

## Counts ($n, $minutes: whole numbers)
count-tasks = { $n ->
    [one] { $n } ዕማም
   *[other] { $n } ዕማማት
}
count-things = { $n ->
    [one] { $n } ነገር
   *[other] { $n } ነገራት
}
count-minutes = { $minutes ->
    [one] { $minutes } ደቒቕ
   *[other] { $minutes } ደቓይቕ
}
and-more = + { $n }

## Joining
join-and = { $first } ከምኡውን { $next }
join-list = { $first }፣ { $next }

## Age of the data
as-of-day = { $weekday } { $date } { $time }
newer-follows = ዝሓደሰ ሓበሬታ ክመጽእ እዩ።
unreadable = ሓደ ክፋል ሕጂ ክርአ ኣይክእልን። ምምሕዳር ከተማ ይፈልጥ እዩ።

## Moments and lines
moment =
    { $weekday } { $date } { $from }፣ { $place }
    | { $weekday } { $date } { $from }
    | { $weekday } { $date }
room = ክፍሊ { $room }
line-today =
    { $icon } { $from } { $place }
    | { $icon } { $from }
line-today-cancelled = ❌ { $from } ተሰሪዙ
line-today-absent = 🙋 { $from }: ቤት ትምህርቲ ይፈልጥ እዩ
line-item =
    { $icon } { $from }–{ $to } { $what }፣ { $place }
    | { $icon } { $from }–{ $to } { $what }
    | { $icon } { $from } { $what }፣ { $place }
    | { $icon } { $from } { $what }
line-item-cancelled = ❌ { $from } { $what }: ተሰሪዙ
line-item-absent = 🙋 { $from } { $what }: ቤት ትምህርቲ ይፈልጥ እዩ
line-day = { $weekday } { $day }: { $items }
slot = { $icon } { $from }
line-task =
    { $n } { $task }፣ ክሳብ { $date }
    | { $n } { $task }
line-finished =
    { $n } { $task }፣ { $date }
    | { $n } { $task }
change-cancelled = ❌ { $weekday } { $date } { $from }: ተሰሪዙ
change-moved =
    🔁 { $old } ኣይኮነን: { $weekday } { $date } { $from }
    | 🔁 { $weekday } { $date } { $from }
change-on = ✅ { $weekday } { $date } { $from }: ከም ቀደሙ ኣሎ
change-place =
    📍 { $weekday } { $date } { $from }: ሕጂ { $place }
    | 📍 { $weekday } { $date } { $from }: ካልእ ቦታ
change-online = 💻 { $weekday } { $date } { $from }: ኦንላይን
change-appointment =
    📅 { $old } ኣይኮነን: { $weekday } { $date } { $from }
    | 📅 { $weekday } { $date } { $from }
change-appointment-cancelled = ❌ 📅 { $weekday } { $date } { $from }: ተሰሪዙ
line-digest = { $n } { $what }
digest-reminder =
    ⏰ { $weekday } { $date } { $from }፣ { $place }
    | ⏰ { $weekday } { $date } { $from }
digest-task =
    ✅ { $task }፣ ክሳብ { $date }
    | ✅ { $task }
    | ✅ ሓድሽ ዕማም ኣሎ
digest-plan = 🧭 ኣብ መደብኩም ለውጢ ኣሎ
digest-term = 📩 ሓድሽ ነገር ኣሎ
digest-message = 📩 መልእኽቲ ኣሎ
digest-question = 💬 ብዛዕባ ሕቶኹም ሓድሽ ነገር ኣሎ
question-sending = ⏳ { $date }: ይስደድ ኣሎ
question-waiting = 📨 { $date }: መልሲ ይጽበ
question-answered = 💬 { $date }: ተመሊሱ
question-dealt = ✅ { $date }: ተወዲኡ
question-silent = ☎ { $date }: ኣብዚ መልሲ የለን
question-refused = ❌ { $date }: ኣይተሰደን
answer-comes = መልሲ ኣብዚ ክመጽእ እዩ።
answer-machine = 🤖 ብማሽን ዝተተርጎመ።
answer-follows = 🇳🇱 እዚ ብሆላንድኛ እዩ። ትርጉም ክመጽእ እዩ።
answer-dutch = 🇳🇱 እዚ ብሆላንድኛ እዩ። ንጹር ኣይኮነን ድዩ? ክድወለልኩም ሕተቱ።
answer-unsure = 🤖 እቲ ትርጉም ርግጸኛ ኣይኮነን። እዚ ብሆላንድኛ እዩ። ንጹር ኣይኮነን ድዩ? ክድወለልኩም ሕተቱ።
answer-withheld = ውልቃዊ ቁጽሪ ተኣልዩ።
answer-part = ክፋል { $n } ካብ { $of }።
same-time = { $what }፣ ምስ ትምህርትኹም ኣብ ሓደ ሰዓት
at-time = { $what } { $from }
advice = { $what } (ምኽሪ ናይ { $municipality }፣ { $source })
exam-line = { $exam }: { $state }
level-line = { $skill } { $level }
window-before = ቅድሚ { $date }
window-from = ካብ { $date }
window-between = ካብ { $from_date } ክሳብ { $to_date }
be-at = ኣብ { $what } ተረኸቡ፣ { $date }
lesson-on = ትምህርቲ { $date }
agreement-before =
    { $what }፣ ክሳብ { $date }
    | { $what }
quoted-dutch = “{ $text }” (ብቋንቋ ኔዘርላንድ)
machine-translated = 🤖 { $text } (ብማሽን ዝተተርጎመ)

## Hours of people
hours-working = መዓልታት ስራሕ { $from }–{ $to }
hours-days = { $first } – { $last } { $from }–{ $to }
hours-day = { $weekday } { $from }–{ $to }
hours-unknown = እቲ ሰዓታት ገና ኣይተፈልጠን።
on-a-working-day = ኣብ መዓልቲ ስራሕ

## Where the name of a person or organisation is not known
your-contact-person = ተጸዋዒ-ሰብኩም ኣብ ምምሕዳር ከተማ
your-school = ቤት ትምህርትኹም
your-municipality = ምምሕዳር ከተማኹም
the-townhall = ህንጻ ምምሕዳር ከተማ

## Parts of the plan
part-taal = ቋንቋ ኔዘርላንድ
part-knm = ፍልጠት ሃገር (KNM)
part-pvt = መስርሕ መግለጺ ተሳትፎ (PVT)
part-map = ሞዱል ስራሕ (MAP)
part-participatie = ተሳትፎ
part-alfabetisering = ምንባብን ምጽሓፍን
part-examen = መርመራታት
part-taalschakeltraject = ቋንቋን ንትምህርቲ ምድላውን
part-eindgesprek = መወዳእታ ዝርርብ
icon-taal = 📚
icon-knm = 📗
icon-pvt = 🤝
icon-map = 🛠
icon-participatie = 🙌
icon-alfabetisering = 📖
icon-examen = 📝
icon-taalschakeltraject = 📚

## What is going on now in a part
stand-taal-niet_geplaatst = ገና ጉጅለ የለን
stand-taal-wachten = ጉጅለ ትጽበዩ ኣለኹም
stand-taal-volgt = ትምህርቲ ኣለኩም
stand-taal-examenklaar = ንመርመራታት ድሉዋት
stand-taal-klaar = ተወዲኡ
stand-knm-niet_geplaatst = ገና ጉጅለ የለን
stand-knm-wachten = ጉጅለ ትጽበዩ ኣለኹም
stand-knm-volgt = ትምህርቲ ኣለኩም
stand-knm-examenklaar = ንመርመራ ድሉዋት
stand-knm-klaar = ተወዲኡ
stand-alfabetisering-niet_geplaatst = ገና ጉጅለ የለን
stand-alfabetisering-wachten = ጉጅለ ትጽበዩ ኣለኹም
stand-alfabetisering-volgt = ትምህርቲ ኣለኩም
stand-alfabetisering-examenklaar = ንዝቕጽል ትምህርቲ ድሉዋት
stand-alfabetisering-klaar = ተወዲኡ
stand-taalschakeltraject-niet_geplaatst = ገና ጉጅለ የለን
stand-taalschakeltraject-wachten = ጉጅለ ትጽበዩ ኣለኹም
stand-taalschakeltraject-volgt = ትምህርቲ ኣለኩም
stand-taalschakeltraject-examenklaar = ንመርመራታት ድሉዋት
stand-taalschakeltraject-klaar = ተወዲኡ
stand-pvt-open = ገና ኣይተመደበን
stand-pvt-gepland = ተመዲቡ
stand-pvt-gevolgd = ኣኼባታት ተወዲኡ፣ ምፍራም ይቕጽል
stand-pvt-ondertekend = ተፈሪሙ
stand-map-open = ገና ኣይጀመረን
stand-map-themas = ኣብ ኣርእስትታት ትሰርሑ ኣለኹም
stand-map-praktijk = ኣብ ስራሕ ትመሃሩ ኣለኹም
stand-map-eindgesprek_gepland = መወዳእታ ዝርርብ ተመዲቡ
stand-map-afgerond = ተወዲኡ
stand-participatie-open = ገና ኣይጀመረን
stand-participatie-loopt = ትሳተፉ ኣለኹም
stand-participatie-klaar = ተወዲኡ
stand-examen-niet_aangemeld = ገና ኣይተመዝገብኩምን
stand-examen-aangemeld = ተመዝጊብኩም
stand-examen-afgelegd = ወሲድኩምዎ፣ በጃኹም ተጸበዩ
stand-examen-bekend = ኣብ Mijn Inburgering ርኣዩ
stand-examen-klaar = ተወዲኡ

## Exams and skills
exam-LE = ምንባብ
exam-LU = ምስማዕ
exam-SC = ምጽሓፍ
exam-SP = ምዝራብ
exam-KNM = KNM
skill-LE = ምንባብ
skill-LU = ምስማዕ
skill-SC = ምጽሓፍ
skill-SP = ምዝራብ
skill-KNM = KNM

## Routes
route-B = B1-route
route-O = Onderwijsroute
route-Z = Z-route

## Who acts
party-inburgeraar = ንስኹም
party-gemeente = ምምሕዳር ከተማኹም
party-aanbieder = ቤት ትምህርቲ
party-werkgever = ቦታ ስራሕ
party-begeleider = ኣማኻሪኹም
party-duo = DUO

## State of the case, said while waiting
status-obliged = ቀዳማይ ዝርርብ
status-matched = ቀዳማይ ዝርርብ
status-intake_planned = ቀዳማይ ዝርርብ
status-intake_running = መደብኩም
status-plan_draft = መደብኩም
status-plan_established = ዝሰማማዕ ጉጅለ
status-waiting_for_group = ዝሰማማዕ ጉጅለ
status-in_route = ዝቕጽል ትምህርቲ
status-paused = መደብኩም ንግዜኡ ደው ኢሉ ኣሎ
status-completed = መደብኩም ተዛዚሙ
status-closed = መደብኩም ተዓጽዩ
wait-groep = ዝሰማማዕ ጉጅለ
wait-start_les = ቀዳማይ ትምህርቲ
wait-kinderopvang = ቦታ ንውላድኩም
wait-tolk = ተርጓሚ
wait-examendatum = መዓልቲ መርመራ
wait-uitslag = ደብዳቤ ብዛዕባ መርመራ
wait-besluit = ደብዳቤ ምምሕዳር ከተማ
wait-overig = ዝቕጽል ስጉምቲ

## Kinds of appointment
kind-brede_intake = ቀዳማይ ዝርርብ
kind-leerbaarheidstoets = ፈተና (LBT)
kind-pip_gesprek = ዝርርብ ብዛዕባ መደብኩም
kind-voortgangsgesprek = ዝርርብ
kind-pvt_bijeenkomst = PVT
kind-pvt_ondertekening = ምፍራም
kind-map_eindgesprek = መወዳእታ ዝርርብ
kind-zroute_eindgesprek = መወዳእታ ዝርርብ
kind-examen = መርመራ
kind-overig = ቆጸራ
kind-numbered = { $kind } { $number }
kind-exam = { $kind } { $exam }
form-telefoon = ብተሌፎን
form-video = ብቪድዮ
interpreter-booked = ተዳልዩ
interpreter-asked = ተሓቲቱ
interpreter-needed = የድሊ

## Places (never a name of an organisation) and things to bring
place-stadhuis = ህንጻ ምምሕዳር ከተማ
place-werkplek_groen = ናይ ኣታኽልቲ ቦታ ስራሕ
place-bibliotheek = ቤት መጻሕፍቲ
place-balie = መቐበሊ ጠረጴዛ
bring-schrift = ጥራዝ
bring-pen = ፒሮ
bring-id_bewijs = ወረቐት መንነት
bring-schoolpapieren = ወረቓቕቲ ትምህርቲ
bring-diploma = ዲፕሎማ
bring-brief = ደብዳቤኹም
bring-werkkleding = ክዳን ስራሕ
bring-lunch = ዝብላዕ ነገር

## What people help with
role-klantmanager = መደብኩም፣ ዕማማት፣ ደብዳቤታት
role-school = ትምህርቲ፣ መዓልታትን ሰዓታትን
role-begeleider = መዓልታዊ ጉዳያት፣ ደብዳቤታት
role-werkgever = መዓልታት ስራሕኩም
role-duo = መርመራታት፣ መወዳእታ ዕለት ናይ መደብኩም

## What the parts are; $dutch is the word in letters, the same in every language
explain-taal = ቋንቋ ኔዘርላንድ ምዝራብ፣ ምንባብ፣ ምስማዕን ምጽሓፍን ትመሃሩ
explain-knm = ኣብዚ መነባብሮ፣ ስራሕን ቤት ትምህርትን ከመይ ከም ዝኸይድ ትመሃሩ
explain-pvt = ብዛዕባ ክብርታት ኔዘርላንድ ትመሃሩን ናይ ተሳትፎ ወረቐት ትፍርሙን
explain-map = ብዛዕባ ስራሕ ኣብዚ ትመሃሩን ኣብ ቦታ ስራሕ ትለማመዱን
explain-participatie = ምስ ካልኦት ሰባት ትገብሩ: ስራሕ፣ ሓገዝ፣ ትምህርቲ
explain-alfabetisering = ፊደላት፣ ምንባብን ምጽሓፍን ትመሃሩ
explain-examen = ዝተማሃርኩምዎ ኣብ DUO ተርእዩ
explain-taalschakeltraject = ቋንቋ ኔዘርላንድን ኣብዚ ንቤት ትምህርቲ ዘድሊ ነገራትን ትመሃሩ
dutch-taal = taalles
dutch-knm = Kennis van de Nederlandse Maatschappij (KNM)
dutch-pvt = participatieverklaringstraject (PVT)
dutch-map = Module Arbeidsmarkt en Participatie (MAP)
dutch-participatie = participatie
dutch-alfabetisering = alfabetisering
dutch-examen = examen
dutch-taalschakeltraject = taalschakeltraject

## How to join online
online-how = ኣብ መልእኽቲ ወይ ኢመይል ናይ ቤት ትምህርትኹም ርኣዩ።

## Example of a message, where no lesson is known
example-preview = ሰሉስ 13:00፣ Kade 4

## Tasks with a reviewed text
task-brieven = ደብዳቤታትኩም ናብ ናይ ሰሉስ መቐበሊ ጠረጴዛ ኣምጽኡ
task-brieven-waarom = ብሓባር ከነንብቦ ኢና
task-brieven-1 = ደብዳቤታትኩም ኣብ ቦርሳ ግበሩ
task-brieven-2 = ናብ ህንጻ ምምሕዳር ከተማ ኪዱ
task-brieven-3 = ሰሉስ 09:00–11:00
task-diploma = ናይ ዲፕሎማ ወረቓቕትኹም ናብ መቐበሊ ጠረጴዛ ኣምጽኡ
task-diploma-waarom = ሽዑ ዲፕሎማኹም ኣብዚ እንታይ ዋጋ ከም ዘለዎ ክንሓትት ንኽእል
task-bibliotheekpas = ካርድ ቤት መጻሕፍቲ ውሰዱ
task-bibliotheekpas-waarom = ኣብኡ መጻሕፍቲ፣ ኮምፕዩተራትን ቋንቋ ኔዘርላንድ እተዛርብዎም ሰባትን ኣለዉ
task-digid = DigiD ንምርካብ ኣመልክቱ
task-digid-waarom = ብ DigiD ናብ ናይ መንግስቲ ኣገልግሎት ትኣትዉ
task-pvt_dag = መዓልቲ PVT ምረጹ
task-pvt_dag-waarom = ሽዑ ቦታ ክንሕዘልኩም ንኽእል
task-open_dag = ናብ ክፉት መዓልቲ ናይ ነርስነት ኪዱ
task-open_dag-waarom = ነቲ ቤት ትምህርቲ ትርእይዎ፣ ሕቶታት እውን ክትሓቱ ትኽእሉ
task-examen_aanmelden = ንምጽሓፍን ንምዝራብን ተመዝገቡ
task-examen_aanmelden-waarom = ምእራም ነዊሕ ግዜ ክወስድ ይኽእል፣ ይብል መደብኩም

## Names of languages
lang-nl = ቋንቋ ኔዘርላንድ
lang-en = እንግሊዝኛ
lang-ar = ዓረብኛ
lang-ti = ትግርኛ
lang-tr = ቱርክኛ
lang-fa = ፋርስኛ
lang-fa-AF = ዳሪ
lang-ps = ፓሽቶ
lang-so = ሶማልኛ
lang-ku = ኩርማንጂ
lang-ckb = ሶራኒ
lang-am = ኣምሓርኛ
lang-uk = ዩክረይንኛ
lang-fr = ፈረንሳይኛ

## Agreements in the plan with a reviewed text
afspraak-tolk = ኣብ ነፍሲ ወከፍ ዝርርብ ተርጓሚ
afspraak-brieven = ደብዳቤታትኩም ናብ ናይ ሰሉስ መቐበሊ ጠረጴዛ ኣምጽኡ
afspraak-examen_aanmelden = ንምጽሓፍን ንምዝራብን ተመዝገቡ
afspraak-donderdag_vrij = ነፍሲ ወከፍ ሓሙስ ሰዓት 17:00 ካብ ስራሕ ውጹ
afspraak-laptop = ብልቃሕ ዝወሃብ ላፕቶፕ
afspraak-open_dag = ናብ ክፉት መዓልቲ ናይ ነርስነት ኪዱ
afspraak-buddy = ዝሕግዝ ተመሃራይ
afspraak-kinderopvang = ቅድሚ ቀዳማይ ትምህርቲ ቦታ ንውላድኩም
afspraak-afmelden = ክትመጹ ምስ ዘይትኽእሉ ቅድሚ 08:30 ንቤት ትምህርቲ ንገሩ
afspraak-diploma = ዲፕሎማኹም ኣብዚ እንታይ ዋጋ ከም ዘለዎ ሓደ ሰብ የጻሪ

## Computed dates of the municipality's rules
examens_plannen = መርመራታትኩም መድቡ
verlenging_vragen = ተወሳኺ ግዜ እንተድልዩኩም ሕተቱ
