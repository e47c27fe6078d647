"""Tokens are made per call, carry a pseudonym, and heal a clock that is off."""

from __future__ import annotations

import tomllib
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer
from joserfc import jwt
from joserfc.jwk import OctKey

from bot.cases.zgw.adapter import ZgwCases
from bot.cases.zgw.credentials import Jwt, pseudonym
from bot.clock import system_clock
from bot.errors import CaseApiDenied, CaseNotFound
from bot.sandbox.town.tenancy import case_system, tenant_of, tenant_text
from bot.sandbox.zgw import Zgw
from bot.tenant import Tenant
from tests.clocks import Hands

SECRET = "a-secret-of-at-least-thirty-two-bytes"


def claims(header: str) -> dict[str, Any]:
    return jwt.decode(header.removeprefix("Bearer "), OctKey.import_key(SECRET)).claims


def test_a_token_names_application_moment_and_pseudonym() -> None:
    clock = Hands()
    found = claims(Jwt("wegwijs", SECRET, clock).header("a-case"))
    assert found["client_id"] == "wegwijs"
    assert found["iat"] == int(clock.now.timestamp())
    assert found["user_id"] == pseudonym("a-case")
    assert "a-case" not in str(found)


def test_a_clock_that_is_off_takes_over_the_servers_time() -> None:
    clock = Hands()
    signer = Jwt("wegwijs", SECRET, clock)
    assert signer.heal("jwt-expired", "Mon, 23 Nov 2026 09:10:00 GMT")
    server = datetime(2026, 11, 23, 9, 10, tzinfo=UTC)
    assert claims(signer.header(""))["iat"] == int(server.timestamp())


@pytest.mark.parametrize(
    ("code", "date"),
    [
        ("permission_denied", "Mon, 23 Nov 2026 09:10:00 GMT"),
        ("jwt-expired", None),
        ("jwt-expired", "yesterday"),
    ],
)
def test_nothing_is_learnt_from_other_refusals(code: str, date: str | None) -> None:
    assert not Jwt("wegwijs", SECRET, Hands()).heal(code, date)


@pytest.fixture
async def address() -> AsyncIterator[Zgw]:
    zgw = case_system("waterveen", clock=system_clock)
    async with TestServer(zgw.app()) as server:
        zgw.base_url = str(server.make_url("")).rstrip("/")
        yield zgw


def late_clock() -> datetime:
    return system_clock() - timedelta(hours=3)


async def test_a_bot_whose_clock_is_hours_late_is_let_in_after_one_repeat(
    address: Zgw, session: ClientSession
) -> None:
    tenant = Tenant.model_validate(tomllib.loads(tenant_text("waterveen", address.base_url)))
    cases = ZgwCases(tenant, session, late_clock)
    with pytest.raises(CaseNotFound):
        await cases.find("WV-9999")
    assert [entry.status for entry in address.journal.entries("zaken")] == [403, 200]
    with pytest.raises(CaseNotFound):
        await cases.find("WV-9999")
    assert [entry.status for entry in address.journal.entries("zaken")] == [403, 200, 200]


async def test_a_wrong_secret_is_denied_and_not_tried_again(address: Zgw, session: ClientSession) -> None:
    text = tenant_text("waterveen", address.base_url)
    text = text.replace(tenant_of("waterveen").zgw.geheim, SECRET)
    cases = ZgwCases(Tenant.model_validate(tomllib.loads(text)), session, system_clock)
    with pytest.raises(CaseApiDenied, match="invalid-jwt-signature"):
        await cases.find("WV-0001")
    assert len(address.journal.entries("zaken")) == 1
