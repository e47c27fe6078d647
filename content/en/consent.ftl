### status: draft, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Consent in layers: what Telegram is, who sees the phone, what the screen shows.

consent-what =
    Telegram does not belong to the municipality.
    Here you get days, places and tasks.
    Never results, health or money.
    You can always choose letter or phone, and stop any time.
    .yes = ✅ Use Telegram
    .no = ✉ Rather letter or phone
    .more = ℹ More

consent-other =
    Good.
    You get letters and phone calls as before.
    Nothing changes for your plan.
    You may come back with a new code.
    .language = 🌍 Language

consent-phone = Who sees this phone?
    .me = 👤 Only me
    .others = 👨‍👩‍👧 Others too

# $preview: an example of a message
consent-level =
    Choose what your screen may show.
    Example: “{ $preview }”
    .L0 = 📩 Only a signal
    .L1 = 📅 Day and place
    .L2 = 💬 Everything
    .ok = ✅ Good
