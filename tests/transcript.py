"""The record of a story: what a person does, what the phone shows afterwards, what others see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.sandbox.telegram.message import Message
from bot.words.bidi import bare
from tests.town import shown

MARGIN = "    "


@dataclass
class Transcript:
    """Readable lines, compared with a file of `tests/transcripts`."""

    title: str
    lines: list[str] = field(default_factory=list)

    def begins(self, step: str, words: str) -> None:
        """Begin a step of the storyboard."""
        self.lines += ["", f"## {step}  {words}"]

    def did(self, who: str, act: str) -> None:
        """Somebody does something."""
        self.lines += ["", f"{who} {act}"]

    def phone(self, before: Mapping[int, Message], after: Mapping[int, Message]) -> None:
        """What changed on a phone: edited, gone and new messages."""
        for number, message in after.items():
            old = before.get(number)
            if old is not None and seen(old) != seen(message):
                self._message("» the message changes", message)
        for number in sorted(before.keys() - after.keys()):
            self.lines.append(f"{MARGIN}» gone: {first_line(before[number])}")
        for number in sorted(after.keys() - before.keys()):
            if after[number].from_bot:
                self._message("» a new message", after[number])
            else:
                self.lines.append(f"{MARGIN}» still there: {first_line(after[number])}")

    def vanished(self, sent: Message) -> None:
        """What the person has just sent was deleted from the chat."""
        self.lines.append(f"{MARGIN}» gone: {first_line(sent)}")

    def others(self, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        """What changed for the municipality, the school and the case system."""
        for what, stands in after.items():
            if before.get(what) != stands:
                self.lines.append(f"{MARGIN}⇢ {stands}")
        self.lines += [f"{MARGIN}⇢ gone: {before[what]}" for what in before if what not in after]

    @property
    def text(self) -> str:
        """The whole record."""
        return "\n".join([f"# {self.title}", *self.lines, ""])

    def _message(self, heading: str, message: Message) -> None:
        self.lines.append(f"{MARGIN}{heading}{', protected' if message.protected else ''}")
        self.lines += [f"{MARGIN}  {line}" for line in plainly(message).splitlines()]


def plainly(message: Message) -> str:
    """A message as a reader sees it: no marks of direction, every space the same."""
    return bare(shown(message)).replace("\u00a0", " ")


def seen(message: Message) -> tuple[str, bool]:
    """What somebody sees of a message."""
    return plainly(message), message.protected


def first_line(message: Message) -> str:
    """How a message begins; what a person typed may be a secret and is only named."""
    if not message.from_bot:
        return "what was typed" if message.kind == "text" else f"the {message.kind}"
    return (plainly(message).splitlines() or ["·"])[0]
