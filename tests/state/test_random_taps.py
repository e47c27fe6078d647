"""Anybody taps anything at any time while facts change underneath: one place per tap, a way home, silence
after the end.

Hypothesis prints the seed and the shortest failing history.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.cases.model import LessonStatus, State
from bot.state.session import Session
from bot.state.turn import EndLink, MarkLinked, Mute, Redeem, Turn, WriteCase
from tests.hand import ENGINE, Hand, linked
from tests.people import EVERYBODY
from tests.shape.moments import LETTER

NAMES = [screen.name for screen in ENGINE.screens]
EVENTS = sorted(
    {edge.event for screen in ENGINE.screens for edge in screen.edges} | {"home", "back", "nonsense"}
)
TOPICS = ["facts", "settle", "reminder", "confirmed", "translated", "redraw", "frozen", "thawed", "nonsense"]
STUCK = {
    "linking.waiting",
    "linking.notme",
    "linking.frozen",
    "consent.other",
    "privacy.deleted",
    "push.link.ended",
}


class Phone(RuleBasedStateMachine):
    """One chat, from a stranger or from somebody linked."""

    @initialize(name=st.sampled_from([*EVERYBODY, "stranger"]))
    def begin(self, name: str) -> None:
        self.ended = False
        self.args = [""]
        self.hand = (
            Hand(invitation=LETTER, session=Session()) if name == "stranger" else linked(EVERYBODY[name])
        )
        self.facts = EVERYBODY.get(name, EVERYBODY["Samira"])

    def took(self, turn: Turn, *, answered: bool = False) -> None:
        hand = self.hand
        if self.ended:
            assert (turn.place, turn.effects) == (None, ())
            return
        assert not answered or turn.place is not None
        if turn.place is not None:
            assert (turn.place.screen, turn.place.arg) == (hand.session.screen, hand.session.arg)
            self.args = [*self.args[-20:], turn.place.arg]
        writes = hand.effects(WriteCase)
        assert len({w.write.id for w in writes}) == len(writes) <= 1
        for effect in turn.effects:
            if isinstance(effect, EndLink):
                self.ended, hand.link_state = True, "ended"
            if isinstance(effect, Mute) and hand.link_state in {"linked", "muted"}:
                hand.link_state = "muted" if effect.muted else "linked"
            if isinstance(effect, Redeem):
                hand.own_person, hand.facts = "person-1", self.facts()
            if isinstance(effect, MarkLinked):
                hand.link_state = "linked"

    @precondition(lambda self: not self.ended)
    @rule(data=st.data())
    def taps_what_is_shown(self, data: st.DataObject) -> None:
        buttons = [(event, arg) for event, args in self.hand.buttons().items() for arg in args]
        buttons += [("home", self.hand.session.arg), ("back", self.hand.session.arg)]
        event, arg = data.draw(st.sampled_from(buttons))
        note(f"{self.hand.screen}/{event}/{arg}")
        self.took(self.hand.taps(event, arg), answered=True)

    @rule(
        screen=st.sampled_from(NAMES),
        event=st.sampled_from(EVENTS),
        which=st.integers(0, 30),
        genuine=st.booleans(),
    )
    def taps_an_old_or_forged_button(self, screen: str, event: str, which: int, genuine: bool) -> None:
        arg = self.args[which % len(self.args)]
        turn = self.hand.taps(event, arg, screen=screen, message=3, genuine=genuine)
        self.took(turn, answered=True)

    @rule(text=st.sampled_from(["hallo", "1989", "ABCDEFGHJK", "", "x" * 4096, "{ $n }"]), fits=st.booleans())
    def types(self, text: str, fits: bool) -> None:
        self.hand.invitation = replace(LETTER, year_fits=fits) if fits or text != "hallo" else None
        self.took(self.hand.types(text), answered=True)

    @rule(code=st.sampled_from(["", "s" * 22, "ABCDEFGHJK"]))
    def starts(self, code: str) -> None:
        self.took(self.hand.starts(code), answered=True)

    @rule(command=st.sampled_from(["help", "language", "privacy", "stop", "today", "hide", "nonsense"]))
    def commands(self, command: str) -> None:
        self.took(self.hand.commands(command), answered=True)

    @rule(kind=st.sampled_from(["photo", "voice", "contact"]))
    def sends(self, kind: str) -> None:
        self.took(self.hand.sends(kind), answered=True)

    @rule()
    def sends_a_number(self) -> None:
        self.took(self.hand.withholds(), answered=True)

    @rule(topic=st.sampled_from(TOPICS))
    def looks(self, topic: str) -> None:
        if topic in {"frozen", "thawed"} and self.hand.link_state in {"linked", "frozen"}:
            self.hand.link_state = "frozen" if topic == "frozen" else "linked"
        self.took(self.hand.looks(topic, dutch="Vraag", back="Question", sure=True))

    @rule(number=st.integers(1, 3))
    def is_reminded_by_the_caseworker(self, number: int) -> None:
        self.took(
            self.hand.looks("campaign", campaign=f"c{number}", template="bring-id", fields={"date": "soon"})
        )

    @precondition(lambda self: self.hand.facts is not None and bool(self.hand.facts.lessons))
    @rule(which=st.integers(0, 60), what=st.sampled_from(["cancel", "move", "restore", "remove"]))
    def the_school_changes_a_lesson(self, which: int, what: str) -> None:
        assert self.hand.facts is not None
        lesson = self.hand.facts.lessons[which % len(self.hand.facts.lessons)]
        hour = timedelta(hours=1)
        if what == "cancel":
            self.hand.cancels(lesson.id)
        elif what == "restore":
            self.hand.changes(lesson.id, status=LessonStatus.PLANNED)
        elif what == "move":
            self.hand.changes(lesson.id, starts=lesson.starts + hour, ends=lesson.ends + hour)
        else:
            gone = tuple(
                replace(g, lessons=tuple(le for le in g.lessons if le.id != lesson.id))
                for g in self.hand.facts.groups
            )
            self.hand.facts = replace(self.hand.facts, groups=gone)

    @precondition(lambda self: self.hand.facts is not None)
    @rule(what=st.sampled_from(["tasks", "appointments", "plan", "closed", "open"]))
    def the_case_changes(self, what: str) -> None:
        empty = {"tasks": (), "appointments": (), "plan": None}
        states = {"closed": State.CLOSED, "open": State.IN_ROUTE}
        self.hand.case(**({what: empty[what]} if what in empty else {"state": states[what]}))

    @rule(hours=st.integers(0, 60))
    def time_passes(self, hours: int) -> None:
        self.hand.now += timedelta(hours=hours)
        self.hand.pending.clear()

    @invariant()
    def there_is_always_a_way_home(self) -> None:
        if self.ended or self.hand.screen in STUCK:
            return
        shown = self.hand.shown
        footer = shown.screen.footer and "home" not in shown.fill.hidden
        assert footer or self.hand.buttons(), f"no button on {shown.screen.name}"
        assert self.hand.session.unknown_in_row == 0 or shown.screen.name == "help.unknown"


Phone.TestCase.settings = settings(
    max_examples=60,
    stateful_step_count=30,
    deadline=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
TestPhone = Phone.TestCase
