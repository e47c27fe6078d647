### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Reminders a caseworker can send. The message is level 1, "--full" level 2; .title stands in the console.

template-bring-id =
    📅 { $weekday } { $date }፣ { $from }፣ { $place }: ወረቐት መንነትኩም ሒዝኩም ምጽኡ።
    | 📅 { $weekday } { $date }፣ { $from }: ወረቐት መንነትኩም ሒዝኩም ምጽኡ።
    | 📅 { $weekday } { $date }: ወረቐት መንነትኩም ሒዝኩም ምጽኡ።
    .title = ወረቐት መንነት ሒዝኩም ምጽኡ

template-bring-papers =
    📅 { $weekday } { $date }፣ { $from }፣ { $place }: ወረቓቕቲ ትምህርትኹም ሒዝኩም ምጽኡ።
    | 📅 { $weekday } { $date }፣ { $from }: ወረቓቕቲ ትምህርትኹም ሒዝኩም ምጽኡ።
    | 📅 { $weekday } { $date }: ወረቓቕቲ ትምህርትኹም ሒዝኩም ምጽኡ።
    .title = ወረቓቕቲ ትምህርቲ ሒዝኩም ምጽኡ

template-be-there =
    ⏰ { $weekday } { $date } { $from }፣ { $place }።
    | ⏰ { $weekday } { $date } { $from }።
    .title = መዓልቲ፣ ሰዓትን ቦታን
template-be-there--full =
    ⏰ { $weekday } { $date } { $from } ምጽኡ፣ { $place }።
    | ⏰ { $weekday } { $date } { $from } ምጽኡ።
    { $caseworker } ክጽበዩኹም እዮም።

template-call-us = ☎ በጃኹም ናብ ተጸዋዒ-ሰብኩም ደውሉ።
    .title = በጃኹም ደውሉ
template-call-us--full =
    ☎ በጃኹም ናብ { $caseworker } ደውሉ: { $phone }።
    | ☎ በጃኹም ናብ ተጸዋዒ-ሰብኩም ደውሉ።

template-letter =
    ✉ ብፖስታ ደብዳቤ ክመጽእ እዩ።
    ክፈትዎን ዓቅብዎን።
    .title = ደብዳቤ ክመጽእ እዩ
template-letter--full =
    ✉ ብፖስታ ደብዳቤ ክመጽእ እዩ።
    ክፈትዎን ዓቅብዎን።
    ኣይተረድኣኩምን ድዩ?
    ናብ { $caseworker } ደውሉ: { $phone }።

template-desk =
    📍 { $weekday } { $date } { $from } ናብ መቐበሊ ጠረጴዛ ምጽኡ።
    .title = ናብ መቐበሊ ጠረጴዛ ምጽኡ
template-desk--full =
    📍 { $weekday } { $date } { $from } ናብ መቐበሊ ጠረጴዛ ምጽኡ፣ { $place }።
    | 📍 { $weekday } { $date } { $from } ናብ መቐበሊ ጠረጴዛ ምጽኡ።
    ምስ { $caseworker } ክትራኸቡ ሕተቱ።
