"""The result of one turn: a new session, the place to show, and effects as data (design §3.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

from bot.cases.model import Write
from bot.state.session import Place, Session
from bot.state.values import Term, Value

PRESENT = -1
"""As `Turn.message`: edit the message on which the person's screen stands now; the old one where there is
none.
"""
LETTERS = "letters"
"""As `Mute.reason`: the person chose letters instead of messages."""


class Priority(IntEnum):
    """Order of sending: lower first (design §4)."""

    SCREEN = 0
    URGENT = 1
    REMINDER = 2
    BROADCAST = 3


@dataclass(frozen=True, slots=True)
class Notice:
    """A message of its own about one item; a newer notice of the same item takes its place.

    `screen` is a `push.*` screen; `version` is what the buttons acknowledge; `values` are what the text
    needs beyond the facts. Not sent before `not_before` nor after `not_after`. `campaign` names a
    caseworker's reminder; `covers` the items, each with its version, that a digest stands for.
    """

    item: str
    version: int
    screen: str
    arg: str
    priority: Priority
    not_before: datetime
    not_after: datetime | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    campaign: str = ""
    protected: bool = False
    covers: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Notify:
    """Put a notice into the outbox, in place of an unsent one of the same item."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take back an unsent notice of this item; `folded` where a digest says it instead."""

    item: str
    folded: bool = False


@dataclass(frozen=True, slots=True)
class WriteCase:
    """Record an intent to write to the case API; the overlay shows it at once."""

    write: Write


@dataclass(frozen=True, slots=True)
class WakeAt:
    """Look again at this instant about this topic; an instant of None takes the wake-up back."""

    topic: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Erase:
    """Delete these messages of the chat as far as Telegram allows."""

    messages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Redeem:
    """Claim this invitation for this link (set if absent); `state` is "waiting" or "linked"."""

    invitation: str
    waiting: bool


@dataclass(frozen=True, slots=True)
class MarkLinked:
    """The link becomes the person's linked link; an older linked link of the person ends."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """Tell the console: a letter used twice, not me, unreachable, call back…

    `invitation` names whom it is about, where the link has no person yet.
    """

    kind: str
    detail: str = ""
    invitation: str = ""


@dataclass(frozen=True, slots=True)
class EndInvitation:
    """This invitation's code works no more."""

    invitation: str


@dataclass(frozen=True, slots=True)
class TellLink:
    """Put a *look* of this topic into another link's mailbox (e.g. freeze the phone whose code was tried)."""

    link: str
    topic: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The person saw or understood this version of this item (delivery record, never the case)."""

    item: str
    version: int
    state: str


@dataclass(frozen=True, slots=True)
class EndLink:
    """End this link: its messages are deleted as far as Telegram allows and everything of it is purged.

    `reason` goes to the console. `person`: on the person's own wish the person is forgotten too.
    """

    reason: str
    erase: bool = True
    person: bool = False


@dataclass(frozen=True, slots=True)
class Mute:
    """Stop (True) or resume (False) sending on our own account; `reason` is "letters" or "blocked"."""

    muted: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Translate:
    """Translate the draft question to Dutch and back; comes back as a look "translated"."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Menu:
    """Set the chat's command menu to this language."""

    language: str


Effect = (
    Notify
    | Withdraw
    | WriteCase
    | WakeAt
    | Erase
    | Redeem
    | MarkLinked
    | Alarm
    | EndInvitation
    | TellLink
    | Mark
    | EndLink
    | Mute
    | Translate
    | Menu
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act decided: which outcome, the new session, the target's argument and first line, effects."""

    name: str
    session: Session
    arg: str | None = None
    first: Term | None = None
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn. `place` None shows nothing. `message` is the message to edit, `PRESENT` the one with the
    present screen; None sends a new one at the bottom and takes the buttons off the old screen.
    """

    session: Session
    place: Place | None = None
    message: int | None = None
    effects: tuple[Effect, ...] = ()
