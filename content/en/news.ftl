### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### News about the plan, its last day and exams.

# $part, $old, $new: what changed
news-plan =
    🧭 Changed on { $date }: { $part }.
    | 🧭 Changed: { $part }.
    | 🧭 Your plan has changed.
    Before: { $old }.
    Now: { $new }.
    A letter of the municipality follows if it is a decision.
    .plan = 🧭 My plan
    .ask = 🙋 Ask

news-term =
    There is news about the end date of your plan.
    The letter of DUO tells it.
    Your plan here shows { $last_day }.
    Questions?
    Call { $caseworker }.
    | Call your contact person.
    .call = ☎ Call
    .plan = 🧭 My plan

news-result =
    There is a result of an exam.
    I do not show it.
    Look in Mijn Inburgering or wait for the letter.
    { $caseworker } can look with you.
    | Your contact person can look with you.
    .callback = ☎ Call me back
    .how = 🏛 How to look

news-look =
    🏛 1 Open inburgeren.nl and choose Mijn Inburgering.
    2 Sign in with DigiD.
    3 Look at your exams.
    Never give your codes to anyone, also not to me.
    .callback = ☎ Call me back

news-pause =
    ⏸ Your plan rests from { $date }.
    | ⏸ Your plan rests now.
    No reminders until it goes on.
    Your letter tells why.
    { $caseworker } can explain.
    | Your contact person can explain.
    .call = ☎ Call

news-completed =
    🎉 Your plan is complete, says { $municipality }.
    A letter or certificate follows.
    This chat closes on { $date } and is then deleted.
    .close = ❌ Close now

# $line1–$line3: what is new, with its number
news-digest =
    📋 New:
    { $line1 }
    { $line2 }
    { $line3 }
    More: { $more }.
    .item = { $n }
