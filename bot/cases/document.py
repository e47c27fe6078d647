"""Documents of a case, by their title alone: a letter or a decision is never sent through the bot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """That there is a document, since which day."""

    id: str
    title: str
    on: date
