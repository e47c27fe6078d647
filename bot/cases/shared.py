"""What lessons, tasks, appointments and the plan have in common."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import time
from enum import StrEnum


def handle(item_id: str) -> str:
    """Shorten an item's id to the 8 characters that fit in callback data; resolved only inside own facts."""
    return urlsafe_b64encode(hashlib.sha256(item_id.encode()).digest()[:6]).decode()


def pieces(text: str, longest: int) -> list[str]:
    """Split a text at spaces into pieces of at most `longest` characters; joined they are the text again."""
    found: list[str] = []
    while len(text) > longest:
        cut = max(text.rfind(" ", 0, longest), text.rfind("\n", 0, longest)) + 1
        cut = cut if cut > longest // 2 else longest
        found.append(text[:cut])
        text = text[cut:]
    return [*found, text]


class PartKind(StrEnum):
    """Soort of an onderdeel of the plan, a lesgroep or a les."""

    LANGUAGE = "taal"
    KNM = "knm"
    PVT = "pvt"
    MAP = "map"
    PARTICIPATION = "participatie"
    LITERACY = "alfabetisering"
    EXAM = "examen"
    BRIDGING = "taalschakeltraject"


class Party(StrEnum):
    """Who acts (aanZet)."""

    PERSON = "inburgeraar"
    MUNICIPALITY = "gemeente"
    PROVIDER = "aanbieder"
    EMPLOYER = "werkgever"
    COACH = "begeleider"
    DUO = "duo"


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the case: a reviewed key if there is one, else Dutch, with human-checked translations."""

    nl: str
    key: str | None = None
    translations: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Hours:
    """A weekly moment: ISO weekday 1–7, from and to in local time."""

    weekday: int
    begins: time
    ends: time


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happens; `name` is an organisation's and never goes into a push."""

    key: str | None = None
    address: str | None = None
    room: str | None = None
    name: str | None = None
    online: bool = False
    online_note: str | None = None

    @property
    def street(self) -> str | None:
        """Street and number: the address up to its first comma."""
        return self.address.split(",", 1)[0].strip() if self.address else None


NOWHERE = Place()
"""Where nothing is known of a place."""
