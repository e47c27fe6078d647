"""The planner: timetable, cancel and move, acknowledgements, absences; never more than that."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.cases.model import LessonStatus, OwnWrite, Write, WriteKind
from bot.schools import leave
from bot.store.records import Delivery, DeliveryState
from tests.clocks import NOW, Hands
from tests.console.colleague import Colleague, hidden
from tests.console.fakes import FakeTenantStore
from tests.console.town import GROUP, THURSDAY

AT = f"/waterveen/school/lessons/{THURSDAY}"
TOMORROW = "/waterveen/school/lessons/les-b12-tuesday"
CANCEL = {"act": "cancel", "version": "1"}
MOVE = {"act": "move", "version": "1", "date": "2026-11-26", "from": "10:00", "to": "13:00", "room": "1.3"}
BACK = {"act": "move", "version": "1", "date": "2026-11-26", "from": "09:00", "to": "12:00", "room": "2.1"}


def only(town: FakeTenantStore) -> str:
    """The id of the only change that is not taken back."""
    return next(c.id for c in town.changes.records.values() if c.state != "taken_back")


async def test_a_week_shows_lessons_with_badges(ingrid: Colleague) -> None:
    page = (await ingrid.opens("/waterveen/school?week=2026-W48")).text
    assert "Thu 26 Nov 09:00–12:00 Dutch · room 2.1 🙋 1 absent ✔ 5 of 6 linked" in page


async def test_only_the_own_school_is_shown(ingrid: Colleague) -> None:
    page = (await ingrid.opens("/waterveen/school")).text
    assert "B1-2" in page
    assert "X-1" not in page


async def test_a_planner_never_sees_language_case_or_plan(ingrid: Colleague, town: FakeTenantStore) -> None:
    await ingrid.sends(AT, **CANCEL, change="change-for-this-test")
    await leave.leave(town, only(town))
    for path in ("/waterveen/school?week=2026-W48", AT, "/waterveen/school/absences"):
        page = (await ingrid.opens(path)).html
        for secret in ("WV-", "case-", "Arabic", "Tigrinya", "B1 route", "Diploma", "@"):
            assert secret not in page.replace("@waterveen.example", ""), (path, secret)


async def test_the_preview_says_whom_it_reaches_whom_to_call_and_the_dutch_text(
    ingrid: Colleague, town: FakeTenantStore
) -> None:
    page = await ingrid.asks(f"{AT}/preview", **CANCEL)
    assert "Reaches 4 of 6. 2 have no phone link: call Mehmet, Rahel." in page.text
    assert "[nl] push-lesson-cancelled 2026-11-26 09:00:00" in page.text
    assert "after 2 minutes" in page.text
    assert town.changes.records == {}


async def test_a_cancelled_lesson_waits_two_minutes_and_can_be_taken_back(
    ingrid: Colleague, town: FakeTenantStore
) -> None:
    form = hidden(await ingrid.asks(f"{AT}/preview", **CANCEL), "change")
    page = await ingrid.sends_and_follows(AT, **CANCEL, change=form)
    assert "Leaves in 120 s" in page.text
    assert town.groups.overlays == []
    page = await ingrid.sends_and_follows(f"/waterveen/school/changes/{form}/undo")
    assert "Taken back. Nothing has left." in page.text
    assert town.jobs.planned == {}


async def test_now_leaves_at_once(ingrid: Colleague, town: FakeTenantStore) -> None:
    await ingrid.sends(AT, **CANCEL, change="change-for-this-test")
    page = await ingrid.sends_and_follows("/waterveen/school/changes/change-for-this-test/now")
    assert "It has left." in page.text
    assert town.groups.overlays[0].status is LessonStatus.CANCELLED
    assert town.jobs.planned == {}


async def test_a_double_click_is_one_change(ingrid: Colleague, town: FakeTenantStore) -> None:
    for _ in range(2):
        await ingrid.sends(AT, **CANCEL, change="change-for-this-test")
    assert len(town.changes.records) == 1


async def test_within_24_hours_it_leaves_at_once_and_reaches_who_stopped_messages(
    ingrid: Colleague, town: FakeTenantStore
) -> None:
    preview = (await ingrid.asks(f"{TOMORROW}/preview", **CANCEL)).text
    assert "Reaches 5 of 6. 1 has no phone link: call Rahel." in preview
    assert "it leaves at once" in preview
    page = await ingrid.sends_and_follows(TOMORROW, **CANCEL, change="change-for-this-test")
    assert "It has left." in page.text
    assert len(town.groups.overlays) == 1
    assert "Lesson is on again" in page.text


async def test_an_urgent_cancellation_is_undone_by_saying_that_the_lesson_is_on_again(
    ingrid: Colleague, town: FakeTenantStore
) -> None:
    await ingrid.sends(TOMORROW, **CANCEL, change="change-for-this-test")
    await ingrid.sends("/waterveen/school/changes/change-for-this-test/again")
    assert [(o.status, o.version) for o in town.groups.overlays] == [
        (LessonStatus.CANCELLED, 2),
        (LessonStatus.PLANNED, 3),
    ]


async def test_moved_and_moved_back_within_two_minutes_sends_nothing(
    ingrid: Colleague, town: FakeTenantStore
) -> None:
    await ingrid.sends(AT, **MOVE, change="change-for-this-test")
    page = await ingrid.sends_and_follows(AT, **BACK, change="change-back-again")
    assert "No net change: nothing is sent." in page.text
    assert town.jobs.planned == {}
    assert town.groups.overlays == []


async def test_a_second_move_within_two_minutes_replaces_the_first(
    ingrid: Colleague, town: FakeTenantStore
) -> None:
    await ingrid.sends(AT, **MOVE, change="change-for-this-test")
    await ingrid.sends(AT, **{**MOVE, "from": "11:00", "to": "14:00"}, change="change-once-more")
    assert list(town.jobs.planned) == [("change", "change-once-more")]
    second = town.changes.records["change-once-more"]
    assert (second.old_starts.hour, second.starts.hour) == (9, 11)


async def test_a_form_of_an_older_version_changes_nothing(ingrid: Colleague, town: FakeTenantStore) -> None:
    page = await ingrid.sends(AT, act="cancel", version="0", change="change-for-this-test")
    assert page.status == 422
    assert "has changed meanwhile" in page.text
    assert town.changes.records == {}


async def test_a_time_that_is_none_is_told(ingrid: Colleague) -> None:
    page = await ingrid.asks(f"{AT}/preview", **{**MOVE, "from": "25:00"})
    assert "Date or time is not right. Nothing was changed." in page.text


async def test_an_end_before_the_start_is_told(ingrid: Colleague) -> None:
    page = await ingrid.asks(f"{AT}/preview", **{**MOVE, "to": "09:30"})
    assert "The end is before the start." in page.text


async def test_a_lesson_goes_online(ingrid: Colleague) -> None:
    page = await ingrid.asks(f"{AT}/preview", **BACK, online="on")
    assert "push-lesson-online" in page.text


async def test_acknowledgements_are_live_with_first_names(ingrid: Colleague, town: FakeTenantStore) -> None:
    await ingrid.sends(AT, **CANCEL, change="change-for-this-test")
    await leave.leave(town, "change-for-this-test")
    for who, state in (("samira", DeliveryState.UNDERSTOOD), ("elif", DeliveryState.SEEN)):
        await town.deliveries.record(Delivery(f"lesson:{THURSDAY}", who, 2, state, NOW))
    page = (await ingrid.opens(AT)).text
    assert "1 understood Samira 1 seen Elif 2 not yet Filmon, Karim 2 no link Mehmet, Rahel" in page
    assert (
        "understood 1 seen 1 not yet 2 no link 2"
        in (await ingrid.opens("/waterveen/school?week=2026-W48")).text
    )


async def test_an_old_i_understand_does_not_count_for_a_newer_change(
    ingrid: Colleague, town: FakeTenantStore
) -> None:
    await town.deliveries.record(Delivery(f"lesson:{THURSDAY}", "samira", 1, DeliveryState.UNDERSTOOD, NOW))
    await ingrid.sends(AT, **CANCEL, change="change-for-this-test")
    await leave.leave(town, "change-for-this-test")
    assert "0 understood" in (await ingrid.opens(AT)).text


async def test_two_hours_before_who_has_not_seen_it_is_called(
    ingrid: Colleague, town: FakeTenantStore, clock: Hands
) -> None:
    await ingrid.sends(AT, **CANCEL, change="change-for-this-test")
    await leave.leave(town, "change-for-this-test")
    assert "not seen: call" not in (await ingrid.opens(AT)).text
    clock.now = datetime(2026, 11, 26, 6, 0, tzinfo=NOW.tzinfo)
    await ingrid.signs_in()
    assert "6 not seen: call Elif, Filmon, Karim, Samira, Mehmet, Rahel" in (await ingrid.opens(AT)).text


async def test_absences_stand_with_name_group_and_time_and_withdrawn_ones_are_struck_through(
    ingrid: Colleague, town: FakeTenantStore
) -> None:
    page = await ingrid.opens("/waterveen/school/absences")
    assert "Thu 26 Nov 09:00: Samira (B1-2) sent Mon 23 Nov 08:12" in page.text
    write = Write("w1", WriteKind.ABSENCE_WITHDRAWN, THURSDAY, NOW + timedelta(minutes=5))
    town.persons.own["samira"] = (OwnWrite(write),)
    page = await ingrid.opens("/waterveen/school/absences")
    assert "<s>" in page.html
    assert "comes after all" in page.text
    assert "reason" in page.text
    assert 'name="reason"' not in page.html


async def test_a_group_of_another_school_is_not_found(ingrid: Colleague, town: FakeTenantStore) -> None:
    assert (await ingrid.opens("/waterveen/school?group=groep-elders")).status == 404
    assert town.alarms.open() == ["foreign_address"]


async def test_an_odd_week_shows_this_week(ingrid: Colleague) -> None:
    assert (await ingrid.opens(f"/waterveen/school?group={GROUP}&week=2026-W99")).status == 200
    assert "Week 48" in (await ingrid.opens("/waterveen/school?week=nonsense")).text


async def test_an_administrator_sees_every_school(nadia: Colleague) -> None:
    page = (await nadia.opens("/waterveen/school")).text
    assert "B1-2" in page
    assert "X-1" in page
