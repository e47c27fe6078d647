### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### First lines: what just happened, and what to do when something is not possible.

## Language and reading
first-neighbour = These words are Persian. Dari follows.
first-reading-later = 🔊 Reading aloud comes later. Your choice is kept.
first-language-changed = ✅ Changed.

## Code and link
first-code-wrong =
    This code does not work.
    Check the letters.
    You can try { $n ->
        [one] { $n } more time
       *[other] { $n } more times
    }.
first-code-wait =
    This code does not work.
    Wait one hour or call { $townhall }.
    ☎ { $phone }
first-code-expired =
    This code is too old.
    Ask your contact person for a new letter.
first-code-used =
    This code was used already.
    If it was not you, call { $townhall }.
    ☎ { $phone }
first-code-elsewhere =
    This code belongs to another chat.
    Open it here: { $link }
first-link-refused =
    Your contact person did not confirm this.
    Call { $townhall }.
    ☎ { $phone }
first-callback-noted = ☎ Noted. You get a call on a working day.
first-letter-noted = ✉ Noted. You get a letter.
first-link-first = Your own plan comes after you type the code.

## Buttons and facts
first-newest = Here is the newest.
first-again = Something changed. Look again, then tap.
first-task-gone = This task is gone. Here are your tasks.
first-lesson-gone = This lesson is gone. Here is your week.
first-appointment-gone = This appointment is gone. Here are your dates.
first-gone = This is gone. Here is the newest.
first-unavailable = This cannot be done now. Here is the newest.
first-first-read = Your data are being fetched. Try again in a few minutes.
first-saved =
    Saved at { $time }.
    I pass it on.
first-passed-on = ✅ Passed on at { $time }.
first-no-plan = There is no plan here yet.
first-not-linked = Type the code from your letter first.
first-moment = A moment, please.
first-sorry = Sorry, something went wrong here. You did nothing wrong.

## Lessons
first-school-knows = 🙋 The school knows.
first-told-saved = 🙋 Saved. I pass it on to the school.
first-comes = ✅ The school knows that you come.
first-comes-saved = ✅ Saved. I tell the school that you come.
first-understood =
    👍 { $school } knows that you understand.
    | 👍 Your school knows that you understand.
first-noted = 👍 Noted.
first-cancelled = It is cancelled. You need not do anything.
first-started = It has started. Call the school.
first-over = This lesson is over.
first-clash = ⏰ Your lesson is at the same time.

## Appointments
first-interpreter-asked = 🗣 Interpreter { $language } asked for.
first-started-call = It has started. Call your contact person.
first-not-sent =
    This did not arrive.
    Please call { $name }: ☎ { $phone }
    | Please call: ☎ { $phone }

## Tasks
first-undone = ↩ Not done yet. That is noted.
first-all-done = ✅ No tasks now.

## People
first-call =
    ☎ { $name }: { $phone }, { $hours }
    | ☎ { $name }: { $phone }
    | ☎ { $phone }
first-map = 📍 { $link }
first-no-call = ✅ No call needed. That is noted.
first-cancel = ✅ Nothing was sent.
first-too-long = That is too long. Write it shorter.
first-translator-away = I cannot translate now.

## Choices
first-kept = ✅ Your choice is kept.
first-messages-again = ✅ Messages come here again.
first-resumed = ▶ Messages come again.
first-paused = ⏸ Messages are paused.
first-protected = 📩 From now on only a signal.

## What the chat cannot take
first-number-removed =
    I removed a personal number.
    Never send it here; nobody will ask for it here.
first-no-files =
    I cannot look at files.
    Show papers at the desk.
first-no-voice = I cannot listen to messages.
first-danger =
    Danger?
    Call 112.
    I am a program and nobody reads this now.
    Shall a person call you?
first-no-objection =
    Here is no place for an objection.
    The letter tells where and until when.
    { $caseworker } can explain.
first-not-answered =
    I cannot answer this here.
    { $caseworker } can explain it to you.
