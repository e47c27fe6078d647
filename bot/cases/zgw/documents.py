"""Titles of documents, from the links on the case: with `zaken.lezen` alone no document can be opened.

Whether a document is definitief, and how confidential, stands in the Documenten API, for which there is no
right. So titles are read only where the profile says that all of them may be known (`documenttitels`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from bot.cases.model import Document
from bot.cases.zgw.edge_zaak import Informatieobject
from bot.cases.zgw.reading import Reading
from bot.clock import local

PART: Final = "documents"


def documents_of(docs: Iterable[Any], now: datetime, reading: Reading) -> tuple[Document, ...]:
    """Make the list, newest first; what has no title or was destroyed is none."""
    found: dict[str, Document] = {}
    for doc in docs:
        one = reading.parse(Informatieobject, doc, PART)
        if one is None or not reading.own(one.zaak, PART):
            continue
        title = " ".join(one.titel.split())
        if title and (one.weg is None or one.weg > now):
            found[one.uuid] = Document(one.uuid, title, local(one.sinds).date())
    return tuple(sorted(found.values(), key=lambda d: (-d.on.toordinal(), d.id)))
