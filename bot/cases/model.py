"""The case as Wegwijs knows it: frozen values without BSN, V-number or other people's names.

Every `datetime` here is naive local wall time in Europe/Amsterdam (`bot.clock`). Codes are those of the
object types in `content/schemas` and of DUO; what a municipality calls them is mapped by its tenant file.
"""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum


def handle(item_id: str) -> str:
    """Shorten an item's id to the 8 characters that fit in callback data; resolved only inside own facts."""
    return urlsafe_b64encode(hashlib.sha256(item_id.encode()).digest()[:6]).decode()


class Route(StrEnum):
    """Leerroute (DUO code)."""

    B1 = "B"
    EDUCATION = "O"
    Z = "Z"


class PartKind(StrEnum):
    """Soort of an onderdeel of the plan, a lesgroep or a les."""

    LANGUAGE = "taal"
    KNM = "knm"
    PVT = "pvt"
    MAP = "map"
    PARTICIPATION = "participatie"
    LITERACY = "alfabetisering"
    EXAM = "examen"
    BRIDGING = "taalschakeltraject"


class Party(StrEnum):
    """Who acts (aanZet)."""

    PERSON = "inburgeraar"
    MUNICIPALITY = "gemeente"
    PROVIDER = "aanbieder"
    EMPLOYER = "werkgever"
    COACH = "begeleider"
    DUO = "duo"


class State(StrEnum):
    """Main line of a case (domain §2.2); the tenant file maps the municipality's status types to it."""

    OBLIGED = "obliged"
    MATCHED = "matched"
    INTAKE_PLANNED = "intake_planned"
    INTAKE_RUNNING = "intake_running"
    PLAN_DRAFT = "plan_draft"
    PLAN_ESTABLISHED = "plan_established"
    WAITING_FOR_GROUP = "waiting_for_group"
    IN_ROUTE = "in_route"
    PAUSED = "paused"
    COMPLETED = "completed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the case: a reviewed key if there is one, else Dutch, with human-checked translations."""

    nl: str
    key: str | None = None
    translations: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Hours:
    """A weekly moment: ISO weekday 1–7, from and to in local time."""

    weekday: int
    begins: time
    ends: time


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happens; `name` is an organisation's and never goes into a push."""

    key: str | None = None
    address: str | None = None
    room: str | None = None
    name: str | None = None
    online: bool = False
    online_note: str | None = None

    @property
    def street(self) -> str | None:
        """Street and number: the address up to its first comma."""
        return self.address.split(",", 1)[0].strip() if self.address else None


class LessonStatus(StrEnum):
    """Status of a les."""

    PLANNED = "gepland"
    CHANGED = "gewijzigd"
    CANCELLED = "vervallen"
    GIVEN = "gegeven"


@dataclass(frozen=True, slots=True)
class LessonChange:
    """What last changed in a les (wijziging); `ours` where our planner made it and the undo time is over."""

    kind: str
    at: datetime
    old_starts: datetime | None = None
    old_place: str | None = None
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson of a group, or one working day of a placement."""

    id: str
    group: str
    number: int
    part: PartKind
    starts: datetime
    ends: datetime
    status: LessonStatus
    version: int
    place: Place = Place()
    title: str | None = None
    teacher: str | None = None
    bring_keys: tuple[str, ...] = ()
    bring: str | None = None
    change: LessonChange | None = None

    @property
    def handle(self) -> str:
        """Short id for callback data."""
        return handle(self.id)

    @property
    def cancelled(self) -> bool:
        """Whether nobody has to come."""
        return self.status is LessonStatus.CANCELLED


@dataclass(frozen=True, slots=True)
class Provider:
    """A school or work place (aanbieder)."""

    name: str
    phone: str | None = None
    hours: tuple[Hours, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A lesgroep, shared by its members."""

    id: str
    code: str
    name: str
    part: PartKind
    provider: Provider
    place: Place = Place()
    pattern: tuple[Hours, ...] = ()
    teacher: str | None = None
    bring_keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """A group with its known lessons; `read_at` is when the last complete read began (aware instant)."""

    group: Group
    lessons: tuple[Lesson, ...]
    read_at: datetime


@dataclass(frozen=True, slots=True)
class Part:
    """One onderdeel of the plan; hours are never shown without `known_until` (inclusive)."""

    kind: PartKind
    status: str
    exam: str | None = None
    phase: str | None = None
    acts: tuple[Party, ...] = ()
    next_step: Text | None = None
    provider: str | None = None
    group: str | None = None
    hours_target: int | None = None
    hours_known: float | None = None
    known_until: date | None = None
    reported_by: Party | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """Inburgeringstermijn; DUO's end is exclusive, so the last day is one day earlier."""

    starts: date
    end_exclusive: date

    @property
    def last_day(self) -> date:
        """The last day on which one is still in time."""
        return self.end_exclusive - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is waited for (wachtOp); `expected_before` is exclusive."""

    kind: str
    acts: Party
    text: Text | None = None
    since: date | None = None
    expected_from: date | None = None
    expected_before: date | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """An afspraak in the plan: who does what, before when."""

    text: Text
    by: Party
    before: date | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """A person to turn to; `role` is klantmanager, school, begeleider or werkgever."""

    role: str
    name: str
    phone: str | None = None
    hours: tuple[Hours, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The living plan beside the decision (PIP)."""

    version: int
    dated_on: date
    route: Route
    level: str | None = None
    levels: tuple[tuple[str, str], ...] = ()
    term: Term | None = None
    parts: tuple[Part, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    waiting: Waiting | None = None
    progress_talks: tuple[date, ...] = ()
    contacts: tuple[Contact, ...] = ()


class TaskStatus(StrEnum):
    """Status of an externe taak."""

    OPEN = "open"
    DONE = "afgerond"
    PROCESSED = "verwerkt"
    CLOSED = "gesloten"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a task, with one emoji."""

    text: Text
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A participation task (externe taak v2); `due` is the last local day, `index` the record's index."""

    id: str
    title: Text
    status: TaskStatus
    index: int
    why: Text | None = None
    given_by: str | None = None
    given_by_role: Party | None = None
    due: date | None = None
    minutes: int | None = None
    steps: tuple[Step, ...] = ()
    place_key: str | None = None
    evidence: str | None = None
    done_on: date | None = None

    @property
    def handle(self) -> str:
        """Short id for callback data."""
        return handle(self.id)

    @property
    def open(self) -> bool:
        """Whether there is still something to do."""
        return self.status is TaskStatus.OPEN


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Tolk of an appointment."""

    needed: bool
    language: str | None = None
    booked: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Appointment:
    """A personal afspraak; statuses as in the schema (voorgesteld, gepland, …, afgezegd, gehouden)."""

    id: str
    kind: str
    starts: datetime
    status: str
    version: int
    ends: datetime | None = None
    number: int | None = None
    title: Text | None = None
    exam: str | None = None
    form: str = "fysiek"
    place: Place = Place()
    with_: str | None = None
    interpreter: Interpreter | None = None
    bring_keys: tuple[str, ...] = ()
    bring: str | None = None
    answers: tuple[str, ...] = ()
    answer: str | None = None

    @property
    def handle(self) -> str:
        """Short id for callback data."""
        return handle(self.id)

    @property
    def cancelled(self) -> bool:
        """Whether nobody has to come."""
        return self.status in {"afgezegd", "verzet"}


@dataclass(frozen=True, slots=True)
class Absence:
    """An afmelding as the case API holds it; there is no reason, on purpose."""

    id: str
    lesson: str
    status: str
    reported_at: datetime

    @property
    def withdrawn(self) -> bool:
        """Whether the person comes after all."""
        return self.status == "ingetrokken"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything read of one case, normalised; `unreadable` names parts that are quarantined (X14)."""

    case_uuid: str
    case_number: str
    state: State
    status_key: str | None = None
    informs: bool = True
    plan: Plan | None = None
    tasks: tuple[Task, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    absences: tuple[Absence, ...] = ()
    groups: tuple[str, ...] = ()
    caseworker: Contact | None = None
    caseworker_id: str | None = None
    language: str | None = None
    unreadable: tuple[str, ...] = ()

    @property
    def silent(self) -> bool:
        """Whether nothing may be sent any more on one's own account (closed, completed)."""
        return self.state in {State.CLOSED, State.COMPLETED}


class WriteKind(StrEnum):
    """What the bot writes to the case API."""

    TASK_DONE = "task_done"
    TASK_UNDONE = "task_undone"
    ABSENCE = "absence"
    ABSENCE_WITHDRAWN = "absence_withdrawn"
    QUESTION = "question"
    CALLBACK = "callback"


@dataclass(frozen=True, slots=True)
class Write:
    """An intent to write, recorded before it is tried (design §3.4).

    `id` and `at` are fixed when the intent is made, so that a repeat is recognisable. `item` is the task's
    or lesson's id, or the question's own id. `text` is Dutch or the person's own words (`language`), only for questions.
    """

    id: str
    kind: WriteKind
    item: str
    at: datetime
    text: str = ""
    language: str = "nl"
    original: str = ""


@dataclass(frozen=True, slots=True)
class OwnWrite:
    """A write of this person that the facts may not show yet; `done_at` is the instant of the 2xx."""

    write: Write
    done_at: datetime | None = None
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What a turn may know about a person: the snapshot, the groups, and own unconfirmed writes.

    `as_of` is when the oldest part shown was completely read (aware); `newer_follows` that a read has failed
    since.
    """

    snapshot: Snapshot
    groups: tuple[GroupFacts, ...] = ()
    own: tuple[OwnWrite, ...] = ()
    as_of: datetime | None = None
    newer_follows: bool = False
    first_name: str = ""

    lessons: tuple[Lesson, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        found = sorted(
            (lesson for g in self.groups for lesson in g.lessons), key=lambda le: (le.starts, le.id)
        )
        object.__setattr__(self, "lessons", tuple(found))
