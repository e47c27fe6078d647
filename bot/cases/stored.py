"""What the room of cases needs of the store."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Protocol

from bot.cases.model import GroupFacts, Snapshot
from bot.cases.writer import Alarms


class Known(Protocol):
    """What is needed of a person."""

    @property
    def id(self) -> str: ...
    @property
    def case_uuid(self) -> str: ...
    @property
    def channel(self) -> str: ...


class Stored(Protocol):
    """What is needed of a stored snapshot."""

    @property
    def snapshot(self) -> Snapshot: ...
    @property
    def failed_at(self) -> datetime | None: ...


class Persons(Protocol):
    """What is needed of the store's persons."""

    def each(self) -> AsyncIterator[str]: ...
    async def get(self, person: str, /) -> Known | None: ...
    async def snapshot(self, person: str, /) -> Stored | None: ...
    async def store_snapshot(self, person: str, snapshot: Snapshot, begun_at: datetime, /) -> bool: ...
    async def mark_failed(self, person: str, at: datetime, /) -> None: ...


class Groups(Protocol):
    """What is needed of the store's groups."""

    async def ids(self) -> Sequence[str]: ...
    async def get(self, group: str, /) -> GroupFacts | None: ...
    async def store(self, group: str, facts: GroupFacts, /) -> bool: ...
    async def members(self, group: str, /) -> Sequence[str]: ...


class Facts(Protocol):
    """What is needed of a tenant's store."""

    @property
    def persons(self) -> Persons: ...
    @property
    def groups(self) -> Groups: ...
    @property
    def alarms(self) -> Alarms: ...
