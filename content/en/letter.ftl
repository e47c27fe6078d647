### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### The printed invitation letter.

letter-title = Your days and tasks on your phone
letter-greeting = Dear { $name },
letter-what =
    { $municipality } has a helper on the phone: Wegwijs.
    It shows your days, your tasks and your people in your own language.
letter-choice =
    You choose.
    You may also keep letters and phone calls.
    That changes nothing for your plan.
letter-telegram =
    Wegwijs works in Telegram, an app on your phone.
    Telegram does not belong to the municipality.
    Wegwijs never asks for money, a password or a personal number.
letter-step-1 = 1. Put Telegram on your phone.
letter-step-2 = 2. Hold your camera over the square.
letter-step-3 = 3. Tap Start and choose your language.
letter-typed =
    No camera?
    Search { $bot } in Telegram and type this code:
letter-year = After the code Wegwijs asks the year you were born.
letter-phrase =
    This is the right chat if it says: { $phrase }.
letter-valid = The code works until { $date }.
letter-own = This code is only for you. Give it to nobody.
letter-questions = Questions? Call { $caseworker }: ☎ { $phone }.
letter-closing = Kind regards,
