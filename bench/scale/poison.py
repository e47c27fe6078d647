"""Two of a hundred events raise: the others go on, and the operator sees each with its reason."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic, time

from bench.load.postbox import Postbox
from bench.scale.running import LISTENERS, TAPPERS, Running
from bench.scale.section import Promise, Section
from bench.scale.serving import POISON

PHONES = 200
RATE = 25.0
SHARE = 0.02
RATIO = 1.2
VISIBLE_SECONDS = 60.0
Say = Callable[[str], None]


async def measure(say: Say, seconds: float = 40.0) -> tuple[Section, ...]:
    """The section about poison."""
    number = max(1, int(RATE * SHARE * seconds))
    async with Running() as run:
        hands = run.people()
        specimen = await hands.linked(run.samira)
        await hands.copy(specimen, range(TAPPERS, TAPPERS + PHONES))
        await hands.copy(specimen, range(LISTENERS, LISTENERS + number))
        await run.serve("--poisoned", "--unlimited")
        crowd = await run.phones(range(TAPPERS, TAPPERS + PHONES))
        clean = await crowd.open(RATE, seconds)
        say(f"poison: without it taps p99 {clean.p99:.0f} ms")
        poisoning = asyncio.create_task(_poison(run, number, seconds))
        beside = await crowd.open(RATE, seconds)
        await poisoning
        seen, reasons, waited = await _seen(run, number)
    say(f"poison: taps p99 {beside.p99:.0f} ms; {seen} of {number} seen after {waited:.0f} s")
    section = Section(
        f"{SHARE:.0%} poison events",
        (
            ("what", "figure"),
            ("taps without poison: p50, p99", f"{clean.p50:.0f}, {clean.p99:.0f} ms ({clean.steps} taps)"),
            ("taps beside poison: p50, p99", f"{beside.p50:.0f}, {beside.p99:.0f} ms ({beside.steps} taps)"),
            ("poison events, and dead letters seen", f"{number}, {seen}"),
            ("their reasons", ", ".join(sorted(reasons)) or "none"),
        ),
        (
            Promise("others' p99 against without poison", beside.p99 / max(clean.p99, 0.001), RATIO),
            Promise("poison events not seen among the dead letters within a minute", number - seen, 0),
            Promise("taps with a wrong or no answer", beside.wrong + beside.unanswered, 0),
        ),
        (
            f"{RATE:.0f} taps a second (open loop) and {RATE * SHARE:.1f} texts a second by others at which "
            "the engine raises; the dead letters are read from the store as the console reads them.",
        ),
    )
    return (section,)


async def _poison(run: Running, number: int, seconds: float) -> None:
    """Texts that make the engine raise, spread over the time."""
    postbox = Postbox(run.api, run.here.tenants[0].bot.token)
    for chat in range(LISTENERS, LISTENERS + number):
        person = {"id": chat, "is_bot": False, "first_name": "Phone", "language_code": "en"}
        room = {"id": chat, "type": "private", "first_name": "Phone"}
        text = {"message_id": 900_001, "date": int(time()), "chat": room, "from": person, "text": POISON}
        postbox.post(chat, "text", {"message": text})
        await asyncio.sleep(seconds / number)
    async with asyncio.timeout(30.0):
        await _delivered(postbox)
    postbox.close()


async def _delivered(postbox: Postbox) -> None:
    taken = asyncio.Event()
    postbox.on_taken.append(lambda update: taken.set())
    while postbox.waiting:
        await taken.wait()
        taken.clear()


async def _seen(run: Running, number: int) -> tuple[int, set[str], float]:
    """How many of the events are among the dead letters with a reason, within a minute."""
    begun = monotonic()
    while True:
        letters = [letter for letter in await run.town().dead.all() if letter.reason]
        waited = monotonic() - begun
        if len(letters) >= number or waited > VISIBLE_SECONDS:
            return len(letters), {letter.reason for letter in letters}, waited
        await asyncio.sleep(0.2)
