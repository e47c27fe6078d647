"""Short runs of the order campaigns, and for each a planted fault that its checker must find.

The full sizes: `python -m bench.order all --full`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bench.order import __main__ as program
from bench.order import reminders, shuffle, soak, store_away, store_kills
from bench.order.journal import Ledger, judge
from bench.order.keys import Walk
from bench.order.nights import night
from bench.order.report import Outcome, write
from bench.order.site import Site, quiet_logs
from bot.errors import StoreAway
from bot.state.events import Event
from bot.state.scene import Scene
from bot.state.turn import Turn
from bot.store import outbox
from bot.store.mailbox import Taken
from bot.store.store import TenantStore
from bot.worker import Steps

SEED = 20_261_124
KILLS = store_kills.Sizes(kills=6, people=8, pause=0.1)
AWAY = store_away.Sizes(updates=240, people=24, away=200.0, round_trip=0.5)
SHUFFLED = shuffle.Sizes(updates=400, people=20, processes=0)


@pytest.fixture(autouse=True)
def _quiet() -> None:
    print(f"seed {SEED}")
    quiet_logs()


def say(text: str) -> None:
    """Progress is shown where the test fails."""
    print(text)


def kept(outcome: Outcome) -> None:
    """Every promise was kept."""
    assert outcome.broken == ()


def figure(outcome: Outcome, what: str) -> float:
    """One number of a campaign."""
    return float((outcome.sizes | outcome.figures)[what])


# Kills of the store, and the store away


async def test_no_acknowledged_update_is_lost_when_the_store_is_killed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # What was leased when the answer got lost is sent when the lease is over: here sooner than after 15 s.
    monkeypatch.setattr(outbox, "LEASE_MS", 1_500)
    outcome = await store_kills.store_kills(SEED, KILLS, say)
    kept(outcome)
    assert figure(outcome, "updates acknowledged") == figure(outcome, "turns") > 0


async def test_while_the_store_is_away_telegram_keeps_what_we_refuse() -> None:
    outcome = await store_away.store_away(SEED, AWAY, say)
    kept(outcome)
    assert figure(outcome, "texts") > 0
    assert figure(outcome, "older taps that expired at Telegram") > 0


def acknowledges_too_early(made: Site) -> None:
    """Plant: while the store is away, an update counts as stored."""
    mailbox = made.town.store.mailbox
    honest: Callable[[str, Event], Any] = mailbox.take

    async def take(link: str, event: Event) -> Taken:
        try:
            return await honest(link, event)  # type: ignore[no-any-return]
        except StoreAway:
            return "new"

    mailbox.take = take  # type: ignore[method-assign]


async def test_an_intake_that_acknowledges_too_early_is_found_out() -> None:
    outcome = await store_away.store_away(SEED, replace(AWAY, updates=80), say, plant=acknowledges_too_early)
    assert figure(outcome, "acknowledged and lost") > 0
    assert any("was acknowledged and never became a turn" in what for what in outcome.broken)


def ledger() -> Ledger:
    """Three texts and two taps of one chat, all acknowledged."""
    made = Ledger()
    for update, queue in ((1, "text"), (2, "tap"), (3, "text"), (4, "tap"), (5, "text")):
        made.send(7, update, queue)
        made.acknowledge(update)
    return made


@pytest.mark.parametrize(
    ("written", "lost", "doubled", "misplaced", "foreign"),
    [
        ((1, 2, 3, 4, 5), (), (), (), ()),
        ((2, 4, 1, 3, 5), (), (), (), ()),
        ((1, 2, 4, 5), (3,), (), (), ()),
        ((1, 2, 3, 3, 4, 5), (), (3,), (), ()),
        ((1, 2, 5, 3, 4), (), (), (3,), ()),
        ((1, 2, 3, 4, 5, 9), (), (), (), (9,)),
    ],
)
def test_the_judge_sees_what_is_lost_doubled_misplaced_and_foreign(
    written: tuple[int, ...], lost: tuple[int, ...], doubled: tuple[int, ...], misplaced: tuple[int, ...],
    foreign: tuple[int, ...],
) -> None:  # fmt: skip
    found = judge(ledger(), {7: written})
    assert (found.lost, found.doubled, found.misplaced, found.foreign) == (lost, doubled, misplaced, foreign)


# Shuffled updates


async def test_shuffled_and_repeated_updates_end_as_the_oracle_says() -> None:
    outcome = await shuffle.shuffle(SEED, SHUFFLED, say)
    kept(outcome)
    assert figure(outcome, "stored") == figure(outcome, "updates")


class Forgetful:
    """An engine that lets every hundredth event pass without doing anything."""

    def __init__(self, engine: Steps) -> None:
        self._engine = engine
        self._count = 0

    def step(self, scene: Scene, event: Event) -> Turn:
        """Decide one turn."""
        self._count += 1
        return Turn(scene.session) if self._count % 100 == 0 else self._engine.step(scene, event)


class Repeating:
    """A mailbox that stores every tenth event twice, under another name."""

    def __init__(self, town: TenantStore) -> None:
        self._mailbox = town.mailbox
        self._count = 0

    async def take(self, link: str, event: Event) -> Taken:
        """Store an event."""
        self._count += 1
        if self._count % 10 == 0:
            await self._mailbox.take(link, replace(event, id=f"{event.id}0"))
        return await self._mailbox.take(link, event)


async def test_a_worker_that_forgets_is_found_out() -> None:
    outcome = await shuffle.shuffle(SEED, SHUFFLED, say, wrap=Forgetful)
    assert figure(outcome, "links that end otherwise") > 0
    assert not outcome.kept


async def test_a_mailbox_that_repeats_is_found_out() -> None:
    outcome = await shuffle.shuffle(SEED, replace(SHUFFLED, updates=100), say, mailbox=Repeating)
    assert figure(outcome, "stored") > figure(outcome, "updates")
    assert any("was stored that nobody sent" in what for what in outcome.broken)


# Reminders


async def test_reminders_come_once_and_in_time_on_the_night_of_winter_time() -> None:
    leap = timedelta(minutes=50)
    sizes = reminders.Sizes(200, processes=2, workers=1, nights=("winter time",), leap=leap)
    outcome = await reminders.reminders(SEED, sizes, say)
    kept(outcome)
    assert figure(outcome, "reminders sent") == figure(outcome, "reminders wanted") == 100


@pytest.mark.parametrize("name", ["winter time", "summer time"])
def test_a_reminder_that_is_missing_doubled_or_late_is_found_out(name: str) -> None:
    passed = night(name, 400)
    starts = passed.starts()
    sent = [
        reminders.Sent(chat, lesson, starts[lesson] - timedelta(hours=1))
        for chat, lesson in passed.expected().elements()
    ]
    assert reminders.judged(passed, sent) == []
    assert " of 2 reminders of" in reminders.judged(passed, sent[1:])[0]
    assert "got 3 reminders of" in reminders.judged(passed, [*sent, sent[0]])[0]
    late = replace(sent[0], at=starts[sent[0].lesson])
    assert "after its start" in reminders.judged(passed, [late, *sent[1:]])[0]


def test_a_night_of_clock_change_has_the_asked_number_of_reminders() -> None:
    total = sum(night(name, 10_000).expected().total() for name in ("winter time", "summer time"))
    assert total == 10_000


# A month


async def test_a_day_of_the_whole_program_leaves_only_keys_that_come_to_an_end() -> None:
    outcome = await soak.soak(SEED, soak.Sizes(days=1, phones=4, acts=2), say)
    kept(outcome)
    assert figure(outcome, "phones linked") == 4
    assert figure(outcome, "keys with personal data") > 0


async def test_a_key_that_nobody_knows_or_whose_owner_is_gone_is_found_out() -> None:
    async with shuffle.campaign(SEED, SHUFFLED) as run:
        redis, prefix = run.store.db.redis, run.town.room.prefix
        link = await run.town.links.for_chat(7)
        assert (await Walk(run.town, shuffle.clock()).go()).faults == []
        for key in ("news", "p:somebody:items", "k:somebody"):
            await redis.set(f"{prefix}{key}", "x")
        await redis.hset(f"{prefix}chats", "hash", "somebody")
        await redis.zadd(f"{prefix}frozen_chats", {link.id: 1})
        faults = (await Walk(run.town, shuffle.clock() + timedelta(days=40)).go()).faults
        said = {fault.removeprefix(prefix) for fault in faults}
        assert said == {
            "news: no row of the register describes this key",
            "p:somebody:items: its person is gone",
            "k:somebody: its owner is gone",
            "chats: 1 of its entries name somebody who is gone",
            "frozen_chats: has no lifetime",
            f"l:{link.id}: a visitor who is long gone",
        }


def test_growing_memory_is_found_out() -> None:
    assert soak.slope([100.0, 102.0, 104.0, 106.0]) == pytest.approx(2.0)
    assert soak.slope([100.0, 100.4, 99.8, 100.1]) == pytest.approx(0.0, abs=0.1)


# The report


def test_the_report_keeps_earlier_campaigns_and_shows_what_is_broken(tmp_path: Path) -> None:
    report = tmp_path / "order.md"
    good = Outcome("soak", "A month", 1, {"days": 30}, {"keys": 5}, (), 1.0, "soak --seed 1", "today")
    write(report, [good])
    write(report, [replace(good, name="shuffle", title="Shuffled", broken=("update 1 was lost",))])
    text = report.read_text(encoding="utf-8")
    assert "| A month | kept | 1 |" in text
    assert "| Shuffled | **broken** | 1 |" in text
    assert "- update 1 was lost" in text
    assert '"seed": 1' in report.with_suffix(".json").read_text(encoding="utf-8")


def test_a_broken_promise_ends_the_program_with_1(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    async def broken(*_: object) -> Outcome:
        return Outcome("soak", "A month", 1, {}, {}, ("something was lost",), 1.0)

    monkeypatch.setitem(program.CAMPAIGNS, "soak", broken)
    assert program.main(["soak", "--seed", "1", "--report", str(tmp_path / "order.md")]) == 1
