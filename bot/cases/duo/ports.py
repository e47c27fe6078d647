"""What this room needs of the store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.cases.duo.record import DuoEvent, DuoFacts, DuoRecord


class Known(Protocol):
    """What is needed of a person."""

    @property
    def id(self) -> str: ...
    @property
    def case_uuid(self) -> str: ...
    @property
    def case_number(self) -> str: ...
    @property
    def channel(self) -> str: ...


class Persons(Protocol):
    """The persons of a tenant."""

    async def ids(self) -> Sequence[str]: ...
    async def get(self, person: str, /) -> Known | None: ...
    async def by_case(self, case_uuid: str, /) -> Known | None: ...
    async def by_number(self, case_number: str, /) -> Known | None: ...


class Records(Protocol):
    """What is kept of DUO, per person."""

    async def get(self, person: str, /) -> DuoRecord:
        """Everything of one person; an empty record where there is nothing."""

    async def note(self, person: str, event: DuoEvent, /) -> bool:
        """Keep an event and plan its following, durably; False where it, or a later one, is known."""

    async def keep(self, person: str, was: DuoFacts, facts: DuoFacts, /) -> bool:
        """Keep what was read on top of `was`; False where somebody else kept something meanwhile."""

    async def keep_differs(self, person: str, differs: tuple[str, ...], /) -> None:
        """Remember which contradictions were told."""

    async def silence(self, person: str, /) -> bool:
        """End every chat of the person here and now, without a last word; False where there was none."""


class Alarms(Protocol):
    """What a colleague must look at."""

    async def raise_(self, kind: str, person: str | None, detail: str, /) -> object: ...
