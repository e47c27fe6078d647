"""Short runs of the campaigns about the case system, and for each a planted fault that its checker must find.

The full sizes: `python -m bench.cases`.
"""

from __future__ import annotations

import tomllib
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bench.cases import __main__ as program
from bench.cases import arrival, flood, lossy
from bench.cases.clock import FastClock
from bench.cases.copies import TOWN
from bench.cases.ward import ward
from bench.order.report import Outcome, write
from bench.order.site import quiet_logs
from bot.cases.hints import Follower
from bot.cases.port import Hint
from bot.cases.sync import Swept, Sync
from bot.sandbox.town import tenant_text
from bot.store import hints
from bot.tenant import Tenant

SEED = 20_261_124
LOSSY = lossy.Sizes(changes=30)
FLOOD = flood.Sizes(a_minute=1500, seconds=11.0, cases=10, groups=3, times=12.0)


@pytest.fixture(autouse=True)
def _quiet() -> None:
    print(f"seed {SEED}")
    quiet_logs()


def say(text: str) -> None:
    """Progress is shown where the test fails."""
    print(text)


async def test_a_change_is_on_the_phone_soon_after_its_notification() -> None:
    outcome = await arrival.arrival(SEED, arrival.Sizes(rounds=2, promise=10.0), say)
    assert outcome.broken == ()


async def test_a_change_that_never_arrives_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    async def deaf(self: Follower, hint: Hint) -> None:
        return None

    monkeypatch.setattr(Follower, "hinted", deaf)
    monkeypatch.setattr(arrival, "PATIENCE", 1.0)
    outcome = await arrival.arrival(SEED, arrival.Sizes(rounds=1), say)
    assert outcome.broken == ("1 changes were never shown",)


async def test_lost_doubled_and_shuffled_notifications_are_made_good_by_one_reading() -> None:
    outcome = await lossy.lossy(SEED, LOSSY, say)
    assert outcome.broken == ()
    assert outcome.figures["cases and groups out of date before the reading"] != 0


async def test_a_reading_that_reads_nothing_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    async def idle(self: Sync) -> Swept:
        return Swept(0, 0, 0, 0)

    monkeypatch.setattr(Sync, "reconcile", idle)
    outcome = await lossy.lossy(SEED, LOSSY, say)
    assert [line.split(" ", 1)[1] for line in outcome.broken] == [
        "cases or groups are not as in the case system after one reading"
    ]


async def test_however_many_notifications_come_nothing_is_fetched_twice_in_five_seconds() -> None:
    outcome = await flood.flood(SEED, FLOOD, say)
    assert outcome.broken == ()
    assert outcome.figures["most fetches of one case or group"] in range(2, 5)


async def test_fetches_without_a_pace_are_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hints, "PACE_MS", 0)
    outcome = await flood.flood(SEED, FLOOD, say)
    (words,) = outcome.broken
    assert words.startswith("two fetches of one thing began")


async def test_reading_everything_reads_each_case_and_each_group_once() -> None:
    clock, cases, groups = FastClock(), 24, 3
    async with AsyncExitStack() as stack:
        sizes = flood.Sizes(groups=groups)
        address, made = await flood.case_system(clock, sizes, stack)
        tenant = Tenant.model_validate(tomllib.loads(tenant_text(TOWN, address)))
        here = await stack.enter_async_context(ward(tenant, clock))
        for number in range(cases):
            await here.know(made.case_uuid(number), f"WV-{number:05d}")
        made.counts.clear()
        swept = await here.desks[0].sync.reconcile()
    assert (swept.cases, swept.groups, swept.changed, swept.failed) == (cases, 2 * groups, 0, 0)
    assert made.counts["zaken (one)"] == cases
    assert made.counts["objects (list, datum, lesgroep, status)"] == 2 * groups
    assert made.counts["unknown"] == 0


def test_the_report_keeps_what_was_not_run_again(tmp_path: Path) -> None:
    report = tmp_path / "cases.md"
    for name in ("lossy", "flood"):
        write(report, [Outcome(name, name, 1, {}, {}, (), 1.0)], "The case system", "python -m bench.cases")
    text = report.read_text(encoding="utf-8")
    assert text.startswith("# The case system\n\nWritten by `python -m bench.cases`")
    assert "## lossy" in text
    assert "## flood" in text


def test_the_command_line_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        program.main(["--help"])
    assert "examples:" in capsys.readouterr().out
