"""A tap on a button, until the bot answers it."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.sandbox.telegram.bell import Bell

ANSWER_SECONDS = 10.0
"""How long a tap may be answered; after that the phone stops its spinner by itself."""


@dataclass(slots=True)
class Query:
    """A callback query: whose, when (Unix seconds), on which button, and what the bot answered."""

    id: str
    person_id: int
    message_id: int
    data: str
    asked: float
    is_answered: bool = False
    text: str = ""
    alert: bool = False
    url: str = ""
    bell: Bell = field(default_factory=Bell)

    def too_old(self, now: float) -> bool:
        """Tell whether Telegram refuses an answer by now."""
        return now - self.asked > ANSWER_SECONDS

    def answer(self, text: str, alert: bool, url: str) -> None:
        """Keep the bot's answer and stop the spinner."""
        self.is_answered, self.text, self.alert, self.url = True, text, alert, url
        self.bell.ring()

    async def answered(self) -> Query:
        """Return when the bot has answered."""
        return await self.bell.until(lambda: self if self.is_answered else None)
