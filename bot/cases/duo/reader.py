"""Reads DUO's resources of one case through the municipality's gateway, each for itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final, TypeVar
from urllib.parse import quote
from uuid import uuid4

from pydantic import ValidationError

from bot.breaker import Breaker
from bot.cases.duo import edge
from bot.cases.duo.events import Resource
from bot.cases.duo.record import DuoFacts, HoursKnown
from bot.cases.model import PartKind, Term
from bot.cases.zgw.api import Api, Line, denials_of
from bot.cases.zgw.connection import Tell
from bot.cases.zgw.edge import Edge
from bot.cases.zgw.refusals import refusal
from bot.clock import Clock
from bot.errors import BadAnswer, CaseApiAway, CaseApiRefused, CaseNotFound, WegwijsError
from bot.outages import AWAY, DENIED
from bot.tenant import Duo

SERVICE: Final = "duo"
DAY: Final = timedelta(days=1)
BARE_NUMBER: Final = re.compile(r"\d{8,10}")
REFERENCE: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,63}")
Shape = TypeVar("Shape", bound=Edge)
Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a resource is, how it is read, and what it comes to where DUO has none (404)."""

    path: str
    read: Callable[[Any], Fields]
    none: Fields


class GatewayKey:
    """The key that lets us in at the gateway."""

    def __init__(self, key: str) -> None:
        self._key = key

    def header(self, subject: str) -> str:
        """Return the key's header."""
        return f"Bearer {self._key}"

    def heal(self, code: str, server_date: str | None) -> bool:
        """Nothing can be learnt: a key is right or wrong."""
        return False


def is_reference(text: str) -> bool:
    """Whether this can be a case reference. A bare number of a BSN's or V-number's length never is one."""
    return REFERENCE.fullmatch(text) is not None and BARE_NUMBER.fullmatch(text) is None


class DuoReader:
    """What the gateway of one municipality lets us read."""

    def __init__(self, duo: Duo, line: Line, tell: Tell | None = None) -> None:
        self._duo = duo
        self._api = Api(
            line,
            duo.poort,
            GatewayKey(duo.sleutel),
            Breaker(line.clock, told=tell(SERVICE, AWAY) if tell else None),
            denials_of(line.clock, tell(SERVICE, DENIED) if tell else None),
            headers=self._headers,
            refused=refused,
        )
        self._sources = sources(duo.gemeentecode)

    async def read(self, reference: str, wanted: Sequence[Resource], before: DuoFacts) -> DuoFacts:
        """Read these resources anew into `before`; one of an unknown shape is named in `unreadable`.

        Raises `CaseApiAway`, `Throttled` or `CaseApiDenied` where the gateway gives nothing, `CaseApiRefused`
        where DUO gives nothing of this person, `CaseNotFound` for what is no reference.
        """
        if not is_reference(reference):
            raise CaseNotFound("This is no case reference for the gateway.")
        facts = before
        for resource in wanted:
            source = self._sources[resource]
            unread = tuple(one for one in facts.unreadable if one is not resource)
            try:
                fields = source.read(await self._fetch(reference, source.path))
            except CaseNotFound:
                fields = source.none
            except (BadAnswer, ValidationError, ValueError, OverflowError, RecursionError):
                fields, unread = source.none, (*unread, resource)
            facts = replace(facts, **fields, unreadable=unread)
        return facts

    async def _fetch(self, reference: str, path: str) -> Any:
        return await self._api.get(f"personen/{quote(reference, safe='')}/{path}", subject=reference)

    def _headers(self) -> Mapping[str, str]:
        return {"bron": self._duo.bron, "doel": self._duo.doel, "berichtId": str(uuid4())}


def refused(status: int, headers: Mapping[str, str], body: Any, clock: Clock) -> WegwijsError:
    """Turn a refusal into an error. DUO's own 404 carries its version; any other is a lost way."""
    own = "API-Version" in headers
    if status == 404:
        return CaseNotFound("DUO has nothing here.") if own else CaseApiAway("The way to DUO is lost.")
    if status in {400, 403} and own:
        # DUO knows us, but gives nothing of this person; a refusal of the gateway itself has no version.
        return CaseApiRefused(str(status))
    return refusal(status, headers, body, clock)


def sources(municipality: str) -> Mapping[Resource, Source]:
    """Every resource that we read; `municipality` is its code at DUO, whose hours give the day."""
    return {
        Resource.DUTY: Source("inburgeringsplicht", _duty, {"standing": None}),
        Resource.TERM: Source("inburgeringstermijn", _term, {"term": None}),
        Resource.HOURS: Source("uren", lambda doc: {"hours": _hours(doc, municipality)}, {"hours": ()}),
        Resource.PLAN: Source("PIP", _pip, {"dated_on": None, "route": None, "level": None}),
        Resource.MAP: Source("map", lambda doc: {"map_on": _shaped(edge.DatumMap, doc).on}, {"map_on": None}),
        Resource.PVT: Source("pvt", lambda doc: {"pvt_on": _shaped(edge.DatumPvt, doc).on}, {"pvt_on": None}),
        Resource.EXAMS: Source("examens/resultaten", _exams, {"exams": ()}),
    }


def _shaped(shape: type[Shape], doc: object) -> Shape:
    return shape.model_validate(doc)


def _listed(shape: type[Shape], docs: object) -> list[Shape]:
    if not isinstance(docs, list):
        raise BadAnswer("list")
    return [_shaped(shape, doc) for doc in docs]


def _duty(doc: Any) -> Fields:
    return {"standing": _shaped(edge.Inburgeringsplicht, doc).standing}


def _term(doc: Any) -> Fields:
    found = _shaped(edge.Inburgeringstermijn, doc)
    if found.ends <= found.starts:
        raise BadAnswer("termijn")
    return {"term": Term(found.starts, found.ends)}


def _pip(doc: Any) -> Fields:
    pip = _shaped(edge.GemeentePip, doc).pip
    return {"dated_on": pip.dated_on, "route": pip.route, "level": pip.level}


def _exams(docs: Any) -> Fields:
    newest: dict[str, Any] = {}
    for one in _listed(edge.Examenresultaat, docs):
        newest[one.part] = max(one.on, newest.get(one.part, one.on))
    return {"exams": tuple(sorted(newest.items()))}


def _hours(docs: Any, municipality: str) -> tuple[HoursKnown, ...]:
    """Add up what all municipalities reported; the day is that of the present one, as earlier ones are done.

    A counter of which a part has no day is not shown at all.
    """
    rows = _listed(edge.GemeenteUren, docs)
    counters = (
        (PartKind.LANGUAGE, [(row, row.lessons) for row in rows]),
        (PartKind.PARTICIPATION, [(row, row.participation) for row in rows]),
    )
    found: list[HoursKnown] = []
    for kind, pairs in counters:
        counted = [(row, counter.uren) for row, counter in pairs if counter is not None]
        days = [row.until for row, _ in counted if row.until is not None]
        if not counted or len(days) < len(counted):
            continue
        mine = [row.until for row, _ in counted if row.code == municipality and row.until is not None]
        found.append(HoursKnown(kind, sum(hours for _, hours in counted), max(mine or days) - DAY))
    return tuple(found)
