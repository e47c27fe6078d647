"""What can go wrong at Telegram, on order: for tests and crash campaigns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict, Unpack

from bot.sandbox.telegram.bell import Bell
from bot.sandbox.telegram.errors import Refused, ReplyLost, forbidden, too_many

_WORDS = {
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


class Only(TypedDict, total=False):
    """Which calls a fault hits; what is left out means any."""

    method: str
    chat_id: int
    token: str


@dataclass(slots=True)
class _Fault:
    what: str
    times: int
    only: Only
    refusal: Refused | None = None

    def fits(self, token: str, method: str, chat_id: object) -> bool:
        return (
            self.only.get("method", method).lower() == method.lower()
            and self.only.get("chat_id", chat_id) == chat_id
            and self.only.get("token", token) == token
        )


class Faults:
    """Ordered faults; each hits the next `times` calls that fit `method`, `chat_id` and `token`."""

    def __init__(self) -> None:
        self._calls: list[_Fault] = []
        self._lost_webhook_answers = 0
        self._released = Bell()
        self._hung = Bell()
        self.hanging = 0

    def too_many(self, retry_after: int, times: int = 1, **only: Unpack[Only]) -> None:
        """Answer 429 with `retry_after` seconds."""
        self._calls.append(_Fault("refuse", times, only, too_many(retry_after)))

    def server_error(self, times: int = 1, code: int = 500, **only: Unpack[Only]) -> None:
        """Answer 500 (or 502, 503, 504)."""
        self._calls.append(_Fault("refuse", times, only, Refused(code, _WORDS[code])))

    def forbidden(self, why: str = "user is deactivated", times: int = 1, **only: Unpack[Only]) -> None:
        """Answer 403."""
        self._calls.append(_Fault("refuse", times, only, forbidden(why)))

    def hang(self, times: int = 1, **only: Unpack[Only]) -> None:
        """Keep silent without effect until `release()`, so that the caller runs into its own deadline."""
        self._calls.append(_Fault("hang", times, only))

    def drop_reply(self, times: int = 1, **only: Unpack[Only]) -> None:
        """Carry the call out, then break the connection: the caller can't know (an ambiguous send)."""
        self._calls.append(_Fault("drop", times, only))

    def lose_webhook_answer(self, times: int = 1) -> None:
        """Take the next webhook answers for failures, so that the bot gets those updates twice."""
        self._lost_webhook_answers += times

    def release(self) -> None:
        """Break the connection of every call that hangs."""
        self._released.ring()

    async def until_hanging(self) -> None:
        """Return as soon as a call hangs."""
        await self._hung.until(lambda: self.hanging or None)

    def clear(self) -> None:
        """Forget all faults and release what hangs."""
        self._calls.clear()
        self._lost_webhook_answers = 0
        self.release()

    async def before(self, token: str, method: str, chat_id: object) -> bool:
        """Refuse or hang if so ordered; return whether the reply must get lost afterwards."""
        fault = next((fault for fault in self._calls if fault.fits(token, method, chat_id)), None)
        if fault is None:
            return False
        fault.times -= 1
        if fault.times <= 0:
            self._calls.remove(fault)
        if fault.what == "hang":
            await self._hang()
        if fault.refusal is not None:
            raise fault.refusal
        return True

    def webhook_answer_is_lost(self) -> bool:
        """Tell whether this webhook answer must count as a failure."""
        if self._lost_webhook_answers == 0:
            return False
        self._lost_webhook_answers -= 1
        return True

    async def _hang(self) -> None:
        self.hanging += 1
        self._hung.ring()
        try:
            await self._released.wait()
        finally:
            self.hanging -= 1
        raise ReplyLost
