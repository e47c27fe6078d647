"""The last chapter: she stops; nothing of her is left."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.sandbox.story.console import Refused
from bot.sandbox.story.leftovers import Search, search
from bot.sandbox.story.newcomer import home
from bot.sandbox.story.scene import Scene
from bot.sandbox.story.stage import NAME, NUMBER

PURGE = timedelta(seconds=46)
PATIENCE = 10.0


async def stop(scene: Scene) -> None:
    """Stop and delete; then the whole of Redis is searched."""
    scene.tell.chapter("Stop and delete")
    marks = await _marks(scene)
    await home(scene)
    for place in ("home.home/more/", "home.more/privacy/", "privacy.privacy/stop/", "privacy.stop/delete/"):
        await scene.taps(place)
    asked = await scene.sees("privacy.delete/yes/")
    await scene.taps("privacy.delete/yes/")
    scene.tell.phone(await scene.phone.until(lambda one: one.id == asked.id and not one.rows, "the receipt"))
    await scene.later(PURGE, "at second 45 everything is removed")
    scene.tell.does(
        "We", "search every key and value of the store for her (through the store's own connection)"
    )
    found = await _until_gone(scene, marks)
    if found.found:
        raise Refused(f"Something of {NAME} is left: {'; '.join(found.found[:8])}")
    scene.tell.console(
        (
            f"{found.keys} keys and {found.values} values read, the sealed tables opened with our keys.",
            "Ids of person and link, case, case number, chat, first name: found nowhere,",
            f"but for {found.records} lines on what colleagues did, with a random id that is nobody's now.",
        )
    )


async def _marks(scene: Scene) -> tuple[str, ...]:
    """All by which she could be found; the first is the person's random id."""
    store = scene.stage.store
    person = await store.persons.by_number(NUMBER)
    if person is None or person.link is None:
        raise Refused("She should be linked now.")
    link = await store.links.get(person.link)
    chat = str(link.chat) if link else ""
    return tuple(mark for mark in (person.id, person.link, person.case_uuid, NUMBER, chat, NAME) if mark)


async def _until_gone(scene: Scene, marks: tuple[str, ...]) -> Search:
    found = await search(scene.stage.store, marks[0], marks[1:])
    for _ in range(int(PATIENCE * 5)):
        if not found.found:
            break
        await asyncio.sleep(0.2)
        found = await search(scene.stage.store, marks[0], marks[1:])
    return found
