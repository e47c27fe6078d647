"""The store away for ten virtual minutes while many people write: Telegram keeps what we refuse."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import monotonic

from bench.order.journal import Ledger, judge
from bench.order.people import newcomers
from bench.order.phones import phone_of
from bench.order.report import Outcome, stamp
from bench.order.say import Progress, Say
from bench.order.site import Site, Wire, nothing_planted, site
from bench.order.virtual import VirtualTime
from bot.channels.base import Button
from bot.channels.telegram.callback import Callbacks
from bot.sandbox.telegram import Phone
from bot.sandbox.telegram.updates import TAP_LIFETIME

NOTE = (
    "The sandbox's Telegram brings updates over real HTTP by the rules of Telegram's own server: serial "
    "within a queue, one connection after ten seconds of failures, retries after the second that our "
    "503 asks for, taps dropped after 150 s. Its clock is virtual, and each post costs 50 ms of it; the "
    "store's return is real."
)
BEFORE, AFTER = 20.0, 10.0
ROUND_TRIP = 0.05
"""Seconds (virtual) that one post takes beside its real time: Telegram is not on this machine."""
RETRY_SLACK = 3.0
"""A refused update is brought again after the second that our 503 asks for, and must find its way."""
DRAIN_SECONDS = 60.0
PATIENCE = 240.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """Updates in all, people, seconds away, workers."""

    updates: int = 20_000
    people: int = 2_000
    away: float = 600.0
    workers: int = 3
    fsync: str = "always"
    round_trip: float = ROUND_TRIP


@dataclass
class Writing:
    """Everybody's texts and taps, spread evenly over the time; `taps` are update ids with their second."""

    made: Site
    time: VirtualTime
    phones: Sequence[Phone]
    rng: random.Random
    taps: dict[int, float] = field(default_factory=dict)
    events: tuple[str, ...] = ()
    emptied: float = 0.0

    async def write(self) -> None:
        """One update of somebody."""
        phone = self.rng.choice(self.phones)
        chat = phone.person.id
        update = self.made.telegram.account().updates.next_id
        if self.rng.random() < 0.5:
            await phone.says(self.rng.choice(("/today", "/help", "hallo", "Wanneer is mijn les?")))
            self.made.ledger.send(chat, update, "text")
            return
        callbacks = Callbacks(self.made.town.store.callback_key, self.made.tenant.id)
        button = Button("", "home.home", self.rng.choice(self.events))
        await phone.forges(callbacks.encode(button, self.made.links[chat]), message_id=1)
        self.made.ledger.send(chat, update, "tap")
        self.taps[update] = self.time.seconds


async def quick(seconds: float) -> None:
    """Our own pauses are made shorter: the store's absence is virtual, its return is real."""
    await asyncio.sleep(min(seconds, 0.05))


async def store_away(
    seed: int, sizes: Sizes, say: Say, *, plant: Callable[[Site], None] = nothing_planted
) -> Outcome:
    """Run the campaign; `plant` lets a test break something first."""
    progress, time = Progress(say, "store-away"), VirtualTime()
    wires: list[Wire] = []

    def wire(ledger: Ledger) -> Wire:
        wires.append(Wire(ledger, time.sleep, sizes.round_trip))
        return wires[0]

    time.busy = lambda: bool(wires and wires[0].busy)
    async with site(
        fsync=sizes.fsync, clock=time.clock, telegram_sleep=time.sleep, wire=wire, pause=quick, seed=seed
    ) as made:
        people = newcomers(sizes.people)
        bot = made.tenant.bot.gebruikersnaam
        phones = {one.number: phone_of(made.telegram, one, bot) for one in people}
        await made.settle(tuple(one.at(phones[one.number].person.id) for one in people))
        plant(made)
        made.start_workers(sizes.workers)
        progress(f"{len(people)} people are linked", now=True)
        home = made.app.views.engine.screen("home.home")
        events = tuple(edge.event for edge in home.edges if edge.act is None)
        writing = Writing(made, time, tuple(phones.values()), random.Random(seed), events=events)
        await _write_on(writing, sizes, progress)
        refused = made.refused()
        back = time.seconds
        made.server.start()
        began = monotonic()
        taken = await _drain(writing, sizes, progress)
        return await _outcome(
            writing, sizes, seed, back, refused, taken - began, monotonic() - began, progress
        )


async def _write_on(writing: Writing, sizes: Sizes, progress: Progress) -> None:
    """Write until the store comes back; it goes away after a while."""
    made, time = writing.made, writing.time
    step = (BEFORE + sizes.away + AFTER) / sizes.updates
    gone = False
    for number in range(sizes.updates):
        at = number * step
        if at >= BEFORE + sizes.away:
            return
        if at >= BEFORE and not gone:
            gone = True
            await time.run_to(BEFORE)
            await time.settle()
            made.server.kill()
        await time.run_to(at)
        await writing.write()
        if progress.due:
            progress(
                f"second {time.seconds:.0f} of {BEFORE + sizes.away:.0f}, {made.refused()} refused or waiting"
            )
    await time.run_to(BEFORE + sizes.away)


async def _drain(writing: Writing, sizes: Sizes, progress: Progress) -> float:
    """Bring the rest; answers when Telegram held nothing any more. Everything is a turn when this ends."""
    made, time = writing.made, writing.time
    step = (BEFORE + sizes.away + AFTER) / sizes.updates
    rest = sizes.updates - made.ledger.count
    until = monotonic() + PATIENCE
    taken = 0.0
    while monotonic() < until:
        if rest:
            rest -= 1
            await time.run_to(time.seconds + step)
            await writing.write()
        elif not taken:
            await time.run_to(time.seconds + sizes.round_trip)
            if not made.telegram.account().updates.queues():
                taken, writing.emptied = monotonic(), time.seconds
        elif await made.waiting():
            await asyncio.sleep(0.05)
        else:
            break
        if progress.due:
            progress(f"back: {made.refused()} wait at Telegram, {await made.waiting()} links have mail")
    return taken or monotonic()


async def _outcome(
    writing: Writing,
    sizes: Sizes,
    seed: int,
    back: float,
    refused: int,
    taken: float,
    drained: float,
    progress: Progress,
) -> Outcome:
    made = writing.made
    journals = await made.journals()
    found = judge(made.ledger, journals)
    turned = {update for written in journals.values() for update in written}
    texts = {u for sent in made.ledger.sent.values() for u, queue in sent.items() if queue == "text"}
    young = {update for update, at in writing.taps.items() if at > back - TAP_LIFETIME}
    # A tap also expires while Telegram works through its own line of what we refused.
    line = writing.emptied - back
    reached = {update for update in young if writing.taps[update] > back + line - TAP_LIFETIME + RETRY_SLACK}
    expired = set(writing.taps) - turned
    late = [f"Telegram's line was empty only after {line:.0f} virtual s"] if line > DRAIN_SECONDS else []
    late += [f"text {update} never became a turn" for update in sorted(texts - turned)]
    late += [f"tap {update} was still young and never became a turn" for update in sorted(reached - turned)]
    dropped = made.telegram.account().updates.dropped
    if dropped != len(expired):
        late.append(f"Telegram dropped {dropped} updates, {len(expired)} are missing")
    if drained > DRAIN_SECONDS:
        late.append(f"drained after {drained:.0f} s, not within {DRAIN_SECONDS:.0f} s")
    return Outcome(
        "store-away",
        "The store away",
        seed,
        {
            "updates sent": made.ledger.count,
            "people": sizes.people,
            "virtual seconds away": sizes.away,
            "workers": sizes.workers,
            "appendfsync": sizes.fsync,
        },
        {
            "texts": len(texts),
            "taps": len(writing.taps),
            "waiting at Telegram when the store came back": refused,
            "acknowledged": len(made.ledger.acknowledged),
            "acknowledged and lost": len(found.lost),
            "texts lost": len(texts - turned),
            "taps younger than 150 s at the return": len(young),
            "of these expired while Telegram worked through its line": len(young - reached - turned),
            "of these lost": len(reached - turned),
            "Telegram's line was empty after (virtual s)": line,
            "older taps that expired at Telegram": len(expired),
            "turned twice": len(found.doubled),
            "out of order": len(found.misplaced),
            "all taken from Telegram after (real s)": taken,
            "all turned after (real s)": drained,
        },
        (*found.broken, *late),
        progress.seconds,
        at=stamp(),
        note=NOTE,
    )
