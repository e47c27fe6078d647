"""Prints the story: who does what, what the phone shows, what the console and the case system say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.clock import Clock, local
from bot.sandbox.story.handset import Bubble

_ISOLATES = "\u2066\u2067\u2068\u2069"


def plain(text: str) -> str:
    """A text without the invisible signs that keep directions apart; terminals draw them as boxes."""
    return "".join(sign for sign in text if sign not in _ISOLATES)


@dataclass
class Teller:
    """Tells one story line by line."""

    say: Callable[[str], None]
    clock: Clock
    chapters: int = 0
    title: str = ""

    def chapter(self, title: str) -> None:
        """Begin a chapter."""
        self.chapters, self.title = self.chapters + 1, title
        self.say(f"\n── {self.chapters}. {title} {'─' * max(3, 66 - len(title))}")

    def does(self, who: str, what: str) -> None:
        """Say what somebody does, with the town's time."""
        self.say(f"\n{local(self.clock()):%a %H:%M}  {who} {what}")

    def phone(self, one: Bubble) -> None:
        """Show a message of the phone with its buttons."""
        lines = plain(one.text).splitlines()
        buttons = ["  ".join(f"[{plain(label)}]" for label, _ in row) for row in one.rows]
        self._box("📱", [*lines, *buttons])

    def console(self, lines: Iterable[str]) -> None:
        """Show what the console says."""
        self._box("🖥 ", lines)

    def cases(self, lines: Iterable[str]) -> None:
        """Show what the case system says."""
        self._box("🗄 ", lines)

    def note(self, text: str) -> None:
        """Say something about the telling itself."""
        self.say(f"           ({text})")

    def _box(self, sign: str, lines: Iterable[str]) -> None:
        for number, line in enumerate(one for text in lines for one in text.splitlines()):
            self.say(f"     {sign if number == 0 else '  '} │ {plain(line)}")
