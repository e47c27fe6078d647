### status: machine-assisted, 2026-11-24
### One message is one screen. Each sentence has its own line: a line whose value is missing is left out;
### a line that begins with "| " is shown only when the line before it was left out.
### First lines: what just happened, and what to do when something is not possible.

## Language and reading
first-neighbour = እዚ ቃላት ፋርስኛ እዩ። ዳሪ ክመጽእ እዩ።
first-reading-later = 🔊 ዓው ኢሉ ምንባብ ጸኒሑ ክመጽእ እዩ። ምርጫኹም ተዓቂቡ ኣሎ።
first-language-changed = ✅ ተቐይሩ።

## Code and link
first-code-wrong =
    እዚ ኮድ ኣይሰርሕን።
    እቲ ፊደላት ኣረጋግጹ።
    ገና { $n ->
        [one] { $n } ግዜ
       *[other] { $n } ግዜ
    } ክትፍትኑ ትኽእሉ።
first-code-wait =
    እዚ ኮድ ኣይሰርሕን።
    ሓደ ሰዓት ተጸበዩ ወይ ናብ { $townhall } ደውሉ።
    ☎ { $phone }
first-code-expired =
    እዚ ኮድ ኣዝዩ ኣረጊት እዩ።
    ንተጸዋዒ-ሰብኩም ሓድሽ ደብዳቤ ሕተቱ።
first-code-used =
    እዚ ኮድ ድሮ ኣብ ጥቕሚ ውዒሉ።
    ንስኹም እንተዘይኮንኩም፣ ናብ { $townhall } ደውሉ።
    ☎ { $phone }
first-code-elsewhere =
    እዚ ኮድ ናይ ካልእ ቻት እዩ።
    ኣብዚ ክፈትዎ: { $link }
first-link-refused =
    ተጸዋዒ-ሰብኩም ነዚ ኣየረጋገጽዎን።
    ናብ { $townhall } ደውሉ።
    ☎ { $phone }
first-callback-noted = ☎ ተመዝጊቡ። ኣብ መዓልቲ ስራሕ ክድወለልኩም እዩ።
first-letter-noted = ✉ ተመዝጊቡ። ደብዳቤ ክመጸኩም እዩ።
first-link-first = መደብኩም ኮድ ምስ ጸሓፍኩም ክመጽእ እዩ።

## Buttons and facts
first-newest = እቲ ሓድሽ ሓበሬታ እንሆ።
first-again = ዝተቐየረ ነገር ኣሎ። እንደገና ርኣዩ፣ ድሕሪኡ ጠውቑ።
first-task-gone = እዚ ዕማም የለን። ዕማማትኩም እንሆ።
first-lesson-gone = እዚ ትምህርቲ የለን። ሰሙንኩም እንሆ።
first-appointment-gone = እዚ ቆጸራ የለን። ዕለታትኩም እንሆ።
first-gone = እዚ የለን። እቲ ሓድሽ ሓበሬታ እንሆ።
first-unavailable = እዚ ሕጂ ክግበር ኣይክእልን። እቲ ሓድሽ ሓበሬታ እንሆ።
first-first-read = ሓበሬታኹም ይመጽእ ኣሎ። ድሕሪ ቁሩብ ደቓይቕ እንደገና ፈትኑ።
first-saved =
    ሰዓት { $time } ተዓቂቡ።
    ከመሓላልፎ እየ።
first-passed-on = ✅ ሰዓት { $time } ተመሓላሊፉ።
first-no-plan = ኣብዚ ገና መደብ የለን።
first-not-linked = መጀመርታ ኣብ ደብዳቤኹም ዘሎ ኮድ ጽሓፉ።
first-moment = በጃኹም ቁሩብ ተጸበዩ።
first-sorry = ይቕሬታ፣ ኣብዚ ጌጋ ኣጋጢሙ። ጌጋ ናትኩም ኣይኮነን።

## Lessons
first-school-knows = 🙋 ቤት ትምህርቲ ይፈልጥ እዩ።
first-told-saved = 🙋 ተዓቂቡ። ናብ ቤት ትምህርቲ ከመሓላልፎ እየ።
first-comes = ✅ ከም እትመጹ ቤት ትምህርቲ ይፈልጥ እዩ።
first-comes-saved = ✅ ተዓቂቡ። ከም እትመጹ ንቤት ትምህርቲ ክነግር እየ።
first-understood =
    👍 ከም ዝተረድኣኩም { $school } ይፈልጥ እዩ።
    | 👍 ከም ዝተረድኣኩም ቤት ትምህርትኹም ይፈልጥ እዩ።
first-noted = 👍 ተመዝጊቡ።
first-cancelled = ተሰሪዙ። ክትገብርዎ ዘለኩም ነገር የለን።
first-started = ጀሚሩ እዩ። ናብ ቤት ትምህርቲ ደውሉ።
first-over = እዚ ትምህርቲ ተወዲኡ።
first-clash = ⏰ ትምህርትኹም ኣብ ተመሳሳሊ ሰዓት እዩ።

## Appointments
first-interpreter-asked = 🗣 ተርጓሚ { $language } ተሓቲቱ።
first-started-call = ጀሚሩ እዩ። ናብ ተጸዋዒ-ሰብኩም ደውሉ።
first-not-sent =
    እዚ ኣይበጽሐን።
    በጃኹም ደውሉ: { $name } ☎ { $phone }
    | በጃኹም ደውሉ: ☎ { $phone }

## Tasks
first-undone = ↩ ገና ኣይተገብረን። ተመዝጊቡ።
first-all-done = ✅ ሕጂ ዕማም የለን።

## People
first-call =
    ☎ { $name }: { $phone }፣ { $hours }
    | ☎ { $name }: { $phone }
    | ☎ { $phone }
first-map = 📍 { $link }
first-no-call = ✅ ምድዋል ኣየድልን። ተመዝጊቡ።
first-cancel = ✅ ዝተላእከ ነገር የለን።
first-too-long = ኣዝዩ ነዊሕ እዩ። ኣሕጺርኩም ጽሓፉ።
first-translator-away = ሕጂ ክትርጉም ኣይክእልን እየ።

## Choices
first-kept = ✅ ምርጫኹም ተዓቂቡ።
first-messages-again = ✅ መልእኽቲ እንደገና ናብዚ ይመጽእ።
first-resumed = ▶ መልእኽቲ እንደገና ይመጽእ።
first-paused = ⏸ መልእኽቲ ንግዜኡ ደው ኢሉ።
first-protected = 📩 ካብ ሕጂ ምልክት ጥራይ።

## What the chat cannot take
first-number-removed =
    ውልቃዊ ቁጽሪ ኣጥፊአ ኣለኹ።
    ናብዚ ፈጺምኩም ኣይትስደዱ፤ ኣብዚ ዝሓተኩም ሰብ የለን።
first-no-files =
    ፋይላት ክርኢ ኣይክእልን እየ።
    ወረቓቕቲ ኣብ መቐበሊ ጠረጴዛ ኣርእዩ።
first-no-voice = ናይ ድምጺ መልእኽቲ ክሰምዕ ኣይክእልን እየ።
first-danger =
    ሓደጋ ኣሎ ድዩ?
    ናብ 112 ደውሉ።
    ኣነ ፕሮግራም እየ፣ ሕጂ ነዚ ዘንብብ ሰብ የለን።
    ሓደ ሰብ ክድውለልኩም ትደልዩ ዶ?
first-no-objection =
    ኣብዚ ተቓውሞ ከተቕርቡ ኣይትኽእሉን።
    ኣበይን ክሳብ መዓስን ከም ዝከኣል እቲ ደብዳቤ ይገልጽ።
    { $caseworker } ከብርሁልኩም ይኽእሉ።
first-not-answered =
    ኣብዚ ነዚ ክምልሶ ኣይክእልን እየ።
    { $caseworker } ከብርሁልኩም ይኽእሉ።
