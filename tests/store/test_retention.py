"""What is older than people were promised is gone; what is younger stays."""

from __future__ import annotations

from datetime import timedelta

from bot.state.turn import Mark
from bot.store.records import Campaign
from bot.tenant import Bewaren
from tests.clocks import NOW
from tests.store.people import LESSON, Bench

ITEM = f"lesson:{LESSON}"


async def test_old_delivery_records_are_removed_and_young_ones_stay(bench: Bench) -> None:
    link = await bench.linked()
    await bench.turn(link, "old", Mark(ITEM, 2, "seen"))
    bench.clock.forward(days=80)
    await bench.turn(link, "young", Mark("task:1", 1, "seen"))
    bench.clock.forward(days=11)
    assert await bench.tenant.retention.sweep(Bewaren(), bench.clock()) == 1
    assert await bench.tenant.deliveries.of(ITEM) == ()
    assert len(await bench.tenant.deliveries.of("task:1")) == 1


async def test_old_reminders_closed_alarms_and_audit_lines_are_removed(bench: Bench) -> None:
    await bench.tenant.campaigns.put(Campaign("c1", "letter", {}, (), "anneke", NOW, NOW))
    open_alarm = await bench.tenant.alarms.raise_("question")
    closed = await bench.tenant.alarms.raise_("callback")
    await bench.tenant.alarms.close(closed.id, "anneke")
    await bench.tenant.audit.write("anneke", "opened", "samira-0001")
    bench.clock.forward(days=91)
    await bench.tenant.retention.sweep(Bewaren(), bench.clock())
    assert await bench.tenant.campaigns.all() == ()
    assert [alarm.id for alarm in await bench.tenant.alarms.all()] == [open_alarm.id]
    assert len(await bench.tenant.audit.all()) == 1
    await bench.tenant.retention.sweep(Bewaren(), NOW + timedelta(days=731))
    assert await bench.tenant.audit.all() == ()
