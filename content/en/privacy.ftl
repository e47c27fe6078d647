### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### What is shown, what is stored, stop and delete.

privacy-privacy = 🔒 You decide.
    .level = 📩 What my screen shows
    .stored = 📋 What is stored
    .stop = ❌ Stop

# $periods: after how long things are deleted
privacy-stored =
    Here is stored: language, choices, which plan is yours, days, tasks, messages.
    No BSN, no documents.
    Deleted: { $periods }.
    Telegram also keeps this chat.

periods = questions { $conversation }, messages { $delivery }, all { $closed } after your plan closes
period-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}

privacy-stop =
    What do you want?
    Your plan stays, also with letters.
    .pause = ⏸ Pause messages
    .letters = ✉ Letters from now on
    .delete = 🗑 Stop and delete all here

privacy-letters =
    ✉ Good.
    From now on letters and phone.
    Nothing changes for your plan.
    This chat is silent now.
    .undo = ↩ Messages here again

privacy-delete =
    🗑 I delete everything stored here about you within one minute, and the messages I can.
    The municipality keeps your file.
    Sure?
    .yes = 🗑 Yes, delete
    .no = ⬅ No

# $receipt: number of the deletion
privacy-deleted =
    Deleted at { $time }.
    Proof: { $receipt }.
    You can delete this chat yourself: hold it, choose Delete.
    A new code starts again.
