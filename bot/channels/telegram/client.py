"""A tenant's own bot at Telegram: python-telegram-bot's `Bot` on our transport, called the light way."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any, Self

from telegram import Bot
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError
from telegram.request import BaseRequest
from telegram.warnings import PTBDeprecationWarning, PTBUserWarning

from bot.breaker import DENIED_PAUSE, Breaker
from bot.channels.telegram.transport import AiohttpTransport, NotSent, Transport, request_data
from bot.clock import system_clock

API_ROOT = "https://api.telegram.org"


class Resting(NotSent):
    """Telegram failed so often that it is left alone for `seconds`; nothing was sent."""

    def __init__(self, seconds: float) -> None:
        super().__init__("Telegram is left alone for a moment.")
        self.seconds = seconds


class Client:
    """Calls Bot API methods by name with plain values: no result objects, but PTB's transport and errors."""

    def __init__(
        self,
        token: str,
        root: str = API_ROOT,
        *,
        transport: BaseRequest | None = None,
        polling: BaseRequest | None = None,
        breaker: Breaker | None = None,
    ) -> None:
        _silence()
        self._breaker = breaker or Breaker(system_clock)
        self._refused = ""
        root = root.rstrip("/")
        self._requests = (transport or Transport(), polling or AiohttpTransport(connections=1))
        self._bot = _QuietBot(
            token,
            base_url=f"{root}/bot",
            base_file_url=f"{root}/file/bot",
            request=self._requests[0],
            get_updates_request=self._requests[1],
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.close()

    @property
    def bot(self) -> Bot:
        """The bot with all of python-telegram-bot's methods, e.g. for files."""
        return self._bot

    async def call(
        self, method: str, params: Mapping[str, Any] | None = None, *, seconds: float | None = None
    ) -> Any:
        """Call a Bot API method by its own name, e.g. `sendMessage`; raises `TelegramError`."""
        wait = self._breaker.wait()
        if wait > 0:
            raise InvalidToken(self._refused) if self._refused else Resting(wait)
        limit = BaseRequest.DEFAULT_NONE if seconds is None else seconds
        request = self._requests[method == "getUpdates"]
        try:
            # As `Bot.do_api_request` does, without looking through each value for files and objects.
            answer = await request.post(
                f"{self._bot.base_url}/{method}", request_data(params or {}), read_timeout=limit
            )
        except TelegramError as fault:
            self._note(fault)
            raise
        except (LookupError, TypeError, AttributeError):
            self._breaker.failed()
            raise NetworkError("Telegram's answer cannot be read.") from None
        self._note(None)
        return answer

    def _note(self, fault: TelegramError | None) -> None:
        self._refused = fault.message if isinstance(fault, InvalidToken) else ""
        if isinstance(fault, InvalidToken):
            self._breaker.hold(DENIED_PAUSE.total_seconds())
        elif isinstance(fault, NetworkError) and not isinstance(fault, BadRequest):
            self._breaker.failed()
        else:
            self._breaker.succeeded()

    async def close(self) -> None:
        """Close all connections."""
        for request in self._requests:
            await request.shutdown()


class _QuietBot(Bot):
    """A `Bot` that does not show its token when it is printed."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Bot[…]"

    __str__ = __repr__


def _silence() -> None:
    """Silence two warnings of PTB 22: that a named method exists, and that `retry_after` changes its type."""
    warnings.filterwarnings("ignore", r"Please use 'Bot\.", PTBUserWarning)
    warnings.filterwarnings("ignore", r".*attribute `retry_after`", PTBDeprecationWarning)
