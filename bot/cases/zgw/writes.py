"""The port of writes on the Objects API and Klantinteracties; ZGW itself is only read."""

from __future__ import annotations

from bot.cases.model import Write, WriteKind
from bot.cases.port import LessonWrite
from bot.cases.zgw.absence_writer import AbsenceWriter
from bot.cases.zgw.answer_reader import AnswerReader
from bot.cases.zgw.appointment_writer import AppointmentWriter
from bot.cases.zgw.case_reader import CaseReader
from bot.cases.zgw.connection import WriteApis
from bot.cases.zgw.lesson_writer import LessonWriter
from bot.cases.zgw.objects import Objects
from bot.cases.zgw.open_cases import OpenCases
from bot.cases.zgw.question_writer import QuestionWriter
from bot.cases.zgw.taken import TakenWriter
from bot.cases.zgw.task_writer import TaskWriter
from bot.cases.zgw.urls import uuid_of
from bot.errors import CaseNotFound


class ZgwWrites:
    """Looks before and after each write; `cases` and `objects` read with the key of the readers.

    `answers` reads what became of questions, with the key that also asks them.
    """

    def __init__(
        self, to: WriteApis, cases: CaseReader, objects: Objects, answers: AnswerReader, taken_urn: str = ""
    ) -> None:
        self.answers = answers
        going = OpenCases(cases)
        self._cases = cases
        self._tasks: TaskWriter | TakenWriter = TaskWriter(objects.by(to.tasks), going)
        if to.taken is not None and taken_urn:
            self._tasks = TakenWriter(to.taken, taken_urn, cases)
        self._absences = AbsenceWriter(objects.by(to.absences), objects, going)
        self._appointments = AppointmentWriter(objects.by(to.appointments), going)
        self._lessons = LessonWriter(objects.by(to.timetable))
        self._questions = QuestionWriter(to.klant)

    async def write(self, case_uuid: str, write: Write) -> None:
        """Carry out a person's write, looking before and after."""
        uuid = uuid_of(case_uuid)
        if uuid is None:
            raise CaseNotFound("A case is named by its UUID.")
        match write.kind:
            case WriteKind.TASK_DONE | WriteKind.TASK_UNDONE:
                await self._tasks.write(uuid, write)
            case WriteKind.ABSENCE:
                await self._absences.report(uuid, write)
            case WriteKind.ABSENCE_WITHDRAWN:
                await self._absences.withdraw(uuid, write)
            case WriteKind.APPOINTMENT_ANSWER:
                await self._appointments.answer(uuid, write)
            case WriteKind.INTERPRETER:
                await self._appointments.interpreter(uuid, write)
            case WriteKind.QUESTION | WriteKind.CALLBACK:
                await self._questions.write(uuid, write, await self._cases.caseworker(uuid))

    async def write_lesson(self, write: LessonWrite) -> None:
        """Carry out a planner's change of a lesson."""
        await self._lessons.write(write)
