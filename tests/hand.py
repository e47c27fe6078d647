"""A phone for tests of the pure turn: it taps, types and looks, and remembers what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar

from bot.cases.model import Facts, Lesson, LessonStatus, OwnWrite
from bot.dialogs import DIALOGS
from bot.state.engine import Engine, Shown
from bot.state.events import Attached, Blocked, Commanded, Event, Looked, Started, Tapped, Typed, Withheld
from bot.state.scene import Invitation, Scene
from bot.state.session import Place, Session
from bot.state.told import begin
from bot.state.turn import Effect, Notice, Notify, Turn, Withdraw, WriteCase
from bot.tenant import Tenant
from tests.clocks import NOW
from tests.tenants import waterveen

ENGINE = Engine(DIALOGS)
E = TypeVar("E")


@dataclass
class Hand:
    """One chat. Between two events the test may change `facts`, `now`, `invitation` or `link_state`."""

    facts: Facts | None = None
    session: Session = field(default_factory=Session)
    now: datetime = NOW
    tenant: Tenant = field(default_factory=waterveen)
    link_state: str = "visitor"
    invitation: Invitation | None = None
    own_person: str | None = None
    translation: bool = False
    pending: set[str] = field(default_factory=set)
    turn: Turn = field(default_factory=lambda: Turn(Session()))
    count: int = 0

    @property
    def scene(self) -> Scene:
        return Scene(
            self.session,
            self.tenant,
            self.now,
            "link-1",
            self.facts,
            self.invitation,
            self.link_state,
            frozenset(self.pending),
            self.own_person,
            self.translation,
        )

    def does(self, event: Event) -> Turn:
        """Step, keep the session, and record own writes and waiting notices as the store would."""
        self.turn = ENGINE.step(self.scene, event)
        self.session = self.turn.session
        for effect in self.turn.effects:
            if isinstance(effect, WriteCase) and self.facts is not None:
                self.facts = replace(self.facts, own=(*self.facts.own, OwnWrite(effect.write)))
            elif isinstance(effect, Notify):
                self.pending.add(effect.notice.item)
            elif isinstance(effect, Withdraw):
                self.pending.discard(effect.item)
        return self.turn

    def id(self) -> str:
        self.count += 1
        return f"event-{self.count}"

    def taps(
        self, event: str, arg: str | None = None, *, screen: str = "", message: int = 1, genuine: bool = True
    ) -> Turn:
        """Tap a button of the present screen, or of an old one where `screen` is named."""
        here = self.session
        argument = here.arg if arg is None else arg
        return self.does(
            Tapped(self.id(), self.now, message, screen or here.screen, event, argument, genuine)
        )

    def types(self, text: str) -> Turn:
        return self.does(Typed(self.id(), self.now, 7, text))

    def starts(self, code: str = "", language_code: str = "") -> Turn:
        return self.does(Started(self.id(), self.now, 5, code, language_code))

    def commands(self, command: str) -> Turn:
        return self.does(Commanded(self.id(), self.now, 6, command))

    def looks(self, topic: str = "facts", **data: Any) -> Turn:
        return self.does(Looked(self.id(), self.now, topic, data))

    def sends(self, kind: str) -> Turn:
        return self.does(Attached(self.id(), self.now, 8, kind))

    def withholds(self) -> Turn:
        return self.does(Withheld(self.id(), self.now, 9))

    def blocks(self, blocked: bool = True) -> Turn:
        return self.does(Blocked(self.id(), self.now, blocked))

    @property
    def shown(self) -> Shown:
        """What stands on the phone."""
        return ENGINE.show(self.scene, self.turn.place or Place(self.session.screen, self.session.arg))

    @property
    def screen(self) -> str:
        return self.session.screen

    @property
    def first(self) -> str:
        """The keys of the first lines, the turn's own before the screen's."""
        lines = (self.shown.place.first, self.shown.fill.first)
        return " ".join(line.key for line in lines if line is not None)

    def buttons(self) -> dict[str, tuple[str, ...]]:
        """The shown buttons by event, with their arguments."""
        shown = self.shown
        return {
            edge.event: tuple(c.arg for c in shown.fill.each.get(edge.event, ()))
            if edge.many
            else (shown.place.arg,)
            for edge in shown.screen.edges
            if edge.event not in shown.fill.hidden and (not edge.many or shown.fill.each.get(edge.event))
        }

    def effects(self, kind: type[E]) -> list[E]:
        return [effect for effect in self.turn.effects if isinstance(effect, kind)]

    @property
    def notices(self) -> list[Notice]:
        return [effect.notice for effect in self.effects(Notify)]

    def changes(self, lesson: str, **values: Any) -> Lesson:
        """Let the school change a lesson; its version rises unless a version is given."""
        assert self.facts is not None
        old = next(le for le in self.facts.lessons if le.id == lesson)
        new = replace(old, **{"version": old.version + 1, **values})
        groups = tuple(
            replace(g, lessons=tuple(new if le.id == lesson else le for le in g.lessons))
            for g in self.facts.groups
        )
        self.facts = replace(self.facts, groups=groups)
        return new

    def cancels(self, lesson: str) -> Lesson:
        return self.changes(lesson, status=LessonStatus.CANCELLED)

    def case(self, **values: Any) -> None:
        """Change the case's snapshot."""
        assert self.facts is not None
        self.facts = replace(self.facts, snapshot=replace(self.facts.snapshot, **values))

    def passed_on(self) -> None:
        """Let the case system confirm every own write."""
        assert self.facts is not None
        self.facts = replace(self.facts, own=tuple(replace(o, done_at=self.now) for o in self.facts.own))


def linked(facts: Callable[[], Facts], **session: Any) -> Hand:
    """Somebody linked whose told is now, standing at home."""
    hand = Hand(
        facts(),
        Session(stage="linked", language="en", reading="read", screen="home.home"),
        link_state="linked",
    )
    hand.own_person = "person-1"
    hand.session = replace(begin(hand.scene), **session)
    return hand


__all__ = ["ENGINE", "Effect", "Hand", "linked"]
