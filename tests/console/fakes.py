"""The store, the case system and the words, in memory: what the console's tests run on."""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

from bot.cases.model import Facts, GroupFacts, OwnWrite, Question, Snapshot
from bot.cases.port import CaseFound, Hint, LessonWrite
from bot.clock import Clock
from bot.errors import CaseApiAway, CaseHidden, CaseNotFound
from bot.store.records import (
    AlarmRecord,
    ApiKey,
    AuditLine,
    Campaign,
    ConsoleSession,
    DeadLetter,
    Delivery,
    DeliveryState,
    FailingJob,
    InvitationRecord,
    Job,
    LessonChangeRecord,
    Link,
    LinkState,
    NewInvitation,
    Person,
    Retried,
    Staff,
)
from bot.tenant import Tenant

ORDER = tuple(DeliveryState)


class Record(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=Record)


class FakeTable(Generic[R]):
    """Records by id, newest put first."""

    def __init__(self) -> None:
        self.records: dict[str, R] = {}

    async def put(self, record: R) -> None:
        self.records[record.id] = record

    async def put_new(self, record: R) -> bool:
        known = record.id in self.records
        self.records.setdefault(record.id, record)
        return not known

    async def get(self, id: str) -> R | None:
        return self.records.get(id)

    async def all(self) -> tuple[R, ...]:
        return tuple(reversed(self.records.values()))

    async def delete(self, id: str) -> bool:
        return self.records.pop(id, None) is not None


@dataclass
class FakeAlarms:
    """Alarms that are closed by name."""

    clock: Clock
    records: dict[str, AlarmRecord] = field(default_factory=dict)

    async def raise_(self, kind: str, person: str | None = None, detail: str = "") -> AlarmRecord:
        alarm = AlarmRecord(f"alarm-{len(self.records)}", kind, self.clock(), person, detail)
        self.records[alarm.id] = alarm
        return alarm

    async def get(self, id: str) -> AlarmRecord | None:
        return self.records.get(id)

    async def all(self) -> tuple[AlarmRecord, ...]:
        return tuple(reversed(self.records.values()))

    async def close(self, id: str, by: str) -> None:
        self.records[id] = replace(self.records[id], closed_by=by)

    def open(self) -> list[str]:
        """Kinds of the alarms that are open."""
        return [alarm.kind for alarm in self.records.values() if not alarm.closed_by]


@dataclass
class FakeAudit:
    """Lines in order."""

    clock: Clock
    lines: list[AuditLine] = field(default_factory=list)

    async def write(self, who: str, what: str, person: str | None = None, why: str = "") -> None:
        self.lines.append(AuditLine(str(len(self.lines)), self.clock(), who, what, person, why))

    async def all(self) -> tuple[AuditLine, ...]:
        return tuple(reversed(self.lines))

    def of(self, person: str) -> list[str]:
        """What was done or seen of one person."""
        return [line.what for line in self.lines if line.person == person]


@dataclass
class FakeLinks:
    """Links, and what a colleague did to them."""

    records: dict[str, Link] = field(default_factory=dict)
    thawed: list[str] = field(default_factory=list)
    ended: list[tuple[str, str]] = field(default_factory=list)

    async def get(self, id: str) -> Link | None:
        return self.records.get(id)

    async def of_person(self, person: str) -> Link | None:
        return next((link for link in self.records.values() if link.person == person), None)

    async def thaw(self, id: str) -> bool:
        self.thawed.append(id)
        self.records[id] = replace(self.records[id], state=LinkState.LINKED)
        return True

    async def end(self, id: str, reason: str) -> bool:
        self.ended.append((id, reason))
        return True


@dataclass(frozen=True)
class FakeSnapshot:
    snapshot: Snapshot
    begun_at: datetime
    failed_at: datetime | None = None


@dataclass
class FakePersons:
    """People with their snapshots; groups give the lessons of their facts."""

    groups: FakeGroups
    records: dict[str, Person] = field(default_factory=dict)
    snapshots: dict[str, FakeSnapshot] = field(default_factory=dict)
    own: dict[str, tuple[OwnWrite, ...]] = field(default_factory=dict)
    questions: dict[str, tuple[Question, ...]] = field(default_factory=dict)

    async def all(self) -> tuple[Person, ...]:
        return tuple(sorted(self.records.values(), key=lambda person: person.case_number))

    async def get(self, id: str) -> Person | None:
        return self.records.get(id)

    async def by_case(self, case_uuid: str) -> Person | None:
        return next((p for p in self.records.values() if p.case_uuid == case_uuid), None)

    async def save(self, person: Person) -> None:
        self.records[person.id] = person

    async def touch(self, person: Person, channel: str) -> None:
        self.records[person.id] = replace(self.records[person.id], channel=channel)

    async def snapshot(self, id: str) -> FakeSnapshot | None:
        return self.snapshots.get(id)

    async def store_snapshot(self, id: str, snapshot: Snapshot, begun_at: datetime) -> bool:
        self.snapshots[id] = FakeSnapshot(snapshot, begun_at)
        return True

    async def facts(self, id: str) -> Facts | None:
        stored = self.snapshots.get(id)
        if stored is None:
            return None
        groups = tuple(g for key in stored.snapshot.groups if (g := self.groups.records.get(key)))
        own, asked = self.own.get(id, ()), self.questions.get(id, ())
        return Facts(stored.snapshot, groups, own, stored.begun_at, questions=asked)


@dataclass
class FakeGroups:
    """Groups; an overlay is shown at once, as in the real store."""

    records: dict[str, GroupFacts] = field(default_factory=dict)
    people: dict[str, tuple[str, ...]] = field(default_factory=dict)
    overlays: list[LessonWrite] = field(default_factory=list)

    async def all(self) -> tuple[GroupFacts, ...]:
        return tuple(self.records.values())

    async def get(self, id: str) -> GroupFacts | None:
        return self.records.get(id)

    async def members(self, id: str) -> tuple[str, ...]:
        return self.people.get(id, ())

    async def overlay(self, write: LessonWrite) -> None:
        self.overlays.append(write)
        group = self.records[write.group]
        lessons = tuple(
            replace(
                le,
                status=write.status,
                starts=write.starts,
                ends=write.ends,
                version=write.version,
                place=write.place or le.place,
            )
            if le.id == write.lesson
            else le
            for le in group.lessons
        )
        self.records[write.group] = replace(group, lessons=lessons)


@dataclass
class FakeInvitations:
    """Invitations whose secrets are guessable, so that tests can name them."""

    persons: FakePersons
    records: dict[str, InvitationRecord] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)

    async def create(
        self,
        person: str,
        way: str,
        language: str,
        birth_year: int | None,
        by: str,
        now: datetime,
        expires: datetime,
    ) -> NewInvitation:
        for old in self.records.values():
            if old.person == person and old.used_by is None:
                self.records[old.id] = replace(old, ended=True)
        id = f"invitation-{len(self.records)}"
        record = InvitationRecord(id, person, way, language, now, expires, "h", "h", f"y{birth_year}", by)
        self.records[id] = record
        self.secrets[f"secret-{id}"] = id
        if self.persons.records[person].channel not in {"linked", "muted"}:
            await self.persons.touch(self.persons.records[person], "invited")
        return NewInvitation(record, "ABCDEFGH23", f"secret-{id}")

    async def of_person(self, id: str) -> tuple[InvitationRecord, ...]:
        return tuple(r for r in reversed(self.records.values()) if r.person == id)

    async def get(self, id: str) -> InvitationRecord | None:
        return self.records.get(id)

    async def by_text(self, text: str) -> InvitationRecord | None:
        return self.records.get(self.secrets.get(text, ""))


@dataclass
class FakeDeliveries:
    """Deliveries that only move forward."""

    records: dict[tuple[str, str], Delivery] = field(default_factory=dict)

    async def of(self, item: str) -> tuple[Delivery, ...]:
        return tuple(d for (of, _), d in self.records.items() if of == item)

    async def of_person(self, person: str) -> tuple[Delivery, ...]:
        return tuple(d for (_, who), d in self.records.items() if who == person)

    async def record(self, delivery: Delivery) -> bool:
        old = self.records.get((delivery.item, delivery.person))
        if old and (old.version, ORDER.index(old.state)) >= (delivery.version, ORDER.index(delivery.state)):
            return False
        self.records[(delivery.item, delivery.person)] = delivery
        return True


@dataclass
class FakeJobs:
    """Planned jobs; `taken` are those that a scheduler already holds."""

    planned: dict[tuple[str, str], Job] = field(default_factory=dict)
    fails: list[FailingJob] = field(default_factory=list)

    async def failing(self) -> tuple[FailingJob, ...]:
        return tuple(self.fails)

    async def plan(self, job: Job) -> None:
        self.planned[(job.kind, job.key)] = job

    async def cancel(self, kind: str, key: str) -> bool:
        return self.planned.pop((kind, key), None) is not None

    def take(self, kind: str, key: str) -> Job:
        """Take a job as the scheduler does."""
        return self.planned.pop((kind, key))


@dataclass
class FakeDead:
    """Dead letters; `tried` are those put back."""

    clock: Clock
    records: dict[str, DeadLetter] = field(default_factory=dict)
    tried: list[str] = field(default_factory=list)

    async def all(self) -> tuple[DeadLetter, ...]:
        return tuple(reversed(self.records.values()))

    async def waiting(self) -> int:
        return sum(letter.state == "waiting" for letter in self.records.values())

    async def get(self, id: str) -> DeadLetter | None:
        return self.records.get(id)

    async def retry(self, id: str, by: str) -> Retried:
        letter = self.records.get(id)
        if letter is None or letter.state != "waiting":
            return Retried.GONE
        if not letter.kept:
            return Retried.UNREADABLE
        self.tried.append(id)
        self._end(letter, "retried", by)
        return Retried.OK

    async def discard(self, id: str, by: str, why: str) -> bool:
        letter = self.records.get(id)
        if letter is None or letter.state != "waiting":
            return False
        self._end(letter, "discarded", by, why)
        return True

    def _end(self, letter: DeadLetter, state: str, by: str, why: str = "") -> None:
        ended = replace(letter, state=state, by=by, why=why, kept=False, ended_at=self.clock())
        self.records[letter.id] = ended


class FakeHints:
    """What is to be read soon."""

    def __init__(self) -> None:
        self.kept: list[Hint] = []

    async def put(self, hint: Hint) -> bool:
        self.kept.append(hint)
        return True


class FakeTenantStore:
    """Everything of one municipality; `looks` are (link, topic, data, id), each id once."""

    def __init__(self, clock: Clock) -> None:
        self.links = FakeLinks()
        self.groups = FakeGroups()
        self.persons = FakePersons(self.groups)
        self.invitations = FakeInvitations(self.persons)
        self.deliveries = FakeDeliveries()
        self.campaigns: FakeTable[Campaign] = FakeTable()
        self.changes: FakeTable[LessonChangeRecord] = FakeTable()
        self.alarms = FakeAlarms(clock)
        self.audit = FakeAudit(clock)
        self.jobs = FakeJobs()
        self.dead = FakeDead(clock)
        self.hints = FakeHints()
        self.looks: list[tuple[str, str, dict[str, Any], str]] = []
        self._ids = itertools.count()

    async def look(
        self, link_id: str, topic: str, data: dict[str, Any] | None = None, id: str | None = None
    ) -> bool:
        id = id or f"look-{next(self._ids)}"
        if any(seen == id for *_, seen in self.looks):
            return False
        self.looks.append((link_id, topic, data or {}, id))
        return True


@dataclass(frozen=True)
class FakeRemembered:
    fingerprint: str
    status: int = 0
    body: str | None = None


class FakeIdempotency:
    """Remembered answers."""

    def __init__(self) -> None:
        self.known: dict[str, FakeRemembered] = {}

    async def begin(self, key: str, fingerprint: str) -> FakeRemembered | None:
        known = self.known.get(key)
        if known is None:
            self.known[key] = FakeRemembered(fingerprint)
        return known

    async def finish(self, key: str, fingerprint: str, status: int, body: str) -> None:
        self.known[key] = FakeRemembered(fingerprint, status, body)

    async def abandon(self, key: str) -> None:
        self.known.pop(key, None)


class FakeStore:
    """The whole store."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.tenants: dict[str, FakeTenantStore] = {}
        self.staff: FakeTable[Staff] = FakeTable()
        self.sessions: FakeTable[ConsoleSession] = FakeTable()
        self.api_keys: FakeTable[ApiKey] = FakeTable()
        self.idempotency = FakeIdempotency()

    def tenant(self, tenant: Tenant) -> FakeTenantStore:
        return self.tenants.setdefault(tenant.id, FakeTenantStore(self.clock))


class FakeCases:
    """A case system that knows snapshots by case number, and can be away."""

    def __init__(self, *snapshots: Snapshot) -> None:
        self.known = {one.case_number: one for one in snapshots}
        self.away = False
        self.hidden = ""

    async def find(self, case_number: str) -> CaseFound:
        if self.away:
            raise CaseApiAway
        if self.hidden:
            raise CaseHidden("It may not be shown.", self.hidden)
        if case_number not in self.known:
            raise CaseNotFound
        found = self.known[case_number]
        return CaseFound(found.case_uuid, found.case_number, found)


def sha(text: str) -> str:
    """Hash a text as keys are hashed."""
    return hashlib.sha256(text.encode()).hexdigest()
