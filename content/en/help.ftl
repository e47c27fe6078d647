### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Help, also for people without a link.

help-help =
    I can show your days, tasks, plan and people.
    I am a program, not a person.
    I decide nothing.
    Emergency: call 112.
    .ask = 🧑 Ask a person
    .tour = ❓ How it works

help-tour =
    Tap a button: I show the next screen here.
    ⬅ goes back, 🏠 shows today.
    You cannot break anything.
    Lost?
    Tap the menu button.
    .ask = 🧑 Ask a person

# $hours: opening hours of the town hall
help-public =
    I help people of { $municipality } with their days and tasks.
    Questions, lost phone: call { $townhall }, ☎ { $phone }.
    Open: { $hours }.
    .language = 🌍 Language
    .code = 🔢 I have a code

# A photo, file, sticker, contact or place was sent
help-attachment =
    I cannot look at files.
    Show papers at the desk.
    Shall a person call you?
    .callback = ☎ Yes, call me
    .people = 🧑 People

help-attachment--voice =
    I cannot listen to messages.
    Shall a person call you?

# A text was typed that no screen asked for
help-unknown =
    I did not understand.
    Tap a button, or ask a person.
    .callback = ☎ Call me
    .people = 🧑 People
    .now = ❓ What now?

# Typed for the third time in a row
help-unknown--call =
    I did not understand.
    Shall a person call you?
