"""Telegram's limits, kept strictly: at most 30 messages in any second per bot, one a second per chat with a
burst of three; 429 beyond. And, where it is asked for, calls that fail.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from time import monotonic
from typing import Any

from bench.load.botapi import BotApi
from bench.load.values import PROMPT, Params, Verdict

COUNTED = frozenset({"sendMessage", "editMessageText"})
PER_SECOND = 30
CHAT_PER_SECOND = 1.0
CHAT_BURST = 3
TOO_MANY = Verdict(code=429, words="Too Many Requests: retry after 1", retry_after=1)
BROKEN = Verdict(code=500, words="Internal Server Error")
UNSURE = Verdict(code=502, words="Bad Gateway")
"""The message was shown, and the bot is told that something went wrong."""


@dataclass
class Limits:
    """The verdict on a call.

    `faults` is the share of calls that fail: 429, 500, and 502 after the effect (at most once per chat).
    """

    faults: float = 0.0
    seed: int = 1
    now: Callable[[], float] = monotonic
    most: int = 0
    """The most messages of one bot that came within one second, refused ones included."""
    refused: int = 0
    """How often a limit was hit."""
    injected: Counter[int] = field(default_factory=Counter)
    unsure: set[int] = field(default_factory=set)
    _recent: dict[str, deque[float]] = field(default_factory=dict)
    _chats: dict[tuple[str, int], tuple[float, float]] = field(default_factory=dict)
    _random: Random = field(init=False)

    def __post_init__(self) -> None:
        self._random = Random(self.seed)

    def __call__(self, token: str, method: str, params: Params) -> Verdict:
        """Judge one call."""
        if method not in COUNTED:
            return PROMPT
        chat, now = int(params["chat_id"]), self.now()
        if not (self._bot(token, now) and self._chat(token, chat, now)):
            self.refused += 1
            return TOO_MANY
        return self._fault(chat, method) if self.faults else PROMPT

    def _bot(self, token: str, now: float) -> bool:
        recent = self._recent.setdefault(token, deque())
        while recent and recent[0] <= now - 1.0:
            recent.popleft()
        recent.append(now)
        self.most = max(self.most, len(recent))
        return len(recent) <= PER_SECOND

    def _chat(self, token: str, chat: int, now: float) -> bool:
        left, since = self._chats.get((token, chat), (float(CHAT_BURST), now))
        left = min(CHAT_BURST, left + (now - since) * CHAT_PER_SECOND)
        self._chats[token, chat] = (max(0.0, left - 1), now)
        return left >= 1

    def _fault(self, chat: int, method: str) -> Verdict:
        if self._random.random() >= self.faults:
            return PROMPT
        verdict = self._random.choice((TOO_MANY, BROKEN, UNSURE))
        if verdict is UNSURE:
            if chat in self.unsure or method != "sendMessage":
                verdict = BROKEN
            else:
                self.unsure.add(chat)
        self.injected[verdict.code] += 1
        return verdict


class LimitedApi(BotApi):
    """A Bot API with limits, where a call may take effect although the answer is a fault."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self.limits = limits

    def perform(
        self, token: str, method: str, params: Params, verdict: Verdict
    ) -> tuple[int, dict[str, Any]]:
        """Let a call take effect."""
        if verdict is not UNSURE:
            return super().perform(token, method, params, verdict)
        super().perform(token, method, params, PROMPT)
        return UNSURE.code, {"ok": False, "error_code": UNSURE.code, "description": UNSURE.words}
