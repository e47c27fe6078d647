"""Misfortunes to order, and the journal of what was asked."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from bot.sandbox.zgw import Fault, Kind, Zgw, roots


async def test_down_is_a_503_until_it_is_cleared(api: Any, zgw: Zgw) -> None:
    zgw.faults.down()
    assert [(await api.get(roots.CASES)).status, (await api.get(roots.OBJECTS)).status] == [503, 503]
    zgw.faults.clear()
    assert (await api.get(roots.CASES)).status == 200


async def test_one_api_can_be_down_alone(api: Any, zgw: Zgw) -> None:
    zgw.faults.down("objecten")
    assert [(await api.get(roots.CASES)).status, (await api.get(roots.OBJECTS)).status] == [200, 503]


async def test_slow_takes_its_time_and_then_answers(api: Any, zgw: Zgw, sleep: Any) -> None:
    zgw.faults.add(Fault(Kind.SLOW, seconds=8))
    assert (await api.get(roots.CASES)).status == 200
    assert sleep.asked == [8]


async def test_garbled_is_a_200_that_is_no_json(api: Any, zgw: Zgw) -> None:
    zgw.faults.add(Fault(Kind.GARBLED))
    answer = await api.get(roots.CASES)
    assert answer.status == 200
    assert isinstance(answer.body, str)


@pytest.mark.parametrize("status", [401, 403, 429])
async def test_a_refusal_happens_as_often_as_ordered(api: Any, zgw: Zgw, status: int) -> None:
    zgw.faults.refuse(status)
    first, second = await api.get(roots.CASES), await api.get(roots.CASES)
    assert (first.status, second.status) == (status, 200)
    assert ("Retry-After" in first.headers) == (status == 429)


async def test_a_lost_reply_leaves_the_work_done(api: Any, zgw: Zgw, task: str) -> None:
    zgw.faults.lose_reply("objecten", "PATCH")
    with pytest.raises(aiohttp.ClientError):
        await api.patch(f"{roots.OBJECTS}/{task}", {"record": {"data": {"status": "afgerond"}}})
    assert [t["status"] for t in zgw.tasks("WV-0001")] == ["afgerond"]


async def test_a_cut_connection_leaves_nothing_done(api: Any, zgw: Zgw, task: str) -> None:
    zgw.faults.add(Fault(Kind.CUT, method="PATCH"))
    with pytest.raises(aiohttp.ClientError):
        await api.patch(f"{roots.OBJECTS}/{task}", {"record": {"data": {"status": "afgerond"}}})
    assert [t["status"] for t in zgw.tasks("WV-0001")] == ["open"]


async def test_the_journal_holds_requests_without_credentials(api: Any, zgw: Zgw, task: str) -> None:
    await api.get(f"{roots.CASES}?identificatie=WV-0001")
    await api.patch(f"{roots.OBJECTS}/{task}", {"record": {}})
    assert [e.status for e in zgw.journal.entries()] == [200, 200]
    (entry,) = zgw.journal.entries("zaken", "GET", "/zaken/api/v1/zaken")
    assert entry.query == (("identificatie", "WV-0001"),)
    assert "sleutel" not in str(zgw.journal.entries())
