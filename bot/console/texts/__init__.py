"""The console's own words, Dutch and English, one table each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGUAGES = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of one language; a missing key is an error, so that no page shows a bare key."""

    language: str
    table: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text of a key with its values filled in."""
        return self.table[key].format(**values)

    def count(self, key: str, n: int, /, **values: object) -> str:
        """Return the text for one or for many."""
        return self(f"{key}_one" if n == 1 else f"{key}_many", n=n, **values)

    def known(self, key: str, otherwise: str) -> str:
        """Return the text of a key that may be unknown, such as a code of the case system."""
        return self.table.get(key, otherwise)


@cache
def texts(language: str) -> Texts:
    """Return the words of a language; Dutch for an unknown one."""
    language = language if language in LANGUAGES else "nl"
    raw = files("bot.console.texts").joinpath(f"{language}.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(raw)
    return Texts(language, {f"{t}_{k}": v for t, table in tables.items() for k, v in table.items()})


def chosen(accept_language: str, cookie: str) -> str:
    """Choose the console's language: the cookie, else the browser's first one that we have, else Dutch."""
    if cookie in LANGUAGES:
        return cookie
    wanted = (part.split(";")[0].strip()[:2].lower() for part in accept_language.split(","))
    return next((tag for tag in wanted if tag in LANGUAGES), "nl")
