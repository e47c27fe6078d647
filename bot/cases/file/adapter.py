"""The case API port on a nightly file: for municipalities whose case system has no API.

Reading is looking into what was last taken in. Writing is a line in the ledger (`uit/`), which the
municipality takes over into its own system; until the delivered line changes, the act is shown over it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.cases.file.folder import Folder, Taken
from bot.cases.file.ledger import Act, Ledger
from bot.cases.file.reading import Register
from bot.cases.file.stand import Key, Stand, digest
from bot.cases.file.tables import CASES, LESSONS, TALKS, TASKS
from bot.cases.model import GroupFacts, LessonStatus, OwnWrite, Place, Snapshot, Write, WriteKind
from bot.cases.overlay import OwnChange, with_changes, with_own
from bot.cases.port import CaseFound, Hint, LessonWrite
from bot.clock import Clock
from bot.errors import CaseApiAway, CaseApiRefused, CaseNotFound
from bot.outages import News, Note
from bot.tenant import Tenant

HELD: Final = "file_held"
LINES: Final = "file_lines"
_LESSON: Final = "les"


@dataclass(frozen=True, slots=True)
class _Seen:
    stand: Stand
    register: Register


class FileCases:
    """Cases of one municipality from its folder. `note` hears of held files and broken lines."""

    def __init__(self, tenant: Tenant, folder: Path, clock: Clock, note: Note | None = None) -> None:
        self._tenant, self._clock, self._note = tenant, clock, note
        self._folder = Folder(folder)
        self._ledger = Ledger(self._folder.outbox)
        self._seen: _Seen | None = None

    async def find(self, case_number: str) -> CaseFound:
        """Find a case by its number, with the first name and year of birth that the file says."""
        register = await self._register()
        line = register.case(case_number)
        uuid = register.names.of(CASES, case_number)
        shown = self._shown(register, uuid)
        return CaseFound(uuid, case_number, shown, line.voornaam, line.geboortejaar)

    async def read_case(self, case_uuid: str) -> Snapshot:
        """Read a case."""
        return self._shown(await self._register(), case_uuid)

    async def read_group(self, group: str) -> GroupFacts:
        """Read a group with its lessons."""
        register = await self._register()
        return self._shown_group(register, register.group(group))

    async def write(self, case_uuid: str, write: Write) -> None:
        """Write a person's act into the ledger, once."""
        register = await self._register()
        number = register.cases.get(case_uuid)
        if number is None:
            raise CaseNotFound("The case is not in the municipality's file.")
        table, key = _line_of(register, write, number)
        act = Act(
            id=write.id,
            tijd=write.at.isoformat(timespec="seconds"),
            wat=write.kind.value,
            zaaknummer=number,
            groep=key[0] if table == LESSONS and key else "",
            onderwerp=key[-1] if key else "",
            tekst=write.text,
            taal=write.language if write.text or write.kind is WriteKind.INTERPRETER else "",
            oorspronkelijk=write.original,
            item=write.item,
            regel=_mark(register.stand, table, key),
        )
        await asyncio.to_thread(self._ledger.write, act, self._clock())

    async def write_lesson(self, write: LessonWrite) -> None:
        """Write a planner's change into the ledger, once; a newer version is never overwritten."""
        register = await self._register()
        code = register.groups.get(write.group)
        facts = self._shown_group(register, register.group(write.group))
        lesson = next((one for one in facts.lessons if one.id == write.lesson), None)
        if code is None or lesson is None:
            raise CaseNotFound("The lesson is not in the municipality's file.")
        if lesson.version >= write.version and not any(a.id == write.id for a in self._ledger.acts()):
            raise CaseApiRefused("version")
        _, key = register.keys[lesson.id]
        await asyncio.to_thread(
            self._ledger.write, _lesson_act(write, code, key, register.stand), self._clock()
        )

    async def hint(self, body: object) -> Hint | None:
        """A file does not notify."""
        return None

    async def owner(self, kind: str, object_uuid: str, /) -> Hint | None:
        """Nobody asks, as there are no notifications."""
        return None

    def forget_types(self) -> None:
        """A file has no types of cases."""

    async def _register(self) -> Register:
        """Take in what waits, and look into what stands."""
        for report in await asyncio.to_thread(self._folder.take_waiting, self._clock()):
            self._tell(
                report.file, report.taken, report.lines, bool(report.judgement and report.judgement.faults)
            )
        stand = await asyncio.to_thread(self._folder.stand)
        if stand is None:
            raise CaseApiAway("No file of the municipality was taken in yet.")
        if self._seen is None or self._seen.stand is not stand:
            self._seen = _Seen(stand, Register(self._tenant, stand))
        return self._seen.register

    def _tell(self, file: str, taken: Taken, lines: tuple[str, ...], faults: bool) -> None:
        if self._note is None:
            return
        if taken is Taken.IN:
            self._note(News(HELD, "", over=True))
            self._note(News(LINES, f"{file}: {' · '.join(lines)}") if faults else News(LINES, "", over=True))
        else:
            self._note(News(HELD, f"{file}: {' · '.join(lines)}"))

    def _shown(self, register: Register, case_uuid: str) -> Snapshot:
        snapshot = register.snapshot(case_uuid)
        acts = [act for act in self._ledger.acts() if act.zaaknummer == snapshot.case_number]
        if not acts:
            return snapshot
        marks = register.marks(snapshot.case_number, TASKS, TALKS)
        return with_own(snapshot, (OwnWrite(write) for write in _writes(acts, marks)))

    def _shown_group(self, register: Register, facts: GroupFacts) -> GroupFacts:
        marks = register.marks(facts.group.code, LESSONS)
        acts = [act for act in self._ledger.acts() if act.wat == _LESSON and act.groep == facts.group.code]
        changes = [
            OwnChange(_lesson_write(act, facts.group.id)) for act in acts if marks.get(act.item) == act.regel
        ]
        # Versions of the file and of our own changes are one row: a new delivered content comes after both.
        newest: dict[str, int] = {}
        for act in acts:
            newest[act.item] = max(newest.get(act.item, 0), int(act.versie))
        lessons = tuple(
            replace(lesson, version=max(lesson.version, newest[lesson.id] + 1))
            if lesson.id in newest and not any(c.write.lesson == lesson.id for c in changes)
            else lesson
            for lesson in facts.lessons
        )
        return with_changes(replace(facts, lessons=lessons), changes)


def _line_of(register: Register, write: Write, number: str) -> tuple[str, Key | None]:
    """The delivered line that a write is about; a question is about none."""
    if write.kind in {WriteKind.QUESTION, WriteKind.CALLBACK}:
        return CASES, None
    found = register.keys.get(write.item)
    if found is None:
        raise CaseNotFound("What the act is about is not in the municipality's file.")
    table, key = found
    if table != LESSONS and key[0] != number:
        raise CaseNotFound("This belongs to another case.")
    return found


def _mark(stand: Stand, table: str, key: Key | None) -> str:
    return digest(stand.rows[table][key]) if key else ""


def _writes(acts: Iterable[Act], marks: Mapping[str, str]) -> Iterable[Write]:
    """The acts whose line is still the one that they were about."""
    for act in acts:
        kind = WriteKind(act.wat)
        if kind in {WriteKind.ABSENCE, WriteKind.ABSENCE_WITHDRAWN} or marks.get(act.item) == act.regel:
            at, language = datetime.fromisoformat(act.tijd), act.taal or "nl"
            yield Write(act.id, kind, act.item, at, act.tekst, language)


def _lesson_act(write: LessonWrite, code: str, key: Key, stand: Stand) -> Act:
    place = write.place
    return Act(
        id=write.id,
        tijd=write.at.isoformat(timespec="seconds"),
        wat=_LESSON,
        groep=code,
        onderwerp=key[-1],
        status=write.status.value,
        begin=write.starts.isoformat(sep=" ", timespec="minutes"),
        einde=write.ends.isoformat(sep=" ", timespec="minutes"),
        plaats="" if place is None else ", ".join(filter(None, (place.address, place.room))),
        reden=write.reason or "",
        versie=str(write.version),
        item=write.lesson,
        regel=_mark(stand, LESSONS, key),
    )


def _lesson_write(act: Act, group: str) -> LessonWrite:
    return LessonWrite(
        id=act.id,
        lesson=act.item,
        group=group,
        version=int(act.versie),
        at=datetime.fromisoformat(act.tijd),
        status=LessonStatus(act.status),
        starts=datetime.fromisoformat(act.begin),
        ends=datetime.fromisoformat(act.einde),
        place=Place(address=act.plaats) if act.plaats else None,
        reason=act.reden or None,
    )
