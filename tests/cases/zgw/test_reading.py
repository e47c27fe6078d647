"""A case is read completely, strictly, and without anything of anybody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from bot.cases.model import PartKind, Route, State, TaskStatus, Term
from bot.clock import local
from bot.errors import BadAnswer, CaseNotFound
from bot.sandbox.zgw import roots
from bot.sandbox.zgw.catalogus import finder
from bot.sandbox.zgw.zaak import new_property
from tests.cases.conftest import World


def no_filter(text: str) -> Callable[[object], bool]:
    """Let everything through, as a lying server would."""
    return lambda data: True


async def test_a_case_is_found_by_its_number(world: World) -> None:
    found = await world.cases.find("WV-0001")
    assert (found.case_uuid, found.case_number) == (world.case("Samira"), "WV-0001")


async def test_a_number_that_nobody_has_is_not_found(world: World) -> None:
    with pytest.raises(CaseNotFound):
        await world.cases.find("WV-9999")


async def test_plan_term_and_main_line_are_read(world: World) -> None:
    read = await world.cases.read_case(world.case("Samira"))
    assert read.state is State.IN_ROUTE
    assert read.plan is not None
    assert read.plan.route is Route.B1
    assert read.plan.dated_on == date(2026, 3, 16)
    assert read.plan.term == Term(date(2026, 3, 17), date(2029, 3, 17))
    assert read.plan.term is not None
    assert read.plan.term.last_day == date(2029, 3, 16)
    assert read.unreadable == ()


async def test_hours_carry_the_day_until_which_they_are_known(world: World) -> None:
    read = await world.cases.read_case(world.case("Samira"))
    assert read.plan is not None
    language = next(part for part in read.plan.parts if part.kind is PartKind.LANGUAGE)
    assert (language.hours_known, language.known_until) == (198, date(2026, 10, 31))


async def test_tasks_have_their_last_day_and_steps(world: World) -> None:
    read = await world.cases.read_case(world.case("Filmon"))
    task = next(task for task in read.tasks if task.title.key == "taak.brieven")
    assert (task.status, task.due, task.minutes, len(task.steps)) == (
        TaskStatus.OPEN,
        date(2026, 11, 24),
        30,
        3,
    )


async def test_the_caseworker_is_known_by_the_tenant_file(world: World) -> None:
    read = await world.cases.read_case(world.case("Samira"))
    assert read.caseworker is not None
    assert (read.caseworker.name, read.caseworker_id) == ("Anneke Postma", "km-001")
    assert read.caseworker.phone == "000 123 45 01"


async def test_before_the_plan_there_is_none(world: World) -> None:
    read = await world.cases.read_case(world.case("Laila"))
    assert read.plan is None
    assert [talk.starts for talk in read.appointments] == [datetime(2026, 12, 10, 10)]
    (interpreter,) = (talk.interpreter for talk in read.appointments)
    assert interpreter is not None
    assert interpreter.booked


async def test_a_completed_case_is_completed_only_with_a_result_that_says_so(world: World) -> None:
    world.desk.set_status("WV-0001", "Afgerond")
    assert (await world.cases.read_case(world.case("Samira"))).state is State.COMPLETED


async def test_a_case_that_ended_otherwise_is_closed(world: World) -> None:
    world.desk.set_status("WV-0001", "Afgerond")
    result = next(iter(world.zgw.register.rows(roots.RESULTATEN)))
    ended = finder(world.zgw.register, roots.RESULTAATTYPEN, "omschrijving")("Beëindigd")
    result["resultaattype"] = ended["url"]
    read = await world.cases.read_case(world.case("Samira"))
    assert read.state is State.CLOSED
    assert read.silent


async def test_a_status_that_is_not_mapped_is_named_and_not_guessed(world: World) -> None:
    kind = finder(world.zgw.register, roots.STATUSTYPEN, "omschrijving")("Traject loopt")
    kind["omschrijving"] = "Iets eigens"
    read = await world.cases.read_case(world.case("Samira"))
    assert "status" in read.unreadable
    assert not read.informs


async def test_the_municipalitys_own_switch_keeps_a_status_silent(world: World) -> None:
    finder(world.zgw.register, roots.STATUSTYPEN, "omschrijving")("Traject loopt")["informeren"] = False
    assert not (await world.cases.read_case(world.case("Samira"))).informs


async def test_the_newest_of_two_properties_with_one_name_wins(world: World) -> None:
    kind = finder(world.zgw.register, roots.EIGENSCHAPPEN, "naam")("voorkeurstaal")
    new_property(world.zgw.register, world.zgw.case("WV-0001"), kind, "tr")
    read = await world.cases.read_case(world.case("Samira"))
    assert read.language == "tr"
    assert world.cases.counts["duplicate:voorkeurstaal"] == 1


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("leerroute", "O", "route"),
        ("leerroute", "X", "route"),
        ("termijnEinde", "20300101", "term"),
        ("termijnEinde", "volgend jaar", "term"),
        ("pipDatumDagtekening", "20261332", "plan-date"),
    ],
)
async def test_a_property_that_contradicts_the_plan_is_named(
    world: World, name: str, value: str, part: str
) -> None:
    kind = finder(world.zgw.register, roots.EIGENSCHAPPEN, "naam")(name)
    new_property(world.zgw.register, world.zgw.case("WV-0001"), kind, value)
    read = await world.cases.read_case(world.case("Samira"))
    assert read.plan is not None
    if part == "plan-date":
        assert read.plan.dated_on == date(2026, 3, 16)
    else:
        assert part in read.unreadable
        assert part != "term" or read.plan.term is None


async def test_one_task_of_a_wrong_type_names_the_part_and_leaves_the_rest(world: World) -> None:
    before = await world.cases.read_case(world.case("Samira"))
    row = world.row(before.tasks[0].id)
    row["_records"][-1]["data"]["titel"] = 7
    read = await world.cases.read_case(world.case("Samira"))
    assert read.unreadable == ("tasks",)
    assert {task.id for task in read.tasks} == {task.id for task in before.tasks[1:]}
    assert read.plan == before.plan


async def test_a_plan_with_one_broken_part_is_not_shown_shorter(world: World) -> None:
    plan = world.zgw.plan("WV-0001")
    assert plan is not None
    row = world.row(plan["uuid"])
    row["_records"][-1]["data"]["onderdelen"][0]["urenBekend"] = "198"
    read = await world.cases.read_case(world.case("Samira"))
    assert read.plan is None
    assert "plan" in read.unreadable


async def test_objects_of_somebody_else_are_dropped_and_counted(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sandbox.zgw.dataattr.parse", no_filter)
    read = await world.cases.read_case(world.case("Samira"))
    own = await world.cases.read_case(world.case("Filmon"))
    assert {task.title.key for task in read.tasks}.isdisjoint({task.title.key for task in own.tasks})
    assert read.plan is not None
    assert read.plan.dated_on == date(2026, 3, 16)
    assert world.cases.counts["foreign"] > 0


async def test_an_answer_about_another_case_is_not_taken_for_ours(world: World) -> None:
    world.zgw.case("WV-0001")["uuid"] = world.case("Filmon")
    with pytest.raises(BadAnswer, match="zaak"):
        await world.cases.read_case(world.case("Samira"))


async def test_no_bsn_reaches_the_snapshot(world: World) -> None:
    role = next(
        r for r in world.zgw.register.rows(roots.ROLLEN) if r["betrokkeneType"] == "natuurlijk_persoon"
    )
    role["betrokkeneIdentificatie"]["inpBsn"] = "999993653"
    for task in world.zgw.tasks("WV-0001"):
        row = world.row(task["uuid"])
        row["_records"][-1]["data"]["identificatie"] = {"type": "bsn", "value": "999993653"}
    world.zgw.journal.clear()
    read = await world.cases.read_case(world.case("Samira"))
    assert "999993653" not in repr(read)
    assert all("rollen" not in value for e in world.zgw.journal.entries("zaken") for _, value in e.query)


async def test_a_case_of_another_type_is_not_shown(world: World) -> None:
    world.zgw.case_type["identificatie"] = "ZT-BIJSTAND"
    application = world.zgw.clients.applications[0]
    object.__setattr__(application, "zaaktypen", None)
    with pytest.raises(CaseNotFound):
        await world.cases.read_case(world.case("Samira"))


async def test_a_group_comes_with_its_lessons_in_order(world: World) -> None:
    facts = await world.cases.read_group(world.group("B1-2"))
    today = local(world.clock()).date()
    assert facts.group.provider.name == "Taalschool De Brug"
    assert facts.lessons
    assert list(facts.lessons) == sorted(facts.lessons, key=lambda le: le.starts)
    assert all(le.starts.date() <= today + timedelta(weeks=8) for le in facts.lessons)
    assert facts.read_at == world.clock()


async def test_a_list_with_lessons_of_another_group_is_not_taken(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sandbox.zgw.dataattr.parse", no_filter)
    with pytest.raises(BadAnswer, match="les"):
        await world.cases.read_group(world.group("B1-2"))
    assert world.cases.counts["foreign"] == 1


async def test_a_lesson_that_cannot_be_read_fails_the_group_instead_of_shortening_it(world: World) -> None:
    facts = await world.cases.read_group(world.group("B1-2"))
    row = world.row(facts.lessons[0].id)
    row["_records"][-1]["data"]["begin"] = "morgen"
    with pytest.raises(BadAnswer, match="les"):
        await world.cases.read_group(world.group("B1-2"))
