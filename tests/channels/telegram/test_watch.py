"""Failure F30: another program takes our webhook; X37: the token was revoked."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from telegram.error import InvalidToken, TimedOut

from bot.channels.telegram.client import Client
from bot.channels.telegram.watch import EVERY_SECONDS, Watch
from bot.sandbox.telegram import StepClock, Telegram
from tests.channels.telegram.fakes import SECRET, Line
from tests.own_telegram import MONDAY

URL = "http://127.0.0.1:9/telegram/waterveen"
GOOD = {
    "url": URL,
    "pending_update_count": 0,
    "allowed_updates": ["message", "callback_query", "my_chat_member"],
}
STOLEN = {**GOOD, "url": "https://elsewhere.example"}


class Siren:
    """Remembers alarms."""

    def __init__(self) -> None:
        self.raised: list[tuple[str, str]] = []

    async def __call__(self, kind: str, detail: str) -> None:
        self.raised.append((kind, detail))

    @property
    def kinds(self) -> list[str]:
        return [kind for kind, _ in self.raised]


@pytest.fixture
def siren() -> Siren:
    return Siren()


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
def now() -> StepClock:
    return StepClock(MONDAY)


@pytest.fixture
def watch(line: Line, siren: Siren, now: StepClock) -> Watch:
    return Watch(line, URL, SECRET, siren, now, now.sleep)


async def test_registering_names_address_secret_and_kinds_of_updates(line: Line, watch: Watch) -> None:
    await watch.register()

    assert line.calls == [
        (
            "setWebhook",
            {
                "url": URL,
                "secret_token": SECRET,
                "allowed_updates": ["message", "callback_query", "my_chat_member"],
                "max_connections": 40,
            },
        )
    ]


async def test_a_webhook_in_order_is_left_alone(line: Line, watch: Watch, siren: Siren) -> None:
    line.will("getWebhookInfo", GOOD)

    assert (await watch.check()).url == URL
    assert line.methods == ["getWebhookInfo"]
    assert siren.raised == []


@pytest.mark.parametrize("wrong", [STOLEN, {**GOOD, "url": ""}, {**GOOD, "allowed_updates": ["message"]}])
async def test_a_wrong_registration_is_repaired_at_once(
    line: Line, watch: Watch, siren: Siren, wrong: dict[str, object]
) -> None:
    line.will("getWebhookInfo", wrong)
    await watch.check()

    assert line.methods == ["getWebhookInfo", "setWebhook"]
    assert siren.raised == []


async def test_the_second_repair_within_an_hour_raises_the_alarm_once(
    line: Line, watch: Watch, siren: Siren, now: StepClock
) -> None:
    line.will("getWebhookInfo", STOLEN, GOOD, STOLEN, STOLEN)
    for _ in range(4):
        await watch.check()
        now.advance(60)

    assert siren.raised == [("webhook_taken", "set again 2 times within an hour")]
    assert line.methods.count("setWebhook") == 3


async def test_repairs_days_apart_raise_none(line: Line, watch: Watch, siren: Siren, now: StepClock) -> None:
    line.will("getWebhookInfo", STOLEN, STOLEN)
    await watch.check()
    now.advance(timedelta(days=1).total_seconds())
    await watch.check()

    assert siren.raised == []


async def test_errors_in_two_looks_on_end_with_updates_waiting_raise_the_alarm(
    line: Line, watch: Watch, siren: Siren
) -> None:
    for second in range(3):
        trouble = {"last_error_date": 1_700_000_000 + second, "last_error_message": "Read timeout expired"}
        line.will("getWebhookInfo", {**GOOD, "pending_update_count": 12, **trouble})
        await watch.check()

    assert siren.raised == [("webhook_failing", "12 updates wait: Read timeout expired")]


async def test_an_old_error_is_no_reason_for_an_alarm(line: Line, watch: Watch, siren: Siren) -> None:
    old = {**GOOD, "pending_update_count": 3, "last_error_date": 1_700_000_000, "last_error_message": "x"}
    line.will("getWebhookInfo", old, old, old)
    for _ in range(3):
        await watch.check()

    assert siren.raised == []
    assert watch.state is not None
    assert watch.state.pending == 3


async def test_every_minute_it_looks_and_a_revoked_token_is_told_within_one(
    line: Line, watch: Watch, siren: Siren, now: StepClock
) -> None:
    line.will("getWebhookInfo", TimedOut(), InvalidToken("Unauthorized"), InvalidToken("Unauthorized"), GOOD)
    running = asyncio.create_task(watch.run())
    for _ in range(4):
        assert await now.sleeper() == EVERY_SECONDS
        now.advance(EVERY_SECONDS)
    await now.sleeper()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    assert line.methods == ["setWebhook", *["getWebhookInfo"] * 4]
    assert siren.kinds == ["token_refused"]


async def test_at_telegram_the_registration_holds(client: Client, telegram: Telegram, siren: Siren) -> None:
    watch = Watch(client, URL, SECRET, siren, telegram.clock)
    await watch.check()
    await client.call("deleteWebhook")
    state = await watch.check()

    webhook = telegram.account().webhook
    assert state.url == ""
    assert webhook is not None
    assert (webhook.url, webhook.secret) == (URL, SECRET)
    assert siren.kinds == ["webhook_taken"]
