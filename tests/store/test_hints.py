"""Hints of the case system wait in the store: one per thing, at one pace, and none is lost with a process."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.cases.hints import Noted, Thing
from bot.cases.port import Hint
from bot.store.register import kind_of
from tests.store.people import CASE, GROUP, PERSON, Bench

OF_HERS = Noted(Thing.CASE, PERSON.id)


async def test_many_hints_about_a_case_are_one_about_its_person(bench: Bench) -> None:
    await bench.linked()
    for _ in range(20):
        assert await bench.tenant.hints.put(Hint(case_uuid=CASE.upper()))
    assert list(await bench.tenant.hints.take(10, True)) == [(OF_HERS,), pytest.approx(15)]


@pytest.mark.parametrize(
    "hint",
    [
        Hint(case_uuid="00000000-0000-4000-8000-000000000000"),
        Hint(group="nobody's"),
        Hint(),
        Hint(kind="les"),
    ],
)
async def test_what_concerns_nobody_of_ours_is_not_kept(bench: Bench, hint: Hint) -> None:
    await bench.linked()
    assert not await bench.tenant.hints.put(hint)
    assert await bench.tenant.hints.waiting() == 0


async def test_a_case_whose_link_has_ended_is_not_kept(bench: Bench) -> None:
    await bench.linked()
    await bench.tenant.persons.touch(PERSON, "ended")
    assert not await bench.tenant.hints.put(Hint(case_uuid=CASE))


async def test_everything_that_can_be_hinted_at_comes_back_as_it_was(bench: Bench) -> None:
    await bench.linked()
    for hint in (Hint(group=GROUP), Hint(object_uuid="o-1", kind="afspraak"), Hint(types=True)):
        assert await bench.tenant.hints.put(hint)
    taken, _ = await bench.tenant.hints.take(10, True)
    assert set(taken) == {
        Noted(Thing.GROUP, GROUP),
        Noted(Thing.OBJECT, "o-1", "afspraak"),
        Noted(Thing.TYPES, "all"),
    }


async def test_hints_are_gathered_for_half_a_second(bench: Bench) -> None:
    await bench.linked()
    await bench.tenant.hints.put(Hint(case_uuid=CASE))
    assert list(await bench.tenant.hints.take(10)) == [(), pytest.approx(0.5)]
    bench.clock.forward(seconds=0.5)
    assert (await bench.tenant.hints.take(10))[0] == (OF_HERS,)


async def test_between_two_fetches_of_a_case_are_five_seconds_whichever_process_fetches(bench: Bench) -> None:
    await bench.linked()
    hints = bench.tenant.hints
    await hints.put(Hint(case_uuid=CASE))
    bench.clock.forward(seconds=0.5)
    await hints.take(10)
    await hints.done(OF_HERS)
    await hints.put(Hint(case_uuid=CASE))
    assert list(await hints.take(10)) == [(), pytest.approx(5)]
    bench.clock.forward(seconds=5)
    assert (await hints.take(10))[0] == (OF_HERS,)


async def test_a_hint_during_a_fetch_leads_to_another_one_after_it(bench: Bench) -> None:
    await bench.linked()
    hints = bench.tenant.hints
    await hints.put(Hint(case_uuid=CASE))
    await hints.take(10, True)
    await hints.put(Hint(case_uuid=CASE))
    bench.clock.forward(seconds=6)
    assert (await hints.take(10))[0] == ()
    await hints.done(OF_HERS)
    bench.clock.forward(seconds=1)
    assert (await hints.take(10))[0] == (OF_HERS,)


async def test_what_a_dead_process_held_is_taken_by_another(bench: Bench) -> None:
    await bench.linked()
    await bench.tenant.hints.put(Hint(case_uuid=CASE))
    await bench.tenant.hints.take(10, True)
    bench.clock.forward(seconds=14)
    assert (await bench.tenant.hints.take(10))[0] == ()
    bench.clock.forward(seconds=1)
    assert (await bench.tenant.hints.take(10))[0] == (OF_HERS,)


async def test_what_could_not_be_read_waits_as_told_unless_a_newer_hint_does(
    bench: Bench,
) -> None:
    await bench.linked()
    hints = bench.tenant.hints
    await hints.put(Hint(case_uuid=CASE))
    await hints.take(10, True)
    await hints.done(OF_HERS, timedelta(minutes=1))
    assert list(await hints.take(10)) == [(), pytest.approx(60)]
    await hints.take(10, True)
    await hints.put(Hint(case_uuid=CASE))
    await hints.done(OF_HERS, timedelta(minutes=1))
    assert (await hints.take(10))[1] <= 5


async def test_a_waiting_hint_says_nothing_about_anybody(bench: Bench) -> None:
    await bench.linked()
    await bench.tenant.hints.put(Hint(case_uuid=CASE))
    keys = [key async for key in bench.tenant.room.db.redis.scan_iter(match="*hint*")]
    texts = [str(await bench.tenant.room.db.redis.zrange(key, 0, -1)) for key in keys]
    assert keys
    assert all(kind_of(key) for key in keys)
    assert CASE not in "".join([*keys, *texts])
