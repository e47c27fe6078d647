"""How Telegram treats calls in a run: far away, slow for some chats, refusing, out of order."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from bench.load.values import BLOCKED, PROMPT, Params, Verdict


@dataclass(slots=True)
class Road:
    """Seconds to Telegram and back; chats that are slow, that blocked the bot, whose calls hang."""

    seconds: float = 0.0
    slow: Collection[int] = field(default_factory=frozenset)
    slow_seconds: float = 5.0
    blocked: Collection[int] = field(default_factory=frozenset)
    silent: Collection[int] = field(default_factory=frozenset)

    def __call__(self, token: str, method: str, params: Params) -> Verdict:
        """The verdict on one call."""
        chat = params.get("chat_id")
        if chat is not None:
            number = int(chat)
            if number in self.blocked:
                return BLOCKED
            if number in self.silent:
                return Verdict(hang=True)
            if number in self.slow:
                return Verdict(delay=self.slow_seconds)
        return Verdict(delay=self.seconds) if self.seconds else PROMPT
