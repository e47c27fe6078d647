"""The case as Wegwijs knows it: frozen values without BSN, V-number or other people's names.

Every `datetime` here is naive local wall time in Europe/Amsterdam (`bot.clock`). Codes are those of the
object types in `content/schemas` and of DUO; what a municipality calls them is mapped by its tenant file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.cases.appointment import Absence, Appointment, Choice, Interpreter, Preference
from bot.cases.document import Document
from bot.cases.lesson import Group, GroupFacts, Lesson, LessonChange, LessonStatus, Provider
from bot.cases.news import News, NewsKind
from bot.cases.plan import Agreement, Contact, Part, Plan, Route, Term, Waiting
from bot.cases.question import Question, Questions, QuestionState, Reply
from bot.cases.shared import Hours, PartKind, Party, Place, Text, handle, pieces
from bot.cases.task import Step, Task, TaskStatus
from bot.cases.write import OwnWrite, Write, WriteKind

__all__ = [
    "Absence",
    "Agreement",
    "Appointment",
    "Choice",
    "Contact",
    "Document",
    "Facts",
    "Group",
    "GroupFacts",
    "Hours",
    "Interpreter",
    "Lesson",
    "LessonChange",
    "LessonStatus",
    "News",
    "NewsKind",
    "OwnWrite",
    "Part",
    "PartKind",
    "Party",
    "Place",
    "Plan",
    "Preference",
    "Provider",
    "Question",
    "QuestionState",
    "Questions",
    "Reply",
    "Route",
    "Snapshot",
    "State",
    "Step",
    "Task",
    "TaskStatus",
    "Term",
    "Text",
    "Waiting",
    "Write",
    "WriteKind",
    "handle",
    "pieces",
]


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
class Snapshot:
    """Everything read of one case, normalised; `unreadable` names parts that are quarantined (X14).

    `informs` is False for the first status, and for one of which the municipality does not inform people:
    what came with it is not told. `doubled` names properties that the case holds with two values.
    `suspended`: the case is gone or hidden since this was read, so nothing is sent on one's own account.
    """

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
    documents: tuple[Document, ...] = ()
    unreadable: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    suspended: bool = False
    news: tuple[News, ...] = ()

    @property
    def silent(self) -> bool:
        """Whether nothing may be sent any more on one's own account (closed, completed)."""
        return self.state in {State.CLOSED, State.COMPLETED}

    @property
    def resting(self) -> bool:
        """Whether the plan rests: no reminders and no changes until it goes on."""
        return self.state is State.PAUSED


@dataclass(frozen=True, slots=True)
class Facts:
    """What a turn may know about a person: the snapshot, the groups, and own unconfirmed writes.

    `as_of` is when the oldest part shown was completely read (aware); `newer_follows` that a read has failed
    since. `questions_as_of` is when an answer was last looked for.
    """

    snapshot: Snapshot
    groups: tuple[GroupFacts, ...] = ()
    own: tuple[OwnWrite, ...] = ()
    as_of: datetime | None = None
    newer_follows: bool = False
    first_name: str = ""
    questions: tuple[Question, ...] = ()
    questions_as_of: datetime | None = None

    lessons: tuple[Lesson, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        found = sorted(
            (lesson for g in self.groups for lesson in g.lessons), key=lambda le: (le.starts, le.id)
        )
        object.__setattr__(self, "lessons", tuple(found))
