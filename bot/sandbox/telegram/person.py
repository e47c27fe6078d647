"""The Telegram user behind a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Person:
    """A user: `name` is the phone's key in the sandbox, `first_name` what Telegram tells the bot.

    A phone that is not `shown` lives in the background: the page does not list it.
    """

    name: str
    id: int
    first_name: str
    language_code: str | None = None
    username: str | None = None
    shown: bool = True

    def as_user(self) -> dict[str, Any]:
        """Return the Bot API's User."""
        user: dict[str, Any] = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.username:
            user["username"] = self.username
        if self.language_code:
            user["language_code"] = self.language_code
        return user

    def as_chat(self) -> dict[str, Any]:
        """Return the Bot API's Chat of a private chat with this person."""
        chat: dict[str, Any] = {"id": self.id, "type": "private", "first_name": self.first_name}
        if self.username:
            chat["username"] = self.username
        return chat
