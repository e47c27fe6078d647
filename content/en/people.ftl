### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### The people to turn to, call-back and questions.

people-list = Whom do you want?
    .caseworker =
        🧑 { $caseworker }, municipality
        | 🧑 Municipality
    .school =
        🏫 { $school }
        | 🏫 Your school
    .coach = 🧑 { $coach }, coach
    .employer = 🛠 { $employer }
    .duo = 🏛 DUO

# $topics: what this person helps with; $hours: when to reach
people-person =
    { $icon } { $name }.
    | 🧑 { $name }.
    Helps with: { $topics }.
    Speaks: { $languages }.
    Reach: { $hours }.
    ☎ { $phone }
    .ask = ✍ Ask a question
    .callback = ☎ Call me back
    .questions = 💬 My questions

people-person--duo =
    🏛 DUO.
    Helps with: { $topics }.
    ☎ { $phone }
    I cannot send anything to DUO.

people-callback =
    ☎ { $name } calls you.
    When: { $hours }.
    | When: on a working day.
    Interpreter { $language } is asked for.
    You need not wait by the phone.
    .cancel = ❌ No call needed

people-ask =
    Write your question in your own language, short.
    Write no numbers of cards, bank or BSN.
    Objections and requests do not go here: your letter tells where.
    .callback = ☎ Rather call me
    .cancel = ❌ Stop

# $dutch: the question in Dutch; $back: the Dutch put back into the reader's language
people-check =
    { $name } will read: “{ $dutch }”
    That means: “{ $back }”
    Is it right?
    .send = ✅ Send
    .again = ✏ Write again
    .callback = ☎ Rather call me

people-check--unsure =
    { $name } will read: “{ $dutch }”
    That means: “{ $back }”
    The translation is not sure.
    Write it again or ask for a call.

# The question is Dutch already
people-check--dutch =
    { $name } will read: “{ $dutch }”
    Is it right?

people-check--wait = One moment: I translate your question.

people-asis =
    I cannot translate now.
    Send it in your language?
    { $name } sees it with a note.
    .send = ✅ Send
    .callback = ☎ Rather call me
    .cancel = ❌ Stop

people-sent =
    📨 Sent at { $time }.
    { $name } reads it.
    When: { $hours }.
    | When: on working days.
    { $comes }
    .more = ➕ Add something

people-sent--saved =
    Saved at { $time }.
    I pass it on as soon as possible.
    { $name } reads it.
    When: { $hours }.
    | When: on working days.

# $line1–$line5: questions, the newest first
people-questions =
    Your questions:
    { $line1 }
    { $line2 }
    { $line3 }
    { $line4 }
    { $line5 }
    As of { $asof }.
    .question = { $n }
    .ask = ✍ Ask a question

# $text: the answer, translated or Dutch; $dutch: the Dutch of a translated one; $machine, $withheld, $part: what is to be said of it
people-answer =
    💬 { $name }: “{ $text }”
    { $machine }
    🇳🇱 “{ $dutch }”
    { $withheld }
    { $part }
    You asked: “{ $question }”
    As of { $asof }.
    .more = ▶ Part { $n }
    .ask = ✍ Ask more
    .ok = 👍 Clear
    .unclear = ❓ Not clear
    .callback = ☎ Call me

people-answer--sending =
    You asked on { $date }: “{ $question }”
    ⏳ It is being sent.
    I pass it on as soon as possible.

people-answer--waiting =
    You asked on { $date }: “{ $question }”
    📨 Sent.
    { $name } reads it.
    When: { $hours }.
    | When: on working days.
    { $comes }
    As of { $asof }.

people-answer--dealt =
    You asked on { $date }: “{ $question }”
    ✅ { $name } has dealt with it, without words.
    Not clear?
    Ask for a call.
    As of { $asof }.

people-answer--silent =
    You asked on { $date }: “{ $question }”
    No answer came here; I no longer look for one.
    Call { $name }.
    ☎ { $phone }
    When: { $hours }.

people-answer--refused =
    You asked on { $date }: “{ $question }”
    ❌ It could not be sent.
    Call { $name }.
    ☎ { $phone }
    When: { $hours }.
