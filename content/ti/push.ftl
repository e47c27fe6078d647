### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### Messages that come by themselves. A message is level 1 (day, time, place; no name, organisation or programme);
### "--full" is level 2. Never the words in content/forbidden.toml.

push-signal = 📩 ሓድሽ ነገር ኣለኩም።
    .open = 👁 ክፈቱ

push-superseded = 🔁 ተቐይሩ፣ ኣብ ታሕቲ ርኣዩ።

push-lesson-reminder =
    ⏰ { $weekday } { $date } { $from }፣ { $place }።
    | ⏰ { $weekday } { $date } { $from }።
    .map = 📍 ካርታ
    .absence = 🙋 ክመጽእ ኣይክእልን

push-lesson-reminder--full =
    { $icon } { $what }: { $weekday } { $date } { $from }–{ $to }፣ { $place }።
    | { $icon } { $what }: { $weekday } { $date } { $from }–{ $to }።
    ክፍሊ { $room }።
    ሒዝኩም ምጽኡ: { $bring }።

push-lesson-cancelled =
    ❌ { $weekday } { $date } { $from } ተሰሪዙ።
    ኣይትምጽኡ።
    ዝቕጽል: { $next }።
    | ዝቕጽል መዓልቲ መዓስ ምዃኑ ቤት ትምህርትኹም ይነግረኩም።
    .ack = 👍 ተረዲኡኒ

push-lesson-cancelled--full =
    ❌ { $weekday } { $date } { $from } ተሰሪዙ።
    ኣይትምጽኡ።
    ዝቕጽል: { $next }።
    | ዝቕጽል መዓልቲ መዓስ ምዃኑ ቤት ትምህርትኹም ይነግረኩም።
    { $what }፣ { $school }።
    | { $what }።

push-lesson-moved =
    🔁 { $old } ኣይኮነን።
    ሓድሽ: { $weekday } { $date } { $from }፣ { $place }።
    | ሓድሽ: { $weekday } { $date } { $from }።
    .ack = 👍 ተረዲኡኒ
    .absence = 🙋 ክመጽእ ኣይክእልን

push-lesson-moved--full =
    🔁 { $old } ኣይኮነን።
    ሓድሽ: { $weekday } { $date } { $from }፣ { $place }።
    | ሓድሽ: { $weekday } { $date } { $from }።
    ክፍሊ { $room }።
    { $what }፣ { $school }።
    | { $what }።

push-lesson-on =
    ✅ { $weekday } { $date } { $from }: እቲ ትምህርቲ ከም ቀደሙ ኣሎ፣ { $place }።
    | ✅ { $weekday } { $date } { $from }: እቲ ትምህርቲ ከም ቀደሙ ኣሎ።
    .ack = 👍 ተረዲኡኒ
    .absence = 🙋 ክመጽእ ኣይክእልን

push-lesson-on--full =
    ✅ { $weekday } { $date } { $from }: እቲ ትምህርቲ ከም ቀደሙ ኣሎ፣ { $place }።
    | ✅ { $weekday } { $date } { $from }: እቲ ትምህርቲ ከም ቀደሙ ኣሎ።
    { $what }፣ { $school }።
    | { $what }።

push-lesson-room =
    📍 { $weekday } { $from }: ካልእ ቦታ።
    ሕጂ { $place }።
    | ኣበይ ምዃኑ ንቤት ትምህርቲ ሕተቱ።
    ክፍሊ { $room }።
    .ack = 👍 ተረዲኡኒ
    .map = 📍 ካርታ

push-lesson-room--full =
    📍 { $weekday } { $from }: ካልእ ቦታ።
    ሕጂ { $place }።
    | ኣበይ ምዃኑ ንቤት ትምህርቲ ሕተቱ።
    ክፍሊ { $room }።
    { $what }።

push-lesson-online =
    💻 { $weekday } { $date } { $from } ኦንላይን እዩ።
    ኣይትጓዓዙ።
    ቤት ትምህርትኹም ከም ዝነገረኩም እተዉ።
    .ack = 👍 ተረዲኡኒ
    .online = ❓ ብኸመይ?

push-lesson-online--full =
    💻 { $weekday } { $date } { $from } ኦንላይን እዩ።
    ኣይትጓዓዙ።
    ቤት ትምህርትኹም ከም ዝነገረኩም እተዉ።
    { $what }።

push-task-new =
    ✅ ሓድሽ ዕማም ኣሎ።
    ክሳብ { $date }።
    .open = 👁 ክፈቱ

push-task-new--full =
    ✅ ሓድሽ ዕማም: { $task }።
    | ✅ ሓድሽ ዕማም ኣሎ።
    ክሳብ { $date }።

push-appointment =
    📅 ቆጸራ { $weekday } { $date } { $from }፣ { $place }።
    | 📅 ቆጸራ { $weekday } { $date } { $from }።
    .come = ✅ ክመጽእ እየ
    .other = 🔁 ካልእ ግዜ
    .open = 👁 ክፈቱ
    .ack = 👍 ተረዲኡኒ

push-appointment--full =
    📅 ቆጸራ { $weekday } { $date } { $from }፣ { $place }።
    | 📅 ቆጸራ { $weekday } { $date } { $from }።
    ምስ { $person }።

push-appointment-moved =
    🔁 ቆጸራ: { $old } ኣይኮነን።
    ሓድሽ: { $weekday } { $date } { $from }፣ { $place }።
    | ሓድሽ: { $weekday } { $date } { $from }።
    .come = ✅ ክመጽእ እየ
    .other = 🔁 ካልእ ግዜ
    .open = 👁 ክፈቱ
    .ack = 👍 ተረዲኡኒ

push-appointment-moved--full =
    🔁 ቆጸራ: { $old } ኣይኮነን።
    ሓድሽ: { $weekday } { $date } { $from }፣ { $place }።
    | ሓድሽ: { $weekday } { $date } { $from }።
    ምስ { $person }።

push-appointment-cancelled =
    ❌ ቆጸራ { $weekday } { $date } { $from } ተሰሪዙ።
    ኣይትምጽኡ።
    .ack = 👍 ተረዲኡኒ

push-appointment-cancelled--full =
    ❌ ቆጸራ { $weekday } { $date } { $from } ተሰሪዙ።
    ኣይትምጽኡ።
    ምስ { $person }።

# $short, $full: the template chosen by the caseworker; $addition: free words
push-reminder = { $short }
    .ack = 👍 ተረዲኡኒ

push-reminder--full =
    { $full }
    { $addition }

push-answer =
    💬 ንሕቶኹም መልሲ ኣሎ።
    .open = 👁 ክፈቱ

push-answer--full =
    💬 { $person } መሊሶምልኩም።
    | 💬 ንሕቶኹም መልሲ ኣሎ።

push-question =
    💬 ብዛዕባ ሕቶኹም ሓድሽ ነገር ኣሎ።
    .open = 👁 ክፈቱ

push-question--full =
    💬 ብዛዕባ ናብ { $person } ዝኸደ ሕቶኹም ሓድሽ ነገር ኣሎ።
    | 💬 ብዛዕባ ሕቶኹም ሓድሽ ነገር ኣሎ።

push-plan =
    🧭 ኣብ መደብኩም ለውጢ ኣሎ።
    ክትርእይዎ ክፈቱ።
    .open = 👁 ክፈቱ

push-plan--full =
    🧭 ኣብ መደብኩም ለውጢ ኣሎ: { $part }።
    | 🧭 ኣብ መደብኩም ለውጢ ኣሎ።
    ክትርእይዎ ክፈቱ።

push-news =
    📩 ሓድሽ ሓበሬታ ኣሎ።
    ደብዳቤኹም ርኣዩ ወይ ናብ ተጸዋዒ-ሰብኩም ደውሉ።
    .open = 👁 ክፈቱ

push-digest =
    📋 { $n ->
        [one] { $n } ሓድሽ ነገር ኣለኩም።
       *[other] { $n } ሓደስቲ ነገራት ኣለዉኹም።
    }
    .open = 👁 ክፈቱ

push-digest--full =
    📋 ሓድሽ:
    { $lines }
    ተወሳኺ: { $more }።

push-link-ready =
    ✅ ተዳልዩ።
    ንምጅማር ጠውቑ።
    .begin = ▶ ጀምሩ

push-link-ended =
    እዚ ቻት ተዓጽዩ።
    ተጸዋዒ-ሰብኩም ተወሳኺ ክነግሩኹም ይኽእሉ።
