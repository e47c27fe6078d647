"""Frozen records of the store. Ids of persons, links, invitations are random; personal values are sealed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.cases.model import LessonStatus, Place


class LinkState(StrEnum):
    """Life of a link (design §1)."""

    VISITOR = "visitor"
    LINKED = "linked"
    MUTED = "muted"
    FROZEN = "frozen"
    BLOCKED = "blocked"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Link:
    """One chat with one bot. `language`, `level` and `stage` copy the session's, for the console's lists."""

    id: str
    chat: int
    state: LinkState
    created: datetime
    person: str | None = None
    stage: str = "new"
    language: str = ""
    level: str = "L1"
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One case that was invited. `caseworker` is the identification in the case system (e.g. km-001).

    `link` is the linked link and `waiting_link` one that a colleague has yet to confirm, perhaps a second
    phone beside the first; `channel` is one of not_invited, invited, opened, waiting, linked,
    muted, frozen, blocked, letter, ended.
    """

    id: str
    case_uuid: str
    case_number: str
    first_name: str
    language: str
    caseworker: str | None = None
    prefers_audio: bool = False
    link: str | None = None
    channel: str = "not_invited"
    since: datetime | None = None
    waiting_link: str | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """What of a person is sealed: who it is."""

    case_uuid: str
    case_number: str
    first_name: str
    language: str
    caseworker: str | None = None
    prefers_audio: bool = False


@dataclass(frozen=True, slots=True)
class InvitationRecord:
    """An invitation; hashes of the typed code, of the deep link's secret and of the birth year."""

    id: str
    person: str
    way: str
    language: str
    made_at: datetime
    expires: datetime
    code_hash: str
    secret_hash: str
    year_hash: str | None = None
    by: str = ""
    opened_at: datetime | None = None
    used_by: str | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class NewInvitation:
    """A fresh invitation with its passing secrets: `code` is typed, `secret` travels in QR and link."""

    record: InvitationRecord
    code: str
    secret: str


class DeliveryState(StrEnum):
    """Life of a delivery, in this order; a later state is never taken back by an earlier one."""

    PLANNED = "planned"
    SENDING = "sending"
    SENT = "sent"
    SEEN = "seen"
    UNDERSTOOD = "understood"
    SUPERSEDED = "superseded"
    FAILED = "failed"
    HANDED_OVER = "handed_over"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one version of one item (`lesson:<uuid>`, `campaign:<id>`…) for one person."""

    item: str
    person: str
    version: int
    state: DeliveryState
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Campaign:
    """A caseworker's reminder to some people. Leaves at `leaves_at` unless taken back before."""

    id: str
    template: str
    fields: dict[str, Any]
    people: tuple[str, ...]
    by: str
    made_at: datetime
    leaves_at: datetime
    state: str = "planned"  # planned → left | taken_back


@dataclass(frozen=True, slots=True)
class LessonChangeRecord:
    """A planner's change of one lesson, waiting for its undo time or left. `old_*` was valid before."""

    id: str
    lesson: str
    group: str
    version: int
    status: LessonStatus
    starts: datetime
    ends: datetime
    old_starts: datetime
    old_ends: datetime
    old_status: LessonStatus
    by: str
    made_at: datetime
    leaves_at: datetime
    place: Place | None = None
    old_place: Place | None = None
    reason: str | None = None
    state: str = "planned"  # planned → left → written | taken_back | refused


@dataclass(frozen=True, slots=True)
class AlarmRecord:
    """Something a colleague must look at.

    `kind` is one of link_to_confirm, code_used_twice, not_me, callback, question, unreachable, second_person,
    write_refused, part_unreadable, double_property, case_gone, case_hidden, case_api_denied, service_away,
    case_api_version, foreign_object, notice_refused, strange_notice, not_subscribed, answer_number,
    question_silent, duo_stopped, duo_moved, duo_differs, duo_unknown, duo_denied, duo_personal, duo_shape.
    """

    id: str
    kind: str
    at: datetime
    person: str | None = None
    detail: str = ""
    closed_by: str = ""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """Who did or saw what of whom, when and why."""

    id: str
    at: datetime
    who: str
    what: str
    person: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Staff:
    """A local account of the console. `grants` are pairs of tenant id and role (caseworker, planner, admin).

    `school` is the provider's name that a planner may see; `identification` a caseworker's id in the case
    system.
    """

    id: str
    email: str
    name: str
    password_hash: str
    grants: tuple[tuple[str, str], ...]
    school: str | None = None
    identification: str | None = None


@dataclass(frozen=True, slots=True)
class ConsoleSession:
    """A signed-in browser; `token_hash` is the key; `csrf` the synchroniser token."""

    id: str
    staff: str
    started: datetime
    used: datetime
    csrf: str
    draft: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key of the HTTP API; only its hash is stored. `role` and `school` bound what it may do."""

    id: str
    name: str
    key_hash: str
    tenant: str
    role: str
    school: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do at a time: kind + key name it, `data` holds ids only."""

    kind: str
    key: str
    at: datetime
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FailingJob:
    """A job whose handler fails: how often by now, since when, why, and when it is tried again."""

    kind: str
    key: str
    times: int
    since: datetime
    reason: str
    again: datetime | None = None


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """An event that failed again and again and was set aside. `link` tells nobody who it is.

    `state` is waiting, retried or discarded; `kept` says whether the event itself is still there; `reason`
    names type and place of the fault, never a value.
    """

    id: str
    link: str
    kind: str
    reason: str
    tries: int
    at: datetime
    state: str = "waiting"
    kept: bool = True
    retries: int = 0
    by: str = ""
    why: str = ""
    ended_at: datetime | None = None


class Retried(StrEnum):
    """What came of trying a dead letter once more."""

    OK = "ok"
    GONE = "gone"
    UNREADABLE = "unreadable"
    ENDED = "ended"
