"""Every key of the store is known, and a key that says something about a person comes to an end."""

from __future__ import annotations

import pytest

from bot.state.events import Typed
from bot.state.session import Place
from bot.state.turn import EndLink, Erase, Mark, Notify, WakeAt, WriteCase
from bot.store.register import BUCKET_KEYS, SHARED_KEYS, TENANT_KEYS, End, kind_of
from bot.store.store import Store
from tests import tenants
from tests.store.conftest import MASTER
from tests.store.people import Bench, notice
from tests.store.test_turns import DONE


async def _keys(bench: Bench) -> list[str]:
    return [key async for key in bench.tenant.room.db.redis.scan_iter()]


async def test_every_key_of_a_busy_link_is_known(bench: Bench) -> None:
    link = await bench.linked()
    effects = (
        Notify(notice()),
        WakeAt("reminder", bench.clock()),
        Erase((1,)),
        WriteCase(DONE),
        Mark("task:1", 1, "seen"),
    )
    await bench.turn(link, "much", *effects, place=Place("home.home"))
    await bench.tenant.look(link.id, "facts")
    await bench.store.idempotency.begin("k", "f")
    await bench.tenant.alarms.raise_("question")
    await bench.tenant.audit.write("anneke", "opened")
    unknown = [key for key in await _keys(bench) if kind_of(key) is None]
    assert unknown == []


@pytest.mark.parametrize("key", ["{b04}:waterveen:news", "{b04}:waterveen:l:abc:news", "{b04}:news", "news"])
def test_an_unknown_key_is_found_out(key: str) -> None:
    assert kind_of(key) is None


def test_nothing_about_a_person_is_left_to_chance() -> None:
    for row in (*TENANT_KEYS, *SHARED_KEYS, *BUCKET_KEYS):
        assert not (row.personal and row.ends in {End.OPERATOR, End.WORK, End.BOUNDED, End.GROUP}), (
            row.pattern
        )


async def test_a_message_to_a_purged_link_leaves_no_key_behind(bench: Bench) -> None:
    link = await bench.linked()
    await bench.turn(link, "ended", EndLink("deleted", person=True))
    bench.clock.forward(minutes=1)
    await bench.tenant.links.purge(link.id, with_person=True)
    elsewhere = Store(bench.store.db, MASTER, bench.clock).tenant(tenants.waterveen())
    late = Typed("tg:9", bench.clock(), 1, "hallo")
    assert not await elsewhere.mailbox.ingest(link.id, late)
    assert [key for key in await _keys(bench) if link.id in key] == []
