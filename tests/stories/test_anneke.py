"""Script A of the storyboards: Anneke, caseworker of Waterveen, at the console's pages (A1–A8, A12–A13)."""

from __future__ import annotations

import pytest

from bot.sandbox.arrivals import tap
from tests.classroom import class_of_samira, has, phone_of, shows_signals_only, taps
from tests.pages import Screen, screen
from tests.phone import Newcomer, newcomer
from tests.rest import at_rest
from tests.stories.conftest import Compare
from tests.town import BOT, TestTown
from tests.transcript import MARGIN, Transcript

pytestmark = pytest.mark.story
OTHERS = ("Nour", "Khaled", "Rima", "Bassel", "Selam", "Yonas", "Zeynep", "Elif", "Farid", "Lucas")
"""With Samira and Filmon: five read Arabic, three Tigrinya, two Turkish, one Dari, one Dutch."""
UNDERSTAND = ("Nour", "Khaled", "Selam", "Zeynep", "Farid")
LETTERS_ONLY = ("home.home/more/", "home.more/privacy/", "privacy.privacy/stop/", "privacy.stop/letters/")


async def test_annekes_morning(waterveen: TestTown, golden: Compare) -> None:
    record = Transcript("A. Anneke, a morning")
    await class_of_samira(waterveen)
    samira = await newcomer("Samira", waterveen, Transcript("Samira"), language="ar")
    filmon = await newcomer("Filmon", waterveen, Transcript("Filmon"), language="ti")
    await _types_her_code(samira)
    async with screen(waterveen, "km-001", record) as anneke:
        record.begins("A1", "She signs in")
        await anneke.signs_in()
        anneke.sees("1 links to confirm")
        await _invites(anneke, filmon)
        await _confirms(anneke, samira)
        await _code_used_twice(anneke, samira)
        await _reminds(anneke)
        await _seen(anneke, samira)
    golden(record, "a-anneke")


async def _types_her_code(samira: Newcomer) -> None:
    await samira.opens_the_bot()
    await samira.taps("العربية", "📖 Read")
    await samira.types(samira.town.letter("Samira").code)
    await samira.types("1989")
    await samira.taps("✅ Yes, that is me")


async def _invites(anneke: Screen, filmon: Newcomer) -> None:
    town, begins = filmon.town, anneke.record.begins
    begins("A2", "People, invite")
    await anneke.opens("waterveen/people", "opens People", quietly=True)
    await anneke.opens("waterveen/invite", "presses [+ Invite]", quietly=True)
    await anneke.sends("/invite/find", "types a wrong number", {"case_number": "WV-9999"})
    anneke.sees("No such case here")
    await anneke.sends("/invite/find", "types WV-0002", {"case_number": "WV-0002"})
    anneke.sees("Z route", "Tue 1 Dec 11:00", "Anneke Postma", "08:10")
    begins("A3", "A QR on the screen")
    who = {"first_name": "Filmon", "birth_year": "1978", "language": "ti", "audio": "on"}
    await anneke.sends("/invite", "fills in and presses [📱 QR on screen]", who, button="📱")
    anneke.sees("used by nobody yet")
    secret = dict(anneke.page.form("/invite/qr").fields)["secret"]
    await filmon.opens_the_bot(secret)
    await anneke.sends("/invite/qr", "waits; Filmon scans")
    anneke.sees("opened")
    for place in ("start.hello/yes/", "reading.choice/listen/", "linking.who/yes/"):
        await tap(filmon.phone, place, BOT)
        await at_rest(town)
    await anneke.sends("/invite/qr", "waits; Filmon says that it is him")
    anneke.sees("linked")
    for place in ("consent.what/yes/", "consent.phone/me/", "consent.level/ok/", "reminders.when/evening/"):
        await tap(filmon.phone, place, BOT)
        await at_rest(town)
    begins("A4", "A letter")
    await anneke.opens("waterveen/invite", "presses [+ Invite]", quietly=True)
    await anneke.sends("/invite/find", "types WV-0005", {"case_number": "WV-0005"}, quietly=True)
    who = {"first_name": "Elif", "birth_year": "2007", "language": "tr"}
    await anneke.sends("/invite", "fills in and presses [🖨 Letter]", who, button="🖨")


async def _confirms(anneke: Screen, samira: Newcomer) -> None:
    anneke.record.begins("A5", "A link to confirm")
    await anneke.opens("waterveen/confirm", 'opens "links to confirm"')
    anneke.sees("Samira", "The year matches. Did you expect this?", "[❌")
    await anneke.sends("/confirm", "presses [✅ Confirm]", button="✅")
    await samira.taps("▶ Begin", "✅ Use Telegram", "👤 Only me", "✅ Good", "🌆 Evening, 19:00")


async def _code_used_twice(anneke: Screen, samira: Newcomer) -> None:
    anneke.record.begins("A6", "Another chat uses Samira's code")
    stranger = await newcomer("Samira", samira.town, Transcript("stranger"), phone="stranger")
    await stranger.opens_the_bot(samira.town.letter("Samira").secret)
    await at_rest(samira.town)
    anneke.record.lines.append(f"{MARGIN}⇢ the other phone: {stranger.newest.splitlines()[0]}")
    assert has(samira.phone, "linking.frozen/"), samira.screen_text
    anneke.record.lines.append(f"{MARGIN}⇢ Samira's phone: {samira.newest.splitlines()[0]}")
    await anneke.opens("waterveen/today", "looks at Today")
    await anneke.opens("waterveen/confirm", "opens the frozen links")
    anneke.sees("Samira")
    await anneke.sends("/thaw", "has called her, presses [✅ Open again]", button="✅")
    await samira.types("/start")
    await samira.sees("📚")


async def _reminds(anneke: Screen) -> None:
    town, begins = anneke.town, anneke.record.begins
    await taps(town, phone_of(town, "Lucas"), *LETTERS_ONLY)
    begins("A7", "A reminder to twelve people")
    chosen = [
        one.id
        for one in await town.waterveen.store.persons.all()
        if one.first_name in ("Samira", "Filmon", *OTHERS)
    ]
    await anneke.opens("waterveen/people", "opens People and ticks twelve")
    await anneke.sends("/remind", "presses [🔔 Remind]", {"person": chosen}, button="🔔", quietly=True)
    await anneke.sends("/remind", 'chooses "Bring ID card"', {"template": "bring-id"})
    begins("A8", "The preview")
    values = {"date": "2026-12-03", "time": "14:00", "place": "stadhuis"}
    await anneke.sends("/remind/preview", "fills in Thursday 3 December, 14:00, town hall", values)
    anneke.sees("Reaches 10 of 12")
    preview = anneke.page
    await anneke.sends("/remind/letters", "prints letters for the other two", button="✉")
    anneke.sees("Elif", "Lucas")
    anneke.page = preview
    await anneke.sends("/remind", "lets it leave the evening before", {"when": "evening"}, button="📨")


async def _seen(anneke: Screen, samira: Newcomer) -> None:
    town = anneke.town
    anneke.record.begins("A12", "Wednesday evening")
    await phone_of(town, "Bassel").blocks(bot=BOT)
    await at_rest(town)
    await shows_signals_only(town, phone_of(town, "Yonas"))
    await town.moves_on("2026-12-02 19:00")
    await town.moves_on(minutes=1)
    await at_rest(town)
    for name in UNDERSTAND:
        await taps(town, phone_of(town, name), "push.reminder/ack/")
    await taps(town, phone_of(town, "Yonas"), "push.signal/open/")
    where = anneke.page.url.split("?")[0]
    await anneke.signs_in(quietly=True)
    await anneke.opens(where, "opens what was sent")
    anneke.sees("blocked")
    anneke.record.begins("A13", "What *seen* means")
    anneke.sees("tapped a button; Telegram tells nothing about reading")
    await anneke.opens("waterveen/unreachable", "opens Unreachable")
    anneke.sees("Bassel")
