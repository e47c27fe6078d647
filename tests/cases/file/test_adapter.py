"""Cases from a nightly file behind the port: read, written, held and repeated."""

from __future__ import annotations

import csv
import io
import os
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.cases.file.adapter import HELD, LINES, FileCases
from bot.cases.file.folder import Folder, Report, Taken
from bot.cases.file.tables import CASES, LESSONS, TASKS
from bot.cases.model import Lesson, LessonStatus, PartKind, State, TaskStatus, Write, WriteKind
from bot.cases.port import LessonWrite
from bot.errors import BadAnswer, CaseApiAway, CaseApiRefused, CaseNotFound
from bot.outages import News
from tests.cases.file.deliveries import NOW, Tables, as_json, put, task, tenant, town


class Place:
    """A municipality's folder with the adapter on it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.now = folder, NOW
        self.news: list[News] = []
        self.cases = self.fresh()

    def fresh(self) -> FileCases:
        """The adapter of another process."""
        return FileCases(tenant(), self.folder, lambda: self.now, self.news.append)

    def deliver(self, tables: Tables, name: str = "nacht.json") -> None:
        self.now += timedelta(days=1)
        put(self.folder, name, as_json(tables), self.now)

    def ledger(self) -> list[dict[str, str]]:
        files = sorted((self.folder / "uit").glob("acties-*.csv"))
        texts = [file.read_text(encoding="utf-8-sig") for file in files]
        return [row for text in texts for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=";")]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    found = Place(tmp_path / "waterveen")
    found.deliver(town())
    return found


async def lessons_of(place: Place, cases: FileCases | None = None) -> tuple[Lesson, ...]:
    cases = cases or place.cases
    (group,) = (await cases.find("WV-0001")).snapshot.groups
    return (await cases.read_group(group)).lessons


def done(item: str, id: str = "w1", kind: WriteKind = WriteKind.TASK_DONE, text: str = "") -> Write:
    return Write(id, kind, item, NOW, text)


async def test_a_case_is_found_by_its_number_with_name_and_year(place: Place) -> None:
    found = await place.cases.find("WV-0001")
    assert (found.first_name, found.birth_year, found.case_number) == ("Samira", 1994, "WV-0001")
    assert found.snapshot == await place.cases.read_case(found.case_uuid)


async def test_the_whole_plan_is_read(place: Place) -> None:
    snapshot = (await place.cases.find("WV-0001")).snapshot
    assert snapshot.plan is not None
    assert snapshot.plan.term is not None
    assert snapshot.plan.term.last_day == date(2029, 2, 16)
    (part,) = snapshot.plan.parts
    assert (part.kind, part.hours_known, part.known_until) == (PartKind.LANGUAGE, 120.5, date(2026, 10, 31))
    assert (snapshot.state, snapshot.language, snapshot.unreadable) == (State.IN_ROUTE, "ar", ())
    assert snapshot.tasks[0].due == date(2026, 12, 1)
    assert snapshot.appointments[0].starts == datetime(2026, 12, 3, 10)
    assert [one.starts for one in await lessons_of(place)] == [
        datetime(2026, 11, 25, 9),
        datetime(2026, 11, 27, 9),
    ]


async def test_a_case_that_is_not_in_the_file_is_not_found(place: Place) -> None:
    with pytest.raises(CaseNotFound):
        await place.cases.find("WV-9999")


async def test_before_the_first_file_the_case_system_counts_as_away(tmp_path: Path) -> None:
    with pytest.raises(CaseApiAway):
        await FileCases(tenant(), tmp_path / "leeg", lambda: NOW).find("WV-0001")


async def test_a_status_that_the_profile_does_not_map_is_never_guessed(place: Place) -> None:
    tables = town()
    tables[CASES][0]["status"] = "In behandeling"
    place.deliver(tables)
    assert (await place.cases.find("WV-0001")).snapshot.unreadable == ("status",)


async def test_an_ended_case_is_closed_unless_its_result_is_fulfilled(place: Place) -> None:
    tables = town()
    tables[CASES][0] |= {"status": "Afgerond", "einddatum": "2026-11-01", "resultaat": "Voldaan"}
    tables[CASES][1] |= {"status": "Afgerond", "einddatum": "2026-11-01", "resultaat": "Beëindigd"}
    place.deliver(tables)
    states = [(await place.cases.find(number)).snapshot.state for number in ("WV-0001", "WV-0002")]
    assert states == [State.COMPLETED, State.CLOSED]


async def test_a_case_whose_end_lies_ahead_goes_on(place: Place) -> None:
    tables = town()
    tables[CASES][0]["einddatum"] = "2027-03-01"
    place.deliver(tables)
    assert (await place.cases.find("WV-0001")).snapshot.state is State.IN_ROUTE


async def test_a_delivery_is_removed_once_it_stands(place: Place) -> None:
    await place.cases.find("WV-0001")
    assert list((place.folder / "binnen").iterdir()) == []
    assert (place.folder / "stand.json").stat().st_mode & 0o077 == 0


async def test_a_file_that_may_still_be_on_its_way_is_left_alone(place: Place) -> None:
    await place.cases.find("WV-0001")
    tables = town()
    tables[CASES][0]["niveau"] = "A2"
    file = put(place.folder, "nacht.json", as_json(tables), place.now)
    os.utime(file, (place.now.timestamp(), place.now.timestamp()))
    assert (await place.cases.find("WV-0001")).snapshot.plan.level == "B1"  # type: ignore[union-attr]
    assert file.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (as_json({**town(), CASES: town()[CASES][:4]}), "6 of 10 cases would be gone"),
        (as_json(town())[:500], "not whole JSON"),
        (b"", "the file is empty"),
    ],
    ids=["half the lines", "half a file", "an empty file"],
)
async def test_what_would_take_away_too_much_is_held_and_told(
    place: Place, content: bytes, said: str
) -> None:
    before = (await place.cases.find("WV-0009")).snapshot
    put(place.folder, "nacht.json", content, place.now)
    assert (await place.cases.find("WV-0009")).snapshot == before
    assert (place.folder / "vastgehouden" / "nacht.json").exists()
    assert said in (place.folder / "vastgehouden" / "nacht.json.reden.txt").read_text(encoding="utf-8")
    assert [(one.kind, said in one.detail) for one in place.news if not one.over] == [(HELD, True)]


async def test_the_alarm_ends_with_the_next_whole_file(place: Place) -> None:
    await place.cases.find("WV-0001")
    put(place.folder, "nacht.json", b"", place.now)
    await place.cases.find("WV-0001")
    place.deliver(town())
    await place.cases.find("WV-0001")
    assert place.news[-2:] == [News(HELD, "", over=True), News(LINES, "", over=True)]


async def test_a_delivery_that_another_process_takes_first_is_no_fault(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = Folder(place.folder), Folder(place.folder)
    take = here.take

    def late(file: Path, now: datetime) -> Report:
        assert there.take(file, now).taken is Taken.IN
        return take(file, now)

    monkeypatch.setattr(here, "take", late)
    assert here.take_waiting(place.now) == []
    assert (await place.cases.find("WV-0001")).snapshot.unreadable == ()


async def test_a_delivery_that_may_not_be_read_is_put_aside_and_told(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    await place.cases.find("WV-0001")
    place.deliver(town())

    def forbidden(file: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", forbidden)
    assert (await place.cases.find("WV-0001")).case_number == "WV-0001"
    assert "may not read the file" in place.news[-1].detail


async def test_a_wish_for_an_interpreter_says_which_language(place: Place) -> None:
    found = await place.cases.find("WV-0001")
    wish = Write("i1", WriteKind.INTERPRETER, found.snapshot.appointments[0].id, NOW, language="ti")
    await place.cases.write(found.case_uuid, wish)
    (row,) = place.ledger()
    assert (row["wat"], row["onderwerp"], row["taal"]) == ("interpreter", "A1", "ti")
    interpreter = (await place.fresh().find("WV-0001")).snapshot.appointments[0].interpreter
    assert interpreter is not None
    assert (interpreter.language, interpreter.asked) == ("ti", True)


async def test_a_broken_line_is_told_with_its_number_and_costs_nobody_else(place: Place) -> None:
    await place.cases.find("WV-0001")
    tables = town()
    tables[TASKS].append(task("WV-0001", "T2", status="bezig"))
    tables[TASKS][1]["titel"] = "Bel het taalhuis"
    place.deliver(tables)
    broken, whole = [(await place.cases.find(n)).snapshot for n in ("WV-0001", "WV-0002")]
    assert (broken.unreadable, len(broken.tasks)) == (("tasks",), 1)
    assert whole.tasks[0].title.nl == "Bel het taalhuis"
    (news,) = [one for one in place.news if one.kind == LINES and not one.over]
    assert "taken, line 11: status" in news.detail


async def test_a_group_with_a_broken_lesson_is_not_shown_shorter(place: Place) -> None:
    await lessons_of(place)
    tables = town()
    tables[LESSONS].append({**tables[LESSONS][0], "les": "L3", "begin": "morgen"})
    place.deliver(tables)
    with pytest.raises(BadAnswer):
        await lessons_of(place)


async def test_an_act_is_one_line_in_the_ledger_however_often_it_is_repeated(place: Place) -> None:
    found = await place.cases.find("WV-0001")
    write = done(found.snapshot.tasks[0].id)
    for cases in (place.cases, place.cases, place.fresh()):
        await cases.write(found.case_uuid, write)
    (line,) = place.ledger()
    assert (line["wat"], line["zaaknummer"], line["onderwerp"]) == ("task_done", "WV-0001", "T1")


async def test_a_task_stays_done_over_the_same_line_and_follows_the_file_when_it_changes(
    place: Place,
) -> None:
    found = await place.cases.find("WV-0001")
    await place.cases.write(found.case_uuid, done(found.snapshot.tasks[0].id))
    place.deliver(town())
    assert (await place.fresh().find("WV-0001")).snapshot.tasks[0].status is TaskStatus.DONE
    tables = town()
    tables[TASKS][0]["status"] = "verwerkt"
    place.deliver(tables)
    assert (await place.cases.find("WV-0001")).snapshot.tasks[0].status is TaskStatus.PROCESSED


async def test_a_task_of_somebody_else_is_refused(place: Place) -> None:
    mine, other = [await place.cases.find(number) for number in ("WV-0001", "WV-0002")]
    with pytest.raises(CaseNotFound):
        await place.cases.write(mine.case_uuid, done(other.snapshot.tasks[0].id))
    assert place.ledger() == []


async def test_an_absence_is_shown_until_it_is_withdrawn(place: Place) -> None:
    found = await place.cases.find("WV-0001")
    lesson = (await lessons_of(place))[0]
    await place.cases.write(found.case_uuid, done(lesson.id, "w1", WriteKind.ABSENCE))
    assert [a.withdrawn for a in (await place.cases.find("WV-0001")).snapshot.absences] == [False]
    await place.cases.write(found.case_uuid, done(lesson.id, "w2", WriteKind.ABSENCE_WITHDRAWN))
    assert [a.withdrawn for a in (await place.cases.find("WV-0001")).snapshot.absences] == [True]


async def test_a_question_goes_out_whole_and_as_text_for_a_spreadsheet(place: Place) -> None:
    found = await place.cases.find("WV-0001")
    text = '=1+1; mag mijn "dochter" mee?\nDank u' * 90
    await place.cases.write(found.case_uuid, done("q1", "q1", WriteKind.QUESTION, text))
    (line,) = place.ledger()
    assert line["tekst"] == "'" + text


async def test_a_planners_change_is_shown_until_the_file_brings_another_content(place: Place) -> None:
    lesson = (await lessons_of(place))[0]
    moved = LessonWrite(
        id="c1",
        lesson=lesson.id,
        group=lesson.group,
        version=2,
        at=NOW,
        status=LessonStatus.CHANGED,
        starts=datetime(2026, 11, 25, 13),
        ends=datetime(2026, 11, 25, 16),
    )
    await place.cases.write_lesson(moved)
    place.deliver(town())
    shown = (await lessons_of(place, place.fresh()))[0]
    assert (shown.starts, shown.version) == (datetime(2026, 11, 25, 13), 2)
    tables = town()
    tables[LESSONS][0]["begin"] = "2026-11-25 09:30"
    place.deliver(tables)
    shown = (await lessons_of(place))[0]
    assert (shown.starts, shown.version) == (datetime(2026, 11, 25, 9, 30), 3)


async def test_an_older_version_of_a_lesson_is_refused(place: Place) -> None:
    lesson = (await lessons_of(place))[0]
    late = LessonWrite(
        "c9", lesson.id, lesson.group, 1, NOW, LessonStatus.CANCELLED, lesson.starts, lesson.ends
    )
    with pytest.raises(CaseApiRefused):
        await place.cases.write_lesson(late)


async def test_a_line_of_the_ledger_that_broke_off_is_written_again(place: Place) -> None:
    found = await place.cases.find("WV-0001")
    await place.cases.write(found.case_uuid, done(found.snapshot.tasks[0].id))
    (file,) = (place.folder / "uit").glob("acties-*.csv")
    file.write_bytes(file.read_bytes()[:-30])
    await place.fresh().write(found.case_uuid, done(found.snapshot.tasks[0].id))
    assert (await place.fresh().find("WV-0001")).snapshot.tasks[0].status is TaskStatus.DONE
