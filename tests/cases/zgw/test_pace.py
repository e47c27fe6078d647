"""A municipality's case system is not asked for more at once, or faster, than its file says."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field

import pytest
from aiohttp import ClientSession

from bot.cases.zgw.api import Api, Line
from bot.cases.zgw.credentials import ApiKey
from bot.cases.zgw.pace import Pace
from bot.errors import CaseApiAway
from tests.cases.conftest import World
from tests.cases.scripted import Answer, Scripted
from tests.clocks import Hands


@dataclass
class Watch:
    """Time that passes only by sleeping."""

    now: float = 100.0
    naps: list[float] = field(default_factory=list)

    def read(self) -> float:
        """Seconds."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Pass the time."""
        self.naps.append(round(seconds, 3))
        self.now += seconds


async def test_no_more_run_side_by_side_than_there_is_room_for() -> None:
    pace, go, inside, most = Pace(3, 1000), asyncio.Event(), 0, 0

    async def call() -> None:
        nonlocal inside, most
        async with pace.turn():
            inside += 1
            most = max(most, inside)
            await go.wait()
            inside -= 1

    calls = [asyncio.create_task(call()) for _ in range(10)]
    await asyncio.sleep(0)
    assert most == 3
    go.set()
    await asyncio.gather(*calls)
    assert most == 3


async def test_after_a_burst_calls_begin_at_the_rate_of_the_file() -> None:
    watch = Watch()
    pace = Pace(2, 10, watch.sleep, watch.read)
    begun: list[float] = []
    for _ in range(6):
        async with pace.turn():
            begun.append(round(watch.now, 3))
    assert begun == [100.0, 100.0, 100.1, 100.2, 100.3, 100.4]


async def test_a_call_that_fails_gives_its_place_back() -> None:
    pace = Pace(1, 1000)
    for _ in range(3):
        with pytest.raises(RuntimeError):
            async with pace.turn():
                raise RuntimeError


async def test_all_apis_of_a_municipality_share_a_pace(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    turns: list[int] = []
    turn = Pace.turn

    def noted(pace: Pace) -> AbstractAsyncContextManager[None]:
        turns.append(id(pace))
        return turn(pace)

    monkeypatch.setattr(Pace, "turn", noted)
    await world.cases.read_case(world.case("Samira"))
    assert (len(turns), len(set(turns))) == (5, 1)


async def test_one_thing_with_all_its_repeats_has_a_deadline(session: ClientSession) -> None:
    async with Scripted(Answer(status=502)).running() as server:
        naps = Watch()
        line = Line(session, Hands(), patience=1.0, attempts=50, sleep=naps.sleep, chance=lambda: 0.5)
        with pytest.raises(CaseApiAway):
            await Api(line, server.root, ApiKey("k")).get("zaken/1")
        assert len(server.asked) == 2, "the second pause would be longer than what is left"
        assert naps.naps == [0.4]
