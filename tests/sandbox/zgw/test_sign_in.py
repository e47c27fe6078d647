"""Signing in: what the real servers answer, code by code."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.zgw import roots

CASES = roots.CASES


async def test_no_token_is_a_403_without_permission(api: Any) -> None:
    answer = await api.get(CASES, auth="")
    assert (answer.status, answer.code) == (403, "permission_denied")


@pytest.mark.parametrize(
    ("claims", "secret", "code"),
    [
        ({"client_id": None}, "geheim", "missing-client-identifier"),
        ({"client_id": "vreemd"}, "geheim", "invalid-client-identifier"),
        ({}, "fout geheim", "invalid-jwt-signature"),
        ({"iat": None}, "geheim", "jwt-missing-iat-claim"),
        ({"exp": 1}, "geheim", "jwt-expiredsignatureerror"),
        ({"nbf": 9_999_999_999}, "geheim", "jwt-immaturesignatureerror"),
    ],
)
async def test_a_faulty_token_is_a_403_with_its_own_code(
    api: Any, clock: Any, sign: Any, claims: dict[str, Any], secret: str, code: str
) -> None:
    answer = await api.get(CASES, auth=sign(secret, clock, **claims))
    assert (answer.status, answer.code) == (403, code)


async def test_a_token_of_an_hour_ago_has_expired(api: Any, clock: Any, sign: Any) -> None:
    old = sign("geheim", clock)
    clock.forward(hours=1)
    answer = await api.get(CASES, auth=old)
    assert (answer.status, answer.code) == (403, "jwt-expired")


async def test_a_token_that_is_no_token_is_a_403(api: Any) -> None:
    assert (await api.get(CASES, auth="Bearer abc")).status == 403


async def test_a_reader_may_not_write(api: Any, clock: Any, sign: Any, case_url: str) -> None:
    auth = sign("geheim-bot", clock, client_id="wegwijs")
    assert (await api.get(case_url, auth=auth)).status == 200
    answer = await api.patch(case_url, {"toelichting": "x"}, auth=auth)
    assert (answer.status, answer.code) == (403, "permission_denied")


async def test_a_client_for_another_type_of_case_gets_an_empty_list_and_no_detail(
    api: Any, clock: Any, sign: Any, case_url: str
) -> None:
    auth = sign("geheim-elders", clock, client_id="elders")
    assert (await api.get(CASES, auth=auth)).results == []
    assert (await api.get(case_url, auth=auth)).status == 403


@pytest.mark.parametrize("path", [roots.OBJECTS, roots.KLANTCONTACTEN])
async def test_objects_and_contacts_answer_401(api: Any, path: str) -> None:
    nothing, wrong = await api.get(path, auth=""), await api.get(path, auth="Token anders")
    assert (nothing.status, nothing.code) == (401, "not_authenticated")
    assert (wrong.status, wrong.code) == (401, "authentication_failed")
