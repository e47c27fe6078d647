"""Objects of known types: listed by what they contain, or read by UUID and checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from pydantic import ValidationError

from bot.cases.zgw.api import Api
from bot.cases.zgw.edge import Edge
from bot.cases.zgw.edge_objects import ObjectDoc
from bot.cases.zgw.reading import Found
from bot.cases.zgw.types import Types
from bot.cases.zgw.urls import uuid_of
from bot.errors import BadAnswer, CaseNotFound

Data = TypeVar("Data", bound=Edge)


@dataclass(frozen=True, slots=True)
class Objects:
    """The Objects API with one credential; `counts` says what was foreign or unreadable, never whose."""

    api: Api
    types: Types
    counts: Counter[str]

    def by(self, api: Api) -> Objects:
        """The same with another credential."""
        return replace(self, api=api)

    async def mixed(self, *tests: str) -> list[Any]:
        """List objects of every type that the key may read, whose data pass the tests."""
        return await self.api.pages("objects", [("data_attr", test) for test in tests])

    async def list(self, name: str, *tests: str, ordering: str = "", on: date | None = None) -> list[Any]:
        """List objects whose data pass the tests (`data_attr`); an unmapped type has none.

        Seen are those that are valid today, or `on` another day: one whose `startAt` is to come is invisible.
        """
        if self.types.get(name) is None:
            return []
        query = [("type", self.types.url(name)), *(("data_attr", test) for test in tests)]
        more = [("ordering", ordering)] if ordering else []
        return await self.api.pages("objects", [*query, *more, *([("date", str(on))] if on else [])])

    async def one(self, name: str, uuid: str, shape: type[Data]) -> Found[Data]:
        """Read one object; `CaseNotFound` if it is of another type."""
        if uuid_of(uuid) is None:
            raise CaseNotFound("An object is named by its UUID.")
        found = self.checked(name, await self.api.get(f"objects/{uuid_of(uuid)}"), shape)
        if found is None:
            raise CaseNotFound("The object is something else.")
        if found.id != uuid_of(uuid):
            self.counts["foreign"] += 1
            raise BadAnswer(name)
        return found

    def checked(self, name: str, doc: object, shape: type[Data]) -> Found[Data] | None:
        """Check an object strictly; None, and counted, where it is of another type."""
        try:
            envelope = ObjectDoc.model_validate(doc)
            if uuid_of(envelope.type) != self.types.uuid(name):
                self.counts["foreign"] += 1
                return None
            return Found(envelope.uuid, envelope.record.index, shape.model_validate(envelope.record.data))
        except (ValidationError, ValueError, OverflowError):
            self.counts[f"unreadable:{name}"] += 1
            raise BadAnswer(name) from None
