### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### From a letter or a square picture (QR) to the own plan.

linking-code =
    ኣብ ደብዳቤኹም ዘሎ ኮድ ጽሓፉ: 10 ፊደላትን ቁጽርታትን።
    ደብዳቤ የብልኩምን?
    ንተጸዋዒ-ሰብኩም ኣብ ምምሕዳር ከተማ ሕተቱ።
    .where = 📄 እቲ ኮድ ኣበይ ኣሎ?
    .help = ☎ ሓገዝ

linking-where =
    📄 ኣብቲ ደብዳቤ፣ ትሕቲ እቲ ትርብዒት ስእሊ ርኣዩ: 10 ፊደላትን ቁጽርታትን።
    ወይ ካሜራኹም ኣብ ልዕሊ እቲ ትርብዒት ሓዙ።
    .help = ☎ ሓገዝ

linking-year =
    ዝተወለድኩምሉ ዓመት ጽሓፉ: 4 ቁጽርታት።
    እዚ ንመደብኩም ውሑስ ይገብሮ።
    ካብዚ ቻት ክድምስሶ እየ።
    .stop = ❌ ደው በሉ

# $initial: first letter of the first name; $caseworker: name of the contact person
linking-who =
    እዚ ንስኹም ዲኹም?
    ስምኩም ብ { $initial } ይጅምር።
    ተጸዋዒ-ሰብኩም: { $caseworker }።
    .yes = ✅ እወ፣ ኣነ እየ
    .no = ❌ ኣነ ኣይኮንኩን

linking-waiting =
    የቐንየለይ።
    { $caseworker } የረጋግጽዎ፣ መብዛሕትኡ ግዜ ኣብ ውሽጢ ሓደ መዓልቲ ስራሕ።
    | ተጸዋዒ-ሰብኩም የረጋግጽዎ፣ መብዛሕትኡ ግዜ ኣብ ውሽጢ ሓደ መዓልቲ ስራሕ።
    ንስኹም እትገብርዎ ነገር የለን።
    ምስ ተዳለወ ክጽሕፈልኩም እየ።
    .call =
        ☎ ናብ { $caseworker } ደውሉ
        | ☎ ደውሉ

linking-notme =
    ምንጋርኩም ጽቡቕ እዩ።
    ዝተኸፈተ ነገር የለን።
    እቲ ደብዳቤ ናብ ምምሕዳር ከተማ መልሱ።
    .call = ☎ ደውሉ

linking-second =
    እዚ ተሌፎን ድሮ መደብ ኣለዎ።
    መደብኩም ናይ ገዛእ ርእስኹም እዩ: ንዓኹም ፍሉይ መእተዊ ክትረኽቡ ኢኹም።
    ኣየናይ ትደልዩ?
    .callback = ☎ ደውሉለይ
    .letter = ✉ ደብዳቤ

# $townhall: name of the town hall; $phone: its number
linking-frozen =
    እዚ መላግቦ ይረጋገጽ ኣሎ።
    ሕጂ ዝርአ ነገር የለን።
    ናብ { $townhall } ደውሉ: ☎ { $phone }
    .call = ☎ ደውሉ
