"""One reading of one case: what could not be read, and what was not ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from bot.cases.zgw.edge import Edge
from bot.cases.zgw.edge_objects import ObjectDoc
from bot.cases.zgw.urls import uuid_of

Data = TypeVar("Data", bound=Edge)


@dataclass(frozen=True, slots=True)
class Found(Generic[Data]):
    """An object of a known type: its UUID, the index of its record, its data."""

    id: str
    index: int
    data: Data


@dataclass(slots=True)
class Reading:
    """Collects parts that are quarantined, and counts objects that belong to somebody else (never whose)."""

    case_uuid: str
    counts: Counter[str]
    unreadable: set[str] = field(default_factory=set)
    doubled: set[str] = field(default_factory=set)
    """Names of properties that the case holds with two values."""

    def quarantine(self, part: str) -> None:
        """Name a part that cannot be shown now."""
        self.unreadable.add(part)
        self.counts[f"unreadable:{part}"] += 1

    def parse(self, shape: type[Data], doc: object, part: str) -> Data | None:
        """Check a document strictly; a wrong type quarantines the part. Unknown fields are counted only."""
        try:
            found = shape.model_validate(doc)
        except (ValidationError, ValueError, OverflowError, RecursionError):
            self.quarantine(part)
            return None
        strange = shape.strange(doc)
        if strange:
            self.counts[f"unknown:{part}"] += strange
        return found

    def own(self, owner: object, part: str) -> bool:
        """Whether a thing carries this case's UUID; what does not is dropped and counted.

        The part is quarantined as well: what was dropped may be ours, with a wrong owner.
        """
        mine = uuid_of(owner) == self.case_uuid
        if not mine:
            self.foreign(part)
        return mine

    def foreign(self, part: str) -> None:
        """Count a thing that was not asked for, and name the part in whose place it may be."""
        self.counts["foreign"] += 1
        self.quarantine(part)

    def objects(
        self, docs: Iterable[Any], type_uuid: str, shape: type[Data], part: str, owner: Callable[[Data], str]
    ) -> list[Found[Data]]:
        """Read the objects of one type that carry this case's UUID."""
        found: dict[str, Found[Data]] = {}
        for doc in docs:
            envelope = self.parse(ObjectDoc, doc, part)
            if envelope is None:
                continue
            if uuid_of(envelope.type) != type_uuid:
                self.foreign(part)
                continue
            data = self.parse(shape, envelope.record.data, part)
            if data is not None and self.own(owner(data), part):
                found[envelope.uuid] = Found(envelope.uuid, envelope.record.index, data)
        return list(found.values())
