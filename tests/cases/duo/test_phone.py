"""What a person reads of DUO's events, and what nobody ever reads: the whole program over real HTTP."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import structlog

from bot.sandbox.duo import Gateway, happen
from bot.store.records import LinkState
from bot.words.forbidden import read_forbidden
from tests.phone import CONTENT, Newcomer, newcomer
from tests.rest import at_rest
from tests.stored import everything_stored
from tests.stories.story_clock import StoryClock
from tests.town import BOT, TestTown, shown, town

pytestmark = pytest.mark.story
NUMBER = "WV-0001"
CANARY = "123456782"


@pytest.fixture
async def waterveen(tmp_path: Path) -> AsyncIterator[TestTown]:
    async with town(tmp_path, StoryClock()) as one:
        yield one


def gateway(waterveen: TestTown) -> Gateway:
    return waterveen.demo.gateways["waterveen"]


async def event(waterveen: TestTown, code: str, number: str = NUMBER) -> None:
    """Let DUO decide something, and let everything follow from it."""
    duo = gateway(waterveen)
    happen(duo, number, code)
    for task in tuple(duo._sending):
        assert await task == 201
    await at_rest(waterveen)
    await waterveen.moves_on(minutes=2, seconds=10)
    await at_rest(waterveen)


async def linked(waterveen: TestTown, name: str = "Samira") -> Newcomer:
    person = await newcomer(name, waterveen)
    await person.links()
    await at_rest(waterveen)
    return person


def messages(person: Newcomer) -> list[str]:
    return [shown(one) for one in person.phone.messages(BOT) if one.from_bot]


async def test_an_exam_result_is_announced_and_never_told(waterveen: TestTown) -> None:
    samira = await linked(waterveen)
    await event(waterveen, "SS199")
    assert "There is news" in samira.newest
    assert read_forbidden(CONTENT / "forbidden.toml").found(samira.newest, "en", push=True) == ()
    await samira.taps("👁 Open")
    await samira.sees("There is a result of an exam", "I do not show it")
    await samira.taps("🏛 How to look")
    await samira.sees("Never give your codes")
    stored = await everything_stored(waterveen)
    for word in ("Gezakt", "failed", "passed", "SS199"):
        assert word not in stored + "".join(messages(samira))


async def test_an_extended_term_shows_the_day_before_duos_end(waterveen: TestTown) -> None:
    samira = await linked(waterveen)
    gateway(waterveen).person(NUMBER)["inburgeringstermijn"]["einddatum"] = "2029-03-17"
    await event(waterveen, "SS103")
    assert "There is news" in samira.newest
    await samira.taps("👁 Open")
    await samira.sees("end date of your plan", "15 September 2029")
    assert sum("There is news" in text for text in messages(samira)) <= 1


async def test_a_refused_extension_uses_the_same_words(waterveen: TestTown) -> None:
    samira = await linked(waterveen)
    await event(waterveen, "SS113")
    assert "There is news" in samira.newest
    await samira.taps("👁 Open")
    await samira.sees("end date of your plan", "16 March 2029")


async def test_a_pause_is_told_once_and_ends_reminders_until_it_is_over(waterveen: TestTown) -> None:
    samira = await linked(waterveen)
    await event(waterveen, "SS109")
    assert "There is news" in samira.newest
    await samira.taps("👁 Open")
    await samira.sees("Your plan rests from", "No reminders until it goes on")
    before = messages(samira)
    await waterveen.moves_on("2026-11-24 19:00")
    await at_rest(waterveen)
    assert messages(samira) == before
    await event(waterveen, "SS130")
    await waterveen.moves_on("2026-11-25 19:00")
    await at_rest(waterveen)
    assert "⏰" in samira.newest


@pytest.mark.parametrize("code", ["SS110", "SS111"])
async def test_death_or_withdrawal_is_silence_at_once_and_for_good(waterveen: TestTown, code: str) -> None:
    samira = await linked(waterveen)
    person = await samira.person()
    store = waterveen.waterveen.store
    link = await store.links.of_person(person.id)
    assert link is not None
    happen(gateway(waterveen), NUMBER, "SS199")
    for task in tuple(gateway(waterveen)._sending):
        await task
    await at_rest(waterveen)
    before = messages(samira)
    await event(waterveen, code)
    ended = await store.links.get(link.id)
    assert ended is None or ended.state is LinkState.ENDED
    for wall in ("2026-11-23 19:00", "2026-11-24 07:30", "2026-11-24 19:00"):
        await waterveen.moves_on(wall)
        await at_rest(waterveen)
    assert messages(samira) == before
    assert [alarm.kind for alarm in await store.alarms.all() if alarm.person == person.id] == ["duo_stopped"]
    assert f":l:{link.id}" not in await everything_stored(waterveen)


async def test_a_diploma_is_congratulated_upon_behind_a_neutral_push(waterveen: TestTown) -> None:
    samira = await linked(waterveen)
    await event(waterveen, "SS106")
    assert "There is news" in samira.newest
    await samira.taps("👁 Open")
    await samira.sees("Your plan is complete", "Waterveen", "23 December")


async def test_what_the_gateway_knows_too_much_reaches_nobody(
    waterveen: TestTown, capsys: pytest.CaptureFixture[str]
) -> None:
    samira = await linked(waterveen)
    duo = gateway(waterveen)
    for doc in duo.person(NUMBER).values():
        for one in doc if isinstance(doc, list) else [doc]:
            one |= {"bsn": CANARY, "vNummer": int(CANARY), "naam": f"x{CANARY}"}
    with structlog.testing.capture_logs() as logs:
        await event(waterveen, "SS103")
        await event(waterveen, "SS199")
        for more in ({"bsn": CANARY}, {"vNummer": int(CANARY)}, {"persoon": {"bsn": CANARY}}):
            assert await duo.send(NUMBER, "SS103", **more) == 400
        assert await duo.send(CANARY, "SS103") == 400
        await at_rest(waterveen)
    alarms = [alarm for alarm in await waterveen.waterveen.store.alarms.all() if not alarm.closed_by]
    assert "duo_personal" in [alarm.kind for alarm in alarms]
    seen = {
        "store": await everything_stored(waterveen),
        "log": json.dumps(logs, default=repr) + "".join(capsys.readouterr()),
        "phone": "\n".join(messages(samira)),
        "alarms": repr(alarms),
    }
    assert {where for where, text in seen.items() if CANARY in text} == set()


async def test_the_demos_page_lets_events_happen(waterveen: TestTown) -> None:
    samira = await linked(waterveen)
    address = f"{waterveen.demo.url}/duo/waterveen"
    async with waterveen.http.get(f"{address}/") as answer:
        page = await answer.text()
    assert "SS199" in page
    assert NUMBER in page
    form = {"zaak": NUMBER, "gebeurtenis": "SS199"}
    async with waterveen.http.post(f"{address}/gebeurtenis", data=form) as answer:
        assert answer.status == 200
    for task in tuple(gateway(waterveen)._sending):
        await task
    await at_rest(waterveen)
    await waterveen.moves_on(minutes=2, seconds=10)
    await at_rest(waterveen)
    assert "There is news" in samira.newest
    async with waterveen.http.post(f"{address}/gebeurtenis", data={**form, "zaak": "nobody"}) as answer:
        assert answer.status == 400
