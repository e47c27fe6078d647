"""Bring updates to webhooks as Telegram does: serial within a queue, retried until a 2xx or their expiry.

First retry at once, then 1, 2, 4 … seconds up to a random cap of 60-120, `Retry-After` honoured up to an
hour; after ten seconds without success one connection only (telegram-bot-api `WebhookActor.cpp`). A 2xx
body may carry one call.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Protocol
from urllib.parse import parse_qsl

import aiohttp

from bot.sandbox.telegram.account import Account
from bot.sandbox.telegram.updates import Pending
from bot.sandbox.telegram.webhook import Webhook

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
ANSWER_DEADLINE = 60.0
_LONGEST_RETRY_AFTER = 3600
_FAILING_TOO_LONG = 10.0

Sleep = Callable[[float], Awaitable[None]]


class Post(Protocol):
    """Send one update to one webhook."""

    async def __call__(self, webhook: Webhook, body: dict[str, Any]) -> Answer: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """What a webhook said; `fault` is empty after a 2xx."""

    fault: str = ""
    retry_after: int = 0
    body: bytes = b""
    content_type: str = ""


Reply = Callable[[Account, Answer], Awaitable[None]]


class Delivery:
    """The delivery of one bot's updates: a task per queue that holds something, none otherwise."""

    def __init__(
        self,
        account: Account,
        post: Post,
        reply: Reply,
        now: Callable[[], float],
        sleep: Sleep,
        rng: random.Random,
    ) -> None:
        self._account = account
        self._post = post
        self._reply = reply
        self._now = now
        self._sleep = sleep
        self._rng = rng
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._active = 0
        self._line: deque[asyncio.Future[None]] = deque()

    def wake(self) -> None:
        """Start a task for every queue that holds something and has none."""
        if self._account.webhook is None:
            return
        for queue in self._account.updates.queues():
            if queue not in self._tasks:
                task = asyncio.create_task(self._drain(queue))
                self._tasks[queue] = task
                task.add_done_callback(lambda done, queue=queue: self._ended(queue, done))  # type: ignore[misc]

    def stop(self) -> None:
        """End all tasks at once; what they carried stays pending."""
        for task in self._tasks.values():
            task.cancel()
        self._tasks.clear()
        self._line.clear()

    def _ended(self, queue: int, task: asyncio.Task[None]) -> None:
        if self._tasks.get(queue) is task:
            del self._tasks[queue]

    async def _drain(self, queue: int) -> None:
        delay = 0.0
        while (webhook := self._account.webhook) and (head := self._account.updates.head(queue, self._now())):
            answer = await self._attempt(webhook, head)
            if not answer.fault:
                self._account.updates.take(head)
                delay = 0.0
                await self._reply(self._account, answer)
                continue
            wait = float(answer.retry_after) or delay
            delay = min(max(1.0, delay * 2), self._rng.uniform(60, 120))
            if self._now() + wait > head.expires:
                self._account.updates.give_up(head)
                delay = 0.0
            elif wait:
                await self._sleep(wait)

    async def _attempt(self, webhook: Webhook, head: Pending) -> Answer:
        while self._active >= self._connections(webhook):
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._line.append(turn)
            await turn
        self._active += 1
        try:
            answer = await self._post(webhook, head.body)
        finally:
            self._active -= 1
        self._note(answer)
        self._let_in(webhook)
        return answer

    def _let_in(self, webhook: Webhook) -> None:
        """Wake as many as may post now: waking all of thousands that wait would cost more than posting."""
        free = self._connections(webhook) - self._active
        while free > 0 and self._line:
            turn = self._line.popleft()
            if not turn.done():
                turn.set_result(None)
                free -= 1

    def _connections(self, webhook: Webhook) -> int:
        since = self._account.health.failing_since
        failing = since is not None and self._now() - since > _FAILING_TOO_LONG
        return 1 if failing else webhook.max_connections

    def _note(self, answer: Answer) -> None:
        health = self._account.health
        if not answer.fault:
            health.failing_since = None
            return
        health.last_error_date = int(self._now())
        health.last_error_message = answer.fault
        health.failing_since = health.failing_since or self._now()


class HttpPost:
    """Posts updates over HTTP; redirects count as failures."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    async def __call__(self, webhook: Webhook, body: dict[str, Any]) -> Answer:
        """Send one update and return what came back."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0),
                timeout=aiohttp.ClientTimeout(total=ANSWER_DEADLINE),
                cookie_jar=aiohttp.DummyCookieJar(),
            )
        headers = {"Content-Type": "application/json"}
        if webhook.secret:
            headers[SECRET_HEADER] = webhook.secret
        data = json.dumps(body, ensure_ascii=False).encode()
        try:
            async with self._session.post(
                webhook.url, data=data, headers=headers, allow_redirects=False
            ) as response:
                return await _read(response)
        except TimeoutError:
            return Answer("Read timeout expired")
        except aiohttp.ClientError:
            return Answer("Connection refused")

    async def close(self) -> None:
        """Close all connections to webhooks."""
        if self._session is not None:
            await self._session.close()
            self._session = None


async def _read(response: aiohttp.ClientResponse) -> Answer:
    if 200 <= response.status < 300:
        return Answer(body=await response.read(), content_type=response.content_type)
    wait = response.headers.get("Retry-After", "")
    seconds = min(int(wait), _LONGEST_RETRY_AFTER) if wait.isdigit() else 0
    phrase = HTTPStatus(response.status).phrase if response.status in list(HTTPStatus) else "Unknown"
    return Answer(f"Wrong response from the webhook: {response.status} {phrase}", seconds)


def call_in_answer(answer: Answer) -> tuple[str, dict[str, object]] | None:
    """Return the method and parameters that a webhook's answer carries, if it does."""
    if not answer.body.strip():
        return None
    is_json = answer.content_type == "application/json"
    try:
        raw = json.loads(answer.body) if is_json else dict(parse_qsl(answer.body.decode()))
    except ValueError:
        return None
    if not isinstance(raw, dict) or not isinstance(raw.get("method"), str):
        return None
    method = raw.pop("method")
    return method, raw
