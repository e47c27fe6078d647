"""A phone: taps, waits for the answer that belongs to the tap, and says what came instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic, time
from typing import Any

from bench.load.botapi import BotApi
from bench.load.postbox import Postbox
from bench.load.values import Call, Shown, Tap
from bench.load.walks import Walk


@dataclass(slots=True)
class Asked:
    """A step under way. `tap` is None for /start."""

    due: float
    tap: Tap | None
    update: int
    query: str = ""
    answered: bool = False
    taken: float | None = None
    shown: float | None = None
    right: bool = True


class Phone:
    """One person's phone in one chat with one bot."""

    def __init__(
        self, api: BotApi, postbox: Postbox, walk: Walk, done: Callable[[Phone, Asked], None]
    ) -> None:
        self.walk = walk
        self.chat = walk.chat
        self.asked: Asked | None = None
        self.shown: Shown | None = None
        self.wrong = 0
        self.twice = 0
        self.note = ""
        self._api = api
        self._postbox = postbox
        self._done = done

    def start(self) -> None:
        """Write /start."""
        token = self._postbox.token
        body = {
            "message_id": self._api.fresh_id(token, self.chat),
            "date": int(time()),
            "chat": self._chat(),
            "from": self._person(),
            "text": "/start",
            "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
        }
        self.shown = None
        self.asked = Asked(monotonic(), None, 0, answered=True)
        self.asked.update = self._postbox.post(self.chat, "text", {"message": body})

    def tap(self, due: float) -> bool:
        """Tap the next button of the walk; False where the screen has none (the phone starts anew)."""
        assert self.shown is not None
        try:
            tap = self.walk.next(self.shown)
        except (LookupError, StopIteration) as fault:
            self.wrong += 1
            self.note = f"{fault} on {self.shown.text[:80]!r}"
            self.start()
            return False
        self.asked = asked = Asked(due, tap, 0)
        asked.update = self._postbox.post(
            self.chat, "tap", {"callback_query": self._query(self.shown, tap, asked)}
        )
        return True

    def give_up(self) -> None:
        """Wait for this answer no more; the next step begins from what is shown."""
        self.asked = None

    def hear(self, call: Call) -> None:
        """A call of the bot that concerns this chat has taken effect."""
        if call.refused:
            return
        if call.unchanged:
            self.twice += 1
        elif call.method in ("sendMessage", "editMessageText"):
            self._look(Shown(call.message, str(call.params.get("text", "")), _rows(call.params)), call.method)

    def queried(self, query: str) -> None:
        """A callback query was answered; the little clock on the button is gone."""
        if self.asked is not None and self.asked.query == query:
            self.asked.answered = True
            self._finish()

    def _look(self, shown: Shown, method: str) -> None:
        if method == "editMessageText" and (self.shown is None or self.shown.message != shown.message):
            return
        self.shown = shown
        asked = self.asked
        if asked is None or asked.shown is not None:
            self.wrong += 1
            self.note = f"nobody asked for {shown.text[:80]!r}"
        elif self.walk.first(shown) if asked.tap is None else asked.tap.right(shown):
            asked.shown = monotonic()
            self._finish()
        else:
            self.wrong += 1
            self.note = f"wrong answer: {shown.text[:80]!r}"
            asked.shown, asked.right = monotonic(), False
            self._finish()

    def _finish(self) -> None:
        asked = self.asked
        if asked is not None and asked.shown is not None and asked.answered:
            self.asked = None
            self._done(self, asked)

    # -- as Telegram writes it

    def _person(self) -> dict[str, Any]:
        return {
            "id": self.chat,
            "is_bot": False,
            "first_name": "Phone",
            "username": f"p{self.chat}",
            "language_code": "en",
        }

    def _chat(self) -> dict[str, Any]:
        return {"id": self.chat, "type": "private", "first_name": "Phone", "username": f"p{self.chat}"}

    def _query(self, shown: Shown, tap: Tap, asked: Asked) -> dict[str, Any]:
        asked.query = f"{self.chat}-{self._postbox.next_id}"
        keyboard = [[{"text": words, "callback_data": data} for words, data in row] for row in shown.rows]
        return {
            "id": asked.query,
            "from": self._person(),
            "chat_instance": str(self.chat),
            "data": tap.data,
            "message": {
                "message_id": shown.message,
                "date": int(time()),
                "chat": self._chat(),
                "from": {"id": 1001, "is_bot": True, "first_name": "Bench", "username": "BenchBot"},
                "text": shown.text,
                "reply_markup": {"inline_keyboard": keyboard},
            },
        }


def _rows(params: Any) -> tuple[tuple[tuple[str, str], ...], ...]:
    keyboard = (params.get("reply_markup") or {}).get("inline_keyboard", ())
    return tuple(
        tuple((button["text"], button["callback_data"]) for button in row if "callback_data" in button)
        for row in keyboard
    )
