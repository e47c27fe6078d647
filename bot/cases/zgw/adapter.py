"""The case API port on ZGW, the Objects API and Klantinteracties (Open Zaak and its siblings)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager

import aiohttp

from bot.cases.model import GroupFacts, Reply, Snapshot, Write, WriteKind
from bot.cases.port import CaseFound, Hint, LessonWrite
from bot.cases.zgw.absence_writer import AbsenceWriter
from bot.cases.zgw.answer_reader import AnswerReader
from bot.cases.zgw.api import Line
from bot.cases.zgw.case_reader import CaseReader
from bot.cases.zgw.case_types import CaseTypes
from bot.cases.zgw.caseworker import role_of
from bot.cases.zgw.connection import connect
from bot.cases.zgw.group_reader import GroupReader
from bot.cases.zgw.lesson_writer import LessonWriter
from bot.cases.zgw.notice import Notices
from bot.cases.zgw.objects import Objects
from bot.cases.zgw.owners import Owners
from bot.cases.zgw.question_writer import QuestionWriter
from bot.cases.zgw.reading import Reading
from bot.cases.zgw.task_writer import TaskWriter
from bot.cases.zgw.types import Types
from bot.cases.zgw.urls import uuid_of
from bot.clock import Clock
from bot.errors import BadAnswer, CaseNotFound
from bot.outages import FOREIGN, UNREADABLE, News, Outages
from bot.tenant import Tenant


class ZgwCases:
    """Cases of one municipality. `counts` says what was foreign, doubled or unreadable, for the operator."""

    def __init__(
        self,
        tenant: Tenant,
        session: aiohttp.ClientSession,
        clock: Clock,
        line: Line | None = None,
        outages: Outages | None = None,
    ) -> None:
        to = connect(tenant, line or Line(session, clock), outages.of if outages else None)
        self._outages = outages
        kinds, owners = Types(tenant.profiel, to.objects.root), Owners()
        self.counts: Counter[str] = Counter()
        objects = Objects(to.objects, kinds, self.counts)
        mine = Objects(to.tasks, kinds, self.counts)
        case_types = CaseTypes(to.catalogi, tenant.profiel.zaaktypen, clock)
        self._cases = CaseReader(tenant, to.zaken, case_types, objects, owners)
        self._groups = GroupReader(objects, owners, clock)
        self._tasks = TaskWriter(mine)
        self._absences = AbsenceWriter(mine, objects)
        self._lessons = LessonWriter(Objects(to.timetable, kinds, self.counts))
        self._questions = QuestionWriter(to.klant)
        self._answers = AnswerReader(to.klant, self.counts, tenant.telefoons)
        self._notices = Notices(to.zaken.root, objects, owners)

    async def find(self, case_number: str) -> CaseFound:
        """Find a case by its number and read it."""
        with self._watching("zaken"):
            snapshot = await self._cases.read(await self._cases.find(case_number))
        return CaseFound(snapshot.case_uuid, snapshot.case_number, snapshot)

    async def read_case(self, case_uuid: str) -> Snapshot:
        """Read one case completely."""
        with self._watching("zaken"):
            return await self._cases.read(case_uuid)

    async def read_group(self, group: str) -> GroupFacts:
        """Read a lesgroep with its lessons."""
        with self._watching("lesgroepen"):
            return await self._groups.read(group)

    async def write(self, case_uuid: str, write: Write) -> None:
        """Carry out a person's write, looking before and after."""
        uuid = uuid_of(case_uuid)
        if uuid is None:
            raise CaseNotFound("A case is named by its UUID.")
        if write.kind in {WriteKind.TASK_DONE, WriteKind.TASK_UNDONE}:
            await self._tasks.write(uuid, write)
        elif write.kind is WriteKind.ABSENCE:
            await self._absences.report(uuid, write)
        elif write.kind is WriteKind.ABSENCE_WITHDRAWN:
            await self._absences.withdraw(uuid, write)
        else:
            role = role_of(await self._cases.roles(uuid), Reading(uuid, self.counts))
            await self._questions.write(uuid, write, role)

    async def replies(self, case_uuid: str, questions: Collection[str], thorough: bool) -> tuple[Reply, ...]:
        """Read what became of a case's questions; needs the key of Klantinteracties."""
        uuid = uuid_of(case_uuid)
        if uuid is None:
            raise CaseNotFound("A case is named by its UUID.")
        with self._watching("klantcontacten"):
            return await self._answers.read(uuid, questions, thorough)

    async def write_lesson(self, write: LessonWrite) -> None:
        """Carry out a planner's change of a lesson."""
        await self._lessons.write(write)

    async def hint(self, body: object) -> Hint | None:
        """Decode a notification."""
        return await self._notices.hint(body)

    @contextmanager
    def _watching(self, what: str) -> Iterator[None]:
        """Tell the operator where an answer held somebody else's things, or could not be read."""
        before = self.counts["foreign"]
        try:
            yield
        except BadAnswer as unread:
            self._note(UNREADABLE, f"{what}: {unread.where}")
            raise
        finally:
            if self.counts["foreign"] > before:
                self._note(FOREIGN, what)

    def _note(self, kind: str, detail: str) -> None:
        if self._outages is not None:
            self._outages.note(News(kind, detail))
