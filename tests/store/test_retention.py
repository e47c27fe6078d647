"""What is older than people were promised is gone; what is younger stays."""

from __future__ import annotations

from datetime import timedelta

from bot.cases.model import State
from bot.state.events import Looked
from bot.state.turn import EndLink, Mark, Turn
from bot.store.codec import millis
from bot.store.records import Campaign
from bot.tenant import Bewaren
from tests.clocks import NOW
from tests.store.people import LESSON, PERSON, Bench, snapshot

ITEM = f"lesson:{LESSON}"


async def test_old_delivery_records_are_removed_and_young_ones_stay(bench: Bench) -> None:
    link = await bench.linked()
    await bench.turn(link, "old", Mark(ITEM, 2, "seen"))
    bench.clock.forward(days=80)
    await bench.turn(link, "young", Mark("task:1", 1, "seen"))
    bench.clock.forward(days=11)
    assert await bench.tenant.retention.sweep(Bewaren(), bench.clock()) == 2, "the record and the invitation"
    assert await bench.tenant.deliveries.of(ITEM) == ()
    assert len(await bench.tenant.deliveries.of("task:1")) == 1


async def test_old_reminders_closed_alarms_and_audit_lines_are_removed(bench: Bench) -> None:
    await bench.tenant.campaigns.put(Campaign("c1", "letter", {}, (), "anneke", NOW, NOW))
    open_alarm = await bench.tenant.alarms.raise_("question")
    closed = await bench.tenant.alarms.raise_("callback")
    await bench.tenant.alarms.close(closed.id, "anneke")
    await bench.tenant.audit.write("anneke", "opened", "samira-0001")
    bench.clock.forward(days=91)
    await bench.tenant.retention.sweep(Bewaren(), bench.clock())
    assert await bench.tenant.campaigns.all() == ()
    assert [alarm.id for alarm in await bench.tenant.alarms.all()] == [open_alarm.id]
    assert len(await bench.tenant.audit.all()) == 1
    await bench.tenant.retention.sweep(Bewaren(), NOW + timedelta(days=731))
    assert await bench.tenant.audit.all() == ()


async def _carry_out(bench: Bench) -> None:
    """Carry out what is due by hand: nothing else than purges is planned in these tests."""
    while not isinstance(job := await bench.tenant.jobs.next(), float):
        if job is not None and job.kind == "purge":
            await bench.tenant.links.purge(job.key, with_person=bool(job.data.get("person")))
            await bench.tenant.jobs.done(job)


async def test_an_invitation_that_is_over_goes_with_its_codes(bench: Bench) -> None:
    made = await bench.invited()
    bench.clock.forward(days=103)
    await bench.tenant.retention.sweep(Bewaren(), bench.clock())
    assert await bench.tenant.invitations.of_person(PERSON.id) == (made.record,)
    bench.clock.forward(days=2)
    await bench.tenant.retention.sweep(Bewaren(), bench.clock())
    assert await bench.tenant.invitations.of_person(PERSON.id) == ()
    assert await bench.tenant.invitations.by_text(made.code) is None


async def test_a_visitor_who_is_silent_for_long_is_forgotten_and_others_stay(bench: Bench) -> None:
    linked, visitor = await bench.linked(), await bench.tenant.links.for_chat(5)
    bench.clock.forward(days=29)
    await bench.tenant.retention.sweep(Bewaren(), bench.clock())
    assert await bench.tenant.links.get(visitor.id) is not None
    bench.clock.forward(days=2)
    await bench.tenant.retention.sweep(Bewaren(), bench.clock())
    await _carry_out(bench)
    assert await bench.tenant.links.get(visitor.id) is None
    assert await bench.tenant.links.get(linked.id) is not None
    again = await bench.tenant.links.for_chat(5)
    assert again.id != visitor.id


async def test_a_person_whose_link_ended_is_forgotten_after_the_period(bench: Bench) -> None:
    link = await bench.linked()
    await bench.turn(link, "ended", EndLink("phone_lost"))
    bench.clock.forward(minutes=1)
    await _carry_out(bench)
    bench.clock.forward(days=29)
    await bench.tenant.retention.sweep(Bewaren(), bench.clock())
    assert await bench.tenant.persons.get(PERSON.id) is not None
    bench.clock.forward(days=2)
    await bench.tenant.retention.sweep(Bewaren(), bench.clock())
    assert await bench.tenant.persons.get(PERSON.id) is None
    assert await bench.tenant.persons.by_case(PERSON.case_uuid) is None
    room = bench.tenant.room
    assert [key async for key in room.keys("*") if PERSON.id in key] == []


async def test_a_linked_person_stays_however_long_ago(bench: Bench) -> None:
    await bench.linked()
    bench.clock.forward(days=400)
    await bench.tenant.retention.sweep(Bewaren(), bench.clock())
    person = await bench.tenant.persons.get(PERSON.id)
    assert person is not None
    assert person.since is not None
    assert millis(person.since) == millis(NOW)


async def test_a_closed_case_ends_its_link_and_then_its_person(bench: Bench) -> None:
    await bench.linked()

    async def nights(days: int) -> None:
        for _ in range(days):
            bench.clock.forward(days=1)
            await bench.tenant.retention.sweep(Bewaren(), bench.clock())

    await bench.tenant.persons.store_snapshot(PERSON.id, snapshot(state=State.CLOSED), bench.clock())
    await bench.quiet()
    await nights(10)
    # It was a mistake: the count begins anew.
    bench.clock.forward(seconds=1)
    await bench.tenant.persons.store_snapshot(PERSON.id, snapshot(), bench.clock())
    await bench.quiet()
    await nights(1)
    await bench.tenant.persons.store_snapshot(PERSON.id, snapshot(state=State.CLOSED), bench.clock())
    await bench.quiet()
    await nights(31)
    assert await bench.next() is None
    await nights(1)
    loaded = await bench.next()
    assert loaded is not None
    assert isinstance(loaded.event, Looked)
    assert loaded.event.topic == "ended"
    await bench.tenant.turns.commit(loaded, Turn(loaded.session, effects=(EndLink("closed"),)), bench.clock())
    bench.clock.forward(minutes=1)
    await _carry_out(bench)
    await nights(1)
    assert await bench.tenant.persons.get(PERSON.id) is None
