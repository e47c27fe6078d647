"""Calls to a case API: deadline, safe repeats, pages, refusals, and no address outside the root."""

from __future__ import annotations

import asyncio
from datetime import UTC, timedelta
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.breaker import Breaker
from bot.cases.zgw.api import Api, Line
from bot.cases.zgw.credentials import ApiKey
from bot.cases.zgw.refusals import pause
from bot.errors import BadAnswer, CaseApiAway, CaseApiDenied, CaseApiRefused, CaseNotFound, Throttled
from tests.cases.scripted import Answer, Scripted
from tests.clocks import Hands


class Desk:
    """An API before a scripted server."""

    def __init__(self, session: ClientSession, server: Scripted, deadline: float = 3.0) -> None:
        self.clock = Hands()
        self.naps: list[float] = []
        self.breaker = Breaker(self.clock)
        line = Line(session, self.clock, deadline=deadline, sleep=self._nap, chance=lambda: 0.5)
        self.api = Api(line, server.root, ApiKey("k"), self.breaker)

    async def _nap(self, seconds: float) -> None:
        self.naps.append(seconds)


def page(results: list[Any], count: int | None = None, following: str | None = None) -> Answer:
    return Answer({"count": len(results) if count is None else count, "next": following, "results": results})


async def test_a_read_is_repeated_with_growing_pauses_while_the_other_side_is_away(
    session: ClientSession,
) -> None:
    async with Scripted(Answer(status=502), Answer(status=503), Answer({"a": 1})).running() as server:
        desk = Desk(session, server)
        assert await desk.api.get("zaken/1") == {"a": 1}
        assert desk.naps == sorted(desk.naps)
        assert len(desk.naps) == 2


async def test_a_write_is_never_repeated_by_itself(session: ClientSession) -> None:
    async with Scripted(Answer(status=502)).running() as server:
        with pytest.raises(CaseApiAway):
            await Desk(session, server).api.send("POST", "objects", {})
        assert len(server.asked) == 1


async def test_a_server_that_hangs_is_away_after_the_deadline(session: ClientSession) -> None:
    async with Scripted(Answer(hangs=True)).running() as server:
        with pytest.raises(CaseApiAway):
            await Desk(session, server, deadline=0.05).api.send("PATCH", "objects/1", {})


async def test_an_answer_that_is_no_json_counts_as_away(session: ClientSession) -> None:
    async with Scripted(
        Answer(b"<html>even geduld", headers={"Content-Type": "text/html"})
    ).running() as server:
        with pytest.raises(CaseApiAway):
            await Desk(session, server).api.get("zaken/1")


async def test_an_answer_of_more_than_five_mebibytes_is_not_taken(session: ClientSession) -> None:
    async with Scripted(Answer(b" " * (5 * 1024 * 1024 + 1))).running() as server:
        with pytest.raises(BadAnswer, match="size"):
            await Desk(session, server).api.get("zaken/1")


@pytest.mark.parametrize("spelling", ["invalidParams", "invalid_params"])
async def test_faulty_fields_are_read_in_both_spellings_without_their_values(
    session: ClientSession, spelling: str
) -> None:
    body = {
        "code": "invalid",
        spelling: [{"name": "uuid", "code": "unique", "reason": "999993653 bestaat al"}],
    }
    async with Scripted(Answer(body, 400)).running() as server:
        with pytest.raises(CaseApiRefused) as refused:
            await Desk(session, server).api.send("POST", "objects", {})
        assert (refused.value.code, refused.value.params) == ("invalid", (("uuid", "unique"),))
        assert "999993653" not in str(refused.value)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, CaseApiDenied),
        (403, CaseApiDenied),
        (404, CaseNotFound),
        (410, CaseNotFound),
        (412, CaseApiRefused),
    ],
)
async def test_refusals_say_what_to_do(session: ClientSession, status: int, error: type[Exception]) -> None:
    async with Scripted(Answer({"code": "x"}, status)).running() as server:
        with pytest.raises(error):
            await Desk(session, server).api.get("zaken/1")
        assert len(server.asked) == 1


@pytest.mark.parametrize("status", [429, 503])
async def test_a_wish_to_wait_is_passed_on(session: ClientSession, status: int) -> None:
    async with Scripted(Answer({}, status, {"Retry-After": "7"})).running() as server:
        with pytest.raises(Throttled) as throttled:
            await Desk(session, server).api.get("zaken/1")
        assert throttled.value.seconds == 7


async def test_a_redirect_is_not_followed(session: ClientSession) -> None:
    async with Scripted(Answer(status=302, headers={"Location": "/elsewhere"})).running() as server:
        with pytest.raises(BadAnswer, match="redirect"):
            await Desk(session, server).api.get("zaken/1")
        assert len(server.asked) == 1


async def test_pages_are_followed_and_a_row_that_moved_between_them_counts_once(
    session: ClientSession,
) -> None:
    one, two, three = ({"url": f"u{n}"} for n in (1, 2, 3))
    async with Scripted(Answer()).running() as server:
        server.answers = [page([one, two], 3, f"{server.root}zaken?page=2"), page([two, three], 3)]
        assert await Desk(session, server).api.pages("zaken") == [one, two, three]


async def test_a_list_that_lost_a_row_between_pages_is_read_again(session: ClientSession) -> None:
    one, two = {"url": "u1"}, {"url": "u2"}
    async with Scripted(page([one], 2), page([one, two])).running() as server:
        assert await Desk(session, server).api.pages("zaken") == [one, two]


async def test_a_list_that_stays_shorter_than_its_count_is_an_error(session: ClientSession) -> None:
    async with Scripted(page([{"url": "u1"}], 2)).running() as server:
        with pytest.raises(BadAnswer):
            await Desk(session, server).api.pages("zaken")


async def test_a_bare_array_is_read_where_the_api_has_one(session: ClientSession) -> None:
    async with Scripted(Answer([1, 2])).running() as server:
        assert await Desk(session, server).api.array("zaken/1/zaakeigenschappen") == [1, 2]


@pytest.mark.parametrize("body", [[], {"results": []}, {"count": None, "results": []}, {"count": 0}])
async def test_a_list_without_its_count_is_not_taken_for_an_empty_one(
    session: ClientSession, body: object
) -> None:
    async with Scripted(Answer(body)).running() as server:
        with pytest.raises(BadAnswer):
            await Desk(session, server).api.pages("objects")


@pytest.mark.parametrize(
    "escape", ["http://127.0.0.1:1/api/v1/zaken", "{root}../secret", "{root}%2e%2e/secret"]
)
async def test_a_next_page_outside_the_root_is_never_fetched(session: ClientSession, escape: str) -> None:
    async with Scripted(Answer()).running() as server:
        server.answers = [page([], 1, escape.format(root=server.root))]
        with pytest.raises(BadAnswer, match="address"):
            await Desk(session, server).api.pages("zaken")
        assert len(server.asked) == 1


async def test_the_breaker_opens_after_five_failures_and_lets_one_probe_through(
    session: ClientSession,
) -> None:
    async with Scripted(Answer(status=500)).running() as server:
        desk = Desk(session, server)
        for _ in range(5):
            with pytest.raises(CaseApiAway):
                await desk.api.send("POST", "objects", {})
        asked = len(server.asked)
        with pytest.raises(Throttled):
            await desk.api.send("POST", "objects", {})
        assert len(server.asked) == asked
        desk.clock.forward(seconds=15)
        server.answers = [Answer({})]
        await asyncio.gather(*(desk.api.get("zaken/1") for _ in range(3)), return_exceptions=True)
        assert len(server.asked) >= asked + 1
        assert not desk.breaker.open


async def test_a_wish_to_wait_holds_every_call(session: ClientSession) -> None:
    async with Scripted(Answer(status=429, headers={"Retry-After": "40"}), Answer({})).running() as server:
        desk = Desk(session, server)
        with pytest.raises(Throttled):
            await desk.api.get("zaken/1")
        desk.clock.forward(seconds=39)
        with pytest.raises(Throttled, match="1 seconds"):
            await desk.api.get("zaken/2")
        assert len(server.asked) == 1
        desk.clock.forward(seconds=1)
        await desk.api.get("zaken/2")


@pytest.mark.parametrize("status", [401, 403])
async def test_a_key_that_is_refused_three_times_is_used_once_a_minute(
    session: ClientSession, status: int
) -> None:
    async with Scripted(Answer({"code": "permission_denied"}, status)).running() as server:
        desk = Desk(session, server)
        for _ in range(3 * 60):
            with pytest.raises(CaseApiDenied):
                await desk.api.get("zaken/1")
            desk.clock.forward(seconds=1)
        assert len(server.asked) == 3 + 2


async def test_a_case_that_is_refused_among_others_stops_nobody(session: ClientSession) -> None:
    refused = Answer({"code": "permission_denied"}, 403)
    async with Scripted(*[refused, Answer({})] * 4).running() as server:
        desk = Desk(session, server)
        for _ in range(4):
            with pytest.raises(CaseApiDenied):
                await desk.api.get("zaken/1")
            await desk.api.get("zaken/2")


@pytest.mark.parametrize("status", [400, 404])
async def test_a_refusal_not_in_the_case_apis_own_words_is_no_refusal(
    session: ClientSession, status: int
) -> None:
    async with Scripted(Answer(b"<html>nginx</html>", status)).running() as server:
        with pytest.raises(CaseApiAway):
            await Desk(session, server).api.send("POST", "objects", {})


async def test_a_short_page_with_a_count_that_is_no_number_is_not_complete(session: ClientSession) -> None:
    async with Scripted(Answer({"count": "2", "next": None, "results": [{"url": "a"}]})).running() as server:
        with pytest.raises(BadAnswer, match="count"):
            await Desk(session, server).api.pages("zaken")


async def test_every_call_asks_for_json_and_names_the_coordinate_system(session: ClientSession) -> None:
    async with Scripted(Answer({})).running() as server:
        await Desk(session, server).api.get("zaken/1")
        sent = server.headers[0]
        assert (sent["Accept"], sent["Accept-Crs"], sent["Authorization"]) == (
            "application/json",
            "EPSG:4326",
            "Token k",
        )


def test_a_retry_date_is_read_as_seconds() -> None:
    now = Hands().now
    date = (now + timedelta(seconds=30)).astimezone(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    assert pause(date, now) == 30
    assert pause("soon", now) == 5
    assert pause("-3", now) == 0
