"""`make play`: a phone in the terminal. Numbers tap buttons, other words are typed."""

from __future__ import annotations

import asyncio
import signal
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import aiohttp

from bot.app import LANGUAGES
from bot.errors import ConfigError
from bot.sandbox.arrivals import Letter, invite
from bot.sandbox.demo import Demo
from bot.sandbox.story.handset import Bubble, Handset, NotSeen
from bot.sandbox.story.teller import plain
from bot.sandbox.typed import TypedLines

TENANT = "waterveen"
LOOK_EVERY = 0.15
QUIET = 0.8
ANSWERED_WITHIN = 4.0
HELP = """  number   tap that button
  text     type it to the bot, e.g. /start or /help
  ?        this help
  q        quit"""


@dataclass
class TerminalPhone:
    """Prints what is new or edited; all buttons of the chat are numbered, the newest message first."""

    phone: Handset
    say: Callable[[str], None]
    seen: dict[int, Bubble] = field(default_factory=dict)
    buttons: list[tuple[Bubble, str, str]] = field(default_factory=list)
    changed_at: float = 0.0

    async def look(self) -> bool:
        """Print what changed since the last look; True where something did."""
        bubbles = await self.phone.bubbles()
        known, self.seen = self.seen, {one.id: one for one in bubbles}
        if known == self.seen:
            return False
        fresh = [one for one in bubbles if _is_news(one, known.get(one.id))]
        if any(not one.mine for one in fresh):
            self.changed_at = asyncio.get_running_loop().time()
        newest_first = [(one, *button) for one in reversed(bubbles) for row in one.rows for button in row]
        self.buttons = [button for button in newest_first if button[2]]
        for one in fresh:
            self._print(one)
        self._print_earlier(fresh)
        return True

    def _print(self, one: Bubble) -> None:
        side = "                    " if one.mine else "  "
        self.say("")
        for line in plain(one.text).splitlines() or ["·"]:
            self.say(f"{side}│ {line}")
        for row in one.rows:
            self.say(f"{side}│ " + "   ".join(self._numbered(one, label, place) for label, place in row))

    def _numbered(self, one: Bubble, label: str, place: str) -> str:
        numbers = [n for n, known in enumerate(self.buttons, 1) if (known[0].id, known[2]) == (one.id, place)]
        return f"{numbers[0]}: [{plain(label)}]" if numbers else f"[{plain(label)}]"

    def _print_earlier(self, fresh: list[Bubble]) -> None:
        ids = {one.id for one in fresh}
        earlier = [
            f"{n}: [{plain(label)}]" for n, (one, label, _) in enumerate(self.buttons, 1) if one.id not in ids
        ]
        if earlier:
            self.say("\n  above: " + "  ".join(earlier[:12]))

    async def hears(self, line: str) -> None:
        """Carry out one typed line: a number, a question mark or words."""
        if line == "?":
            self.say(HELP)
        elif line.isdecimal() and len(line) < 4 and 1 <= int(line) <= len(self.buttons):
            bubble, _, place = self.buttons[int(line) - 1]
            await self.phone.presses(bubble, place)
        elif line.isdecimal() and len(line) < 3:
            self.say(f"  There is no button {line}.")
        elif line:
            await self.phone.types(line)

    async def settles(self) -> None:
        """Wait until the phone has answered and is quiet, so that piped lines meet the screen they mean."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        while loop.time() < began + ANSWERED_WITHIN:
            if self.changed_at > began and loop.time() > self.changed_at + QUIET:
                return
            await asyncio.sleep(LOOK_EVERY)


def _is_news(one: Bubble, before: Bubble | None) -> bool:
    """Whether it is worth printing; that an old message lost its buttons is not."""
    return before is None or one.text != before.text or (bool(one.rows) and one.rows != before.rows)


async def play(lang: str, person: str) -> None:
    """Start a town in a temporary folder, open this person's invitation, play until q or Ctrl-C."""
    with tempfile.TemporaryDirectory(prefix="wegwijs-play-") as folder, TypedLines() as typed:
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, typed.end)
        demo = Demo(Path(folder), 0, with_class=False)
        name = _whose(demo, lang, person)
        await demo.start(lambda text: print(f"  {text} …", flush=True))
        try:
            async with aiohttp.ClientSession() as http:
                phone = Handset(http, demo.url, name.lower(), "")
                await _use(demo, phone, name, lang, typed)
        finally:
            await demo.stop()
            asyncio.get_running_loop().remove_signal_handler(signal.SIGINT)


def _whose(demo: Demo, lang: str, person: str) -> str:
    names = [one.first_name for one in demo.town.people if not one.classmate and one.municipality == TENANT]
    found = next((name for name in names if name.lower() == person.lower()), None)
    if found is None or lang not in LANGUAGES:
        known = f"people: {', '.join(names).lower()}; languages: {', '.join(LANGUAGES)}"
        raise ConfigError((f"There is nobody called {person!r}, or no language {lang!r}. Known {known}.",))
    return found


async def _code(demo: Demo, name: str, lang: str) -> Letter:
    """A code as a caseworker's screen shows it: nobody has to confirm it."""
    townsman = replace(demo.town.person(name), language=lang)
    return await invite(demo.app.municipalities[TENANT], townsman, demo.clock, "office")


async def _use(demo: Demo, phone: Handset, name: str, lang: str, typed: TypedLines) -> None:
    letter = await _code(demo, name, lang)
    phone.bot = letter.bot
    await phone.speaks(lang)
    print(f"\n  {name}'s phone. It scans the code of the invitation.\n{HELP}", flush=True)
    screen = TerminalPhone(phone, lambda text: print(text, flush=True))
    looking = asyncio.create_task(_look(screen))
    try:
        await phone.starts(letter.secret)
        await screen.settles()
        while (line := await typed.next()) is not None and (line := line.strip()) != "q":
            try:
                await screen.hears(line)
            except NotSeen as fault:
                print(f"  {fault}", flush=True)
            if line and line != "?":
                await screen.settles()
        print("\n  Bye; nothing was kept.", flush=True)
    finally:
        looking.cancel()
        await asyncio.gather(looking, return_exceptions=True)


async def _look(screen: TerminalPhone) -> None:
    while True:
        await screen.look()
        await asyncio.sleep(LOOK_EVERY)
