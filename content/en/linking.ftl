### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### From a letter or a square picture (QR) to the own plan.

linking-code =
    Type the code from your letter: 10 letters and numbers.
    No letter?
    Ask your contact person at the municipality.
    .where = 📄 Where is the code?
    .help = ☎ Help

linking-where =
    📄 Look at the letter, under the square picture: 10 letters and numbers.
    Or hold your camera over the square.
    .help = ☎ Help

linking-year =
    Type the year you were born: 4 numbers.
    This keeps your plan safe.
    I delete it from this chat.
    .stop = ❌ Stop

# $initial: first letter of the first name; $caseworker: name of the contact person
linking-who =
    Is this you?
    Your name starts with { $initial }.
    Your contact person is { $caseworker }.
    .yes = ✅ Yes, that is me
    .no = ❌ Not me

linking-waiting =
    Thank you.
    { $caseworker } checks this, mostly within one working day.
    | Your contact person checks this, mostly within one working day.
    You do nothing.
    I write when it is ready.
    .call =
        ☎ Call { $caseworker }
        | ☎ Call

linking-notme =
    Good that you say it.
    Nothing was opened.
    Give the letter back to the municipality.
    .call = ☎ Call

linking-second =
    This phone already has a plan.
    Your plan is your own: you get your own way.
    Which do you want?
    .callback = ☎ Call me
    .letter = ✉ Letter

# $townhall: name of the town hall; $phone: its number
linking-frozen =
    This link is being checked.
    Nothing is shown now.
    Call { $townhall }: ☎ { $phone }
    .call = ☎ Call
