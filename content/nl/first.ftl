### status: draft, 2026-11-24
### Eén bericht is één scherm. Elke zin staat op een eigen regel: een regel waarvan een waarde ontbreekt, valt weg;
### een regel die met "| " begint, verschijnt alleen als de regel ervoor is weggevallen.
### Eerste regels: wat er net gebeurde, en wat te doen als iets niet kan.

## Taal en lezen
first-neighbour = Deze woorden zijn Perzisch. Dari volgt.
first-reading-later = 🔊 Voorlezen komt later. Uw keuze is bewaard.
first-language-changed = ✅ Veranderd.

## Code en koppeling
first-code-wrong =
    Deze code werkt niet.
    Kijk de letters na.
    U kunt het nog { $n ->
        [one] { $n } keer
       *[other] { $n } keer
    } proberen.
first-code-wait =
    Deze code werkt niet.
    Wacht een uur of bel { $townhall }.
    ☎ { $phone }
first-code-expired =
    Deze code is te oud.
    Vraag uw contactpersoon om een nieuwe brief.
first-code-used =
    Deze code is al gebruikt.
    Was u dat niet? Bel { $townhall }.
    ☎ { $phone }
first-code-elsewhere =
    Deze code hoort bij een andere chat.
    Open die hier: { $link }
first-link-refused =
    Uw contactpersoon heeft dit niet goedgekeurd.
    Bel { $townhall }.
    ☎ { $phone }
first-callback-noted = ☎ Genoteerd. U wordt op een werkdag gebeld.
first-letter-noted = ✉ Genoteerd. U krijgt een brief.
first-link-first = Uw eigen plan komt nadat u de code typt.

## Knoppen en gegevens
first-newest = Dit is het nieuwste.
first-again = Er is iets veranderd. Kijk opnieuw en tik dan.
first-task-gone = Deze taak is er niet meer. Dit zijn uw taken.
first-lesson-gone = Deze les is er niet meer. Dit is uw week.
first-appointment-gone = Deze afspraak is er niet meer. Dit zijn uw data.
first-gone = Dit is er niet meer. Dit is het nieuwste.
first-unavailable = Dat kan nu niet. Dit is het nieuwste.
first-first-read = Uw gegevens worden opgehaald. Probeer het over een paar minuten weer.
first-saved =
    Bewaard om { $time }.
    Ik geef het door.
first-passed-on = ✅ Doorgegeven om { $time }.
first-no-plan = Hier is nog geen plan.
first-not-linked = Typ eerst de code uit uw brief.
first-moment = Een moment, alstublieft.
first-sorry = Sorry, hier ging iets mis. U hebt niets fout gedaan.

## Lessen
first-school-knows = 🙋 De school weet het.
first-told-saved = 🙋 Bewaard. Ik geef het door aan de school.
first-comes = ✅ De school weet dat u komt.
first-comes-saved = ✅ Bewaard. Ik zeg de school dat u komt.
first-understood =
    👍 { $school } weet dat u het begrijpt.
    | 👍 Uw school weet dat u het begrijpt.
first-noted = 👍 Genoteerd.
first-cancelled = Het gaat niet door. U hoeft niets te doen.
first-started = Het is al begonnen. Bel de school.
first-over = Deze les is voorbij.
first-clash = ⏰ Uw les is op dezelfde tijd.

## Afspraken
first-interpreter-asked = 🗣 Tolk { $language } gevraagd.
first-started-call = De afspraak is al begonnen. Bel uw contactpersoon.
first-not-sent =
    Dit is niet aangekomen.
    Bel { $name }: ☎ { $phone }
    | Bel: ☎ { $phone }

## Taken
first-undone = ↩ Nog niet gedaan. Dat is genoteerd.
first-all-done = ✅ Nu geen taken.

## Mensen
first-call =
    ☎ { $name }: { $phone }, { $hours }
    | ☎ { $name }: { $phone }
    | ☎ { $phone }
first-map = 📍 { $link }
first-no-call = ✅ Bellen hoeft niet. Dat is genoteerd.
first-cancel = ✅ Er is niets gestuurd.
first-too-long = Dat is te lang. Schrijf het korter.
first-translator-away = Ik kan nu niet vertalen.

## Keuzes
first-kept = ✅ Uw keuze is bewaard.
first-messages-again = ✅ Er komen hier weer berichten.
first-resumed = ▶ Er komen weer berichten.
first-paused = ⏸ Er komen nu geen berichten.
first-protected = 📩 Voortaan alleen een seintje.

## Wat de chat niet aanneemt
first-number-removed =
    Ik heb een persoonlijk nummer weggehaald.
    Stuur het hier nooit; niemand vraagt er hier om.
first-no-files =
    Ik kan geen bestanden bekijken.
    Laat papieren zien bij de balie.
first-no-voice = Ik kan niet naar berichten luisteren.
first-danger =
    Gevaar?
    Bel 112.
    Ik ben een programma en niemand leest dit nu.
    Zal iemand u bellen?
first-no-objection =
    Hier kunt u geen bezwaar maken.
    In de brief staat waar en tot wanneer dat kan.
    { $caseworker } kan het uitleggen.
first-not-answered =
    Hierop kan ik geen antwoord geven.
    { $caseworker } kan het u uitleggen.
