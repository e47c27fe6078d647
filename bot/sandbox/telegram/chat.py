"""One chat of one bot: with a person, or a group that it was added to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from bot.sandbox.telegram.message import Message


@dataclass(slots=True)
class Chat:
    """Messages in order of ids; `started` once the person spoke first, `blocked` while 403 is due."""

    id: int
    kind: str = "private"
    title: str = ""
    person: str = ""
    started: bool = False
    blocked: bool = False
    left: bool = False
    menu_button: dict[str, Any] | None = None
    revision: int = 0
    action: tuple[str, int] | None = None
    messages: dict[int, Message] = field(default_factory=dict)

    def put(self, message: Message) -> Message:
        """Keep a new or changed message, stamped with the chat's next revision."""
        self.revision += 1
        kept = replace(message, revision=self.revision)
        self.messages[kept.id] = kept
        return kept

    def drop(self, message_id: int) -> None:
        """Forget a message for both sides."""
        if self.messages.pop(message_id, None) is not None:
            self.revision += 1

    def visible(self) -> tuple[Message, ...]:
        """Return what the phone shows."""
        return tuple(message for message in self.messages.values() if message.on_phone)
