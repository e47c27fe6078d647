"""Types of case: only those that the tenant's profile names are shown."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from pydantic import ValidationError

from bot.cases.zgw.api import Api
from bot.cases.zgw.edge_zaak import Zaaktype
from bot.cases.zgw.urls import uuid_of
from bot.clock import Clock
from bot.errors import BadAnswer, CaseNotFound

LIFE: Final = timedelta(hours=24)


class CaseTypes:
    """Checks a case's type by its identification, the same in every year's version; kept for a day."""

    def __init__(self, catalogi: Api, wanted: tuple[str, ...], clock: Clock) -> None:
        self._catalogi, self._wanted, self._clock = catalogi, wanted, clock
        self._known: dict[str, tuple[str, datetime]] = {}

    async def check(self, address: str) -> None:
        """Raise `CaseNotFound` for a case of a type that is not mapped."""
        uuid, now = uuid_of(address), self._clock()
        if uuid is None:
            raise BadAnswer("zaaktype")
        known = self._known.get(uuid)
        if known is None or now - known[1] > LIFE:
            try:
                kind = Zaaktype.model_validate(await self._catalogi.get(f"zaaktypen/{uuid}"))
            except ValidationError:
                raise BadAnswer("zaaktype") from None
            known = self._known[uuid] = (kind.identificatie, now)
        if known[0] not in self._wanted:
            raise CaseNotFound("The case is of a type that is not mapped here.")

    def forget(self) -> None:
        """Ask again: the case system says that types have changed."""
        self._known.clear()
