"""Kill and restart the server itself, again and again, while people type and tap (`appendfsync always`)."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from time import monotonic

from bench.order.journal import judge
from bench.order.people import newcomers
from bench.order.phones import Typist, phone_of
from bench.order.report import Outcome, percentile, stamp
from bench.order.say import Progress, Say
from bench.order.site import Site, nothing_planted, site, stamps
from bot.sandbox.telegram import Phone

NOTE = (
    "The server is killed with SIGKILL at random moments, while phones type and tap through the real "
    "webhook and read the answers over the real Bot API, and started again on its own files. A killed "
    "process leaves what it handed to the kernel; that a disk keeps it through a power cut is the "
    "business of `appendfsync always`."
)
QUICKER = 0.02
"""Telegram's and our own pauses are this much shorter, so that every kill meets a system at work."""
CALM_SECONDS = 90.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many kills, phones and workers; `pause` is the mean time between two acts of a phone in seconds."""

    kills: int = 1000
    people: int = 40
    workers: int = 3
    pause: float = 0.25
    fsync: str = "always"


@dataclass
class Killer:
    """Kills the server at random moments and starts it again."""

    made: Site
    rng: random.Random
    away: list[float] = field(default_factory=list)
    recovered: list[float] = field(default_factory=list)

    async def once(self, pool: ThreadPoolExecutor) -> None:
        """Let it work for a moment, kill it, start it, and wait for the first update that is stored again."""
        loop = asyncio.get_running_loop()
        await asyncio.sleep(self.rng.uniform(0.01, 0.2))
        began = monotonic()
        await loop.run_in_executor(pool, self.made.server.kill)
        await loop.run_in_executor(pool, self.made.server.start)
        self.away.append(monotonic() - began)
        began = monotonic()
        with suppress(TimeoutError):
            async with asyncio.timeout(CALM_SECONDS):
                await self.made.ledger.next_acknowledged()
        self.recovered.append(monotonic() - began)


async def quick(seconds: float) -> None:
    """A pause made shorter."""
    await asyncio.sleep(seconds * QUICKER)


async def sending(seconds: float) -> None:
    """A pause of the sender: long enough that what was sent is recorded when the server is back."""
    await asyncio.sleep(seconds * 0.4)


async def store_kills(
    seed: int, sizes: Sizes, say: Say, *, plant: Callable[[Site], None] = nothing_planted
) -> Outcome:
    """Run the campaign; `plant` lets a test break something first."""
    progress = Progress(say, "store-kills")
    rewriting = ("--auto-aof-rewrite-min-size", "8mb")
    # The server dies with the thread that started it: the pool must outlive the whole campaign.
    with ThreadPoolExecutor(1) as pool:
        async with site(
            fsync=sizes.fsync, telegram_sleep=quick, pause=quick, seed=seed, extra=rewriting
        ) as made:
            plant(made)
            return await _campaign(made, pool, seed, sizes, progress)


async def _campaign(
    made: Site, pool: ThreadPoolExecutor, seed: int, sizes: Sizes, progress: Progress
) -> Outcome:
    rng = random.Random(seed)
    people = newcomers(sizes.people)
    bot = made.tenant.bot.gebruikersnaam
    phones = {one.number: phone_of(made.telegram, one, bot) for one in people}
    await made.settle(tuple(one.at(phones[one.number].person.id) for one in people))
    made.start_workers(sizes.workers)
    made.start_sender(sending)
    progress("people are linked", now=True)
    killer = Killer(made, rng)
    typing = [
        asyncio.create_task(
            Typist(made.telegram, phone, made.ledger, random.Random(rng.random())).run(sizes.pause)
        )
        for phone in phones.values()
    ]
    try:
        for number in range(sizes.kills):
            await killer.once(pool)
            progress(f"{number + 1} of {sizes.kills} kills, {made.ledger.count} updates")
    finally:
        for task in typing:
            task.cancel()
        await asyncio.gather(*typing, return_exceptions=True)
    began = monotonic()
    calm = await _calm(made, phones, progress)
    after = monotonic() - began
    journals = await made.journals()
    found = judge(made.ledger, journals)
    stale = _stale(phones, journals)
    repeated = _repeated(phones)
    late = () if calm else ("the work was not done 90 s after the last kill",)
    return Outcome(
        "store-kills",
        "Kills of the store",
        seed,
        {"kills": sizes.kills, "people": sizes.people, "workers": sizes.workers, "appendfsync": sizes.fsync},
        {
            "updates sent": made.ledger.count,
            "updates acknowledged": len(made.ledger.acknowledged),
            "turns": sum(map(len, journals.values())),
            "acknowledged and lost": len(found.lost),
            "turned twice": len(found.doubled),
            "out of order": len(found.misplaced),
            "phones without their newest screen": len(stale),
            "messages shown twice": repeated,
            "kill to ready again, p99 (s)": percentile(killer.away, 0.99),
            "ready to first update stored, p50 (s)": percentile(killer.recovered, 0.5),
            "ready to first update stored, p99 (s)": percentile(killer.recovered, 0.99),
            "last kill to every phone showing its newest screen (s)": after,
        },
        (*late, *found.broken, *stale, *_too_many(repeated, sizes.kills)),
        progress.seconds,
        at=stamp(),
        note=NOTE,
    )


async def _calm(made: Site, phones: dict[int, Phone], progress: Progress) -> bool:
    """Wait until Telegram holds nothing, no link is ready, and every phone shows its newest screen."""
    until = monotonic() + CALM_SECONDS
    while monotonic() < until:
        await asyncio.sleep(0.2)
        if made.refused() or await made.waiting():
            progress(f"{made.refused()} updates wait at Telegram")
        elif not _stale(phones, await made.journals()):
            return True
    return False


def _stale(phones: dict[int, Phone], journals: dict[int, tuple[int, ...]]) -> tuple[str, ...]:
    """Phones on which the newest screen was drawn before their last update had become a turn."""
    wanted = {phone.person.id: len(journals.get(phone.person.id, ())) for phone in phones.values()}
    return tuple(
        f"phone {number} shows the screen after {_newest(phone)} updates, not {wanted[phone.person.id]}"
        for number, phone in phones.items()
        if wanted[phone.person.id] and _newest(phone) < wanted[phone.person.id]
    )


def _newest(phone: Phone) -> int:
    return max((stamps(one.text) for one in phone.messages() if one.from_bot), default=-1)


def _repeated(phones: dict[int, Phone]) -> int:
    """Messages of a chat that say the same as the one before them, drawn after the same number of turns."""
    count = 0
    for phone in phones.values():
        texts = [one.text for one in phone.messages() if one.from_bot]
        count += sum(one == other for one, other in pairwise(texts))
    return count


def _too_many(repeated: int, kills: int) -> tuple[str, ...]:
    return (f"{repeated} messages were shown twice in {kills} kills",) if repeated > kills else ()
