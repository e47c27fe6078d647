"""What the case system tells us, from its call to the phone and to the operator."""

from __future__ import annotations

from typing import Any

import pytest

from bot.cases.model import State
from bot.sandbox.zgw import roots
from bot.sandbox.zgw.desk import Desk
from tests.phone import newcomer
from tests.rest import at_rest, until_nothing
from tests.town import TestTown

pytestmark = pytest.mark.story
CALLED_OFF = "169.254.169.254"


async def pushes(town: TestTown) -> int:
    """How many messages Samira's phone shows when all has come to rest."""
    await at_rest(town)
    await town.moves_on(hours=10)
    await at_rest(town)
    return len(town.demo.telegram.phone("samira").messages(town.letter("Samira").bot))


async def test_a_status_that_is_not_to_be_told_is_read_and_stays_silent(
    waterveen: TestTown,
) -> None:
    samira = await newcomer("Samira", waterveen)
    await samira.links()
    system, desk = waterveen.case_system, Desk(waterveen.case_system)
    kind = next(system.register.where(roots.STATUSTYPEN, omschrijving="Wachten op groep"))
    kind["informeren"] = False
    before = await pushes(waterveen)
    desk.set_status("WV-0001", "Wachten op groep")
    desk.set_part("WV-0001", 0, "examenklaar")
    assert await pushes(waterveen) == before
    stored = await waterveen.waterveen.store.persons.snapshot((await samira.person()).id)
    assert stored is not None
    assert stored.snapshot.state is State.WAITING_FOR_GROUP
    assert not stored.snapshot.informs
    desk.set_status("WV-0001", "Traject loopt")
    desk.set_part("WV-0001", 0, "klaar")
    assert await pushes(waterveen) > before


async def test_operators_hear_of_a_wrong_secret_and_of_a_foreign_address_and_nothing_is_fetched(
    waterveen: TestTown,
) -> None:
    town = waterveen.waterveen
    url = f"{waterveen.demo.url}/wegwijs/cases/waterveen"
    right = {"Authorization": f"Bearer {town.tenant.zgw.notificatie_geheim}"}

    async def calls(headers: dict[str, str], address: str) -> int:
        body: dict[str, Any] = {
            "kanaal": "zaken",
            "hoofdObject": address,
            "resource": "zaak",
            "resourceUrl": address,
            "actie": "update",
            "aanmaakdatum": "2026-11-23T08:00:00Z",
            "kenmerken": {},
        }
        async with waterveen.http.post(url, json=body, headers=headers) as answer:
            return answer.status

    async def alarms(*wanted: tuple[str, str, bool]) -> None:
        async def missing() -> list[str]:
            found = {(one.kind, one.detail, bool(one.closed_by)) for one in await town.store.alarms.all()}
            return [str(one) for one in wanted if one not in found]

        await until_nothing(missing)

    await at_rest(waterveen)
    waterveen.case_system.journal.clear()
    assert await calls({"Authorization": "Bearer wrong"}, f"http://{CALLED_OFF}/zaken/1") == 401
    await alarms(("notice_refused", "/cases/waterveen", False))
    assert await calls(right, f"http://{CALLED_OFF}/latest/meta-data") == 204
    await alarms(
        ("notice_refused", "/cases/waterveen", True), ("strange_notice", f"http://{CALLED_OFF}", False)
    )
    await at_rest(waterveen)
    assert waterveen.case_system.journal.entries() == []
