"""What the case systems hold, with the values of the storyboards."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from bot.sandbox.town import Town, case_system, seed
from bot.sandbox.town.shift import Shift
from bot.sandbox.zgw import Zgw, roots
from bot.sandbox.zgw.desk import Desk
from bot.sandbox.zgw.schema import Schemas

TOWN = Town()
MONDAY = date(2026, 11, 23)


def seeded(municipality: str, today: date) -> Zgw:
    zgw = case_system(municipality)
    seed(zgw, TOWN, municipality, today)
    return zgw


@pytest.fixture(scope="module")
def waterveen() -> Zgw:
    return seeded("waterveen", MONDAY)


@pytest.fixture(scope="module")
def heuvelmeer() -> Zgw:
    return seeded("heuvelmeer", MONDAY)


def lessons_of(zgw: Zgw, code: str) -> list[dict[str, Any]]:
    return zgw.objects("les", lesgroep=TOWN.group(code).uuid)


def part(zgw: Zgw, number: str, kind: str, exam: str | None = None) -> dict[str, Any]:
    plan = zgw.plan(number)
    assert plan is not None
    found: dict[str, Any] = next(
        p for p in plan["onderdelen"] if p["soort"] == kind and p.get("onderdeel") == exam
    )
    return found


@pytest.mark.parametrize("name", ["waterveen", "heuvelmeer"])
def test_every_object_fits_its_schema(name: str, request: pytest.FixtureRequest) -> None:
    zgw: Zgw = request.getfixturevalue(name)
    schemas = Schemas()
    for row in zgw.register.rows(roots.OBJECTS):
        kind = zgw.register.by_url(row["type"])
        assert kind is not None
        schemas.check(kind, 1, row["_records"][-1]["data"])


@pytest.mark.parametrize("name", ["waterveen", "heuvelmeer"])
def test_there_is_no_bsn_anywhere(name: str, request: pytest.FixtureRequest) -> None:
    zgw: Zgw = request.getfixturevalue(name)
    assert {r["betrokkeneIdentificatie"].get("inpBsn", "") for r in zgw.register.rows(roots.ROLLEN)} == {""}
    numbers = set(re.findall(r"(?<![\w-])\d{9}(?![\w-])", zgw.register.dump()))
    assert numbers <= {zgw.rsin}


def test_samiras_lessons_of_this_week(waterveen: Zgw) -> None:
    own = [*lessons_of(waterveen, "B1-2"), *lessons_of(waterveen, "KNM-1")]
    week = sorted(le["begin"][:16] for le in own if "2026-11-23" <= le["datum"] <= "2026-11-29")
    assert week == ["2026-11-23T09:00", "2026-11-25T09:00", "2026-11-26T09:00", "2026-11-26T12:30"]


def test_filmons_tuesday_lesson_is_at_kade_4_with_bram(waterveen: Zgw) -> None:
    lesson = next(le for le in lessons_of(waterveen, "Z-1") if le["datum"] == "2026-11-24")
    assert (lesson["begin"], lesson["locatie"]["adres"].split(",")[0]) == (
        "2026-11-24T13:00:00+01:00",
        "Kade 4",
    )
    (group,) = waterveen.objects("lesgroep", code="Z-1")
    assert (group["docent"], group["meenemenSleutels"]) == ("Bram", ["schrift"])


def test_filmon_works_in_the_green_on_monday_and_thursday(waterveen: Zgw) -> None:
    week = [le for le in lessons_of(waterveen, "GROEN") if "2026-11-23" <= le["datum"] <= "2026-11-29"]
    assert [le["begin"][:16] for le in week] == ["2026-11-23T08:30", "2026-11-26T08:30"]
    assert {(le["onderdeel"], le["locatie"]["sleutel"]) for le in week} == {
        ("participatie", "werkplek_groen")
    }


def test_mehmets_thursday_is_online(waterveen: Zgw) -> None:
    week = [le for le in lessons_of(waterveen, "AV-3") if "2026-11-23" <= le["datum"] <= "2026-11-29"]
    assert [le["locatie"]["online"] for le in week] == [False, True]


def test_lessons_are_known_for_four_weeks_and_more_but_not_in_the_holidays(waterveen: Zgw) -> None:
    days = {le["datum"] for le in lessons_of(waterveen, "B1-2")}
    assert {"2026-12-14", "2026-12-17", "2027-01-18"} <= days
    assert not [d for d in days if "2026-12-21" <= d <= "2027-01-03"]


def test_filmons_hours(waterveen: Zgw) -> None:
    language, work = part(waterveen, "WV-0002", "taal"), part(waterveen, "WV-0002", "participatie")
    assert (language["urenBekend"], language["urenDoel"], language["bekendTot"]) == (322, 800, "2026-10-31")
    assert (work["urenBekend"], work["urenDoel"], work["urenGemeldDoor"]) == (410, 800, "werkgever")


def test_filmons_parts_in_their_places(waterveen: Zgw) -> None:
    states = {k: part(waterveen, "WV-0002", k)["status"] for k in ("pvt", "taal", "participatie", "map")}
    assert states == {
        "pvt": "ondertekend",
        "taal": "volgt",
        "participatie": "loopt",
        "map": "eindgesprek_gepland",
    }


def test_filmons_task_has_three_steps_and_is_due_on_tuesday(waterveen: Zgw) -> None:
    (task,) = waterveen.tasks("WV-0002")
    data = task["portaalformulier"]["data"]
    assert task["verloopdatum"] == "2026-11-24T23:59:00+01:00"
    assert [s["pictogram"] for s in data["stappen"]] == ["✉", "🏠", "⏰"]
    assert (data["titel_sleutel"], data["duur_minuten"]) == ("taak.brieven", 30)


def test_samiras_dates(waterveen: Zgw) -> None:
    found = waterveen.objects("afspraak", zaak=TOWN.person("Samira").case_uuid)
    assert [(a["soort"], a["begin"][:16]) for a in found] == [
        ("pvt_bijeenkomst", "2026-12-03T14:00"),
        ("pvt_bijeenkomst", "2026-12-10T14:00"),
        ("pvt_ondertekening", "2026-12-17T15:00"),
        ("voortgangsgesprek", "2027-01-18T10:00"),
    ]
    assert (waterveen.plan("WV-0001") or {})["termijn"]["einddatumExclusief"] == "2029-03-17"


def test_mehmets_levels_and_exams(waterveen: Zgw) -> None:
    plan = waterveen.plan("WV-0004") or {}
    assert plan["niveauPerOnderdeel"] == {"LE": "B1", "LU": "B1", "SC": "A2", "SP": "A2"}
    assert part(waterveen, "WV-0004", "examen", "LU")["datum"] == "2027-01-21"
    assert part(waterveen, "WV-0004", "examen", "LE")["fase"] == "klaar"


def test_karim_waits_for_a_group(waterveen: Zgw) -> None:
    waiting = (waterveen.plan("WV-0006") or {})["wachtOp"]
    assert (waiting["soort"], waiting["aanZet"], waiting["verwachtVoor"]) == (
        "groep",
        "aanbieder",
        "2027-02-01",
    )
    assert Desk(waterveen).status("WV-0006") == "Wachten op groep"


def test_laila_has_an_intake_and_no_plan(waterveen: Zgw) -> None:
    (intake,) = waterveen.objects("afspraak", zaak=TOWN.person("Laila").case_uuid)
    assert (intake["begin"][:16], intake["tolk"]["taal"]) == ("2026-12-10T10:00", "fa-AF")
    assert intake["meenemenSleutels"] == ["id_bewijs", "schoolpapieren"]
    assert waterveen.plan("WV-0007") is None
    assert waterveen.tasks("WV-0007") == []


def test_the_properties_say_the_same_as_the_plan(waterveen: Zgw) -> None:
    case = waterveen.case("WV-0002")
    found = {
        p["naam"]: p["waarde"] for p in waterveen.register.where(roots.ZAAKEIGENSCHAPPEN, zaak=case["url"])
    }
    assert found["leerroute"] == "Z"
    assert (found["termijnEinde"], found["urenTaal"], found["urenBekendTot"]) == (
        "20280909",
        "322",
        "20261031",
    )


def test_each_case_has_its_caseworker(waterveen: Zgw, heuvelmeer: Zgw) -> None:
    for zgw, identity in ((waterveen, "km-001"), (heuvelmeer, "km-101")):
        roles = list(zgw.register.where(roots.ROLLEN, omschrijvingGeneriek="behandelaar"))
        assert len(roles) == len(zgw.register.rows(roots.CASES))
        assert {r["betrokkeneIdentificatie"]["identificatie"] for r in roles} == {identity}


def test_the_groups_hang_on_the_case(waterveen: Zgw) -> None:
    case = waterveen.case("WV-0001")
    links = waterveen.register.where(roots.ZAAKOBJECTEN, zaak=case["url"], objectTypeOverige="lesgroep")
    assert {roots.last(link["object"]) for link in links} == {TOWN.group(c).uuid for c in ("B1-2", "KNM-1")}


@pytest.mark.parametrize("today", [date(2026, 11, 23), date(2026, 11, 29)])
def test_within_the_fixture_week_nothing_moves(today: date) -> None:
    assert Shift.to(today).day(MONDAY) == MONDAY


def test_another_week_moves_everything_by_whole_weeks() -> None:
    zgw = seeded("waterveen", date(2027, 7, 14))
    (task,) = zgw.tasks("WV-0002")
    assert task["verloopdatum"] == "2027-07-13T23:59:00+02:00"
    days = [le["datum"] for le in zgw.objects("les", lesgroep=TOWN.group("B1-2").uuid)]
    assert {"2027-07-12", "2027-07-14", "2027-07-15"} <= set(days)
    assert {le["begin"][11:] for le in zgw.objects("les", lesgroep=TOWN.group("B1-2").uuid)} == {
        "09:00:00+02:00"
    }


def test_a_lesson_keeps_its_uuid_from_one_week_to_the_next() -> None:
    now, later = (seeded("waterveen", day) for day in (MONDAY, date(2026, 11, 30)))
    ids = [{le["datum"]: le["uuid"] for le in lessons_of(zgw, "KNM-1")} for zgw in (now, later)]
    shared = ids[0].keys() & ids[1].keys()
    assert shared
    assert all(ids[0][day] == ids[1][day] for day in shared)
