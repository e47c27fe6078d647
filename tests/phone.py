"""A person with a phone, readable by a caseworker and a translator.

samira = await newcomer("Samira", waterveen)
await samira.opens_the_bot()
await samira.taps("📚 Lessons")
await samira.sees("Kade 4")

Buttons are named by their English words whatever language the phone speaks. After every act the person waits
until nothing is left to do; what changed on the phone and for others goes into the transcript.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.channels.telegram.callback import MAC_LENGTH
from bot.sandbox.arrivals import Letter, invite
from bot.sandbox.telegram import NotSeen, Phone
from bot.sandbox.telegram.message import Message
from bot.store.records import Person
from bot.words.bidi import bare
from bot.words.catalogues import Catalogues
from bot.words.say import Speaker, speaker
from tests.rest import at_rest
from tests.surroundings import surroundings
from tests.town import BOT, TestTown
from tests.transcript import Transcript, plainly

CONTENT = Path(__file__).parents[1] / "content"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
OFFICE_TO_HOME = (
    "✅ Yes",
    "📖 Read",
    "✅ Yes, that is me",
    "✅ Use Telegram",
    "👤 Only me",
    "✅ Good",
    "🌆 Evening, 19:00",
)


@dataclass
class Newcomer:
    """One person; `rests` is off where a story stops something, so that the town cannot come to rest."""

    name: str
    town: TestTown
    phone: Phone
    record: Transcript
    english: Speaker
    language: str = "en"
    rests: bool = True
    last: tuple[int, str] = (0, "")
    _phone: dict[int, Message] = field(default_factory=dict)
    _others: dict[str, str] = field(default_factory=dict)

    # What the person does

    async def opens_the_bot(self, secret: str = "", said: str = "opens the bot") -> None:
        """Press START, perhaps by the link behind a QR."""
        await self.phone.start(secret, bot=BOT)
        await self._afterwards(said)

    async def scans(self, letter: Letter) -> None:
        """Scan the QR of a letter or of the caseworker's screen, and press START."""
        await self.opens_the_bot(letter.secret, "scans the square picture and taps Start")

    async def taps(self, *labels: str) -> None:
        """Tap one button after the other, each named by its English words, the newest that fits."""
        for label in labels:
            message, button = self._button(label)
            self.last = (message.id, str(button["callback_data"]))
            await self.phone.forges(self.last[1], message_id=message.id, bot=BOT)
            await self._afterwards(f"taps [{bare(button['text'])}]")

    async def taps_again(self) -> None:
        """Tap the same button once more, as on a phone that does not show the new screen yet."""
        await self.phone.forges(self.last[1], message_id=self.last[0], bot=BOT)
        await self._afterwards("taps the same button again")

    async def types(self, text: str, said: str = "") -> None:
        """Type something; `said` stands in the transcript instead of a secret."""
        typed = await self.phone.says(text, bot=BOT)
        await self._afterwards(said or f"types “{text}”", sent=typed)

    async def sends(self, kind: str) -> None:
        """Send a photo, sticker, document, voice, contact or location."""
        sent = await self.phone.sends(kind, bot=BOT)
        await self._afterwards(f"sends a {kind}", sent=sent)

    # What the person sees

    async def sees(self, *words: str) -> Message:
        """Wait for a message of the bot that shows all these words, in its text or on its buttons."""

        def fits(message: Message) -> bool:
            return all(word in plainly(message) for word in words)

        try:
            return await self.phone.sees(fits, bot=BOT, timeout=2 if self.rests else 20)
        except NotSeen as fault:
            raise NotSeen(f"{self.name} looks for {words}. {fault}") from None

    def does_not_see(self, words: str) -> None:
        """Nothing on the phone says this."""
        assert words not in self.screen_text, f"{self.name} should not see {words!r}:\n{self.screen_text}"

    @property
    def newest(self) -> str:
        """The newest message of the bot."""
        return plainly([one for one in self.phone.messages(BOT) if one.from_bot][-1])

    @property
    def screen_text(self) -> str:
        """Everything that the phone shows of the bot."""
        return "\n".join(plainly(one) for one in self.phone.messages(BOT) if one.from_bot)

    # What happens around the person

    @asynccontextmanager
    async def meanwhile(self, who: str, act: str) -> AsyncIterator[None]:
        """Somebody else acts; what this phone and others show afterwards is recorded."""
        yield
        await self._afterwards(act, who)

    async def clock(self, wall: str) -> None:
        """The clock moves on to a local moment, e.g. `2026-11-23 19:00`."""
        await self.town.moves_on(wall)
        await self._afterwards(f"moves on to {wall}", "The clock")

    async def links(self, letter: Letter | None = None) -> None:
        """Link by an office code and come home, tap by tap."""
        await self.scans(letter or await self.office_code())
        await self.taps(*OFFICE_TO_HOME)
        await self.sees("📚 Lessons" if self.language == "en" else "📚")

    async def office_code(self) -> Letter:
        """A QR on the caseworker's screen, in this story's language."""
        townsman = replace(self.town.demo.town.person(self.name), language=self.language)
        return await invite(self.town.waterveen, townsman, self.town.clock, "office")

    async def person(self) -> Person:
        """The person as the store knows them."""
        found = await self.town.waterveen.store.persons.all()
        return next(one for one in found if one.first_name == self.name)

    async def begins(self) -> None:
        """Take what stands now as known: the transcript tells only what changes."""
        await self._rest()
        self._phone = self._messages()
        self._others = await surroundings(self.town, (self.name,))

    def _messages(self) -> dict[int, Message]:
        return {one.id: one for one in self.phone.messages(BOT)}

    async def _rest(self) -> None:
        if self.rests:
            await at_rest(self.town)

    async def _afterwards(self, act: str, who: str = "", sent: Message | None = None) -> None:
        await self._rest()
        self.record.did(who or self.name, act)
        if sent is not None and sent.id not in self._messages():
            self.record.vanished(sent)
        before, others = self._phone, self._others
        self._phone = self._messages()
        self._others = await surroundings(self.town, (self.name,))
        self.record.phone(before, self._phone)
        self.record.others(others, self._others)

    def _button(self, label: str) -> tuple[Message, dict[str, Any]]:
        everything = list(self._buttons())
        for fits in (self._shows, self._begins, self._means):
            for message, button in everything:
                if fits(button, label):
                    return message, button
        raise NotSeen(f"{self.name} finds no button [{label}] on the phone:\n{self.screen_text}")

    def _buttons(self) -> Iterator[tuple[Message, dict[str, Any]]]:
        for message in reversed(self.phone.messages(BOT)):
            for row in message.rows:
                for button in row:
                    if "callback_data" in button:
                        yield message, dict(button)

    @staticmethod
    def _shows(button: dict[str, Any], label: str) -> bool:
        return bare(button["text"]) == label

    @staticmethod
    def _begins(button: dict[str, Any], label: str) -> bool:
        return bare(button["text"]).startswith(label)

    def _means(self, button: dict[str, Any], label: str) -> bool:
        """Whether the button is called so in English; a day by its date."""
        screen, event, arg = button["callback_data"][MAC_LENGTH:].split("/", 2)
        if event == "day":
            return label == DAYS[date.fromisoformat(arg).weekday()]
        keys = ((screen.replace(".", "-"), event), (f"footer-{event}", ""))
        return any(bare(self.english.message(key, {}, attribute) or "") == label for key, attribute in keys)


async def newcomer(
    name: str,
    town: TestTown,
    record: Transcript | None = None,
    language: str = "en",
    phone: str = "",
    rests: bool = True,
) -> Newcomer:
    """Somebody with a phone; `phone` names another phone than the person's own."""
    handset = town.phone(phone or name)
    english = speaker(Catalogues(CONTENT), "en")
    found = Newcomer(name, town, handset, record or Transcript(name), english, language, rests)
    await found.begins()
    return found
