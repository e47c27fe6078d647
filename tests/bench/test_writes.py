"""A share of the campaign of writes, and planted faults that it must find; in full: `make writes`."""

from __future__ import annotations

from typing import Any

import pytest

from bench.order.site import quiet_logs
from bench.writes.people import EACH
from bench.writes.run import Result, Round, round_of
from bot.cases.zgw import appointment_writer, task_writer

SEED = 20_261_124
PEOPLE = 12


async def play(spoil: Any = None, people: int = PEOPLE) -> Result:
    print(f"seed {SEED}")
    quiet_logs()
    async with round_of(SEED, 0.3) as one:
        if spoil is not None:
            spoil(one)
        return await one.play(0, people)


async def test_with_thirty_percent_of_the_answers_lost_every_write_has_exactly_one_effect() -> None:
    result = await play()
    assert result.faults == ()
    assert result.writes == PEOPLE * EACH
    assert result.lost > result.writes * 0.15


async def test_a_question_that_is_not_looked_for_before_it_is_repeated_is_found() -> None:
    def asks_again(one: Round) -> None:
        async def nothing(case: str, write: object) -> dict[str, Any]:
            return {}

        one.writes.writes._questions._there = nothing  # type: ignore[attr-defined]

    assert any("question" in fault for fault in (await play(asks_again, people=6)).faults)


async def test_an_answer_that_is_written_without_looking_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = appointment_writer._answered
    before = iter((False, True) * 1000)
    # Only the look after the write says what is so.
    monkeypatch.setattr(appointment_writer, "_answered", lambda *a: next(before) and looked(*a))
    assert any("appointment" in fault for fault in (await play(people=5)).faults)


async def test_a_task_that_is_changed_without_looking_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(task_writer, "_to_do", lambda now, wanted: True)
    assert any("task" in fault for fault in (await play(people=5)).faults)
