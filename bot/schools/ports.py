"""What schools and reminders need of a store, as narrow protocols; the tenant's store fits them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from bot.cases.model import Facts, GroupFacts
from bot.cases.port import LessonWrite
from bot.store.records import AlarmRecord, Campaign, Delivery, Job, LessonChangeRecord, Link, Person

R = TypeVar("R")


class Table(Protocol[R]):
    """Records by id, newest first."""

    async def put(self, record: R, /) -> object:
        """Create or replace the record."""

    async def put_new(self, record: R, /) -> bool:
        """Create the record; False where its id exists already."""

    async def get(self, id: str, /) -> R | None:
        """Find it by its id."""

    async def all(self) -> Sequence[R]:
        """Return every record, newest first."""


class Links(Protocol):
    """Chats that are linked to a person."""

    async def get(self, id: str, /) -> Link | None:
        """Find a link by its id."""


class Persons(Protocol):
    """People who were invited."""

    async def all(self) -> Sequence[Person]:
        """Return everybody of this municipality."""

    async def get(self, id: str, /) -> Person | None:
        """Find a person by the random id."""

    async def facts(self, id: str, /) -> Facts | None:
        """Return what is known of the case, with own unconfirmed writes."""


class Groups(Protocol):
    """Lesson groups with their lessons."""

    async def all(self) -> Sequence[GroupFacts]:
        """Return every group that is read."""

    async def get(self, id: str, /) -> GroupFacts | None:
        """Find a group, own unconfirmed changes included."""

    async def overlay(self, write: LessonWrite, /) -> object:
        """Show this change from now on and write it to the case system."""

    async def members(self, id: str, /) -> Sequence[str]:
        """Return the ids of the group's people."""


class Deliveries(Protocol):
    """What became of each message for each person."""

    async def of(self, item: str, /) -> Sequence[Delivery]:
        """Return the deliveries of one item."""

    async def of_person(self, person: str, /) -> Sequence[Delivery]:
        """Return the deliveries of one person."""

    async def record(self, delivery: Delivery, /) -> object:
        """Record it; an earlier state never replaces a later one."""


class Alarms(Protocol):
    """What a colleague must look at."""

    async def get(self, id: str, /) -> AlarmRecord | None:
        """Find an alarm."""

    async def all(self) -> Sequence[AlarmRecord]:
        """Return every alarm, newest first."""

    async def raise_(self, kind: str, person: str | None, detail: str, /) -> object:
        """Open an alarm."""

    async def close(self, id: str, by: str, /) -> object:
        """Close an alarm."""


class Jobs(Protocol):
    """Things to do at a time."""

    async def plan(self, job: Job, /) -> object:
        """Plan it; the same kind and key replaces."""

    async def cancel(self, kind: str, key: str, /) -> bool:
        """Take it back; False where it was already taken."""


class SchoolStore(Protocol):
    """The part of a tenant's store that schools and reminders use."""

    @property
    def links(self) -> Links:
        """Chats."""

    @property
    def persons(self) -> Persons:
        """People."""

    @property
    def groups(self) -> Groups:
        """Lesson groups."""

    @property
    def deliveries(self) -> Deliveries:
        """Delivery records."""

    @property
    def campaigns(self) -> Table[Campaign]:
        """Reminders of caseworkers."""

    @property
    def changes(self) -> Table[LessonChangeRecord]:
        """Changes of lessons."""

    @property
    def alarms(self) -> Alarms:
        """Alarms."""

    @property
    def jobs(self) -> Jobs:
        """Planned jobs."""

    async def look(
        self, link_id: str, topic: str, data: dict[str, Any] | None = None, id: str | None = None
    ) -> object:
        """Put a look into the mailbox of a link; the same id is taken once only."""
