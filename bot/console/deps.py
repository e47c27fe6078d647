"""What the console is given by whoever starts it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from aiohttp import web

from bot.clock import Clock
from bot.console.passwords import Passwords
from bot.console.ports import Cases, Store
from bot.console.tries import Tries
from bot.state.values import Value
from bot.tenant import Tenant


class Preview(Protocol):
    """Puts a reminder into words: municipality, template key, its fields, language, level (L0, L1, L2)."""

    def __call__(
        self, tenant: Tenant, template: str, fields: Mapping[str, str], language: str, level: str, /
    ) -> str:
        """Return the text that the phone would show."""


class Words(Protocol):
    """Puts one message of the catalogue into words."""

    def __call__(self, language: str, key: str, values: Mapping[str, Value], /) -> str:
        """Return the text in this language (or its neighbour)."""


class Forbidden(Protocol):
    """Finds the words of a text that no message may contain."""

    def __call__(self, text: str, language: str, /) -> tuple[str, ...]:
        """Return the entries of the table that occur in the text."""


def _none_forbidden(text: str, language: str, /) -> tuple[str, ...]:
    return ()


def _new_id() -> str:
    return secrets.token_urlsafe(12)


@dataclass(frozen=True, slots=True)
class ConsoleDeps:
    """Everything that the console uses; nothing else is reached from its pages.

    `deep_link` makes the invitation's address from the bot's user name and the secret. `forbidden` finds
    words that no message may contain. `https` switches on HSTS and the `__Host-` cookie.
    """

    store: Store
    tenants: Mapping[str, Tenant]
    cases: Mapping[str, Cases]
    clock: Clock
    preview: Preview
    words: Words
    languages: tuple[str, ...] = ("nl", "en", "ar", "ti", "tr", "fa", "fa-AF")
    forbidden: Forbidden = _none_forbidden
    deep_link: Callable[[str, str], str] = "https://t.me/{}?start={}".format
    https: bool = True
    new_id: Callable[[], str] = _new_id
    passwords: Passwords = field(default_factory=Passwords)
    tries: Tries = field(default_factory=Tries)


DEPS: web.AppKey[ConsoleDeps] = web.AppKey("console_deps", ConsoleDeps)
