"""The first page: counters that lead to the act."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.cases.model import LessonStatus
from bot.store.records import Delivery, DeliveryState, LessonChangeRecord
from tests.clocks import NOW, Hands
from tests.console.colleague import Colleague
from tests.console.fakes import FakeTenantStore
from tests.console.town import GROUP

TODAY = "les-b12-monday"


def changed(**more: object) -> LessonChangeRecord:
    base = LessonChangeRecord(
        "change-today",
        TODAY,
        GROUP,
        2,
        LessonStatus.CHANGED,
        datetime(2026, 11, 23, 10),
        datetime(2026, 11, 23, 13),
        datetime(2026, 11, 23, 9),
        datetime(2026, 11, 23, 12),
        LessonStatus.PLANNED,
        "ingrid",
        NOW,
        NOW,
        state="left",
    )
    return replace(base, **more)  # type: ignore[arg-type]


async def test_a_counter_leads_to_its_act(anneke: Colleague, town: FakeTenantStore) -> None:
    await town.alarms.raise_("link_to_confirm", "laila")
    await town.alarms.raise_("question", "samira", "Mag mijn dochter mee?")
    page = await anneke.opens("/waterveen/today")
    assert "1 links to confirm" in page.text
    assert "1 questions" in page.text
    assert 'href="/waterveen/confirm"' in page.html
    assert 'href="/waterveen/alarms?kind=question"' in page.html


async def test_what_went_wrong_is_counted_only_when_it_did(anneke: Colleague, town: FakeTenantStore) -> None:
    assert "refused by the case system" not in (await anneke.opens("/waterveen/today")).text
    await town.alarms.raise_("write_refused")
    assert "1 changes refused by the case system" in (await anneke.opens("/waterveen/today")).text


async def test_who_has_not_seen_a_change_of_today_is_counted_and_named(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    await town.changes.put(changed())
    for who in ("samira", "filmon", "elif", "karim"):
        await town.deliveries.record(Delivery(f"lesson:{TODAY}", who, 2, DeliveryState.SEEN, NOW))
    assert "2 not seen, lesson today" in (await anneke.opens("/waterveen/today")).text
    page = (await anneke.opens("/waterveen/today/not-seen")).text
    assert "Mehmet WV-0004" in page
    assert "Samira WV-0001" not in page


async def test_a_lesson_that_is_over_needs_no_call(
    anneke: Colleague, town: FakeTenantStore, clock: Hands
) -> None:
    await town.changes.put(changed())
    for _ in range(3):
        clock.forward(minutes=14)
        await anneke.opens("/waterveen/today")
    clock.now = NOW.replace(hour=15)
    await anneke.signs_in()
    assert "0 not seen, lesson today" in (await anneke.opens("/waterveen/today")).text


async def test_a_question_stands_with_the_persons_words_and_leaves_when_done(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    await town.alarms.raise_("question", "samira", "Mag mijn dochter mee?")
    assert "Mag mijn dochter mee?" in (await anneke.opens("/waterveen/alarms?kind=question")).text
    page = await anneke.sends_and_follows("/waterveen/alarms/alarm-0/close")
    assert "It has left the list" in page.text
    assert town.alarms.records["alarm-0"].closed_by == "anneke"
