"""From the moment at which the case system publishes a change until it stands on the phone."""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic

from bench.matrix.someone import Someone
from bench.order.report import Outcome, percentile, stamp
from bench.order.say import Progress, Say
from bot.cases.hints import PACE
from bot.clock import local
from bot.sandbox.arrivals import invite
from bot.sandbox.clock import MovedClock
from bot.sandbox.demo import Demo
from bot.sandbox.telegram import NotSeen
from bot.sandbox.zgw.desk import Desk, wall
from bot.store.outbox import UNLIMITED
from bot.views import plain

TOWN, PERSON = "waterveen", "Samira"
PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many changes, and the promise in seconds."""

    rounds: int = 40
    promise: float = 2.0


@dataclass
class Street:
    """The whole program with its sandboxes, and one person with a phone."""

    demo: Demo
    clock: MovedClock
    someone: Someone

    def talk(self, number: int) -> tuple[Callable[[], None], str]:
        """An appointment of today is moved: what does it, and the time that the phone will show."""
        zgw = self.demo.systems[TOWN]
        talk = zgw.objects("afspraak", zaak=self.demo.town.person(PERSON).case_uuid)[0]
        begins = self._today(number)
        return (lambda: Desk(zgw).move_talk(talk["uuid"], begins)), f"{begins:%H:%M}"

    def lesson(self, number: int) -> tuple[Callable[[], None], str]:
        """The next lesson of her group is moved to this afternoon."""
        zgw, group = self.demo.systems[TOWN], self.demo.town.group("B1-2").uuid
        rows = sorted(zgw.objects("les", lesgroep=group, status="gepland"), key=lambda le: str(le["begin"]))
        lesson = (zgw.objects("les", lesgroep=group, status="gewijzigd") or rows)[0]
        row = zgw.register.get("/objecten/api/v2/objects", lesson["uuid"])
        assert row is not None
        begins = self._today(number)
        data = {
            "datum": str(begins.date()),
            "begin": wall(begins),
            "einde": wall(begins + timedelta(hours=2)),
            "status": "gewijzigd",
            "versie": lesson["versie"] + 1,
        }
        return (lambda: zgw.objecten.change(row, {"data": data})), f"{begins:%H:%M}"

    def _today(self, number: int) -> datetime:
        return datetime.combine(local(self.clock()).date(), datetime.min.time()) + timedelta(
            hours=14, minutes=number * 7 % 240
        )

    async def shown(self, change: Callable[[], None], words: str) -> float:
        """Make the change, and wait until a new message shows it; the seconds, or -1."""
        phone, bot = self.someone.phone, self.someone.bot
        mark, begun = phone.mark(bot), monotonic()
        change()
        try:
            await phone.sees(
                lambda one: one.from_bot and words in plain(one.text),
                bot=bot,
                since=mark,
                timeout=PATIENCE,
            )
        except NotSeen:
            return -1.0
        return monotonic() - begun


async def arrival(seed_number: int, sizes: Sizes, say: Say) -> Outcome:
    """Run the campaign."""
    progress, rng = Progress(say, "arrival"), random.Random(seed_number)
    took: dict[str, list[float]] = {"appointment": [], "lesson": []}
    async with AsyncExitStack() as stack:
        street = await _street(stack)
        progress("Samira is linked; her day changes", now=True)
        for number in range(sizes.rounds):
            # The pace between two reads of one case is another campaign's matter.
            street.clock.forward(PACE + timedelta(seconds=rng.random()))
            kind = "lesson" if number % 2 else "appointment"
            change, words = (street.lesson if number % 2 else street.talk)(number)
            took[kind].append(await street.shown(change, words))
            progress(f"{number + 1} of {sizes.rounds} changes, the last {took[kind][-1]:.2f} s")
    every = [seconds for kind in took.values() for seconds in kind]
    missing = sum(seconds < 0 for seconds in every)
    slow = sum(seconds >= sizes.promise for seconds in every)
    broken = [f"{missing} changes were never shown"] if missing else []
    broken += [f"{slow} changes took {sizes.promise:g} s or longer"] if slow else []
    return Outcome(
        "arrival",
        "From a notification to the phone",
        seed_number,
        asdict(sizes),
        {
            **{f"{kind}, median, s": percentile(found, 0.5) for kind, found in took.items()},
            **{f"{kind}, p99, s": percentile(found, 0.99) for kind, found in took.items()},
            "longest, s": max(every),
        },
        tuple(broken),
        progress.seconds,
        at=stamp(),
        note="The whole program over real HTTP: the sandbox's case system publishes, Wegwijs answers, gathers"
        " for half a second, fetches, decides and sends to the sandbox's Telegram. Changes within 24 hours,"
        " which leave at once. Open Notificaties gathers for up to 20 seconds before it calls; that is not"
        " included.",
    )


async def _street(stack: AsyncExitStack) -> Street:
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="cases-")))
    clock = MovedClock()
    demo = Demo(folder, port=0, clock=clock, limits=None, with_class=False)
    await demo.start()
    stack.push_async_callback(demo.stop)
    town = demo.app.municipalities[TOWN]
    town.store.outbox.limits = dict(UNLIMITED)
    letter = await invite(town, demo.town.person(PERSON), clock, "office")
    phone = demo.telegram.phone(PERSON.lower(), first_name=PERSON)
    someone = Someone(phone, letter.bot, town, demo.app.views, clock, "en", letter.person)
    await someone.links(letter)
    zgw = demo.systems[TOWN]
    async with asyncio.timeout(PATIENCE):
        while not zgw.register.rows("/notificaties/api/v1/abonnement"):  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.02)
    return Street(demo, clock, someone)
