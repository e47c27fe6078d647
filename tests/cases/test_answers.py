"""The post: asks after questions that are open, once per case, and bears what may go wrong."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from bot.cases import asking
from bot.cases.answers import UNLINKED_PAUSE, AnswerPost, Change, Followed
from bot.cases.model import Question, QuestionState, Reply, Write, WriteKind
from bot.errors import (
    BadAnswer,
    CaseApiAway,
    CaseApiDenied,
    CaseApiRefused,
    StoreAway,
    Throttled,
    TranslatorAway,
    WegwijsError,
)
from tests.cases.fake_cases import FakeCases
from tests.cases.fake_store import FakeAlarms
from tests.clocks import NOW, Hands


@dataclass(frozen=True)
class Somebody:
    id: str = "p1"
    case_uuid: str = "case-1"
    link: str | None = "l1"


@dataclass(frozen=True)
class Phone:
    language: str = "ar"


@dataclass
class Room:
    """One person's questions, and a case system that answers what a test put in."""

    clock: Hands = field(default_factory=Hands)
    person: Somebody | None = field(default_factory=Somebody)
    kept: tuple[Question, ...] = ()
    due: datetime | None = None
    replied: tuple[Reply, ...] = ()
    fault: WegwijsError | None = None
    asked: list[tuple[str, tuple[str, ...], bool]] = field(default_factory=list)
    alarms: FakeAlarms = field(default_factory=FakeAlarms)
    language: str = "ar"

    @property
    def persons(self) -> Room:
        return self

    @property
    def links(self) -> Links:
        return Links(self.language)

    @property
    def questions(self) -> Shelf:
        return Shelf(self)

    async def get(self, person: str) -> Somebody | None:
        return self.person

    async def by_case(self, case_uuid: str) -> Somebody | None:
        return self.person

    async def replies(self, case_uuid: str, questions: Collection[str], thorough: bool) -> tuple[Reply, ...]:
        self.asked.append((case_uuid, tuple(questions), thorough))
        if self.fault is not None:
            raise self.fault
        return self.replied

    def has(self, **question: object) -> None:
        """One question was sent just now."""
        values = {
            "id": "q",
            "asked_at": self.clock(),
            "text": "Mag het?",
            "sent_at": self.clock(),
            **question,
        }
        self.kept, self.due = (Question(**values),), self.clock()  # type: ignore[arg-type]

    @property
    def question(self) -> Question:
        return self.kept[0]

    @property
    def pause(self) -> timedelta | None:
        return None if self.due is None else self.due - self.clock()


@dataclass
class Links:
    language: str

    async def get(self, link: str) -> Phone:
        return Phone(self.language)


@dataclass
class Shelf:
    """Where the questions stand."""

    room: Room

    async def of(self, person: str) -> tuple[Question, ...]:
        return self.room.kept

    async def change(self, person: str, change: Change, now: datetime, *, read: bool = False) -> bool:
        before, self.room.kept = self.room.kept, change(self.room.kept)
        self.room.due = asking.next_look(self.room.kept, now)
        return self.room.kept != before

    async def next(self) -> str | float:
        due, now = self.room.due, self.room.clock()
        return "p1" if due is not None and due <= now else 60.0

    async def later(self, person: str, at: datetime) -> None:
        self.room.due = at


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def post(room: Room) -> AnswerPost:
    return AnswerPost(room, room, room.clock)


async def test_nothing_is_asked_where_nobody_waits(room: Room, post: AnswerPost) -> None:
    assert await post.step() == 60.0
    assert room.asked == []


async def test_an_answer_is_kept_and_the_next_look_is_less_urgent(room: Room, post: AnswerPost) -> None:
    room.has()
    room.replied = (Reply("q", "Ja."),)
    await post.step()
    assert (room.question.answer, room.pause) == ("Ja.", asking.AFTER_ANSWER)


async def test_a_case_is_asked_once_for_all_its_questions(room: Room, post: AnswerPost) -> None:
    room.has()
    room.kept = (room.question, Question("r", NOW, "En dan?", sent_at=NOW))
    await post.step()
    assert await post.step() == 60.0
    assert [(case, ids) for case, ids, _ in room.asked] == [("case-1", ("q", "r"))]


async def test_answers_that_hang_on_the_question_only_are_looked_for_now_and_then(
    room: Room, post: AnswerPost
) -> None:
    room.has()
    for _ in range(7):
        await post.step()
        room.clock.forward(minutes=2)
    assert [thorough for *_, thorough in room.asked] == [True, *[False] * 4, True, False]


async def test_an_answer_is_always_read_thoroughly_because_it_may_have_changed(
    room: Room, post: AnswerPost
) -> None:
    room.has(answer="Ja.", answered_at=NOW)
    for _ in range(2):
        room.due = room.clock()
        await post.step()
    assert [thorough for *_, thorough in room.asked] == [True, True]


async def test_who_has_no_phone_any_more_is_hardly_asked_after(room: Room, post: AnswerPost) -> None:
    room.has()
    room.person = Somebody(link=None)
    await post.step()
    assert (room.asked, room.pause) == ([], UNLINKED_PAUSE)


@pytest.mark.parametrize(
    ("fault", "pause"),
    [
        (CaseApiAway(), timedelta(minutes=1)),
        (Throttled(90.0), timedelta(seconds=90)),
        (CaseApiDenied(), timedelta(minutes=5)),
        (BadAnswer("klantcontacten"), timedelta(minutes=10)),
        (CaseApiRefused("invalid"), timedelta(minutes=1)),
    ],
    ids=lambda value: type(value).__name__,
)
async def test_a_case_system_that_cannot_be_read_is_asked_again_later(
    room: Room, post: AnswerPost, fault: WegwijsError, pause: timedelta
) -> None:
    room.has()
    room.fault = fault
    await post.step()
    assert (room.question.state, room.pause) == (QuestionState.WAITING, pause)


async def test_contacts_that_cannot_be_read_are_told_once(room: Room, post: AnswerPost) -> None:
    room.has()
    room.fault = BadAnswer("klantcontacten")
    for _ in range(3):
        room.due = room.clock()
        await post.step()
    assert room.alarms.raised == [("part_unreadable", "p1", "klantcontacten")]


async def test_a_colleague_is_told_once_to_take_a_number_out_of_an_answer(
    room: Room, post: AnswerPost
) -> None:
    room.has()
    room.replied = (Reply("q", "Uw BSN [•••].", numbers=True),)
    for _ in range(2):
        room.due = room.clock()
        await post.step()
    assert room.alarms.raised == [("answer_number", "p1", "klantcontact")]


async def test_a_question_that_stays_without_an_answer_is_told_to_a_colleague(
    room: Room, post: AnswerPost
) -> None:
    room.has()
    room.clock.forward(days=14)
    await post.step()
    assert (room.question.state, room.due) == (QuestionState.SILENT, None)
    assert room.alarms.raised == [("question_silent", "p1", "internetaak")]


async def test_an_answer_is_translated_into_the_language_of_the_phone(room: Room) -> None:
    async def translate(text: str, language: str, person: str) -> str:
        return f"{text} ({language}, {person})"

    room.has()
    room.replied = (Reply("q", "Ja."),)
    await AnswerPost(room, room, room.clock, translate).step()
    assert room.question.translations == (("ar", "Ja. (ar, p1)"),)


async def test_a_dutch_reader_needs_no_translation(room: Room) -> None:
    async def translate(text: str, language: str, person: str) -> str:
        raise AssertionError("nothing is to be translated")

    room.has()
    room.language = "nl"
    room.replied = (Reply("q", "Ja."),)
    await AnswerPost(room, room, room.clock, translate).step()
    assert room.question.translations == ()


async def test_while_the_translator_is_away_the_dutch_is_there_and_it_is_tried_again(room: Room) -> None:
    async def away(text: str, language: str, person: str) -> str:
        raise TranslatorAway

    room.has()
    room.replied = (Reply("q", "Ja."),)
    await AnswerPost(room, room, room.clock, away).step()
    assert (room.question.answer, room.pause) == ("Ja.", timedelta(minutes=1))


async def test_the_store_being_away_is_not_hidden(room: Room, post: AnswerPost) -> None:
    room.has()
    room.fault = StoreAway()
    with pytest.raises(StoreAway):
        await post.step()


def question(name: str = "q") -> Write:
    return Write(name, WriteKind.QUESTION, name, NOW, "Mag het?")


async def test_a_question_is_followed_before_it_leaves_and_sent_after_the_2xx(room: Room) -> None:
    states: list[QuestionState] = []

    class Watching(FakeCases):
        async def write(self, case_uuid: str, write: Write) -> None:
            states.append(room.question.state)

    await Followed(Watching(), room, room.clock).write("case-1", question())
    assert [*states, room.question.state] == [QuestionState.SENDING, QuestionState.WAITING]


async def test_a_question_whose_answer_was_lost_stays_being_sent(room: Room) -> None:
    with pytest.raises(CaseApiAway):
        await Followed(FakeCases(outcomes=[CaseApiAway()]), room, room.clock).write("case-1", question())
    assert room.question.state is QuestionState.SENDING


async def test_a_question_that_is_refused_for_good_says_so(room: Room) -> None:
    refusing = FakeCases(outcomes=[CaseApiRefused("invalid")])
    with pytest.raises(CaseApiRefused):
        await Followed(refusing, room, room.clock).write("case-1", question())
    assert room.question.state is QuestionState.REFUSED


async def test_other_writes_pass_by(room: Room) -> None:
    cases = FakeCases()
    await Followed(cases, room, room.clock).write("case-1", Write("t", WriteKind.TASK_DONE, "t", NOW))
    assert (cases.written, room.kept) == (["t"], ())
