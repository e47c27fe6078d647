"""Where the municipality's gateway delivers DUO's notices (DUO's own `POST /notificaties`).

The gateway puts the case reference (`zaak`) in the place of BSN and V-number. A body that still carries one
of these is refused, and nothing of it is kept or logged. 201 means: durable.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Final
from unicodedata import normalize

from aiohttp import web
from pydantic import Field, ValidationError

from bot.cases.duo.reader import is_reference
from bot.cases.notifications import Handler, authorised, body_of
from bot.cases.zgw.edge import Edge, Instant
from bot.errors import BadAnswer, Retry

VERSION: Final = "1.8.0"
LARGEST: Final = 16 * 1024
DEEPEST: Final = 8
PERSONAL: Final = ("bsn", "burgerservice", "sofinummer", "vnummer", "vreemdeling")
"""What the name of a field for a person's number holds, however it is written."""


class Fault(StrEnum):
    """What is wrong with a delivery, for the operator."""

    SECRET = "secret"
    PERSON = "person"
    SHAPE = "shape"


@dataclass(frozen=True, slots=True)
class Arrived:
    """A notice: whose case, which event, when DUO registered it."""

    reference: str
    code: str
    registered: datetime


class Notificatie(Edge):
    """DUO's notice with the case reference in place of the person."""

    code: Annotated[str, Field(alias="gebeurtenisId", pattern=r"^[0-9A-Z]{1,6}$")]
    registered: Instant = Field(alias="registratieDatumTijd")
    reference: str = Field(alias="zaak", repr=False)


def receiver(
    accept: Callable[[Arrived], Awaitable[None]], secret: str, tell: Callable[[Fault, bool], None]
) -> Handler:
    """Make the handler. `accept` makes a notice durable; `tell` hears of a fault, and that it is over.

    Whether a case is ours is never told: a stranger's gets 201 too.
    """

    async def handle(request: web.Request) -> web.StreamResponse:
        header = request.headers.get("Authorization", "")
        if not authorised(header, secret):
            if header:
                tell(Fault.SECRET, False)
            return _answer(401, "Het geheim klopt niet. Er is niets bewaard.", {"WWW-Authenticate": "Bearer"})
        tell(Fault.SECRET, True)
        body = _parsed(await body_of(request, LARGEST) or b"")
        if _names_a_person(body):
            tell(Fault.PERSON, False)
            return _answer(400, "Geef de zaak door, nooit een BSN of V-nummer. Er is niets bewaard.")
        try:
            found = Notificatie.model_validate(body)
        except (ValidationError, ValueError, OverflowError, RecursionError):
            tell(Fault.SHAPE, False)
            return _answer(
                400, "Nodig zijn gebeurtenisId, registratieDatumTijd en zaak. Er is niets bewaard."
            )
        if not is_reference(found.reference):
            tell(Fault.PERSON, False)
            return _answer(400, "Dit is geen verwijzing naar een zaak. Er is niets bewaard.")
        try:
            await accept(Arrived(found.reference, found.code, found.registered))
        except BadAnswer:
            tell(Fault.SHAPE, False)
            return _answer(400, "De registratieDatumTijd ligt in de toekomst. Er is niets bewaard.")
        except Retry:
            return _answer(503, "Nu niet mogelijk. Stuur de notificatie nog een keer.", {"Retry-After": "5"})
        return _answer(201)

    return handle


def _answer(status: int, text: str = "", headers: dict[str, str] | None = None) -> web.Response:
    """Answer as DUO's specification says: with the version, and a `fouttekst` where something is wrong."""
    return web.Response(
        status=status,
        text=json.dumps({"fouttekst": text}) if text else None,
        content_type="application/json" if text else "application/octet-stream",
        headers={"API-Version": VERSION, **(headers or {})},
    )


def _parsed(text: bytes) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _names_a_person(value: object, depth: int = 0) -> bool:
    """Whether a field anywhere in the body is one for a person's number; DUO nests nothing deeply."""
    if depth > DEEPEST:
        return True
    if isinstance(value, dict):
        return any(
            _is_personal(str(name)) or _names_a_person(inner, depth + 1) for name, inner in value.items()
        )
    return isinstance(value, list) and any(_names_a_person(one, depth + 1) for one in value)


def _is_personal(name: str) -> bool:
    plain = "".join(sign for sign in normalize("NFKC", name).lower() if sign.isalnum())
    return any(part in plain for part in PERSONAL)
