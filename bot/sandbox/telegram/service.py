"""Telegram in memory: bots, people, chats, and the one way into each."""

from __future__ import annotations

import asyncio
import logging
import random
import zlib
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.clock import Clock, system_clock
from bot.sandbox.telegram import methods
from bot.sandbox.telegram.account import Account, Profile
from bot.sandbox.telegram.bell import Bell
from bot.sandbox.telegram.body import from_text
from bot.sandbox.telegram.chat import Chat
from bot.sandbox.telegram.delivery import Answer, Delivery, HttpPost, Post, Sleep, call_in_answer
from bot.sandbox.telegram.errors import Refused, ReplyLost, unauthorized
from bot.sandbox.telegram.faults import Faults
from bot.sandbox.telegram.files import Files
from bot.sandbox.telegram.limits import Limits, Pacer
from bot.sandbox.telegram.person import Person
from bot.sandbox.telegram.phone import Phone
from bot.sandbox.telegram.schema import bot_api
from bot.sandbox.telegram.updates import Updates, wanted
from bot.sandbox.telegram.webhook import Webhook

_log = logging.getLogger(__name__)
# Ids beyond 32 bits, so that a bot that stores them too small is found out.
_FIRST_PERSON_ID = 7_000_000_000
_CALLS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Call:
    """A call that a bot made, for tests: `error` is the refusal's description, empty if it was accepted."""

    token: str
    method: str
    params: Mapping[str, Any]
    error: str = ""


class Telegram:
    """A Telegram of its own; give it a clock, a sleep and a random generator to own its time in tests."""

    def __init__(
        self,
        *,
        clock: Clock = system_clock,
        limits: Limits | None = None,
        sleep: Sleep = asyncio.sleep,
        rng: random.Random | None = None,
        post: Post | None = None,
        public_base: str = "",
    ) -> None:
        self.clock = clock
        self.sleep = sleep
        self.public_base = public_base
        self.faults = Faults()
        self.files = Files()
        self.bell = Bell()
        self.closing = Bell()
        self.calls: deque[Call] = deque(maxlen=_CALLS_KEPT)
        self.accounts: dict[str, Account] = {}
        self.phones: dict[str, Phone] = {}
        self.schema = bot_api()
        self._pacer = Pacer(limits) if limits else None
        self._rng = rng or random.Random()
        self._http = HttpPost()
        self._post: Post = post or self._http
        self._deliveries: dict[str, Delivery] = {}
        self._queries = 0

    def now(self) -> float:
        """Return the present in Unix seconds."""
        return self.clock().timestamp()

    def add_bot(self, token: str, username: str, name: str) -> Account:
        """Register a bot; its token is `<bot id>:<secret>`."""
        if not token.partition(":")[0].isdigit():
            raise ValueError(f"a bot token is '<number>:<secret>', got {token!r}")
        account = Account(token, username, Updates(self._rng.randrange(10**8, 9 * 10**8)))
        account.profile = Profile(names={"": name})
        self.accounts[token] = account
        self._deliveries[token] = Delivery(
            account, self._deliver, self._reply, self.now, self.sleep, self._rng
        )
        return account

    def account(self, username: str | None = None) -> Account:
        """Return a bot by username, the first one if none is named."""
        for account in self.accounts.values():
            if username is None or account.username.lower() == username.lower():
                return account
        raise LookupError(f"there is no bot @{username} in this Telegram; known: {self._usernames()}")

    def phone(
        self, name: str, *, language_code: str | None = None, first_name: str = "", shown: bool = True
    ) -> Phone:
        """Return the phone of this name; a new one gets an id that depends on the name only."""
        if name not in self.phones:
            person = Person(
                name, self._person_id(name), first_name or name.title(), language_code, shown=shown
            )
            self.phones[name] = Phone(self, person)
            self.bell.ring()
        return self.phones[name]

    def phone_of(self, person_id: int) -> Phone | None:
        """Return the phone of a Telegram user id."""
        return next((phone for phone in self.phones.values() if phone.person.id == person_id), None)

    def deep_link(self, username: str, payload: str = "") -> str:
        """Return the link that stands in a QR code instead of https://t.me/<bot>?start=<payload>."""
        return f"{self.public_base}/t.me/{username}" + (f"?start={payload}" if payload else "")

    async def call(self, token: str, method: str, params: Mapping[str, Any]) -> Any:
        """Carry out one Bot API call, or raise Refused."""
        error = "reply lost"
        try:
            result = await self._call(token, method, params)
            error = ""
            return result
        except Refused as refusal:
            error = refusal.description
            raise
        finally:
            self.calls.append(Call(token, method, params, error))

    async def _call(self, token: str, method: str, params: Mapping[str, Any]) -> Any:
        account = self.accounts.get(token)
        if account is None:
            raise unauthorized()
        shape = self.schema.method(method)
        lose_reply = await self.faults.before(token, method, params.get("chat_id"))
        self.schema.check_call(method, params)
        result = await methods.play(shape.name, self, account, params)
        if lose_reply:
            raise ReplyLost
        return result

    def pace(self, account: Account, chat_id: int) -> int:
        """Count one message against the limits; return the seconds to wait, 0 if it may pass."""
        return self._pacer.seconds_to_wait(account.id, chat_id, self.now()) if self._pacer else 0

    def tell_bot(
        self, account: Account, queue: int, kind: str, body: dict[str, Any], lifetime: float
    ) -> None:
        """Put an update into a bot's queue, if the bot wants updates of this kind."""
        if wanted(kind, account.allowed_updates):
            account.updates.add(queue, kind, body, self.now() + lifetime)
            account.bell.ring()
            self._deliveries[account.token].wake()

    def webhook_changed(self, account: Account) -> None:
        """Begin delivery anew after setWebhook or deleteWebhook."""
        self._deliveries[account.token].stop()
        account.bell.ring()
        self._deliveries[account.token].wake()

    def chat_changed(self, account: Account, chat: Chat) -> None:
        """Wake the phones and pages that look at a chat."""
        chat.revision += 1
        self.bell.ring()

    def next_query_id(self) -> str:
        """Return the id of a new tap."""
        self._queries += 1
        return f"{self._rng.randrange(10**9, 10**10)}{self._queries:06d}"

    async def close(self) -> None:
        """End all deliveries and polls at once and break what hangs."""
        self.closing.ring()
        for delivery in self._deliveries.values():
            delivery.stop()
        self.faults.clear()
        await self._http.close()

    async def _deliver(self, webhook: Webhook, body: dict[str, Any]) -> Answer:
        answer = await self._post(webhook, body)
        return Answer("Connection reset by peer") if self.faults.webhook_answer_is_lost() else answer

    async def _reply(self, account: Account, answer: Answer) -> None:
        found = call_in_answer(answer)
        if found is None:
            return
        method, raw = found
        try:
            shape = self.schema.method(method)
            params = {
                name: from_text(shape, name, value) if isinstance(value, str) else value
                for name, value in raw.items()
            }
            await self.call(account.token, method, params)
        except (Refused, ReplyLost) as refusal:
            # The bot never learns the result of a call in an answer, so neither does it learn of a refusal.
            _log.info("call in webhook answer refused", extra={"method": method, "why": str(refusal)})

    def _usernames(self) -> str:
        return ", ".join(f"@{account.username}" for account in self.accounts.values()) or "none"

    def _person_id(self, name: str) -> int:
        taken = {phone.person.id for phone in self.phones.values()}
        person_id = _FIRST_PERSON_ID + zlib.crc32(name.encode()) % 900_000_000
        while person_id in taken:
            person_id += 1
        return person_id
