"""The main story, one newcomer's day over the real HTTP faces: `make story LANG_CODE=ar`."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import aiohttp

from bot.app import LANGUAGES
from bot.clock import local
from bot.errors import ConfigError
from bot.sandbox.story import colleagues, ending, newcomer
from bot.sandbox.story.cases import NotStored
from bot.sandbox.story.console import Refused
from bot.sandbox.story.handset import NotSeen
from bot.sandbox.story.scene import Scene
from bot.sandbox.story.stage import stage
from bot.sandbox.story.teller import Teller

__all__ = ["play_story"]
FAULTS = (NotSeen, NotStored, Refused, LookupError, aiohttp.ClientError)


async def play_story(lang: str, port: int, say: Callable[[str], None]) -> int:
    """Play the story in this language; port 0 takes a free one. Returns 0, or 1 with the step that failed."""
    if lang not in LANGUAGES:
        say(f"There is no language {lang!r}; choose one of {' '.join(LANGUAGES)}.")
        return 1
    began = time.monotonic()
    try:
        with tempfile.TemporaryDirectory(prefix="wegwijs-story-") as folder:
            async with stage(Path(folder), port, lambda text: say(f"  {text} …")) as ready:
                scene = Scene(ready, Teller(say, ready.clock), lang)
                say(f"\nIt is {local(ready.clock()):%A %-d %B %Y, %H:%M} in Waterveen. Language: {lang}.")
                if not await _chapters(scene):
                    return 1
    except ConfigError as fault:
        say(str(fault))
        return 1
    say(f"\nThe story is over; every step held ({time.monotonic() - began:.0f} s).")
    return 0


async def _chapters(scene: Scene) -> bool:
    try:
        await newcomer.link(scene, await newcomer.letter(scene))
        for play in (
            newcomer.plan,
            newcomer.absence,
            newcomer.task,
            colleagues.move,
            colleagues.reminder,
            colleagues.change_of_plan,
            ending.stop,
        ):
            await play(scene)
    except FAULTS as fault:
        tell = scene.tell
        tell.say(f"\nThe story failed in chapter {tell.chapters}, {tell.title!r}: {fault}")
        return False
    return True
