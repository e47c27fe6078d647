"""The operator hears of an outage once, and sees when it is over."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bot.outages import AWAY, BY, FOREIGN, NOTICE_REFUSED, UNSUBSCRIBED, Doorkeeper, News, Outages, Seldom
from tests.clocks import Hands


@dataclass(frozen=True)
class Alarm:
    id: str
    kind: str
    detail: str
    closed_by: str = ""


@dataclass
class Alarms:
    rows: dict[str, Alarm] = field(default_factory=dict)

    async def all(self) -> tuple[Alarm, ...]:
        return tuple(self.rows.values())

    async def raise_(self, kind: str, person: str | None, detail: str) -> None:
        name = str(len(self.rows))
        self.rows[name] = Alarm(name, kind, detail)

    async def close(self, alarm: str, by: str) -> None:
        self.rows[alarm] = replace(self.rows[alarm], closed_by=by)


async def test_one_alarm_per_outage_closed_when_it_is_over() -> None:
    alarms = Alarms()
    outages = Outages(alarms, "waterveen")
    for news in (
        News(AWAY, "zaken"),
        News(AWAY, "zaken"),
        News(AWAY, "objecten"),
        News(AWAY, "zaken", over=True),
    ):
        await outages.settle(news)
    assert [(a.detail, a.closed_by) for a in alarms.rows.values()] == [("zaken", BY), ("objecten", "")]


async def test_the_next_outage_is_a_new_alarm() -> None:
    alarms = Alarms()
    outages = Outages(alarms, "waterveen")
    for over in (False, True, False):
        await outages.settle(News(AWAY, "zaken", over=over))
    assert [a.closed_by for a in alarms.rows.values()] == [BY, ""]


async def test_what_is_over_without_a_name_ends_every_alarm_of_its_kind() -> None:
    alarms = Alarms()
    outages = Outages(alarms, "waterveen")
    for news in (
        News("file_held", "maandag.csv: leeg"),
        News(AWAY, "zaken"),
        News("file_held", "", over=True),
    ):
        await outages.settle(news)
    assert [a.closed_by for a in alarms.rows.values()] == [BY, ""]


async def test_kinds_are_kept_apart() -> None:
    alarms = Alarms()
    outages = Outages(alarms, "waterveen")
    await outages.settle(News(FOREIGN, "zaken"))
    await outages.settle(News(AWAY, "zaken", over=True))
    assert [a.closed_by for a in alarms.rows.values()] == [""]


async def test_a_wrong_secret_is_told_once_an_hour_and_is_over_with_the_first_right_one() -> None:
    alarms, clock = Alarms(), Hands()
    outages = Outages(alarms, "waterveen")
    doorkeeper = Doorkeeper(outages, clock, "/cases/waterveen")
    for right in (True, False, False):
        doorkeeper(right)
    await settled(outages)
    (alarm,) = alarms.rows.values()
    assert (alarm.kind, alarm.detail, alarm.closed_by) == (NOTICE_REFUSED, "/cases/waterveen", "")
    for right in (True, True, False):
        doorkeeper(right)
    await settled(outages)
    assert [a.closed_by for a in alarms.rows.values()] == [BY]
    clock.forward(hours=1)
    doorkeeper(False)
    await settled(outages)
    assert [a.closed_by for a in alarms.rows.values()] == [BY, ""]


async def settled(outages: Outages) -> None:
    """Let every news become an alarm."""
    while not outages._news.empty():
        await outages.settle(outages._news.get_nowait())


def test_however_many_strange_things_come_only_so_many_are_told() -> None:
    clock = Hands()
    seldom = Seldom(clock, most=10)
    assert sum(seldom(str(number)) for number in range(1000)) == 10
    clock.forward(hours=1)
    assert seldom("new")


async def test_every_alarm_of_a_kind_ends_with_its_cause() -> None:
    alarms = Alarms()
    outages = Outages(alarms, "waterveen")
    for news in (News(UNSUBSCRIBED, "a"), News(UNSUBSCRIBED, "b"), News(AWAY, "zaken")):
        await outages.settle(news)
    await outages.end(UNSUBSCRIBED)
    assert [a.closed_by for a in alarms.rows.values()] == [BY, BY, ""]
