"""Types of case: shown are those that the tenant's profile names and that are meant for people outside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from pydantic import ValidationError

from bot.cases.zgw.api import Api, Held
from bot.cases.zgw.edge_zaak import Zaaktype
from bot.cases.zgw.urls import uuid_of
from bot.clock import Clock
from bot.errors import BadAnswer, CaseHidden

LIFE: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class _Known:
    kind: Zaaktype
    held: Held
    at: datetime


class CaseTypes:
    """Knows a case's type by its identification, the same in every year's version; asked again after a day.

    Then only if it changed: the ETag of a type covers all of it.
    """

    def __init__(self, catalogi: Api, wanted: tuple[str, ...], clock: Clock) -> None:
        self._catalogi, self._wanted, self._clock = catalogi, wanted, clock
        self._known: dict[str, _Known] = {}

    async def check(self, address: str) -> None:
        """Raise `CaseHidden` for a case of a type that is not mapped, or that is internal."""
        kind = await self.get(address)
        if kind.identificatie not in self._wanted:
            raise CaseHidden("The case is of a type that is not mapped here.", "type")
        if kind.richting != "extern":
            text = "The case is of an internal type: the catalogue says that people do not see it."
            raise CaseHidden(text, "internal")

    async def get(self, address: str) -> Zaaktype:
        """The type at this address; only its UUID is used."""
        uuid, now = uuid_of(address), self._clock()
        if uuid is None:
            raise BadAnswer("zaaktype")
        known = self._known.get(uuid)
        if known is not None and now - known.at <= LIFE:
            return known.kind
        held = await self._catalogi.fresh(f"zaaktypen/{uuid}", known.held if known is not None else None)
        try:
            kind = Zaaktype.model_validate(held.doc)
        except (ValidationError, ValueError):
            raise BadAnswer("zaaktype") from None
        if uuid_of(kind.url) != uuid:
            raise BadAnswer("zaaktype")
        self._known[uuid] = _Known(kind, held, now)
        return kind

    def forget(self) -> None:
        """Ask again: the case system says that types have changed."""
        self._known.clear()
