"""The load generator: Telegram's queue rule and repeats, and phones that notice what is wrong."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from bench.load.botapi import BotApi, Webhook
from bench.load.crowd import Crowd
from bench.load.forms import parameters
from bench.load.http import Reader
from bench.load.measure import Tally, percentile
from bench.load.postbox import Postbox
from bench.load.rules import Road
from bench.load.values import Shown
from bench.load.walks import MenuWalk, PlacesWalk, number_of

TOKEN = "1001:TEST"
CHAT = 4711
Keyboard = dict[str, dict[str, str]]
MENU: dict[str, tuple[str, dict[str, str]]] = {
    "home": ("Menu", {"Plan": "plan", "Lessons": "lessons", "People": "people"}),
    "plan": ("My plan", {"Back": "home", "Home": "home"}),
    "lessons": ("My lessons", {"Lesson 2": "lesson", "Back": "home", "Home": "home"}),
    "lesson": ("One lesson", {"Back": "lessons", "Home": "home"}),
    "people": ("My people", {"Home": "home"}),
}
Handler = Callable[[dict[str, Any]], Awaitable[web.Response]]


@dataclass
class MenuBot:
    """A bot whose answers travel in the 200; `spoil` may change a screen before it leaves (None: silence)."""

    api: BotApi
    spoil: Callable[[int, str], str | None] = lambda step, text: text
    steps: Counter[int] = field(default_factory=Counter)
    screens: dict[int, str] = field(default_factory=dict)

    async def __call__(self, update: dict[str, Any]) -> web.Response:
        query = update.get("callback_query")
        chat = (query or update)["message"]["chat"]["id"]
        if query is None:
            self.screens[chat] = "home"
            return web.json_response({"method": "sendMessage", **self._shown(chat)})
        self.screens[chat] = query["data"]
        self.steps[chat] += 1
        road = self.api.rule(TOKEN, "", {})
        shown = {**self._shown(chat), "message_id": query["message"]["message_id"]}
        text = self.spoil(self.steps[chat], shown["text"])
        if text is not None:
            self.api.perform(TOKEN, "editMessageText", {**shown, "text": text}, road)
        return web.json_response({"method": "answerCallbackQuery", "callback_query_id": query["id"]})

    def _shown(self, chat: int) -> dict[str, Any]:
        title, buttons = MENU[self.screens[chat]]
        rows = [[{"text": label, "callback_data": to}] for label, to in buttons.items()]
        text = f"{title}\n{number_of(chat)} · step {self.steps[chat]}\n…"
        return {"chat_id": chat, "text": text, "reply_markup": {"inline_keyboard": rows}}


@asynccontextmanager
async def serving(api: BotApi, handler: Handler) -> AsyncIterator[None]:
    """A webhook on loopback, told to the Bot API."""

    async def take(request: web.Request) -> web.Response:
        assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == "s"
        return await handler(await request.json())

    app = web.Application()
    app.router.add_post("/hook", take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    api.webhooks[TOKEN] = Webhook("127.0.0.1", port, "/hook", "s")
    try:
        yield
    finally:
        await runner.cleanup()


@asynccontextmanager
async def posting(handler: Handler) -> AsyncIterator[Postbox]:
    """A postbox that delivers to this handler."""
    api = BotApi()
    async with serving(api, handler):
        postbox = Postbox(api, TOKEN)
        yield postbox
        postbox.close()


async def eventually(said: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not said():  # noqa: ASYNC110 (another side of a socket)
            await asyncio.sleep(0.005)


async def walked(
    spoil: Callable[[int, str], str | None] = lambda step, text: text, patience: float = 0.3
) -> Tally:
    """A few phones walk a menu for a moment."""
    api = BotApi()
    async with serving(api, MenuBot(api, spoil)):
        postbox = Postbox(api, TOKEN)
        crowd = Crowd(api, postbox, [MenuWalk(CHAT + n) for n in range(3)], patience)
        await crowd.begin(10)
        tally = await crowd.closed(0.5, drain=2.0)
        postbox.close()
    return tally


# -- the queue rule


async def test_the_next_of_a_queue_leaves_after_the_2xx_of_the_one_before() -> None:
    seen: list[tuple[str, str]] = []
    free = {("1", "text"): asyncio.Event()}

    async def slow_first_text(update: dict[str, Any]) -> web.Response:
        seen.append((update["who"], update["what"]))
        if update["what"] == "text 1":
            await free["1", "text"].wait()
        return web.Response()

    async with posting(slow_first_text) as postbox:
        for what in ("text 1", "text 2"):
            postbox.post(1, "text", {"who": "1", "what": what})
        postbox.post(1, "tap", {"who": "1", "what": "tap 1"})
        postbox.post(2, "text", {"who": "2", "what": "text 1 of another"})
        await eventually(lambda: len(seen) == 3)
        assert ("1", "text 2") not in seen
        free["1", "text"].set()
        await eventually(lambda: len(seen) == 4)
        assert seen[-1] == ("1", "text 2")


async def test_what_is_not_taken_comes_again_and_nothing_of_its_queue_before_it() -> None:
    seen: list[int] = []

    async def third_time(update: dict[str, Any]) -> web.Response:
        seen.append(update["update_id"])
        return web.Response(status=503 if len(seen) < 3 else 200)

    async with posting(third_time) as postbox:
        first = postbox.post(1, "tap", {})
        second = postbox.post(1, "tap", {})
        await eventually(lambda: postbox.delivered == 2)
        assert seen == [first, first, first, second]
        assert postbox.again == 2
        assert postbox.waiting == 0


async def test_an_update_outlives_a_bot_that_is_away() -> None:
    taken: list[int] = []

    async def take(update: dict[str, Any]) -> web.Response:
        taken.append(update["update_id"])
        return web.Response()

    api = BotApi()
    api.webhooks[TOKEN] = Webhook("127.0.0.1", 1, "/hook", "s")
    postbox = Postbox(api, TOKEN)
    number = postbox.post(1, "tap", {})
    await eventually(lambda: postbox.away)
    async with serving(api, take):
        await eventually(lambda: taken == [number])
        await eventually(lambda: not postbox.away)
        postbox.close()


async def test_no_more_than_40_connections() -> None:
    now = most = 0
    full = asyncio.Event()

    async def hold(update: dict[str, Any]) -> web.Response:
        nonlocal now, most
        now += 1
        most = max(most, now)
        if now == 40:
            full.set()
        await full.wait()
        now -= 1
        return web.Response()

    async with posting(hold) as postbox:
        for person in range(100):
            postbox.post(person, "tap", {})
        await eventually(lambda: postbox.delivered == 100)
    assert most == 40


# -- phones that check


async def test_a_faithful_bot_is_found_faithful() -> None:
    tally = await walked()
    assert tally.steps > 10
    assert (tally.wrong, tally.unanswered, tally.unqueried, tally.twice) == (0, 0, 0, 0)
    assert 0 < tally.p50 <= tally.p99


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda step, text: text.replace("My plan", "My lessons"), id="another screen"),
        pytest.param(lambda step, text: text.replace(f"step {step}", f"step {step + 1}"), id="applied twice"),
        pytest.param(lambda step, text: text.replace("WV-", "WV-9"), id="another person's"),
    ],
)
async def test_a_wrong_answer_is_noticed(spoil: Callable[[int, str], str]) -> None:
    tally = await walked(lambda step, text: spoil(step, text) if step == 1 else text)
    assert tally.wrong >= 3
    assert tally.faults


async def test_a_missing_answer_is_noticed() -> None:
    tally = await walked(lambda step, text: None if step == 1 else text, patience=0.1)
    assert tally.unanswered == 3


async def test_an_answer_that_nobody_asked_for_is_wrong() -> None:
    api = BotApi()
    bot = MenuBot(api)
    async with serving(api, bot):
        postbox = Postbox(api, TOKEN)
        crowd = Crowd(api, postbox, [MenuWalk(CHAT)])
        await crowd.begin(10)
        phone = crowd.phones[0]
        assert phone.shown is not None
        shown = {"chat_id": CHAT, "message_id": phone.shown.message, "text": "Menu\nWV-4711 · step 9\n"}
        api.perform(TOKEN, "editMessageText", shown, Road()(TOKEN, "", {}))
        assert phone.wrong == 1
        api.perform(TOKEN, "editMessageText", shown, Road()(TOKEN, "", {}))
        assert (phone.wrong, phone.twice) == (1, 1)
        postbox.close()


async def test_an_overdue_step_keeps_its_time() -> None:
    """An open loop at 100 steps/s for one phone with a Bot API 30 ms away: latencies grow, none is hidden."""
    api = BotApi()
    bot = MenuBot(api)

    async def late(update: dict[str, Any]) -> web.Response:
        await asyncio.sleep(0.03)
        return await bot(update)

    async with serving(api, late):
        postbox = Postbox(api, TOKEN)
        crowd = Crowd(api, postbox, [MenuWalk(CHAT)])
        await crowd.begin(10)
        tally = await crowd.open(100.0, 0.3)
        postbox.close()
    assert len(tally.latencies) == 30
    assert tally.behind > 20
    assert tally.latencies[-1] > 10 * tally.latencies[0]


def test_a_walk_through_places_goes_on_from_where_it_is() -> None:
    route = (("a.a/go/", "b.b/"), ("b.b/back/", "a.a/"))
    walk = PlacesWalk(CHAT, "a.a/", route)
    lost = Shown(1, "b", ((("Back", "mac" + "b.b/back/x"),),))
    tap = walk.next(lost)
    assert tap.data == "macb.b/back/x"
    assert tap.right(Shown(1, "a", ((("Go", "maca.a/go/"),),)))
    assert not tap.right(lost)
    with pytest.raises(LookupError):
        walk.next(Shown(1, "c"))


# -- its pieces


@pytest.mark.parametrize(
    ("share", "value"), [(0.5, 5.0), (0.9, 9.0), (0.91, 10.0), (0.99, 10.0), (1.0, 10.0), (0.01, 1.0)]
)
def test_a_percentile_is_the_nearest_rank(share: float, value: float) -> None:
    assert percentile([float(n) for n in range(10, 0, -1)], share) == value


def test_percentiles_of_little() -> None:
    assert percentile([], 0.99) == 0.0
    assert percentile([3.0], 0.5) == percentile([3.0], 0.99) == 3.0


def test_messages_are_cut_out_of_a_stream_wherever_it_breaks() -> None:
    first = b"POST /a HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc"
    second = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nde\r\n1\r\nf\r\n0\r\n\r\n"
    third = b"HTTP/1.1 204 No Content\r\nRetry-After: 2\r\n\r\n"
    stream = first + second + third
    for at in range(len(stream)):
        reader = Reader()
        found = [*reader.feed(stream[:at]), *reader.feed(stream[at:])]
        assert [message.body for message in found] == [b"abc", b"def", b""]
    assert (found[1].status, found[2].header(b"retry-after")) == (200, b"2")


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (b"application/json", b'{"chat_id": 5, "text": "a b", "reply_markup": {"inline_keyboard": []}}'),
        (
            b"application/x-www-form-urlencoded",
            b"chat_id=5&text=a+b&reply_markup=%7B%22inline_keyboard%22%3A+%5B%5D%7D",
        ),
        (
            b"multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n5\r\n'
            b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\na b\r\n'
            b'--x\r\nContent-Disposition: form-data; name="reply_markup"\r\n\r\n{"inline_keyboard": []}'
            b"\r\n--x--\r\n",
        ),
    ],
)
def test_parameters_come_in_three_ways(kind: bytes, body: bytes) -> None:
    assert parameters(kind, body) == {"chat_id": 5, "text": "a b", "reply_markup": {"inline_keyboard": []}}


def test_the_road_has_its_verdicts() -> None:
    road = Road(0.04, slow={1}, slow_seconds=2.0, blocked={2}, silent={3})
    assert road(TOKEN, "sendMessage", {"chat_id": 9}).delay == 0.04
    assert road(TOKEN, "sendMessage", {"chat_id": "1"}).delay == 2.0
    assert road(TOKEN, "sendMessage", {"chat_id": 2}).code == 403
    assert road(TOKEN, "sendMessage", {"chat_id": 3}).hang
    assert json.dumps(Tally().as_dict())
