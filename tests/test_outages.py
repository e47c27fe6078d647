"""The operator hears of an outage once, and sees when it is over."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bot.outages import AWAY, BY, FOREIGN, News, Outages


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


async def test_kinds_are_kept_apart() -> None:
    alarms = Alarms()
    outages = Outages(alarms, "waterveen")
    await outages.settle(News(FOREIGN, "zaken"))
    await outages.settle(News(AWAY, "zaken", over=True))
    assert [a.closed_by for a in alarms.rows.values()] == [""]
