"""One bot as Telegram knows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.telegram.bell import Bell
from bot.sandbox.telegram.chat import Chat
from bot.sandbox.telegram.query import Query
from bot.sandbox.telegram.updates import Updates
from bot.sandbox.telegram.webhook import Webhook, WebhookHealth


@dataclass(slots=True)
class Profile:
    """What people see of a bot, per language code ("" is the default)."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    menu_button: dict[str, Any] = field(default_factory=lambda: {"type": "default"})


@dataclass(slots=True)
class Account:
    """A bot's token, profile, chats, updates and webhook; message ids are counted per bot."""

    token: str
    username: str
    updates: Updates
    profile: Profile = field(default_factory=Profile)
    chats: dict[int, Chat] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    webhook: Webhook | None = None
    health: WebhookHealth = field(default_factory=WebhookHealth)
    allowed_updates: tuple[str, ...] = ()
    poll: int = 0
    bell: Bell = field(default_factory=Bell)
    last_message_id: int = 0

    @property
    def id(self) -> int:
        """Return the bot's user id, the part of its token before the colon."""
        return int(self.token.partition(":")[0])

    def next_message_id(self) -> int:
        """Count one message."""
        self.last_message_id += 1
        return self.last_message_id

    def as_user(self) -> dict[str, Any]:
        """Return the Bot API's User that stands in messages."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.profile.names[""],
            "username": self.username,
        }

    def as_me(self) -> dict[str, Any]:
        """Return the answer to getMe."""
        return {
            **self.as_user(),
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    def commands_for(self, language_code: str | None) -> list[dict[str, str]]:
        """Return the commands of a private chat in a language, falling back as the Bot API describes."""
        for scope in ("all_private_chats", "default"):
            for language in (language_code or "", ""):
                if found := self.profile.commands.get((scope, language)):
                    return found
        return []
