"""What the HTTP API takes and gives. Lessons are in Dutch wall time without zone; instants carry one."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, NaiveDatetime

Short = Annotated[str, Field(min_length=1, max_length=60)]
Id = Annotated[str, Field(min_length=1, max_length=64)]


class Taken(BaseModel):
    """What is sent to us: an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Given(BaseModel):
    """What we answer."""

    model_config = ConfigDict(frozen=True)


class PersonOut(Given):
    """A person: never a BSN; `id` is random."""

    id: str
    case_number: str
    first_name: str
    language: str
    route: str
    channel: str
    level: str
    last_seen: datetime | None
    next: datetime | None


class PeopleOut(Given):
    """People of the municipality."""

    people: list[PersonOut]


class InvitationIn(Taken):
    """Whom to invite and in which way; an office code works for minutes only."""

    case_number: Annotated[str, Field(min_length=1, max_length=40)]
    first_name: Short
    birth_year: Annotated[int, Field(ge=1900, le=2100)]
    language: Annotated[str, Field(min_length=2, max_length=12)]
    prefers_audio: bool = False
    way: Literal["letter", "office"] = "letter"


class InvitationOut(Given):
    """A fresh invitation. Its code and link are answered once and cannot be asked for again."""

    id: str
    person: str
    way: str
    code: str
    link: str
    expires: datetime


class InvitationsIn(Taken):
    """A batch: everybody or nobody."""

    invitations: Annotated[list[InvitationIn], Field(min_length=1, max_length=200)]


class InvitationsOut(Given):
    """The invitations of a batch in the order of the request."""

    invitations: list[InvitationOut]


class ReminderIn(Taken):
    """A reminder: people, template, its fields, and when it leaves; `moment` is Dutch wall time."""

    people: Annotated[list[Id], Field(min_length=1, max_length=1000)]
    template: Short
    fields: dict[str, Annotated[str, Field(max_length=60)]] = {}
    when: Literal["now", "evening", "moment"] = "now"
    moment: NaiveDatetime | None = None


class MissedOut(Given):
    """Somebody who is not reached, and why."""

    person: str
    first_name: str
    reason: str


class TextOut(Given):
    """How it reads in one language, per privacy level, and how many people read which."""

    language: str
    people: dict[str, int]
    texts: dict[str, str]


class TextFaultOut(Given):
    """Why a text may not be sent, and where it stands."""

    code: str
    language: str
    level: str
    word: str


class ReminderPreviewOut(Given):
    """What would happen."""

    reached: int
    total: int
    missed: list[MissedOut]
    texts: list[TextOut]
    faults: list[TextFaultOut]
    leaves_at: datetime | None


class StateOut(Given):
    """How far a message came for one person. *seen* means a tapped button: nobody reports reading."""

    person: str
    first_name: str
    state: str
    reason: str
    at: datetime | None


class ReminderOut(Given):
    """A reminder and what became of it."""

    id: str
    template: str
    state: str
    leaves_at: datetime
    counts: dict[str, int]
    people: list[StateOut]


class GroupOut(Given):
    """A lesson group of the own school."""

    id: str
    code: str
    name: str
    part: str
    members: int
    linked: int


class GroupsOut(Given):
    """Lesson groups."""

    groups: list[GroupOut]


class LessonOut(Given):
    """One lesson; `version` is needed to change it."""

    id: str
    group: str
    number: int
    part: str
    starts: datetime
    ends: datetime
    status: str
    version: int
    room: str | None
    online: bool
    absent: int
    waiting_change: str | None


class LessonsOut(Given):
    """The lessons of one week."""

    week: str
    lessons: list[LessonOut]


class ChangeIn(Taken):
    """A change of one lesson; what is left out stays. `version` is that of the lesson as you know it."""

    lesson: Id
    version: Annotated[int, Field(ge=0)]
    act: Literal["cancel", "move", "on_again"]
    starts: NaiveDatetime | None = None
    ends: NaiveDatetime | None = None
    room: Annotated[str, Field(min_length=1, max_length=40)] | None = None
    online: bool | None = None


class ChangePreviewOut(Given):
    """Who would be reached, and the Dutch text that all get in their own language."""

    net_change: bool
    urgent: bool
    reached: int
    total: int
    call: list[str]
    text: str
    leaves_at: datetime | None


class ChangeOut(Given):
    """A change and what became of it; `report` is where its acknowledgements stand."""

    id: str | None
    lesson: str
    state: str
    kind: str | None
    version: int | None
    leaves_at: datetime | None
    report: str


class AcknowledgementsOut(Given):
    """Who understood the newest change of a lesson; first names."""

    lesson: str
    version: int | None
    understood: list[str]
    seen: list[str]
    not_yet: list[str]
    no_link: list[str]
    call: list[str]


class AbsenceOut(Given):
    """An announced absence; there is no reason."""

    first_name: str
    group: str
    lesson: str
    starts: datetime
    sent_at: datetime
    withdrawn: bool


class AbsencesOut(Given):
    """Announced absences."""

    absences: list[AbsenceOut]


class StuckOut(Given):
    """An event that failed again and again. `link` is random and tells nobody who it is."""

    id: str
    link: str
    kind: str
    reason: str
    tries: int
    retries: int
    at: datetime
    state: str
    can_retry: bool
    by: str
    why: str
    ended_at: datetime | None


class FailingOut(Given):
    """A job that keeps failing; `again` is its next try."""

    kind: str
    key: str
    times: int
    since: datetime
    reason: str
    again: datetime | None


class StucksOut(Given):
    """What the program could not do."""

    letters: list[StuckOut]
    failing: list[FailingOut]


class DiscardIn(Taken):
    """Why an event is given up."""

    reason: Annotated[str, Field(min_length=1, max_length=200, pattern=r"\S")]
