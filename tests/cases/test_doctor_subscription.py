"""The doctor looks whether notifications can reach us, and which Open Zaak it is."""

from __future__ import annotations

import pytest

from bot.cases.doctor.release import safe
from bot.cases.doctor.report import Level
from bot.sandbox.zgw import roots
from tests.cases.doctor import Office


async def test_a_missing_subscription_is_told(at: Office) -> None:
    at.zgw.register.remove(roots.ABONNEMENTEN, at.row(roots.ABONNEMENTEN)["uuid"])
    found = await at.examined()
    assert "There is no subscription for our address" in found.said("Subscription", Level.WRONG)
    assert "wegwijs cases subscribe" in found.fixes("Subscription")


async def test_a_subscription_for_a_former_address_is_told(at: Office) -> None:
    at.row(roots.ABONNEMENTEN)["callbackUrl"] = "https://former.example/cases/waterveen"
    said = (await at.examined()).said("Subscription", Level.WARNING)
    assert "1 subscriptions of this tenant point to another address" in said
    assert "former.example" not in said


async def test_a_subscription_without_a_channel_or_for_others_is_told(at: Office) -> None:
    at.row(roots.ABONNEMENTEN)["kanalen"] = [{"naam": "zaken", "filters": {"bronorganisatie": "987654329"}}]
    said = (await at.examined()).said("Subscription", Level.WRONG)
    assert "lacks the channel objecten" in said
    assert "another organisation" in said


async def test_a_channel_that_is_only_useful_is_a_warning(at: Office) -> None:
    row = at.row(roots.ABONNEMENTEN)
    row["kanalen"] = [channel for channel in row["kanalen"] if channel["naam"] != "zaaktypen"]
    assert "lacks the channel zaaktypen" in (await at.examined()).said("Subscription", Level.WARNING)


async def test_a_doubled_subscription_is_told(at: Office) -> None:
    at.zgw.register.add(roots.ABONNEMENTEN, {**at.row(roots.ABONNEMENTEN)}, "twin", "twin")
    assert "every change is told 2 times" in (await at.examined()).said("Subscription", Level.WARNING)


async def test_a_callback_that_has_another_secret_is_told(at: Office) -> None:
    at.secret[0] = "another-secret"
    found = await at.examined()
    assert "refuses who has no secret" in found.said("Callback", Level.OK)
    assert "the running Wegwijs has another one" in found.said("Callback", Level.WRONG)
    assert "--renew" in found.said("Subscription", Level.OK), "the server's secret cannot be seen"


async def test_a_callback_that_is_not_there_is_told(at: Office) -> None:
    at.environ["WEGWIJS_PUBLIC_URL"] = "http://127.0.0.1:1"
    assert "Our own address refuses the connection" in (await at.examined()).said("Callback", Level.WRONG)


async def test_a_proxy_that_answers_in_our_place_is_told(at: Office) -> None:
    at.environ["WEGWIJS_PUBLIC_URL"] = at.zgw.base_url
    assert "Our address answers 404 instead of 401." in (await at.examined()).said("Callback", Level.WRONG)


@pytest.mark.parametrize(
    ("version", "well"),
    [
        ((1, 28, 4), False),
        ((1, 28, 5), True),
        ((1, 28, 9), True),
        ((1, 29, 0), False),
        ((1, 29, 2), False),
        ((1, 29, 3), True),
        ((1, 30, 0), True),
        ((2, 0, 0), True),
        ((1, 9, 0), False),
    ],
)
def test_an_open_zaak_with_known_holes_is_not_safe(version: tuple[int, int, int], well: bool) -> None:
    assert safe(version) is well


async def test_an_old_open_zaak_is_told_and_an_unknown_one_is_to_be_looked_at(at: Office) -> None:
    at.change(('"1.30.0"', '"1.29.2"'))
    found = await at.examined()
    assert "Open Zaak 1.29.2: shows cases to applications" in found.said("Version", Level.WRONG)
    assert "1.29.3 or newer" in found.fixes("Version")
    at.change(('openzaak_versie = "1.29.2"\n', ""))
    assert "No API tells which Open Zaak this is" in (await at.examined()).said("Version", Level.WARNING)
