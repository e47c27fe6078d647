"""What follows from an event, on a real store: once, in any order, and for silence at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.cases.duo.events import Resource, Standing
from bot.cases.duo.outlook import standing
from bot.cases.duo.receiver import Arrived, Fault
from bot.cases.duo.record import DuoEvent, DuoFacts
from bot.cases.sync import Outcome
from bot.errors import BadAnswer, CaseApiAway, Retry
from bot.outages import News
from bot.store.duo import DuoRecords
from bot.store.records import Job, LinkState
from tests.cases.duo.conftest import NUMBER, World
from tests.clocks import NOW
from tests.store.people import CASE, PERSON, notice

DAY = timedelta(days=1)
TERM = {"startdatum": "2026-03-17", "einddatum": "2029-09-17"}


def arrived(code: str, registered: datetime = NOW, reference: str = NUMBER) -> Arrived:
    return Arrived(reference, code, registered)


async def due(world: World) -> list[Job]:
    """Take the jobs that are due, as the scheduler does."""
    found: list[Job] = []
    while not isinstance(job := await world.store.jobs.next(), float):
        if job is not None:
            found.append(job)
            await world.store.jobs.done(job)
    return found


@pytest.mark.parametrize("reference", [NUMBER, CASE, CASE.upper()])
async def test_an_event_is_durable_and_its_following_planned_before_it_is_answered(
    world: World, reference: str
) -> None:
    await world.bench.invited()
    await world.duo.accept(arrived("SS103", reference=reference))
    again = DuoRecords(world.store.room)
    assert [event.code for event in (await again.get(PERSON.id)).events] == ["SS103"]
    assert [(job.kind, job.key) for job in await due(world)] == [("duo", PERSON.id)]
    assert world.refreshed == []


async def test_the_same_event_twice_leads_to_one_reaction(world: World) -> None:
    await world.bench.invited()
    for _ in range(3):
        await world.duo.accept(arrived("SS120"))
    assert await world.alarms() == ["duo_moved"]
    assert len(await due(world)) == 1
    await world.duo.accept(arrived("SS120"))
    assert await due(world) == []


async def test_an_older_event_of_the_same_code_changes_nothing(world: World) -> None:
    await world.bench.invited()
    await world.duo.accept(arrived("SS103", NOW))
    await due(world)
    await world.duo.accept(arrived("SS103", NOW - DAY))
    assert await due(world) == []
    (event,) = (await world.store.duo.get(PERSON.id)).events
    assert event.registered == NOW


async def test_a_newer_one_takes_its_place(world: World) -> None:
    await world.bench.invited()
    for days in (2, 1):
        await world.duo.accept(arrived("SS103", NOW - days * DAY))
        assert len(await due(world)) == 1
    (event,) = (await world.store.duo.get(PERSON.id)).events
    assert event.registered == NOW - DAY


async def test_of_a_case_that_is_not_ours_nothing_is_kept(world: World) -> None:
    await world.bench.invited()
    keys = sorted(await world.store.room.db(world.store.room.db.redis.keys("*")))
    await world.duo.accept(arrived("SS110", reference="WV-9999"))
    assert sorted(await world.store.room.db(world.store.room.db.redis.keys("*"))) == keys
    assert world.duo.counts["unknown case"] == 1


async def test_an_unknown_code_is_counted_ignored_and_told_to_the_operator(world: World) -> None:
    await world.bench.invited()
    await world.duo.accept(arrived("SS998"))
    assert world.told == [News("duo_unknown", "SS998")]
    assert world.duo.counts["unknown code"] == 1
    assert (await world.store.duo.get(PERSON.id)).events == ()


async def test_a_code_that_is_ignored_on_purpose_is_only_counted(world: World) -> None:
    await world.bench.invited()
    await world.duo.accept(arrived("SS131"))
    assert (world.duo.counts["SS131"], world.told) == (1, [])
    assert (await world.store.duo.get(PERSON.id)).events == ()
    assert await due(world) == []


async def test_a_registration_far_ahead_of_our_clock_is_refused(world: World) -> None:
    await world.bench.invited()
    with pytest.raises(BadAnswer):
        await world.duo.accept(arrived("SS103", NOW + 2 * DAY))
    assert (await world.store.duo.get(PERSON.id)).events == ()


@pytest.mark.parametrize("code", ["SS110", "SS111"])
async def test_a_stop_silences_at_once_with_everything_that_waits(world: World, code: str) -> None:
    link = await world.bench.linked()
    await world.bench.tell(link, notice(), notice("term"))
    await world.duo.accept(arrived(code))
    room = world.store.room
    assert await room.db(room.db.redis.hgetall(f"{world.store.links.key(link.id)}:out")) == {}
    ended = await world.store.links.get(link.id)
    assert ended is not None
    assert ended.state is LinkState.ENDED
    assert not await world.store.look(link.id, "facts", {})
    person = await world.store.persons.get(PERSON.id)
    assert person is not None
    assert (person.channel, person.link) == ("ended", None)
    assert await world.alarms() == ["duo_stopped"]


async def test_a_stop_sends_no_last_word_and_the_chat_is_purged(world: World) -> None:
    link = await world.bench.linked()
    await world.duo.accept(arrived("SS111"))
    world.clock.forward(seconds=46)
    jobs = await due(world)
    assert ("purge", link.id) in [(job.kind, job.key) for job in jobs]
    room = world.store.room
    assert await room.db(room.db.redis.exists(f"{world.store.links.key(link.id)}:mail")) == 0


async def test_after_a_stop_no_code_works_any_more(world: World) -> None:
    invitation = await world.bench.invited()
    await world.duo.accept(arrived("SS111"))
    found = await world.store.invitations.get(invitation.record.id)
    assert found is not None
    assert found.ended
    assert await world.alarms() == ["duo_stopped"]


async def test_a_stop_that_came_twice_ends_what_began_in_between(world: World) -> None:
    await world.bench.invited()
    await world.duo.accept(arrived("SS110"))
    await world.bench.linked()
    await world.duo.accept(arrived("SS110"))
    person = await world.store.persons.get(PERSON.id)
    assert person is not None
    assert person.link is None


async def test_a_stop_that_is_older_than_a_new_obligation_stops_nobody(world: World) -> None:
    link = await world.bench.linked()
    await world.duo.accept(arrived("SS139", NOW))
    await world.duo.accept(arrived("SS110", NOW - DAY))
    found = await world.store.links.get(link.id)
    assert found is not None
    assert found.state is LinkState.LINKED
    assert standing(await world.store.duo.get(PERSON.id)) is Standing.OBLIGED


async def test_a_death_ends_everything_also_where_a_later_event_was_heard_of_first(world: World) -> None:
    link = await world.bench.linked()
    await world.duo.accept(arrived("SS129", NOW))
    await world.duo.accept(arrived("SS111", NOW - DAY))
    found = await world.store.links.get(link.id)
    assert found is not None
    assert found.state is LinkState.ENDED
    assert await world.alarms() == ["duo_stopped"]


async def test_following_reads_only_what_the_event_is_about_then_the_case(world: World) -> None:
    await world.bench.linked()
    world.gateway.person(NUMBER)["inburgeringstermijn"] = TERM
    await world.duo.accept(arrived("SS103"))
    await world.duo.follow(PERSON.id)
    assert world.gateway.asked == [(NUMBER, "inburgeringstermijn")]
    assert world.refreshed == [PERSON.id]
    term = (await world.store.duo.get(PERSON.id)).facts.term
    assert term is not None
    assert str(term.last_day) == "2029-09-16"


async def test_following_twice_asks_once(world: World) -> None:
    await world.bench.linked()
    await world.duo.accept(arrived("SS103"))
    await world.duo.follow(PERSON.id)
    await world.duo.follow(PERSON.id)
    assert len(world.gateway.asked) == 1


async def test_where_the_gateway_is_away_news_do_not_wait_and_the_event_is_followed_again(
    world: World,
) -> None:
    await world.bench.linked()
    world.gateway.away = True
    await world.duo.accept(arrived("SS103"))
    with pytest.raises(Retry):
        await world.duo.follow(PERSON.id)
    assert world.refreshed == [PERSON.id]
    world.gateway.away = False
    world.gateway.person(NUMBER)["inburgeringstermijn"] = TERM
    world.clock.forward(minutes=1)
    await world.duo.follow(PERSON.id)
    assert (await world.store.duo.get(PERSON.id)).facts.term is not None


async def test_where_the_case_system_is_away_the_event_is_followed_again(world: World) -> None:
    await world.bench.linked()
    world.outcome = Outcome.AWAY
    await world.duo.accept(arrived("SS199"))
    with pytest.raises(CaseApiAway):
        await world.duo.follow(PERSON.id)


async def test_the_gateway_knows_cases_by_what_the_tenant_says(world: World) -> None:
    await world.bench.linked()
    await world.duo.accept(arrived("SS103"))
    await world.with_config(verwijzing="uuid").follow(PERSON.id)
    assert world.gateway.asked == [(CASE, "inburgeringstermijn")]


async def test_a_sweep_reads_everything_of_whoever_was_not_read_for_a_week(world: World) -> None:
    await world.bench.linked()
    world.gateway.person(NUMBER)["inburgeringstermijn"] = TERM
    assert await world.duo.sweep() == 1
    assert len(world.gateway.asked) == len(Resource)
    assert world.refreshed == [PERSON.id]
    assert await world.duo.sweep() == 0
    world.clock.forward(days=7)
    assert await world.duo.sweep() == 1
    assert world.refreshed == [PERSON.id], "nothing changed"


async def test_a_sweep_reads_no_more_than_the_tenant_allows(world: World) -> None:
    await world.bench.linked()
    assert await world.with_config(per_uur=0).sweep() == 0


async def test_a_sweep_leaves_people_alone_whose_chat_has_ended(world: World) -> None:
    await world.bench.linked()
    await world.duo.accept(arrived("SS111"))
    assert await world.duo.sweep() == 0
    assert world.gateway.asked == []


async def test_what_was_read_before_somebody_else_is_not_kept_over_it(world: World) -> None:
    await world.bench.linked()
    store, newer = world.store.duo, DuoFacts(level="B1", read_at=NOW)
    assert await store.keep(PERSON.id, DuoFacts(), newer)
    assert not await store.keep(PERSON.id, DuoFacts(), DuoFacts(level="A2"))
    assert (await store.get(PERSON.id)).facts == newer


async def test_with_the_person_everything_of_duo_goes(world: World) -> None:
    link = await world.bench.linked()
    await world.duo.accept(arrived("SS103"))
    await world.duo.follow(PERSON.id)
    await world.store.links.purge(link.id, with_person=True)
    room = world.store.room
    assert await room.db(room.db.redis.exists(world.store.duo.key(PERSON.id))) == 0
    assert not await world.store.duo.keep(PERSON.id, DuoFacts(), DuoFacts(level="B1"))
    assert await room.db(room.db.redis.exists(world.store.duo.key(PERSON.id))) == 0


async def test_which_events_somebody_had_is_not_to_be_read_in_the_store(world: World) -> None:
    await world.bench.invited()
    await world.duo.accept(arrived("SS199"))
    room = world.store.room
    stored = await room.db(room.db.redis.hgetall(world.store.duo.key(PERSON.id)))
    assert "SS199" not in repr(stored)


def test_a_fault_of_the_gateway_is_told_once_until_it_is_over(world: World) -> None:
    for _ in range(3):
        world.duo.tell(Fault.SECRET, False)
    world.duo.tell(Fault.SECRET, True)
    world.duo.tell(Fault.SECRET, True)
    assert world.told == [
        News("duo_denied", "notificaties"),
        News("duo_denied", "notificaties", over=True),
    ]


def test_a_number_that_the_gateway_sends_again_is_told_again_after_an_hour(world: World) -> None:
    for _ in range(2):
        world.duo.tell(Fault.PERSON, False)
    world.clock.forward(hours=1)
    world.duo.tell(Fault.PERSON, False)
    assert world.told == [News("duo_personal", "notificaties")] * 2


async def test_somebody_of_whom_duo_gives_nothing_keeps_what_is_known_and_the_operator_hears(
    world: World,
) -> None:
    await world.bench.linked()
    world.gateway.others.add(NUMBER)
    await world.duo.accept(arrived("SS103"))
    await world.duo.follow(PERSON.id)
    assert world.refreshed == [PERSON.id]
    assert [one.kind for one in world.told] == ["case_api_denied"]
    assert await world.duo.sweep() == 1
    assert await world.duo.sweep() == 0, "it is tried again in a week, so that others have their turn"


async def test_a_case_number_that_looks_like_a_persons_is_never_sent_and_the_operator_hears(
    world: World,
) -> None:
    await world.bench.linked()
    await world.store.persons.save(replace(PERSON, case_number="123456782"))
    await world.store.duo.note(PERSON.id, DuoEvent("SS103", NOW, NOW))
    await world.duo.follow(PERSON.id)
    assert world.gateway.asked == []
    assert [one.kind for one in world.told] == ["part_unreadable"]
    assert world.refreshed == [PERSON.id]
