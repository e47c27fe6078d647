"""An event is stored once, and one ready entry stands for one link with mail."""

from __future__ import annotations

from bot.state.events import Typed
from bot.store.store import Store, TenantStore
from tests.clocks import NOW


def typed(number: int, text: str = "ders") -> Typed:
    return Typed(f"tg:{number}", NOW, number, text)


async def test_the_first_contact_makes_one_visitor_per_chat(waterveen: TenantStore) -> None:
    first = await waterveen.links.for_chat(4711)
    assert first == await waterveen.links.for_chat(4711)
    assert first.chat == 4711
    assert first.state == "visitor"


async def test_an_event_is_taken_once(waterveen: TenantStore) -> None:
    link = await waterveen.links.for_chat(1)
    assert await waterveen.mailbox.ingest(link.id, typed(1))
    assert not await waterveen.mailbox.ingest(link.id, typed(1))


async def test_several_events_of_a_link_are_one_ready_entry(store: Store, waterveen: TenantStore) -> None:
    link = await waterveen.links.for_chat(1)
    for number in range(3):
        await waterveen.mailbox.ingest(link.id, typed(number))
    ready = store.ready(waterveen.tenant.bucket, "w1")
    await ready.prepare()
    entries = await ready.take(0.01)
    assert [(entry.tenant, entry.link) for entry in entries] == [("waterveen", link.id)]


async def test_the_oldest_event_is_loaded_first(store: Store, waterveen: TenantStore) -> None:
    link = await waterveen.links.for_chat(1)
    await waterveen.mailbox.ingest(link.id, typed(1, "een"))
    await waterveen.mailbox.ingest(link.id, typed(2, "twee"))
    ready = store.ready(waterveen.tenant.bucket, "w1")
    await ready.prepare()
    (entry,) = await ready.take(0.01)
    loaded = await waterveen.turns.load(link.id, entry.entry)
    assert loaded is not None
    assert loaded.event == typed(1, "een")


async def test_no_text_of_a_person_stands_readable_in_the_store(store: Store, waterveen: TenantStore) -> None:
    link = await waterveen.links.for_chat(987654321)
    await waterveen.mailbox.ingest(link.id, typed(1, "mijn geheim"))
    stored = await waterveen.room.db(waterveen.room.db.redis.lrange(waterveen.mailbox.key(link.id), 0, -1))
    fields = await waterveen.room.db(waterveen.room.db.redis.hgetall(waterveen.links.key(link.id)))
    everything = repr((stored, fields))
    assert "geheim" not in everything
    assert "987654321" not in everything
