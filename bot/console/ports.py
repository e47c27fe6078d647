"""What the console needs of the case system, and of the store beyond what schools need."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.cases.model import Snapshot
from bot.cases.port import CaseFound, Hint
from bot.schools import ports
from bot.schools.ports import SchoolStore, Table
from bot.store.records import (
    ApiKey,
    AuditLine,
    ConsoleSession,
    DeadLetter,
    FailingJob,
    InvitationRecord,
    Link,
    NewInvitation,
    Person,
    Retried,
    Staff,
)
from bot.tenant import Tenant


class Cases(Protocol):
    """Finds a case, for an invitation; see `bot.cases.port.CaseApi`."""

    async def find(self, case_number: str) -> CaseFound:
        """Find a case by its number; raises `CaseNotFound`, `CaseApiAway`."""


class SnapshotView(Protocol):
    """A stored snapshot with when its reading began and when a later one failed."""

    @property
    def snapshot(self) -> Snapshot:
        """What was read."""

    @property
    def begun_at(self) -> datetime:
        """When the complete reading began."""

    @property
    def failed_at(self) -> datetime | None:
        """When a later reading failed."""


class Links(ports.Links, Protocol):
    """Chats that are linked to a person."""

    async def of_person(self, person: str, /) -> Link | None:
        """Return the person's linked link."""

    async def thaw(self, id: str, /) -> object:
        """Open a frozen link again."""

    async def end(self, id: str, reason: str, /) -> object:
        """End a link; the phone is told and everything of it is erased."""


class Persons(ports.Persons, Protocol):
    """People who were invited."""

    async def by_case(self, case_uuid: str, /) -> Person | None:
        """Find the person of this case."""

    async def save(self, person: Person, /) -> object:
        """Create or replace the person."""

    async def touch(self, person: Person, channel: str, /) -> object:
        """Set the channel state by a colleague's hand."""

    async def snapshot(self, id: str, /) -> SnapshotView | None:
        """Return the stored snapshot."""

    async def store_snapshot(self, id: str, snapshot: Snapshot, begun_at: datetime, /) -> object:
        """Store what was read of the case."""


class Invitations(Protocol):
    """Invitations of people."""

    async def create(
        self,
        person_id: str,
        way: str,
        language: str,
        birth_year: int | None,
        by: str,
        now: datetime,
        expires: datetime,
        /,
    ) -> NewInvitation:
        """Make an invitation; its secrets exist only in the answer."""

    async def of_person(self, id: str, /) -> Sequence[InvitationRecord]:
        """Return the invitations of a person."""

    async def get(self, id: str, /) -> InvitationRecord | None:
        """Find an invitation."""

    async def by_text(self, text: str, /) -> InvitationRecord | None:
        """Find an invitation by its typed code or the secret of its deep link."""


class Audit(Protocol):
    """Who did or saw what."""

    async def all(self) -> Sequence[AuditLine]:
        """Return every line, newest first."""

    async def write(self, who: str, what: str, person: str | None, why: str, /) -> object:
        """Write one line."""


class Dead(Protocol):
    """Events that failed again and again."""

    async def all(self) -> Sequence[DeadLetter]:
        """Return every letter, newest first."""

    async def waiting(self) -> int:
        """Return how many wait for somebody."""

    async def get(self, id: str, /) -> DeadLetter | None:
        """Find a letter."""

    async def retry(self, id: str, by: str, /) -> Retried:
        """Put its event back into the mailbox."""

    async def discard(self, id: str, by: str, why: str, /) -> bool:
        """Give it up for good; False where somebody was faster."""


class Jobs(ports.Jobs, Protocol):
    """Things to do at a time, and which of them fail."""

    async def failing(self) -> Sequence[FailingJob]:
        """Return jobs that failed at their last try."""


class TenantStore(SchoolStore, Protocol):
    """Everything that belongs to one municipality."""

    @property
    def links(self) -> Links:
        """Chats."""

    @property
    def persons(self) -> Persons:
        """People."""

    @property
    def invitations(self) -> Invitations:
        """Invitations."""

    @property
    def audit(self) -> Audit:
        """The audit log."""

    @property
    def hints(self) -> Hints:
        """What is to be read soon."""

    @property
    def dead(self) -> Dead:
        """Stuck messages."""

    @property
    def jobs(self) -> Jobs:
        """Planned jobs."""


class Hints(Protocol):
    """What is to be read soon."""

    async def put(self, hint: Hint, /) -> bool:
        """Keep a hint."""


class Removable(Table[ports.R], Protocol[ports.R]):
    """Records that can be deleted."""

    async def delete(self, id: str, /) -> object:
        """Delete it."""


class Remembered(Protocol):
    """What is known of an idempotency key; `body` is None while the first request still runs."""

    @property
    def fingerprint(self) -> str:
        """A digest of the request."""

    @property
    def status(self) -> int:
        """The status of the answer."""

    @property
    def body(self) -> str | None:
        """The answer."""


class Idempotency(Protocol):
    """Answers by idempotency key."""

    async def begin(self, key: str, fingerprint: str, /) -> Remembered | None:
        """Start a request; None where it is the first one."""

    async def finish(self, key: str, fingerprint: str, status: int, body: str, /) -> object:
        """Remember the answer."""

    async def abandon(self, key: str, /) -> object:
        """Forget a request that did nothing."""


class Store(Protocol):
    """The whole store."""

    def tenant(self, tenant: Tenant, /) -> TenantStore:
        """Return the store of one municipality."""

    @property
    def staff(self) -> Table[Staff]:
        """Accounts."""

    @property
    def sessions(self) -> Removable[ConsoleSession]:
        """Signed-in browsers."""

    @property
    def api_keys(self) -> Table[ApiKey]:
        """Keys of the HTTP API."""

    @property
    def idempotency(self) -> Idempotency:
        """Remembered answers."""
