"""Notifications that get lost, come twice and in any order: one reading of everything makes it good."""

from __future__ import annotations

import random
import tomllib
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bench.cases.clock import FastClock
from bench.cases.ward import Ward, serve, ward
from bench.order.report import Outcome, stamp
from bench.order.say import Progress, Say
from bot.cases.subscribe import Subscriber
from bot.clock import local
from bot.sandbox.town import Town, case_system, seed, tenant_text
from bot.sandbox.zgw import Zgw
from bot.sandbox.zgw.desk import Desk, wall
from bot.sandbox.zgw.notices import Handling
from bot.tenant import Tenant

TOWN = "waterveen"
STATUSES = ("Traject loopt", "Gepauzeerd", "Wachten op groep")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many changes the municipality makes, and which share of the notifications is lost and doubled."""

    changes: int = 400
    lost: float = 0.3
    twice: float = 0.3


class Municipality:
    """People of the case system who change things."""

    def __init__(self, zgw: Zgw, rng: random.Random) -> None:
        self._zgw, self._rng, self._desk = zgw, rng, Desk(zgw)
        self._numbers = sorted(str(row["identificatie"]) for row in _cases(zgw))

    def act(self, number: int) -> None:
        """Change something."""
        kind = self._rng.choice(
            (self._task, self._status, self._talk, self._term, self._lesson, self._lesson)
        )
        kind(number)

    def _task(self, number: int) -> None:
        self._desk.add_task(self._rng.choice(self._numbers), f"Taak {number}", date(2026, 12, 20))

    def _status(self, number: int) -> None:
        self._desk.set_status(self._rng.choice(self._numbers), self._rng.choice(STATUSES))

    def _talk(self, number: int) -> None:
        talk = self._rng.choice(self._zgw.objects("afspraak"))
        self._desk.move_talk(talk["uuid"], datetime(2026, 12, 1, 9) + timedelta(minutes=number))

    def _term(self, number: int) -> None:
        known = [one for one in self._numbers if self._zgw.plan(one)]
        self._desk.set_term(self._rng.choice(known), date(2028, 1, 1) + timedelta(days=number))

    def _lesson(self, number: int) -> None:
        lesson = self._rng.choice(self._zgw.objects("les"))
        row = self._zgw.register.get("/objecten/api/v2/objects", lesson["uuid"])
        assert row is not None
        begins = datetime.fromisoformat(lesson["begin"]).replace(tzinfo=None) + timedelta(minutes=1)
        data = {"begin": wall(begins), "versie": lesson["versie"] + 1}
        self._zgw.objecten.change(row, {"data": data})


async def lossy(seed_number: int, sizes: Sizes, say: Say) -> Outcome:
    """Run the campaign."""
    rng, progress = random.Random(seed_number), Progress(say, "lossy")
    clock = FastClock(1.0)
    async with AsyncExitStack() as stack:
        zgw = case_system(TOWN, clock=clock)
        seed(zgw, Town(), TOWN, local(clock()).date())
        zgw.base_url = await serve(zgw.app(), stack)
        tenant = Tenant.model_validate(tomllib.loads(tenant_text(TOWN, zgw.base_url)))
        here = await stack.enter_async_context(ward(tenant, clock))
        for row in _cases(zgw):
            await here.know(str(row["uuid"]), str(row["identificatie"]))
        await Subscriber(tenant, here.http, clock).ensure(here.callback)
        progress("everything is read; the municipality changes things", now=True)
        zgw.notices.handling = Handling.HOLD
        municipality = Municipality(zgw, rng)
        for number in range(sizes.changes):
            municipality.act(number)
        published = zgw.notices.held
        sent = _mangle(zgw, rng, sizes)
        zgw.journal.clear()
        zgw.notices.release()
        while zgw.notices.held:
            await zgw.notices.settle()
            zgw.notices.release()
        await zgw.notices.settle()
        answers = [one.status for one in zgw.notices.attempts]
        await here.desks[0].follower.work(everything=True)
        hinted = len(zgw.journal.entries())
        behind = await _behind(here, zgw)
        progress(
            f"{sent} of {published} came, in any order; {behind} cases and groups are out of date", now=True
        )
        zgw.journal.clear()
        swept = await here.desks[0].sync.reconcile()
        swept_by = len(zgw.journal.entries())
        left = await _behind(here, zgw)
    refused = len(answers) - answers.count(204)
    faults = (
        (left, f"{left} cases or groups are not as in the case system after one reading"),
        (refused, f"{refused} notifications were not answered 204"),
        (not behind, "nothing was out of date before the reading: the campaign shows nothing"),
    )
    broken = [words for fault, words in faults if fault]
    return Outcome(
        "lossy",
        "Notifications lost, doubled and out of order",
        seed_number,
        asdict(sizes),
        {
            "notifications published": published,
            "notifications delivered": sent,
            "requests that they led to": hinted,
            "cases and groups out of date before the reading": behind,
            "cases and groups that the reading found changed": swept.changed,
            "requests of the reading": swept_by,
            "cases and groups out of date after it": left,
        },
        tuple(broken),
        progress.seconds,
        at=stamp(),
        note="All changes at once, so that every hint is coalesced with as many others as can be.",
    )


def _cases(zgw: Zgw) -> list[dict[str, Any]]:
    return zgw.register.rows("/zaken/api/v1/zaken")


def _mangle(zgw: Zgw, rng: random.Random, sizes: Sizes) -> int:
    """Lose some, double some, and mix all; answers how many are sent."""
    waiting = zgw.notices._waiting
    kept = [one for one in waiting if rng.random() >= sizes.lost]
    kept += [one for one in kept if rng.random() < sizes.twice]
    rng.shuffle(kept)
    waiting[:] = kept
    return len(kept)


async def _behind(here: Ward, zgw: Zgw) -> int:
    """How many stored cases and groups differ from what the case system says now."""
    cases, wrong = here.desks[0].cases, 0
    for row in _cases(zgw):
        person = await here.store.persons.by_case(str(row["uuid"]))
        stored = await here.store.persons.snapshot(person.id) if person else None
        wrong += stored is None or stored.snapshot != await cases.read_case(str(row["uuid"]))
    for group in await here.store.groups.ids():
        facts = await here.store.groups.get(group)
        wrong += facts is None or facts.lessons != (await cases.read_group(group)).lessons
    return wrong
