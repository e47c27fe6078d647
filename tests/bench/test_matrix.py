"""One or two cells of the fault matrix per service, and faults planted in the bot that the matrix finds."""

from __future__ import annotations

from typing import Any

import pytest

from bench.matrix.cell import Outcome
from bench.matrix.cells import CELLS, chosen
from bench.matrix.checks import most_in_a_minute
from bench.matrix.play import played
from bench.matrix.report import markdown, twin
from bot.breaker import Breaker
from bot.cases.zgw import task_writer
from bot.cases.zgw.api import Api

SEED = 4


async def play(name: str, *, strict: bool = False) -> Outcome:
    """Play one cell; how long replies take is not judged here."""
    print(f"seed {SEED}")
    return await played(chosen((name,))[0], SEED, timed=False, strict=strict)


def broken(outcome: Outcome) -> list[str]:
    return [f"{check.about}: {check.promise}" for check in outcome.checks if not check.kept]


@pytest.mark.parametrize(
    "name", ["case-api/reset", "telegram/403-of-a-firewall", "translator/down", "redis/read-only"]
)
async def test_every_promise_of_the_cell_is_kept(name: str) -> None:
    outcome = await play(name)
    assert not outcome.crash
    assert broken(outcome) == []
    assert len(outcome.checks) >= 8


async def test_a_reader_that_accepts_a_short_page_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    async def first_page(self: Api, path: str, query: Any = (), subject: str = "") -> list[Any]:
        page = await self.get(path, query, subject)
        return list(page["results"]) if isinstance(page, dict) else list(page)

    monkeypatch.setattr(Api, "pages", first_page)
    assert broken(await play("case-api/short-page", strict=True))[0].startswith("person: ")


async def test_a_writer_that_repeats_without_looking_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(task_writer, "to_do", lambda now, wanted: True)
    assert "writes: the task is done, written once" in broken(await play("case-api/reply-lost", strict=True))


async def test_a_breaker_that_never_opens_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Breaker, "failed", lambda self: None)
    found = broken(await play("case-api/500", strict=True))
    assert found == ["probes: at most 4 calls a minute to a dead service"]


def test_names_are_unique_and_unknown_ones_are_refused() -> None:
    names = [cell.name for cell in CELLS]
    assert len(names) == len(set(names)) >= 60
    assert len(chosen(("redis", "case-api/down"))) == 9
    with pytest.raises(ValueError, match="case-api/up"):
        chosen(("case-api/up",))


def test_the_most_in_any_minute() -> None:
    assert most_in_a_minute([0, 15, 30, 45, 60, 75]) == 4
    assert most_in_a_minute([]) == 0


def test_the_report_names_what_was_broken() -> None:
    outcome = Outcome(chosen(("redis/killed",))[0], "ar", 1.0, (), (), {}, "Boom at play.py:1: no")
    text = markdown([outcome], SEED, 1.0, 1)
    assert "0 of 1 cells" in text
    assert "Boom at play.py:1" in text
    assert twin([outcome], SEED, 1.0)["kept"] is False
