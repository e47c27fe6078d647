### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### News about the plan and its last day.

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

# $line1–$line3: what is new, with its number
news-digest =
    📋 New:
    { $line1 }
    { $line2 }
    { $line3 }
    More: { $more }.
    .item = { $n }
