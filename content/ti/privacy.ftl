### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### What is shown, what is stored, stop and delete.

privacy-privacy = 🔒 ንስኹም ትውስኑ።
    .level = 📩 ስክሪነይ ዘርእዮ
    .stored = 📋 ዝተዓቀበ ሓበሬታ
    .stop = ❌ ደው ምባል

# $periods: after how long things are deleted
privacy-stored =
    ኣብዚ ዝዕቀብ: ቋንቋ፣ ምርጫታት፣ ኣየናይ መደብ ናትኩም ምዃኑ፣ መዓልታት፣ ዕማማት፣ መልእኽትታት።
    BSN የለን፣ ሰነዳት የለን።
    ዝድምሰስ: { $periods }።
    Telegram እውን ነዚ ቻት ይዕቅቦ።

periods = ሕቶታት ድሕሪ { $conversation }፣ መልእኽትታት ድሕሪ { $delivery }፣ ኩሉ መደብኩም ካብ ዝዕጾ ድሕሪ { $closed }
period-days = { $n ->
    [one] { $n } መዓልቲ
   *[other] { $n } መዓልታት
}

privacy-stop =
    እንታይ ትደልዩ?
    መደብኩም ይቕጽል፣ ብደብዳቤ እውን።
    .pause = ⏸ ንግዜኡ ደው ኣብሉ
    .letters = ✉ ካብ ሕጂ ብደብዳቤ
    .delete = 🗑 ደው፣ ኣብዚ ኩሉ ደምስሱ

privacy-letters =
    ✉ ጽቡቕ።
    ካብ ሕጂ ብደብዳቤን ተሌፎንን።
    ኣብ መደብኩም ዝቕየር ነገር የለን።
    ኣብዚ ቻት ካብ ሕጂ መልእኽቲ የለን።
    .undo = ↩ መልእኽቲ እንደገና ኣብዚ

privacy-delete =
    🗑 ኣብዚ ብዛዕባኹም ዝተዓቀበ ኩሉን ክድምስሶ ዝኽእል መልእኽትታትን ኣብ ውሽጢ ሓደ ደቒቕ ክድምስሶ እየ።
    ምምሕዳር ከተማ ፋይልኩም ይዕቅቦ።
    ርግጸኛታት ዲኹም?
    .yes = 🗑 እወ፣ ደምስሱ
    .no = ⬅ ኣይፋል

# $receipt: number of the deletion
privacy-deleted =
    ሰዓት { $time } ተደምሲሱ።
    መረጋገጺ: { $receipt }።
    ነዚ ቻት ባዕልኹም ክትድምስስዎ ትኽእሉ: ነዊሕ ጠውቕዎ፣ “Delete” ምረጹ።
    ብሓድሽ ኮድ እንደገና ይጅምር።
