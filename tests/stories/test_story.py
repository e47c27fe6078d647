"""The main story over the real HTTP faces: what `make story` plays."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from bot.sandbox.story import play_story
from bot.sandbox.story.leftovers import search
from tests.rest import at_rest
from tests.town import TestTown

pytestmark = pytest.mark.story
CHAPTERS = 9


@pytest.mark.parametrize("lang", ["en", "ar"])
async def test_every_step_of_the_story_holds(lang: str) -> None:
    told: list[str] = []
    code = await play_story(lang, 0, told.append)
    transcript = "\n".join(told)
    assert code == 0, transcript
    assert f"── {CHAPTERS}. " in transcript
    assert ("بلغت" in transcript or "الدروس" in transcript) is (lang == "ar")


async def test_a_language_that_is_not_there_is_named_with_those_that_are() -> None:
    told: list[str] = []
    assert await play_story("xx", 0, told.append) == 1
    assert told == ["There is no language 'xx'; choose one of nl en ar ti tr fa."]


async def test_a_used_port_gets_a_clear_message() -> None:
    told: list[str] = []
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert await play_story("en", port, told.append) == 1
    assert f"Port {port} is used by another program." in told[-1]


async def test_the_search_for_leftovers_finds_somebody_who_is_still_there(
    waterveen: TestTown, tmp_path: Path
) -> None:
    await waterveen.linked("Filmon")
    await at_rest(waterveen)
    store = waterveen.waterveen.store
    person = await store.persons.by_number("WV-0002")
    assert person is not None
    assert person.link is not None
    found = await search(store, person.id, (person.link,))
    assert any(person.id in one for one in found.found)
    assert any(person.link in one for one in found.found)
