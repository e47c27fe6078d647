"""How the API answers requests that are wrong, repeated, or too early."""

from __future__ import annotations

import asyncio

import pytest

from bot.console.faults import LARGEST_BODY
from tests.console.api.conftest import System
from tests.console.fakes import FakeCases, FakeStore, FakeTenantStore

REMINDER = {"people": ["samira"], "template": "call-us"}


@pytest.mark.parametrize(
    ("body", "content_type", "status", "code"),
    [
        ("{", "application/json", 400, "bad_request"),
        ("[" * 50_000, "application/json", 400, "bad_request"),
        ("", "application/json", 400, "bad_request"),
        ("[]", "application/json", 422, "not_valid"),
        ("{}", "application/json", 422, "not_valid"),
        ('{"people": ["samira"], "template": "call-us", "extra": 1}', "application/json", 422, "not_valid"),
        ("people=samira", "application/x-www-form-urlencoded", 415, "media_type"),
        ("{}", "text/plain", 415, "media_type"),
        ("x" * (LARGEST_BODY + 1), "application/json", 413, "too_large"),
    ],
    ids=[
        "broken",
        "deep",
        "empty",
        "a list",
        "fields missing",
        "unknown field",
        "a form",
        "text",
        "too large",
    ],
)
async def test_a_body_that_cannot_be_taken_is_a_problem(
    suite: System, body: str, content_type: str, status: int, code: str
) -> None:
    reply = await suite.asks("POST", "/reminders", body, "k", **{"Content-Type": content_type})
    assert reply.status == status
    assert reply.headers["Content-Type"].startswith("application/problem+json")
    assert reply.body["type"] == f"urn:wegwijs:problem:{code}"
    assert reply.body["status"] == status


async def test_a_fault_names_the_field_and_never_the_value(suite: System) -> None:
    reply = await suite.asks("POST", "/invitations", {"case_number": "WV-0002", "birth_year": 123456789}, "k")
    assert {error["field"] for error in reply.body["errors"]} == {"first_name", "birth_year", "language"}
    assert "123456789" not in str(reply.body)


async def test_an_unknown_address_is_a_problem(suite: System) -> None:
    assert (await suite.asks("GET", "/nothing")).body["type"] == "urn:wegwijs:problem:not_found"


async def test_a_wrong_method_is_a_problem_that_names_the_right_ones(suite: System) -> None:
    reply = await suite.asks("PUT", "/reminders", {})
    assert reply.status == 405
    assert reply.headers["Allow"] == "POST"


async def test_without_an_idempotency_key_nothing_is_done(suite: System, town: FakeTenantStore) -> None:
    reply = await suite.asks("POST", "/reminders", REMINDER)
    assert (reply.status, reply.body["type"]) == (400, "urn:wegwijs:problem:no_idempotency_key")
    assert town.campaigns.records == {}


async def test_the_same_request_gets_the_same_answer_and_is_done_once(
    suite: System, town: FakeTenantStore
) -> None:
    first = await suite.asks("POST", "/reminders", REMINDER, "k1")
    again = await suite.asks("POST", "/reminders", REMINDER, "k1")
    assert (again.status, again.body) == (first.status, first.body)
    assert again.headers["Location"] == first.headers["Location"]
    assert again.headers["Idempotency-Replayed"] == "true"
    assert len(town.campaigns.records) == 1


async def test_another_body_with_the_same_key_is_refused(suite: System) -> None:
    await suite.asks("POST", "/reminders", REMINDER, "k1")
    reply = await suite.asks("POST", "/reminders", {**REMINDER, "people": ["filmon"]}, "k1")
    assert (reply.status, reply.body["type"]) == (422, "urn:wegwijs:problem:other_request")


async def test_the_same_key_of_another_system_is_another_request(suite: System, chief: System) -> None:
    first = await suite.asks("POST", "/reminders", REMINDER, "k1")
    other = await chief.asks("POST", "/reminders", REMINDER, "k1")
    assert other.body["id"] != first.body["id"]


async def test_two_at_once_are_one_and_a_conflict(
    suite: System, store: FakeStore, town: FakeTenantStore
) -> None:
    replies = await asyncio.gather(*(suite.asks("POST", "/reminders", REMINDER, "k1") for _ in range(2)))
    assert sorted(reply.status for reply in replies) in ([202, 202], [202, 409])
    assert len(town.campaigns.records) == 1


async def test_while_the_first_still_runs_a_repeat_waits(suite: System, store: FakeStore) -> None:
    await suite.asks("POST", "/reminders", REMINDER, "k1")
    key, known = next(iter(store.idempotency.known.items()))
    store.idempotency.known[key] = type(known)(known.fingerprint)
    assert (await suite.asks("POST", "/reminders", REMINDER, "k1")).status == 409


async def test_a_request_that_was_refused_may_be_corrected_under_the_same_key(suite: System) -> None:
    assert (await suite.asks("POST", "/reminders", {**REMINDER, "template": "x"}, "k1")).status == 422
    assert (await suite.asks("POST", "/reminders", REMINDER, "k1")).status == 202


async def test_a_case_system_that_is_away_is_503_and_may_be_repeated(suite: System, cases: FakeCases) -> None:
    body = {"case_number": "WV-0009", "first_name": "Yusuf", "birth_year": 1991, "language": "ar"}
    cases.away = True
    reply = await suite.asks("POST", "/invitations", body, "k1")
    assert (reply.status, reply.headers["Retry-After"]) == (503, "30")
    cases.away = False
    assert (await suite.asks("POST", "/invitations", body, "k1")).status == 201
