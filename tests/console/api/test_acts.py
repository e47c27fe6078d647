"""The acts of the pages over the HTTP API."""

from __future__ import annotations

from typing import Any

import pytest

from bot.cases.model import LessonStatus
from bot.store.records import Delivery, DeliveryState
from tests.clocks import NOW
from tests.console.api.conftest import System
from tests.console.fakes import FakeTenantStore
from tests.console.town import ELSEWHERE, GROUP, THURSDAY

YUSUF = {"case_number": "WV-0009", "first_name": "Yusuf", "birth_year": 1991, "language": "ar"}
FILMON = {"case_number": "WV-0002", "first_name": "Filmon", "birth_year": 1990, "language": "ti"}
CANCEL = {"lesson": THURSDAY, "version": 1, "act": "cancel"}


async def test_people_are_listed_without_anything_that_identifies_elsewhere(suite: System) -> None:
    people = (await suite.asks("GET", "/people?channel=linked")).body["people"]
    assert [p["first_name"] for p in people] == ["Samira", "Filmon", "Elif", "Karim"]
    assert set(people[0]) == {
        "id",
        "case_number",
        "first_name",
        "language",
        "route",
        "channel",
        "level",
        "last_seen",
        "next",
    }


async def test_opening_one_person_writes_one_audit_line(suite: System, town: FakeTenantStore) -> None:
    reply = await suite.asks("GET", "/people/samira")
    assert (reply.body["route"], reply.body["next"]) == ("B1", "2026-11-23T08:00:00Z")
    assert town.audit.of("samira") == ["person_opened"]


async def test_an_invitation_answers_code_and_link_once(suite: System, town: FakeTenantStore) -> None:
    reply = await suite.asks("POST", "/invitations", YUSUF, "k")
    assert reply.status == 201
    assert reply.body["code"] == "ABCDE-FGH23"
    assert reply.body["link"] == "https://t.me/WaterveenWegwijsBot?start=secret-invitation-0"
    assert town.persons.records[reply.body["person"]].first_name == "Yusuf"


async def test_a_batch_is_everybody_or_nobody(suite: System, town: FakeTenantStore) -> None:
    wrong = {"invitations": [FILMON, {**YUSUF, "case_number": "WV-9999"}]}
    reply = await suite.asks("POST", "/invitations/batch", wrong, "k1")
    assert reply.status == 422
    assert reply.body["errors"] == [{"field": "invitations.1.case_number", "message": "No such case here."}]
    assert town.invitations.records == {}
    good = await suite.asks("POST", "/invitations/batch", {"invitations": [FILMON, YUSUF]}, "k2")
    assert len(good.body["invitations"]) == 2


async def test_a_reminder_is_previewed_without_being_sent(suite: System, town: FakeTenantStore) -> None:
    body = {
        "people": ["samira", "rahel"],
        "template": "bring-id",
        "fields": {"date": "2026-12-03"},
        "when": "evening",
    }
    reply = await suite.asks("POST", "/reminders/preview", body)
    assert (reply.body["reached"], reply.body["total"]) == (1, 2)
    assert reply.body["missed"] == [{"person": "rahel", "first_name": "Rahel", "reason": "never_linked"}]
    assert reply.body["leaves_at"] == "2026-12-02T18:00:00Z"
    assert reply.body["texts"][0]["texts"]["L1"] == "[ar L1] bring-id 2026-12-03"
    assert town.campaigns.records == {}


async def test_a_reminder_is_planned_reported_and_taken_back(suite: System, town: FakeTenantStore) -> None:
    made = await suite.asks("POST", "/reminders", {"people": ["samira"], "template": "call-us"}, "k")
    assert made.status == 202
    report = made.headers["Location"].removeprefix("/api/v1")
    assert (await suite.asks("GET", report)).body["counts"]["planned"] == 1
    assert (await suite.asks("DELETE", report)).body["state"] == "taken_back"
    assert town.jobs.planned == {}


async def test_a_reminder_that_has_left_is_not_taken_back(suite: System, town: FakeTenantStore) -> None:
    made = await suite.asks("POST", "/reminders", {"people": ["samira"], "template": "call-us"}, "k")
    town.jobs.take("campaign", made.body["id"])
    reply = await suite.asks("DELETE", f"/reminders/{made.body['id']}")
    assert (reply.status, reply.body["type"]) == (409, "urn:wegwijs:problem:too_late")


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"template": "nothing"}, "template"),
        ({"template": "bring-id"}, "fields.date"),
        ({"fields": {"free": "text"}}, "fields.free"),
        ({"when": "moment"}, "when"),
    ],
)
async def test_a_wrong_reminder_names_its_field(suite: System, more: dict[str, Any], field: str) -> None:
    reply = await suite.asks("POST", "/reminders", {"people": ["samira"], "template": "call-us", **more}, "k")
    assert reply.status == 422
    assert [error["field"] for error in reply.body["errors"]] == [field]


async def test_a_reminder_to_somebody_of_elsewhere_is_not_found(suite: System) -> None:
    body = {"people": ["samira", "somebody-else"], "template": "call-us"}
    assert (await suite.asks("POST", "/reminders", body, "k")).status == 404


async def test_more_than_25_people_need_an_administrator(
    suite: System, chief: System, town: FakeTenantStore
) -> None:
    for n in range(26):
        town.persons.records[f"p{n}"] = town.persons.records["samira"]
    body = {"people": [f"p{n}" for n in range(26)], "template": "call-us"}
    assert (await suite.asks("POST", "/reminders", body, "k")).body["type"] == "urn:wegwijs:problem:colleague"
    assert (await chief.asks("POST", "/reminders", body, "k")).status == 202


async def test_a_forbidden_word_is_not_sent(suite: System, town: FakeTenantStore) -> None:
    fields = {"date": "2026-12-03", "place": "bibliotheek"}
    reply = await suite.asks(
        "POST", "/reminders", {"people": ["samira"], "template": "bring-id", "fields": fields}, "k"
    )
    assert reply.body["type"] == "urn:wegwijs:problem:text"
    assert {"field": "text.ar.L1", "message": "forbidden"} in reply.body["errors"]
    assert town.campaigns.records == {}


async def test_a_planner_lists_own_groups_and_lessons_of_a_week(planning: System) -> None:
    groups = (await planning.asks("GET", "/groups")).body["groups"]
    assert [(g["name"], g["members"], g["linked"]) for g in groups] == [("B1-2", 6, 5)]
    reply = await planning.asks("GET", f"/groups/{GROUP}/lessons?week=2026-W48")
    thursday = next(le for le in reply.body["lessons"] if le["id"] == THURSDAY)
    assert (thursday["starts"], thursday["version"], thursday["absent"]) == ("2026-11-26T09:00:00", 1, 1)


async def test_a_change_is_previewed_without_being_made(planning: System, town: FakeTenantStore) -> None:
    reply = await planning.asks("POST", "/changes/preview", CANCEL)
    assert (reply.body["reached"], reply.body["total"], reply.body["call"]) == (4, 6, ["Mehmet", "Rahel"])
    assert town.changes.records == {}


async def test_a_change_is_202_with_a_report_address_and_repeated_gets_the_same_answer(
    planning: System, town: FakeTenantStore
) -> None:
    made = await planning.asks("POST", "/changes", CANCEL, "k")
    assert (made.status, made.body["state"], made.body["kind"]) == (202, "planned", "cancelled")
    assert made.body["report"] == f"/api/v1/lessons/{THURSDAY}/acknowledgements"
    assert (await planning.asks("POST", "/changes", CANCEL, "k")).body == made.body
    assert len(town.changes.records) == 1


async def test_an_old_version_is_412(planning: System, town: FakeTenantStore) -> None:
    reply = await planning.asks("POST", "/changes", {**CANCEL, "version": 0}, "k")
    assert (reply.status, reply.body["type"]) == (412, "urn:wegwijs:problem:old_version")
    assert town.changes.records == {}


async def test_a_change_is_taken_back_before_it_leaves(planning: System, town: FakeTenantStore) -> None:
    made = await planning.asks("POST", "/changes", CANCEL, "k")
    assert (await planning.asks("DELETE", f"/changes/{made.body['id']}")).body["state"] == "taken_back"
    assert town.jobs.planned == {}


async def test_an_urgent_change_has_left_when_it_is_answered(planning: System, town: FakeTenantStore) -> None:
    body = {
        "lesson": "les-b12-tuesday",
        "version": 1,
        "act": "move",
        "starts": "2026-11-24T08:00:00",
        "room": "1.3",
    }
    made = await planning.asks("POST", "/changes", body, "k")
    assert made.body["state"] == "left"
    write = town.groups.overlays[0]
    assert (write.starts.hour, write.ends.hour, write.place and write.place.room) == (8, 11, "1.3")


async def test_moved_and_back_is_no_net_change(planning: System, town: FakeTenantStore) -> None:
    move = {"lesson": THURSDAY, "version": 1, "act": "move", "starts": "2026-11-26T10:00:00", "room": "1.3"}
    await planning.asks("POST", "/changes", move, "k1")
    reply = await planning.asks(
        "POST", "/changes", {**move, "starts": "2026-11-26T09:00:00", "room": "2.1"}, "k2"
    )
    assert (reply.status, reply.body["state"], reply.body["id"]) == (200, "no_net_change", None)
    assert town.jobs.planned == {}


async def test_a_lesson_of_another_school_is_not_found(planning: System) -> None:
    assert (await planning.asks("POST", "/changes", {**CANCEL, "lesson": ELSEWHERE}, "k")).status == 404


async def test_a_wish_without_sense_is_422(planning: System) -> None:
    body = {"lesson": THURSDAY, "version": 1, "act": "move", "ends": "2026-11-26T08:00:00"}
    assert (await planning.asks("POST", "/changes", body, "k")).body[
        "type"
    ] == "urn:wegwijs:problem:ends_before_start"


async def test_acknowledgements_and_absences_are_first_names_only(
    planning: System, town: FakeTenantStore
) -> None:
    made = await planning.asks("POST", "/changes", {**CANCEL, "lesson": "les-b12-tuesday"}, "k")
    assert town.groups.overlays[0].status is LessonStatus.CANCELLED
    await town.deliveries.record(
        Delivery("lesson:les-b12-tuesday", "samira", 2, DeliveryState.UNDERSTOOD, NOW)
    )
    reply = await planning.asks("GET", made.body["report"].removeprefix("/api/v1"))
    assert (reply.body["understood"], reply.body["no_link"]) == (["Samira"], ["Rahel"])
    away = (await planning.asks("GET", "/absences")).body["absences"]
    assert [(a["first_name"], a["group"], a["withdrawn"]) for a in away] == [("Samira", "B1-2", False)]
    assert "reason" not in away[0]
