"""Stuck messages: an administrator sees event and reason, tries again, or gives up with a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.console.api.keys import make_key
from bot.console.roles import Role
from bot.store.records import DeadLetter, FailingJob
from tests.clocks import NOW
from tests.console.addresses import LETTER
from tests.console.colleague import Colleague
from tests.console.fakes import FakeStore, FakeTenantStore

STUCK = "/waterveen/stuck"
ONE = f"{STUCK}/{LETTER.id}"


@pytest.fixture
def letter(town: FakeTenantStore) -> DeadLetter:
    """One stuck message."""
    town.dead.records[LETTER.id] = LETTER
    return LETTER


async def test_the_first_page_counts_stuck_messages_for_an_administrator_only(
    nadia: Colleague, anneke: Colleague, letter: DeadLetter
) -> None:
    page = await nadia.opens("/waterveen/today")
    assert "1 stuck messages" in page.text
    assert f'href="{STUCK}"' in page.html
    assert "stuck" not in (await anneke.opens("/waterveen/today")).html.lower()


async def test_nothing_stuck_is_not_counted_and_said_on_its_page(nadia: Colleague) -> None:
    assert "stuck messages" not in (await nadia.opens("/waterveen/today")).text
    page = (await nadia.opens(STUCK)).text
    assert "No message is stuck." in page
    assert "No task keeps failing." in page


async def test_the_page_says_what_when_why_and_which_link_but_nobodys_name(
    nadia: Colleague, town: FakeTenantStore, letter: DeadLetter
) -> None:
    town.dead.records[letter.id] = replace(letter, link="link-samira-is-longer")
    page = (await nadia.opens(STUCK)).text
    assert "Typed text · link link-sam" in page
    assert "ValueError in x.py:1 (y)" in page
    assert "tried 3 times" in page
    assert "Samira" not in page


async def test_trying_again_puts_it_back_with_an_audit_line(
    nadia: Colleague, town: FakeTenantStore, letter: DeadLetter
) -> None:
    page = await nadia.sends_and_follows(f"{ONE}/retry")
    assert "Tried once more." in page.text
    assert "Dealt with in the last 30 days" in page.text
    assert town.dead.tried == [letter.id]
    (line,) = [one for one in town.audit.lines if one.what == "stuck_retried"]
    assert (line.who, line.why) == ("nadia", f"{letter.id} Typed")


async def test_a_second_try_of_the_same_is_told(nadia: Colleague, letter: DeadLetter) -> None:
    await nadia.sends(f"{ONE}/retry")
    assert "Somebody else was faster" in (await nadia.sends_and_follows(f"{ONE}/retry")).text


async def test_what_was_not_kept_offers_no_second_try(
    nadia: Colleague, town: FakeTenantStore, letter: DeadLetter
) -> None:
    town.dead.records[letter.id] = replace(letter, kept=False)
    page = await nadia.opens(STUCK)
    assert "Try again" not in page.text
    assert "can only be discarded" in page.text
    assert "cannot be read" in (await nadia.sends_and_follows(f"{ONE}/retry")).text


@pytest.mark.parametrize("reason", ["", "   "])
async def test_giving_up_needs_a_reason(
    nadia: Colleague, town: FakeTenantStore, letter: DeadLetter, reason: str
) -> None:
    page = await nadia.sends(f"{ONE}/discard", reason=reason)
    assert page.status == 422
    assert "Fill in a reason. Nothing was erased." in page.text
    assert town.dead.records[letter.id].state == "waiting"


async def test_giving_up_asks_first_and_keeps_who_when_and_why(
    nadia: Colleague, town: FakeTenantStore, letter: DeadLetter
) -> None:
    asks = await nadia.opens(ONE)
    assert "cannot be tried afterwards" in asks.text
    assert town.dead.records[letter.id].state == "waiting"
    page = await nadia.sends_and_follows(f"{ONE}/discard", reason="Called the person")
    assert "Called the person" in page.text
    kept = town.dead.records[letter.id]
    assert (kept.state, kept.by, kept.why, kept.ended_at) == ("discarded", "nadia", "Called the person", NOW)
    assert [one.why for one in town.audit.lines if one.what == "stuck_discarded"] == [
        f"{letter.id} Typed: Called the person"
    ]
    assert "discarded" in (await nadia.opens(ONE)).text


async def test_jobs_that_keep_failing_stand_there_from_the_third_time_on(
    nadia: Colleague, town: FakeTenantStore
) -> None:
    town.jobs.fails = [
        FailingJob("sweep", "all", 3, NOW, "KeyError in cases/sync.py:9 (sweep)", NOW),
        FailingJob("menu", "link-1", 2, NOW, "KeyError in jobs.py:9 (menu)", NOW),
    ]
    assert "1 tasks that keep failing" in (await nadia.opens("/waterveen/today")).text
    page = (await nadia.opens(STUCK)).text
    assert "Reading cases again all" in page
    assert "KeyError in cases/sync.py:9 (sweep)" in page
    assert "Menu of a chat" not in page


@pytest.fixture
def headers(store: FakeStore) -> dict[str, str]:
    """The key of another system, as an administrator."""
    record, text = make_key("test", "waterveen", Role.ADMIN)
    store.api_keys.records[record.id] = record
    return {"Authorization": f"Bearer {text}"}


async def test_the_api_lists_tries_again_and_gives_up(
    stranger: Colleague, town: FakeTenantStore, letter: DeadLetter, headers: dict[str, str]
) -> None:
    other = replace(letter, id="fedcba9876543210", kind="Tapped")
    town.dead.records[other.id] = other
    async with stranger.client.get("/api/v1/stuck", headers=headers) as answer:
        found = await answer.json()
    assert [(one["kind"], one["can_retry"]) for one in found["letters"]] == [
        ("Tapped", True),
        ("Typed", True),
    ]
    async with stranger.client.post(f"/api/v1/stuck/{letter.id}/retry", headers=headers) as answer:
        assert (answer.status, (await answer.json())["state"]) == (200, "retried")
    async with stranger.client.post(f"/api/v1/stuck/{letter.id}/retry", headers=headers) as answer:
        assert (answer.status, (await answer.json())["type"]) == (409, "urn:wegwijs:problem:not_waiting")
    body = {"reason": "old"}
    async with stranger.client.post(
        f"/api/v1/stuck/{other.id}/discard", headers=headers, json=body
    ) as answer:
        made = await answer.json()
        assert (answer.status, made["state"], made["why"]) == (200, "discarded", "old")
    async with stranger.client.post(
        f"/api/v1/stuck/{other.id}/discard", headers=headers, json={"reason": " "}
    ) as answer:
        assert answer.status == 422
