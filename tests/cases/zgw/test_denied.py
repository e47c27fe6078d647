"""One key that is refused: the operator reads which, and everything with other rights goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import aiohttp
import pytest

from bot.cases.model import Choice, LessonStatus, WriteKind
from bot.cases.zgw.adapter import ZgwCases
from bot.cases.zgw.writes import ZgwWrites
from bot.clock import local
from bot.errors import CaseApiDenied
from bot.outages import DENIED
from bot.sandbox.zgw.access import ObjectKey
from tests.cases.conftest import World


class Ears:
    """What operators would hear; stands in for `Outages`."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, bool]] = []

    def of(self, service: str, kind: str = "away") -> Callable[[bool], None]:
        return partial(self._told, kind, service)

    def note(self, news: object) -> None:
        """Nothing here looks at the other news."""

    def _told(self, kind: str, service: str, away: bool) -> None:
        if kind == DENIED:
            self.heard.append((service, away))

    @property
    def refused(self) -> list[str]:
        """Keys that were refused, in order."""
        return [service for service, away in self.heard if away]


@pytest.fixture
def ears() -> Ears:
    return Ears()


@pytest.fixture
def writes(world: World, session: aiohttp.ClientSession, ears: Ears) -> ZgwWrites:
    cases = ZgwCases(world.tenant.reading(), session, world.clock, outages=ears)  # type: ignore[arg-type]
    return cases.writes(world.tenant.zgw.writing_keys)


async def act(world: World, writes: ZgwWrites, kind: WriteKind, times: int = 1) -> None:
    """Let Mehmet do something, as often as said."""
    known = await world.cases.read_case(world.case("Mehmet"))
    lessons = (await world.cases.read_group(known.groups[0])).lessons
    item = {
        WriteKind.TASK_DONE: known.tasks[0].id,
        WriteKind.ABSENCE: next(le.id for le in lessons if le.starts > local(world.clock())),
        WriteKind.APPOINTMENT_ANSWER: known.appointments[0].id,
        WriteKind.QUESTION: "q1",
    }[kind]
    intent = world.intent(kind, item, choice=Choice.COME, version=1, text="Mag dat?")
    for _ in range(times):
        await writes.write(world.case("Mehmet"), intent)


async def refused(world: World, writes: ZgwWrites, kind: WriteKind) -> None:
    for _ in range(3):
        with pytest.raises(CaseApiDenied):
            await act(world, writes, kind)


def withdraw(world: World, name: str, kind: str | None = None) -> None:
    """Take a key away, or its rights on one object type."""
    keys = []
    for key in world.zgw.clients.object_keys:
        if key.name == name and kind is not None and key.types is not None:
            keys.append(ObjectKey(key.name, key.key, {k: v for k, v in key.types.items() if k != kind}))
        elif key.name != name:
            keys.append(key)
    world.zgw.clients = replace(world.zgw.clients, object_keys=tuple(keys))


async def test_without_the_key_of_questions_everything_else_goes_on(
    world: World, writes: ZgwWrites, ears: Ears
) -> None:
    world.zgw.clients = replace(world.zgw.clients, klant_keys=())
    await refused(world, writes, WriteKind.QUESTION)
    for kind in (WriteKind.TASK_DONE, WriteKind.ABSENCE, WriteKind.APPOINTMENT_ANSWER):
        await act(world, writes, kind)
    await writes.write_lesson(await world.move(status=LessonStatus.CANCELLED))
    assert ears.refused == ["klantinteracties_token"]


async def test_without_the_timetables_key_people_go_on(world: World, writes: ZgwWrites, ears: Ears) -> None:
    withdraw(world, "rooster")
    change = await world.move(status=LessonStatus.CANCELLED)
    for _ in range(3):
        with pytest.raises(CaseApiDenied):
            await writes.write_lesson(change)
    await act(world, writes, WriteKind.ABSENCE)
    await act(world, writes, WriteKind.QUESTION)
    assert ears.refused == ["rooster_token"]


async def test_a_right_that_is_missing_for_appointments_holds_up_no_absence(
    world: World, writes: ZgwWrites, ears: Ears
) -> None:
    withdraw(world, "schrijven", "afspraak")
    await refused(world, writes, WriteKind.APPOINTMENT_ANSWER)
    await act(world, writes, WriteKind.ABSENCE)
    await act(world, writes, WriteKind.TASK_DONE)
    assert ears.refused == ["objecten_schrijf_token (afspraak)"]


async def test_when_the_key_works_again_the_write_arrives_and_the_operator_hears_it(
    world: World, writes: ZgwWrites, ears: Ears
) -> None:
    before = world.zgw.clients
    withdraw(world, "schrijven", "afspraak")
    await refused(world, writes, WriteKind.APPOINTMENT_ANSWER)
    world.zgw.clients = before
    world.clock.forward(seconds=61)
    await act(world, writes, WriteKind.APPOINTMENT_ANSWER)
    key = "objecten_schrijf_token (afspraak)"
    assert [away for service, away in ears.heard if service == key] == [True, False]
    (talk,) = world.zgw.objects("afspraak", zaak=world.case("Mehmet"))
    assert talk["antwoord"]["keuze"] == "bevestigen"
