"""One message of a chat, as Telegram keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.telegram.keyboard import Rows
from bot.sandbox.telegram.text import Entity


@dataclass(frozen=True, slots=True)
class Message:
    """A message; dates are Unix seconds, `media` the Bot API fragment of a file, place or contact."""

    id: int
    chat_id: int
    date: int
    from_bot: bool
    text: str = ""
    entities: tuple[Entity, ...] = ()
    rows: Rows = ()
    kind: str = "text"
    media: Mapping[str, Any] = field(default_factory=dict)
    file_id: str | None = None
    protected: bool = False
    silent: bool = False
    reply_to: int | None = None
    edit_date: int | None = None
    text_edited: bool = False
    on_phone: bool = True
    revision: int = 0

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the texts of its buttons, row by row."""
        return tuple(button["text"] for row in self.rows for button in row)

    def as_api(self, sender: Mapping[str, Any], chat: Mapping[str, Any]) -> dict[str, Any]:
        """Return the Bot API's Message."""
        api: dict[str, Any] = {
            "message_id": self.id,
            "date": self.date,
            "chat": dict(chat),
            "from": dict(sender),
            **self.media,
        }
        with_text = self.kind == "text"
        if self.text:
            api["text" if with_text else "caption"] = self.text
        if self.entities:
            api["entities" if with_text else "caption_entities"] = [dict(entity) for entity in self.entities]
        if self.rows:
            api["reply_markup"] = {"inline_keyboard": [[dict(button) for button in row] for row in self.rows]}
        if self.edit_date is not None:
            api["edit_date"] = self.edit_date
        if self.protected:
            api["has_protected_content"] = True
        return api
