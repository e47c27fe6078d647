"""One turn is one commit, and a commit that lost the comparison changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.cases.model import OwnWrite, TaskStatus, Write, WriteKind
from bot.state.events import Looked
from bot.state.session import Place, Session
from bot.state.turn import (
    EndLink,
    Mark,
    MarkLinked,
    Mute,
    Notify,
    Redeem,
    TellLink,
    Turn,
    WakeAt,
    Withdraw,
    WriteCase,
)
from bot.store.records import Link, LinkState
from tests.clocks import NOW
from tests.store.people import GROUP, LESSON, PERSON, Bench, group, lesson, notice, snapshot

TASK = snapshot().tasks[0].id
DONE = Write("w1", WriteKind.TASK_DONE, TASK, NOW)


async def test_a_committed_turn_keeps_the_session_and_drops_its_event(bench: Bench) -> None:
    link = await bench.linked()
    assert await bench.turn(link, "facts", session=Session(screen="home.home", language="ar")) == "ok"
    assert await bench.next() is None
    kept = await bench.tenant.turns.session(link.id)
    assert kept is not None
    assert (kept.screen, kept.language) == ("home.home", "ar")


async def test_the_same_turn_twice_is_committed_once(bench: Bench) -> None:
    link = await bench.linked()
    await bench.tenant.look(link.id, "facts")
    loaded = await bench.next()
    assert loaded is not None
    turn = Turn(loaded.session, effects=(Notify(notice()),))
    assert await bench.tenant.turns.commit(loaded, turn, bench.clock()) == "ok"
    assert await bench.tenant.turns.commit(loaded, turn, bench.clock()) == "gone"


async def test_a_phone_whose_code_another_chat_tried_is_frozen_in_the_same_step(bench: Bench) -> None:
    link, stranger = await bench.linked(), await bench.tenant.links.for_chat(2)
    await bench.turn(stranger, "start", TellLink(link.id, "frozen"))
    found, person = await bench.tenant.links.get(link.id), await bench.tenant.persons.get(PERSON.id)
    assert found is not None
    assert person is not None
    assert (found.state, person.channel) == (LinkState.FROZEN, "frozen")


async def test_facts_that_changed_between_reading_and_commit_lose_the_turn(bench: Bench) -> None:
    link = await bench.linked()
    await bench.tenant.look(link.id, "facts")
    loaded = await bench.next()
    assert loaded is not None
    bench.clock.forward(seconds=1)
    await bench.tenant.persons.store_snapshot(PERSON.id, snapshot(tasks=()), bench.clock())
    answer = await bench.tenant.turns.commit(loaded, Turn(loaded.session, Place("home.home")), bench.clock())
    assert answer == "conflict"
    assert isinstance(await bench.tenant.outbox.next_send(), float)


async def test_a_lesson_that_changed_between_reading_and_commit_loses_the_turn(bench: Bench) -> None:
    link = await bench.linked()
    await bench.tenant.look(link.id, "facts")
    loaded = await bench.next()
    assert loaded is not None
    bench.clock.forward(seconds=1)
    await bench.tenant.groups.store(GROUP, group(lesson(version=2), read_at=bench.clock()))
    assert await bench.tenant.turns.commit(loaded, Turn(loaded.session), bench.clock()) == "conflict"


async def test_two_chats_with_one_code_get_one_link(bench: Bench) -> None:
    invitation = await bench.invited()
    claim = Redeem(invitation.record.id, waiting=False)
    first, second = await bench.tenant.links.for_chat(1), await bench.tenant.links.for_chat(2)
    assert await bench.turn(first, "start", claim) == "ok"
    assert await bench.turn(second, "start", claim) == "claimed"


async def test_a_new_phone_ends_the_old_link(bench: Bench) -> None:
    old = await bench.linked(chat=1)
    again = await bench.invited()
    new = await bench.tenant.links.for_chat(2)
    assert await bench.turn(new, "start", Redeem(again.record.id, waiting=False), MarkLinked()) == "ok"
    told = await bench.next()
    assert told is not None
    assert (told.link.id, told.event.topic if isinstance(told.event, Looked) else "") == (old.id, "ended")


async def second_phone(bench: Bench) -> tuple[Link, Link]:
    """Samira's phone is linked, and a second one waits for her caseworker."""
    first = await bench.linked(chat=1)
    letter = await bench.invited()
    second = await bench.tenant.links.for_chat(2)
    assert await bench.turn(second, "start", Redeem(letter.record.id, waiting=True)) == "ok"
    return first, second


async def test_a_second_phone_that_waits_changes_nothing_for_the_first(bench: Bench) -> None:
    first, second = await second_phone(bench)
    person = await bench.tenant.persons.get(PERSON.id)
    assert person is not None
    assert (person.link, person.waiting_link, person.channel) == (first.id, second.id, "linked")


async def test_a_second_phone_that_is_refused_ends_alone(bench: Bench) -> None:
    first, second = await second_phone(bench)
    assert await bench.turn(second, "refused", EndLink("refused")) == "ok"
    person = await bench.tenant.persons.get(PERSON.id)
    assert person is not None
    assert (person.link, person.waiting_link, person.channel) == (first.id, None, "linked")


async def test_who_waits_blocks_and_comes_back_still_waits(bench: Bench) -> None:
    letter = await bench.invited()
    link = await bench.tenant.links.for_chat(1)
    await bench.turn(link, "start", Redeem(letter.record.id, waiting=True))
    await bench.turn(link, "gone", Mute(True, "blocked"))
    await bench.turn(link, "back", Mute(False))
    found, person = await bench.tenant.links.get(link.id), await bench.tenant.persons.get(PERSON.id)
    assert found is not None
    assert person is not None
    assert (found.state, person.channel) == (LinkState.VISITOR, "waiting")


async def test_a_person_who_ends_the_link_is_linked_no_more(bench: Bench) -> None:
    link = await bench.linked()
    assert await bench.turn(link, "no", EndLink("declined")) == "ok"
    person = await bench.tenant.persons.get(PERSON.id)
    assert person is not None
    assert (person.link, person.channel) == (None, "ended")


async def test_a_session_that_another_turn_wrote_meanwhile_loses_this_one(bench: Bench) -> None:
    link = await bench.linked()
    await bench.tenant.look(link.id, "facts")
    loaded = await bench.next()
    assert loaded is not None
    stale = replace(loaded, rev=loaded.rev - 1)
    assert await bench.tenant.turns.commit(stale, Turn(loaded.session), bench.clock()) == "conflict"


async def test_what_was_understood_is_never_merely_sent_again(bench: Bench) -> None:
    link = await bench.linked()
    item = f"lesson:{LESSON}"
    await bench.turn(link, "yes", Mark(item, 2, "understood"))
    await bench.tell(link, notice(version=2))
    (delivery,) = await bench.tenant.deliveries.of(item)
    assert (delivery.version, delivery.state) == (2, "understood")


async def test_an_own_write_shows_at_once_and_an_older_sweep_does_not_undo_it(bench: Bench) -> None:
    link = await bench.linked()
    begun = bench.clock()
    bench.clock.forward(seconds=1)
    assert await bench.turn(link, "tap", WriteCase(DONE)) == "ok"
    leased = await bench.tenant.writes.next_write()
    assert not isinstance(leased, float)
    await bench.tenant.writes.write_done(leased, bench.clock())
    await bench.tenant.persons.store_snapshot(PERSON.id, snapshot(), begun + timedelta(milliseconds=500))
    facts = await bench.tenant.persons.facts(PERSON.id)
    assert facts is not None
    assert facts.snapshot.tasks[0].status is TaskStatus.DONE


async def test_a_read_begun_after_the_confirmation_replaces_the_own_write(bench: Bench) -> None:
    link = await bench.linked()
    await bench.turn(link, "tap", WriteCase(DONE))
    leased = await bench.tenant.writes.next_write()
    assert not isinstance(leased, float)
    await bench.tenant.writes.write_done(leased, bench.clock())
    bench.clock.forward(seconds=5)
    await bench.tenant.persons.store_snapshot(PERSON.id, snapshot(), bench.clock())
    assert await bench.tenant.persons.own(PERSON.id) == ()


async def test_writes_of_a_person_are_carried_out_in_order(bench: Bench) -> None:
    link = await bench.linked()
    undone = replace(DONE, id="w2", kind=WriteKind.TASK_UNDONE)
    await bench.turn(link, "tap", WriteCase(DONE), WriteCase(undone))
    first = await bench.tenant.writes.next_write()
    assert not isinstance(first, float)
    assert first.write == OwnWrite(DONE)
    assert isinstance(await bench.tenant.writes.next_write(), float)
    await bench.tenant.writes.write_done(first, bench.clock())
    second = await bench.tenant.writes.next_write()
    assert not isinstance(second, float)
    assert second.write == OwnWrite(undone)


async def test_a_wake_up_becomes_a_look_when_it_is_due(bench: Bench) -> None:
    link = await bench.linked()
    await bench.turn(link, "tap", WakeAt("reminder", NOW + timedelta(hours=1)))
    assert await bench.next() is None
    bench.clock.forward(hours=1)
    woken = await bench.next()
    assert woken is not None
    assert isinstance(woken.event, Looked)
    assert woken.event.topic == "reminder"


async def test_a_wake_up_that_was_taken_back_never_comes(bench: Bench) -> None:
    link = await bench.linked()
    await bench.turn(link, "tap", WakeAt("reminder", NOW + timedelta(hours=1)))
    await bench.turn(link, "tap2", WakeAt("reminder", None), WakeAt("other", None))
    bench.clock.forward(hours=2)
    assert await bench.next() is None


async def test_an_unsent_notice_can_be_taken_back(bench: Bench) -> None:
    link = await bench.linked()
    later = notice(not_before=NOW + timedelta(minutes=2))
    await bench.tell(link, later)
    bench.clock.forward(seconds=1)
    assert await bench.turn(link, "back", Withdraw(later.item)) == "ok"
    bench.clock.forward(minutes=3)
    assert isinstance(await bench.tenant.outbox.next_send(), float)


async def test_a_notice_that_is_being_sent_cannot_be_taken_back(bench: Bench) -> None:
    link = await bench.linked()
    await bench.tell(link, notice())
    assert not isinstance(await bench.tenant.outbox.next_send(), float)
    assert await bench.turn(link, "back", Withdraw(notice().item)) == "busy"


async def test_a_phone_that_was_frozen_since_the_turn_was_loaded_is_decided_about_again(bench: Bench) -> None:
    link = await bench.linked()
    assert await bench.tenant.mailbox.look(link.id, "facts")
    loaded = await bench.next()
    assert loaded is not None
    now = bench.tenant.room.now()
    await bench.tenant.room.script("set_state", link.id, "frozen", "linked", "frozen", now)
    shown = Turn(loaded.session, Place("tasks.list"))
    assert await bench.tenant.turns.commit(loaded, shown, bench.clock()) == "conflict"
    again = await bench.next()
    assert again is not None
    assert again.link.state is LinkState.FROZEN


async def test_a_notice_that_left_since_the_turn_was_loaded_is_decided_about_again(bench: Bench) -> None:
    """Moved and moved back: silence is right only while the first notice has not left."""
    link = await bench.linked()
    await bench.tell(link, notice())
    assert await bench.tenant.mailbox.look(link.id, "facts")
    loaded = await bench.next()
    assert loaded is not None
    assert notice().item in loaded.pending
    leased = await bench.tenant.outbox.next_send()
    assert not isinstance(leased, float)
    await bench.tenant.outbox.sent(leased[0].lease, 7)
    silence = Turn(loaded.session, effects=(Withdraw(notice().item),))
    assert await bench.tenant.turns.commit(loaded, silence, bench.clock()) == "conflict"
    again = await bench.next()
    assert again is not None
    assert again.pending == frozenset()


async def test_understanding_an_old_version_does_not_count_for_a_newer_one(bench: Bench) -> None:
    link = await bench.linked()
    item = f"lesson:{LESSON}"
    await bench.turn(link, "two", Mark(item, 2, "understood"))
    await bench.tell(link, notice(version=3))
    (delivery,) = await bench.tenant.deliveries.of(item)
    assert (delivery.version, delivery.state) == (3, "planned")
    await bench.turn(link, "late", Mark(item, 2, "understood"), Mark(item, 2, "seen"))
    (delivery,) = await bench.tenant.deliveries.of(item)
    assert (delivery.version, delivery.state) == (3, "planned")


async def test_ending_a_link_drops_its_queue_and_its_chat_is_free_again(bench: Bench) -> None:
    link = await bench.linked(chat=7)
    await bench.tell(link, notice())
    assert (
        await bench.turn(link, "stop", EndLink("", erase=True), place=Place("privacy.deleted"), message=5)
        == "ok"
    )
    sent = await bench.tenant.outbox.next_send()
    assert not isinstance(sent, float)
    assert sent[0].place == Place("privacy.deleted")
    await bench.tenant.outbox.sent(sent[0].lease, 5)
    bench.clock.forward(seconds=2)
    assert isinstance(await bench.tenant.outbox.next_send(), float)
    assert (await bench.tenant.links.for_chat(7)).id != link.id
    assert not await bench.tenant.look(link.id, "facts")


async def test_a_deleted_person_leaves_nothing_behind(bench: Bench) -> None:
    link = await bench.linked(chat=987654321)
    await bench.tell(link, notice())
    await bench.turn(link, "stop", EndLink("", erase=True), place=Place("privacy.deleted"))
    await bench.tenant.links.purge(link.id, with_person=True)
    redis = bench.tenant.room.db.redis
    keys = [key async for key in redis.scan_iter(match="*")]
    everything = " ".join(keys)
    for key in keys:
        kind = await redis.type(key)
        read = {
            "hash": redis.hgetall,
            "string": redis.get,
            "list": lambda k: redis.lrange(k, 0, -1),
            "set": redis.smembers,
            "zset": lambda k: redis.zrange(k, 0, -1),
            "stream": redis.xrange,
        }[kind]
        everything += repr(await read(key))
    for trace in (link.id, PERSON.id, "Samira", "WV-0001", "987654321"):
        assert trace not in everything
