"""What a delivery changes, what a broken line costs, and what is held."""

from __future__ import annotations

import pytest

from bot.cases.file.judge import Judgement, judge
from bot.cases.file.stand import Stand, load_stand
from bot.cases.file.tables import CASES, LESSONS, PARTS, TASKS, Row
from tests.cases.file.deliveries import NOW, Tables, case, lesson, part, task, town


def rows(tables: Tables) -> dict[str, list[Row]]:
    return {
        name: [Row(number, cells) for number, cells in enumerate(listed, 2)]
        for name, listed in tables.items()
    }


def judged(tables: Tables, before: Stand | None = None) -> Judgement:
    return judge(before, rows(tables), NOW, "nacht.json")


def stand(tables: Tables | None = None) -> Stand:
    return judged(tables or town()).stand


def test_a_first_delivery_is_all_new() -> None:
    found = judged(town(10))
    assert (found.new, found.changed, found.gone, found.held, found.faults) == (10, 0, 0, (), ())


def test_the_same_delivery_again_changes_nothing() -> None:
    found = judged(town(), stand())
    assert (found.new, found.changed, found.gone, found.same) == (0, 0, 0, 10)


def test_a_case_is_changed_by_its_task_as_by_itself() -> None:
    tables = town()
    tables[TASKS][3]["status"] = "verwerkt"
    tables[CASES][4]["niveau"] = "A2"
    found = judged(tables, stand())
    assert (found.changed, found.same) == (2, 8)


def test_a_new_content_of_a_line_raises_its_version() -> None:
    tables = town()
    tables[LESSONS][0]["adres"] = "Dorpsstraat 1"
    found = judged(tables, stand()).stand
    assert found.version(LESSONS, ("B1-2", "L1")) == 2
    assert found.version(LESSONS, ("B1-2", "L2")) == 1


def test_what_stands_can_be_written_and_read_back() -> None:
    tables = town()
    tables[LESSONS][0]["adres"] = "Dorpsstraat 1"
    tables[TASKS].append(task("WV-0001", "T2", status="half"))
    found = judged(tables, stand()).stand
    assert load_stand(found.dump()) == found


def test_a_broken_line_leaves_what_was_known_and_names_column_and_line() -> None:
    tables = town()
    tables[CASES][2]["geboortejaar"] = "negentig"
    before = stand()
    found = judged(tables, before)
    assert found.stand.rows[CASES]["WV-0003",] == before.rows[CASES]["WV-0003",]
    assert [str(f) for f in found.faults] == [
        "zaken, line 4: geboortejaar: a number of 0 or more is expected"
    ]
    assert (found.held, found.same) == ((), 10)


def test_a_broken_new_task_makes_that_part_of_the_case_incomplete() -> None:
    tables = town()
    tables[TASKS].append(task("WV-0002", "T9", uiterlijk="volgende week"))
    found = judged(tables, stand())
    assert found.stand.incomplete == {"WV-0002": frozenset({"tasks"})}


def test_a_broken_new_lesson_holds_back_its_group() -> None:
    tables = town()
    tables[LESSONS].append(lesson("B1-2", "L3", einde="2026-11-25 08:00"))
    found = judged(tables, stand())
    assert found.stand.broken_groups == {"B1-2"}
    assert "einde does not lie after begin" in str(found.faults[0])


def test_hours_without_their_date_are_a_broken_line() -> None:
    tables = town()
    tables[PARTS][0] = part("WV-0001", bekend_tot="", soort="knm")
    found = judged(tables, stand())
    assert "uren_bekend needs bekend_tot" in str(found.faults[0])


def test_a_fault_never_repeats_what_stood_in_the_file() -> None:
    tables = town()
    tables[CASES][0] |= {"pip_datum": "999990019", "leerroute": "geheim"}
    assert not any("999990019" in str(f) or "geheim" in str(f).lower() for f in judged(tables).faults)


def test_a_line_that_does_not_say_whose_it_is_holds_the_file() -> None:
    tables = town()
    tables[TASKS][5]["zaaknummer"] = ""
    assert judged(tables, stand()).held == ("taken, line 7 does not say whose it is (zaaknummer is empty)",)


def test_a_line_of_an_unknown_case_is_passed_over_and_told() -> None:
    tables = town()
    tables[TASKS].append(task("WV-9999", "T1"))
    found = judged(tables, stand())
    assert ("WV-9999", "T1") not in found.stand.rows[TASKS]
    assert "not in the table 'zaken'" in str(found.faults[0])


def test_a_case_that_stands_there_twice_keeps_what_was_known() -> None:
    tables = town()
    tables[CASES].append(case("WV-0001", niveau="A2"))
    found = judged(tables, stand())
    assert found.stand.rows[CASES]["WV-0001",]["niveau"] == "B1"
    assert "twice" in str(found.faults[0])


def test_of_two_lines_with_one_key_neither_is_taken() -> None:
    tables = town()
    tables[CASES][0]["niveau"] = "A2"
    tables[CASES].append(case("WV-0001", niveau="B2"))
    assert judged(tables, stand()).stand.rows[CASES]["WV-0001",]["niveau"] == "B1"
    assert ("WV-0001",) not in judged(tables).stand.rows[CASES]


def test_the_same_line_twice_leaves_no_doubt() -> None:
    tables = town()
    tables[TASKS][0]["titel"] = "Bel het taalhuis"
    tables[TASKS].append(dict(tables[TASKS][0]))
    found = judged(tables, stand())
    assert found.stand.rows[TASKS]["WV-0001", "T1"]["titel"] == "Bel het taalhuis"
    assert (found.stand.incomplete, len(found.faults)) == ({}, 1)


def test_a_column_that_is_not_known_is_named_and_not_kept() -> None:
    tables = town()
    tables[CASES][0]["leeroute"] = "B"
    found = judged(tables)
    assert "column 'leeroute' is not known" in str(found.faults[0])
    assert "leeroute" not in found.stand.dump()


@pytest.mark.parametrize(
    "change", [{"termijn_laatste_dag": "2029-02-1"}, {"pip_datum": "2026-2-16"}, {"einddatum": "16-02-202"}]
)
def test_a_day_of_which_the_end_is_missing_is_no_other_day(change: dict[str, str]) -> None:
    tables = town()
    tables[CASES][0] |= change
    assert "a day is written" in str(judged(tables, stand()).faults[0])


def test_a_line_that_broke_off_leaves_what_was_known() -> None:
    tables = rows(town())
    tables[CASES][-1] = Row(11, {**tables[CASES][-1].cells, "groepen": ""}, uneven=True)
    found = judge(stand(), tables, NOW, "nacht.csv")
    assert found.stand.rows[CASES]["WV-0010",]["groepen"] == "B1-2"
    assert str(found.faults[0]) == "zaken, line 11: there are more or fewer cells than headings"


def test_half_a_file_is_held() -> None:
    tables = town()
    tables[CASES] = tables[CASES][:5]
    found = judged(tables, stand())
    assert "5 of 10 cases would be gone" in found.held


def test_a_file_that_would_empty_a_caseload_is_held() -> None:
    before = town(40)
    for line in before[CASES][:4]:
        line["klantmanager"] = "km-007"
    after = town(40)
    after[CASES] = after[CASES][4:]
    assert judged(after, stand(before)).held == ("the caseload of km-007 (4 cases) would be empty",)


def test_a_caseload_that_moves_to_a_colleague_is_not_held() -> None:
    tables = town()
    for line in tables[CASES]:
        line["klantmanager"] = "km-009"
    assert judged(tables, stand()).held == ()


def test_a_case_or_two_may_end() -> None:
    tables = town()
    tables[CASES] = tables[CASES][2:]
    found = judged(tables, stand())
    assert (found.gone, found.held) == (2, ())


def test_a_table_that_shrinks_to_less_than_half_is_held() -> None:
    tables = town()
    tables[TASKS] = tables[TASKS][:4]
    assert judged(tables, stand()).held == ("the table 'taken' would shrink from 10 to 4 lines",)


def test_many_broken_lines_hold_the_file() -> None:
    tables = town()
    for line in tables[CASES][:3]:
        line["status"] = ""
    assert judged(tables, stand()).held == ("3 of 10 lines of 'zaken' cannot be read",)


def test_a_column_that_was_left_out_is_held() -> None:
    tables = town()
    for line in tables[CASES]:
        del line["termijn_start"], line["termijn_laatste_dag"]
    assert judged(tables, stand()).held == (
        "the column 'termijn_laatste_dag' of 'zaken' would be empty everywhere",
        "the column 'termijn_start' of 'zaken' would be empty everywhere",
    )
