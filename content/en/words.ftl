### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Words for codes of the case, small pieces of lines, and counts.

## Counts ($n, $minutes: whole numbers)
count-tasks = { $n ->
    [one] { $n } task
   *[other] { $n } tasks
}
count-things = { $n ->
    [one] { $n } thing
   *[other] { $n } things
}
count-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
and-more = + { $n }

## Joining
join-and = { $first } and { $next }
join-list = { $first }, { $next }

## Age of the data
as-of-day = { $weekday } { $date } { $time }
newer-follows = Newer data follows.
unreadable = One part cannot be shown now. The municipality knows.

## Moments and lines
moment =
    { $weekday } { $date } { $from }, { $place }
    | { $weekday } { $date } { $from }
    | { $weekday } { $date }
room = room { $room }
line-today =
    { $icon } { $from } { $place }
    | { $icon } { $from }
line-today-cancelled = ❌ { $from } is cancelled
line-today-absent = 🙋 { $from }: the school knows
line-item =
    { $icon } { $from }–{ $to } { $what }, { $place }
    | { $icon } { $from }–{ $to } { $what }
    | { $icon } { $from } { $what }, { $place }
    | { $icon } { $from } { $what }
line-item-cancelled = ❌ { $from } { $what }: cancelled
line-item-absent = 🙋 { $from } { $what }: the school knows
line-day = { $weekday } { $day }: { $items }
slot = { $icon } { $from }
line-task =
    { $n } { $task }, until { $date }
    | { $n } { $task }
line-finished =
    { $n } { $task }, { $date }
    | { $n } { $task }
change-cancelled = ❌ { $weekday } { $date } { $from }: cancelled
change-moved =
    🔁 not { $old }: { $weekday } { $date } { $from }
    | 🔁 { $weekday } { $date } { $from }
change-on = ✅ { $weekday } { $date } { $from }: on again
change-place =
    📍 { $weekday } { $date } { $from }: now { $place }
    | 📍 { $weekday } { $date } { $from }: other place
change-online = 💻 { $weekday } { $date } { $from }: online
change-appointment =
    📅 not { $old }: { $weekday } { $date } { $from }
    | 📅 { $weekday } { $date } { $from }
change-appointment-cancelled = ❌ 📅 { $weekday } { $date } { $from }: cancelled
line-digest = { $n } { $what }
digest-reminder =
    ⏰ { $weekday } { $date } { $from }, { $place }
    | ⏰ { $weekday } { $date } { $from }
digest-task =
    ✅ { $task }, until { $date }
    | ✅ { $task }
    | ✅ there is a new task
digest-plan = 🧭 your plan has a change
digest-term = 📩 there is news
digest-message = 📩 there is a message
digest-question = 💬 there is news about your question
question-sending = ⏳ { $date }: is being sent
question-waiting = 📨 { $date }: waits for an answer
question-answered = 💬 { $date }: answered
question-dealt = ✅ { $date }: dealt with
question-silent = ☎ { $date }: no answer here
question-refused = ❌ { $date }: not sent
answer-comes = The answer comes here.
answer-machine = 🤖 Translated by a machine.
answer-follows = 🇳🇱 This is Dutch. A translation follows.
answer-dutch = 🇳🇱 This is Dutch. Not clear? Ask for a call.
answer-unsure = 🤖 The translation is not sure. This is the Dutch. Not clear? Ask for a call.
answer-withheld = A personal number was taken out.
answer-part = Part { $n } of { $of }.
same-time = { $what }, at the same time as your lesson
at-time = { $what } { $from }
advice = { $what } (advice of { $municipality }, { $source })
exam-line = { $exam }: { $state }
level-line = { $skill } { $level }
window-before = before { $date }
window-from = from { $date }
window-between = between { $from_date } and { $to_date }
be-at = be at { $what }, { $date }
lesson-on = lesson { $date }
agreement-before =
    { $what }, until { $date }
    | { $what }
quoted-dutch = “{ $text }” (Dutch)
machine-translated = 🤖 { $text } (translated by a machine)

## Hours of people
hours-working = working days { $from }–{ $to }
hours-days = { $first } – { $last } { $from }–{ $to }
hours-day = { $weekday } { $from }–{ $to }
hours-unknown = Hours are not known yet.
on-a-working-day = on a working day

## Where the name of a person or organisation is not known
your-contact-person = your contact person at the municipality
your-school = your school
your-municipality = your municipality
the-townhall = the town hall

## Parts of the plan
part-taal = Dutch
part-knm = knowing the country (KNM)
part-pvt = taking part (PVT)
part-map = work module (MAP)
part-participatie = participation
part-alfabetisering = reading and writing
part-examen = exams
part-taalschakeltraject = Dutch and preparing for school
part-eindgesprek = final talk
icon-taal = 📚
icon-knm = 📗
icon-pvt = 🤝
icon-map = 🛠
icon-participatie = 🙌
icon-alfabetisering = 📖
icon-examen = 📝
icon-taalschakeltraject = 📚

## What is going on now in a part
stand-taal-niet_geplaatst = no group yet
stand-taal-wachten = you wait for a group
stand-taal-volgt = you have lessons
stand-taal-examenklaar = ready for the exams
stand-taal-klaar = done
stand-knm-niet_geplaatst = no group yet
stand-knm-wachten = you wait for a group
stand-knm-volgt = you have lessons
stand-knm-examenklaar = ready for the exam
stand-knm-klaar = done
stand-alfabetisering-niet_geplaatst = no group yet
stand-alfabetisering-wachten = you wait for a group
stand-alfabetisering-volgt = you have lessons
stand-alfabetisering-examenklaar = ready for the next lessons
stand-alfabetisering-klaar = done
stand-taalschakeltraject-niet_geplaatst = no group yet
stand-taalschakeltraject-wachten = you wait for a group
stand-taalschakeltraject-volgt = you have lessons
stand-taalschakeltraject-examenklaar = ready for the exams
stand-taalschakeltraject-klaar = done
stand-pvt-open = not planned yet
stand-pvt-gepland = planned
stand-pvt-gevolgd = the meetings are done, the signing follows
stand-pvt-ondertekend = signed
stand-map-open = not begun yet
stand-map-themas = you work on the themes
stand-map-praktijk = you learn at work
stand-map-eindgesprek_gepland = the final talk is planned
stand-map-afgerond = done
stand-participatie-open = not begun yet
stand-participatie-loopt = you take part
stand-participatie-klaar = done
stand-examen-niet_aangemeld = not registered yet
stand-examen-aangemeld = registered
stand-examen-afgelegd = sat, please wait
stand-examen-bekend = look in Mijn Inburgering
stand-examen-klaar = done

## Exams and skills
exam-LE = Reading
exam-LU = Listening
exam-SC = Writing
exam-SP = Speaking
exam-KNM = KNM
skill-LE = reading
skill-LU = listening
skill-SC = writing
skill-SP = speaking
skill-KNM = KNM

## Routes
route-B = B1-route
route-O = Onderwijsroute
route-Z = Z-route

## Who acts
party-inburgeraar = you
party-gemeente = your municipality
party-aanbieder = the school
party-werkgever = the work place
party-begeleider = your coach
party-duo = DUO

## State of the case, said while waiting
status-obliged = the first talk
status-matched = the first talk
status-intake_planned = the first talk
status-intake_running = your plan
status-plan_draft = your plan
status-plan_established = a fitting group
status-waiting_for_group = a fitting group
status-in_route = the next lesson
status-paused = your plan rests
status-completed = your plan is complete
status-closed = your plan is closed
wait-groep = a fitting group
wait-start_les = the first lesson
wait-kinderopvang = a place for your child
wait-tolk = an interpreter
wait-examendatum = a day for the exam
wait-uitslag = a letter about the exam
wait-besluit = a letter of the municipality
wait-overig = the next step

## Kinds of appointment
kind-brede_intake = First talk
kind-leerbaarheidstoets = Learning test
kind-pip_gesprek = Talk about your plan
kind-voortgangsgesprek = Talk
kind-pvt_bijeenkomst = PVT
kind-pvt_ondertekening = Signing
kind-map_eindgesprek = Final talk
kind-zroute_eindgesprek = Final talk
kind-examen = Exam
kind-overig = Appointment
kind-numbered = { $kind } { $number }
kind-exam = { $kind } { $exam }
form-telefoon = by phone
form-video = by video
interpreter-booked = booked
interpreter-asked = asked for
interpreter-needed = needed

## Places (never a name of an organisation) and things to bring
place-stadhuis = town hall
place-werkplek_groen = green work place
place-bibliotheek = library
place-balie = desk
bring-schrift = exercise book
bring-pen = pen
bring-id_bewijs = ID card
bring-schoolpapieren = school papers
bring-diploma = diploma
bring-brief = your letter
bring-werkkleding = work clothes
bring-lunch = something to eat

## What people help with
role-klantmanager = your plan, tasks, letters
role-school = lessons, days and times
role-begeleider = daily things, letters
role-werkgever = your working days
role-duo = exams, the end date of your plan

## What the parts are; $dutch is the word in letters, the same in every language
explain-taal = you learn to speak, read, listen and write Dutch
explain-knm = you learn how living, working and school go here
explain-pvt = you learn about the values of the Netherlands and sign a paper about taking part
explain-map = you learn about work here and practise at a work place
explain-participatie = you do things with other people: work, help, learn
explain-alfabetisering = you learn the letters, reading and writing
explain-examen = you show at DUO what you have learned
explain-taalschakeltraject = you learn Dutch and what you need for a school here
dutch-taal = taalles
dutch-knm = Kennis van de Nederlandse Maatschappij (KNM)
dutch-pvt = participatieverklaringstraject (PVT)
dutch-map = Module Arbeidsmarkt en Participatie (MAP)
dutch-participatie = participatie
dutch-alfabetisering = alfabetisering
dutch-examen = examen
dutch-taalschakeltraject = taalschakeltraject

## How to join online
online-how = Look in the message or mail of your school.

## Example of a message, where no lesson is known
example-preview = Tuesday 13:00, Kade 4

## Tasks with a reviewed text
task-brieven = bring your letters to the Tuesday desk
task-brieven-waarom = we read them together
task-brieven-1 = put your letters in a bag
task-brieven-2 = go to the town hall
task-brieven-3 = Tuesday 09:00–11:00
task-diploma = bring your diploma papers to the desk
task-diploma-waarom = then we can ask what your diploma is worth here
task-bibliotheekpas = get a library card
task-bibliotheekpas-waarom = there are books, computers and people to speak Dutch with
task-digid = apply for DigiD
task-digid-waarom = with DigiD you sign in at the government
task-pvt_dag = choose a day for PVT
task-pvt_dag-waarom = then we can keep a place for you
task-open_dag = go to the open day for nursing
task-open_dag-waarom = you see the school and can ask questions
task-examen_aanmelden = register for writing and speaking
task-examen_aanmelden-waarom = marking can take long, says your plan

## Names of languages
lang-nl = Dutch
lang-en = English
lang-ar = Arabic
lang-ti = Tigrinya
lang-tr = Turkish
lang-fa = Persian
lang-fa-AF = Dari
lang-ps = Pashto
lang-so = Somali
lang-ku = Kurmanji
lang-ckb = Sorani
lang-am = Amharic
lang-uk = Ukrainian
lang-fr = French

## Agreements in the plan with a reviewed text
afspraak-tolk = an interpreter at every talk
afspraak-brieven = bring your letters to the Tuesday desk
afspraak-examen_aanmelden = register for writing and speaking
afspraak-donderdag_vrij = leave work at 17:00 on Thursdays
afspraak-laptop = a laptop on loan
afspraak-open_dag = go to the open day for nursing
afspraak-buddy = a student who helps
afspraak-kinderopvang = a place for your child before the first lesson
afspraak-afmelden = tell the school before 08:30 when you cannot come
afspraak-diploma = someone finds out what your diploma is worth here

## Computed dates of the municipality's rules
examens_plannen = plan your exams
verlenging_vragen = ask if you need more time
