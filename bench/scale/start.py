"""From the start command after a `kill -9` to the first answered update."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic

from bench.load.botapi import BotApi
from bench.load.phone import Asked, Phone
from bench.load.postbox import Postbox
from bench.load.values import Shown
from bench.load.walks import PlacesWalk
from bench.scale.installation import ROOT, Installation, free_port, hooked, listening
from bench.scale.section import Promise, Section

MOST_SECONDS = 2.0
CHAT = 8_200_000_000
FIRST_SCREEN = "start.language/"
HEAVY = 8
"""So many packages are named whose import takes longest."""
Say = Callable[[str], None]


async def measure(say: Say, starts: int = 7) -> tuple[Section, ...]:
    """The section about starting."""
    api = BotApi()
    await api.start()
    try:
        with TemporaryDirectory() as folder, Installation(Path(folder)) as here:
            seconds = await _starts(say, here, api, starts)
    finally:
        await api.stop()
    middle, most = median(seconds), max(seconds)
    rows = [("what", "seconds")]
    rows += [("start command to first answered update, median", f"{middle:.2f}"), ("longest", f"{most:.2f}")]
    imports = _imports()
    rows.append(("of these, importing `bot.serve` (all of it, alone)", f"{sum(imports.values()):.2f}"))
    rows += [(f"… {name}", f"{own:.2f}") for name, own in _heaviest(imports)]
    note = (
        f"{starts} times: `kill -9` of `python -m bot serve` (all roles, one municipality; the store lives "
        "on), the same command again, a /start brought as soon as somebody listens (Telegram's own pauses "
        "between repeats are not ours); until the first screen is on the phone. Imports by `python -X "
        "importtime`, which itself slows them."
    )
    promise = Promise("from the start command to the first answered update", middle, MOST_SECONDS, "s")
    return (Section("A start after a kill", rows, (promise,), (note,)),)


async def _starts(say: Say, here: Installation, api: BotApi, starts: int) -> list[float]:
    tenant, port = here.tenants[0], free_port()
    postbox = Postbox(api, tenant.bot.token)
    environment = here.environment(api.url, port)
    process = here.run(["bot", "serve"], environment)
    await listening(port)
    await hooked(api, [tenant.bot.token])
    await _answered(api, postbox, CHAT)
    seconds = []
    for number in range(1, starts + 1):
        here.end(process, kill=True)
        begun = monotonic()
        process = here.run(["bot", "serve"], environment)
        await listening(port)
        heard = monotonic() - begun
        seconds.append(await _answered(api, postbox, CHAT + number) - begun)
        say(f"start: {number} of {starts}, listening after {heard:.2f} s, answered after {seconds[-1]:.2f} s")
    here.end(process)
    postbox.close()
    return seconds


async def _answered(api: BotApi, postbox: Postbox, chat: int) -> float:
    """Write /start; returns when the first screen was there."""
    done: asyncio.Future[float] = asyncio.get_running_loop().create_future()

    def shown(phone: Phone, asked: Asked) -> None:
        if not done.done():
            done.set_result(monotonic())

    phone = Phone(api, postbox, _Anything(chat, FIRST_SCREEN, ()), shown)
    api.listeners.append(lambda call: phone.hear(call) if call.chat == chat else None)
    phone.start()
    async with asyncio.timeout(60.0):
        return await done


class _Anything(PlacesWalk):
    """A newcomer who only looks: any first screen is right."""

    def first(self, shown: Shown) -> bool:
        return bool(shown.rows)


def _imports() -> dict[str, float]:
    """Seconds of its own that each package takes when `bot.serve` is imported."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import bot.serve"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    own: dict[str, float] = {}
    for line in done.stderr.splitlines():
        fields = line.removeprefix("import time:").split("|")
        if len(fields) == 3 and fields[0].strip().isdigit():
            package = fields[2].strip().split(".")[0]
            own[package] = own.get(package, 0.0) + int(fields[0]) / 1e6
    return own


def _heaviest(imports: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(imports.items(), key=lambda one: -one[1])[:HEAVY]
