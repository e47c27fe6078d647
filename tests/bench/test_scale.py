"""The measurements at scale count right: limits are strict, copies are people, promises can be broken."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from bench.load.values import Call
from bench.scale.broadcast import Told
from bench.scale.engine import FEW, MANY, _costs, _generated, _taps
from bench.scale.installation import Installation
from bench.scale.limits import BROKEN, TOO_MANY, UNSURE, LimitedApi, Limits
from bench.scale.people import People
from bench.scale.run import FULL, QUICK, USUAL, Sizes
from bench.scale.running import LISTENERS
from bench.scale.section import Promise, Section
from bench.scale.serving import Poisoned
from bench.scale.turns import real_turns, take
from bot.dialogs import DIALOGS
from bot.sandbox.samples import read_people
from bot.sandbox.situation import ID, NOW, linked
from bot.settings import CONTENT, Settings
from bot.state.engine import Engine
from bot.state.events import Typed
from bot.store.store import Store
from bot.words.catalogues import Catalogues


class Hand:
    """Seconds moved by hand."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def send(limits: Limits, chat: int) -> int:
    return limits("1:x", "sendMessage", {"chat_id": chat}).code


def test_the_31st_message_within_a_second_is_refused_and_seen() -> None:
    now = Hand()
    limits = Limits(now=now)
    assert [send(limits, chat) for chat in range(30)] == [0] * 30
    assert (limits.most, limits.refused) == (30, 0)
    now.at += 0.99
    assert send(limits, 99) == 429
    assert (limits.most, limits.refused) == (31, 1)
    now.at += 0.02
    assert send(limits, 99) == 0


def test_the_fourth_message_to_one_chat_at_once_is_refused() -> None:
    now = Hand()
    limits = Limits(now=now)
    assert [send(limits, 7) for _ in range(4)] == [0, 0, 0, 429]
    now.at += 1.0
    assert send(limits, 7) == 0
    assert limits("1:x", "deleteMessage", {"chat_id": 7}).code == 0


def test_a_call_whose_answer_is_lost_takes_effect_once_per_chat() -> None:
    limits = Limits(faults=1.0, now=Hand())
    codes = [send(limits, chat) for chat in (1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9)]
    assert set(codes) == {TOO_MANY.code, BROKEN.code, UNSURE.code}
    assert codes.count(UNSURE.code) == len(limits.unsure)
    heard: list[Call] = []
    api = LimitedApi(limits)
    api.listeners.append(heard.append)
    status, _ = api.perform("1:x", "sendMessage", {"chat_id": 5, "text": "a"}, UNSURE)
    assert (status, len(heard), heard[0].refused) == (502, 1, 0)
    assert api.perform("1:x", "sendMessage", {"chat_id": 5, "text": "a"}, BROKEN)[0] == 500
    assert heard[1].refused == 500


def test_who_is_told_twice_is_counted() -> None:
    told = Told(2)
    for chat, refused in ((LISTENERS, 0), (LISTENERS, 0), (LISTENERS + 1, 429), (5, 0)):
        told.hear(Call(0.0, "1:x", "sendMessage", {}, chat, 1, refused=refused))
    assert told.counts == {LISTENERS: 2}
    assert not told.done


def test_promises_can_be_broken() -> None:
    assert Promise("quick", 149, 150).kept
    assert not Promise("quick", 151, 150).kept
    assert not Promise("share", 0.9, 0.95, at_least=True).kept
    section = Section("Title", (("a", "b"), ("1", "2")), (Promise("quick", 151, 150, "µs"),))
    assert "NOT KEPT: quick: 151 µs (≤ 150 µs)" in section.markdown()
    assert "| 1 | 2 |" in section.markdown()


@pytest.mark.parametrize(("people", "sizes"), [("200", QUICK), ("1000", USUAL), ("5000", FULL)])
def test_sizes_follow_people(people: str, sizes: Sizes) -> None:
    assert Sizes.of({"PEOPLE": people}) == sizes
    assert Sizes.of({}) == USUAL


async def test_the_turns_of_the_walks_show_screens() -> None:
    people = await read_people()
    engine, catalogues = Engine(DIALOGS), Catalogues(CONTENT)
    turns = real_turns({"Samira": people["Samira"]}, catalogues, "ti")
    assert len(turns) > 1000
    shown = [take(engine, catalogues, given) for given in turns[:200]]
    assert sum(view is not None for view in shown) > 150


async def test_generated_dialogs_are_walked_through(tmp_path: Path) -> None:
    home = linked((await read_people())["Samira"], "en")
    for number in (FEW, MANY):
        engine, catalogues = _generated(tmp_path / str(number), number)
        assert len(engine.screens) == number
        assert len(_costs(engine, catalogues, tuple(_taps(home, number))[:20])) == 20


def test_only_poison_raises() -> None:
    scene = linked(None, "en")
    with pytest.raises(ZeroDivisionError):
        Poisoned(DIALOGS).step(scene, Typed(ID, NOW, 1, "poison 1"))
    assert Poisoned(DIALOGS).step(scene, Typed(ID, NOW, 1, "hello")).place is not None


async def test_copies_are_people_of_their_own(tmp_path: Path) -> None:
    samira = (await read_people())["Samira"]
    with Installation(tmp_path / "here", fsync="everysec") as here:
        settings = Settings(tenants=here.files, master_key_file=here.key, public_url="http://127.0.0.1")
        store = Store.open(here.server.url, settings.master_key(), lambda: NOW)
        town = store.tenant(here.tenants[0])
        hands = People(store, town, settings.master_key(), lambda: NOW)
        try:
            await hands.copy(await hands.linked(samira), range(5_000, 5_003))
            links = [await town.links.for_chat(chat) for chat in (5_000, 5_001, 5_002)]
            assert [link.chat for link in links] == [5_000, 5_001, 5_002]
            assert len({link.person for link in links}) == 3
            for link in links:
                facts = await town.persons.facts(link.person or "")
                assert facts is not None
                assert facts.first_name == "Samira"
                assert len(facts.lessons) == len(samira.lessons)
            members = {await _size(store, town.room.prefix, group.group.id) for group in samira.groups}
            assert members == {4}
        finally:
            await store.close()
    gc.collect()


async def _size(store: Store, prefix: str, group: str) -> int:
    return int(await store.db.redis.scard(f"{prefix}g:{group}:members"))
