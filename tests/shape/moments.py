"""Every screen in many situations: all that can be shown, for checks of texts, buttons and callback data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.cases.model import Choice, News, NewsKind, OwnWrite, State, Write, WriteKind
from bot.cases.model import Place as Spot
from bot.state.declare import Fill
from bot.state.engine import Shown
from bot.state.items import items, short
from bot.state.scene import Invitation, Scene
from bot.state.session import Place, Session
from tests.clocks import NOW
from tests.hand import ENGINE, Hand, linked
from tests.people import EVERYBODY, asking

LETTER = Invitation(
    "inv-1", "person-1", "letter", "ar", "S", "Anneke Postma", NOW + timedelta(days=14), needs_year=True
)
ROLES = ("caseworker", "school", "coach", "employer", "duo")
PARTS = ("taal", "knm", "pvt", "map", "participatie", "examen")
DAYS = ("2026-11-23", "2026-11-26", "2026-11-28")
ARGS = ("", *ROLES, *PARTS, *DAYS, "more", "voice", "photo", "1", "0810.1A2B-3C4D")


@dataclass(frozen=True)
class Seen:
    """One screen in one situation."""

    who: str
    scene: Scene
    shown: Shown

    @property
    def fill(self) -> Fill:
        return self.shown.fill


def everything() -> tuple[Seen, ...]:
    """Show every screen to everybody in every situation; what sends elsewhere is left out."""
    return tuple(seen for who, hand in situations() for seen in _seen(who, hand))


def _seen(who: str, hand: Hand) -> Iterator[Seen]:
    scene = hand.scene
    handles = [short(item.key) for item in items(scene.facts)] if scene.facts else []
    versioned = [f"{handle}.2" for handle in handles]
    campaigns = [f"{short(key)}.1" for key in scene.session.told if key.startswith("campaign:")]
    for screen in ENGINE.screens:
        for arg in (*ARGS, *handles[:40], *handles[-12:], *versioned[:4], *campaigns):
            shown = ENGINE.show(scene, Place(screen.name, arg))
            if shown.screen.name == screen.name and shown.place.arg == arg:
                yield Seen(who, scene, shown)


def situations() -> Iterator[tuple[str, Hand]]:
    """Yield people and what may be going on with them."""
    yield from _visitors()
    for name, facts in EVERYBODY.items():
        yield name, linked(facts, draft="Vraag", draft_dutch="Vraag", draft_back="Question", draft_sure=True)
    yield "Samira unsure", linked(EVERYBODY["Samira"], draft="q", draft_dutch="v", unknown_in_row=3)
    yield "Samira waits for a translation", linked(EVERYBODY["Samira"], draft="q", letters=True)
    dutch = {"draft": "v", "draft_dutch": "v", "draft_sure": True}
    yield "Samira in Dutch", linked(EVERYBODY["Samira"], language="nl", **dutch)
    yield "Samira pauses", linked(EVERYBODY["Samira"], paused_until=NOW + timedelta(days=3), level="L2")
    yield "Samira on Saturday", _saturday()
    yield "Samira with changes", changed()
    yield "Samira with own writes", _written(done=False)
    yield "Samira with writes passed on", _written(done=True)
    yield "Samira asks", linked(asking)
    yield "Samira asks, and is translated", _translated()
    yield "Samira asks in Dutch", linked(asking, language="nl")
    yield "Laila may answer", answering()
    for choice in Choice:
        for done in (False, True):
            yield f"Laila answered {choice.name} {done}", answering(choice, done=done)
    yield "Laila's answer was refused", answering(Choice.COME, refused=True)
    for state, kind in ((State.PAUSED, NewsKind.PAUSE), (State.COMPLETED, NewsKind.COMPLETED)):
        yield f"Samira, {kind}", _announced(state, kind)
    yield "no facts yet", _unread()


def _visitors() -> Iterator[tuple[str, Hand]]:
    yield "visitor", Hand()
    yield "asked", Hand(session=Session(stage="asked", language="ar", invitation="inv-1"), invitation=LETTER)
    yield "who", Hand(session=Session(stage="who", language="ar", invitation="inv-1"), invitation=LETTER)
    yield "waiting", Hand(session=Session(stage="waiting", language="ar"), invitation=LETTER)
    for level in ("L0", "L1", "L2"):
        consenting = linked(EVERYBODY["Samira"], stage="consent", level=level)
        yield f"consent {level}", consenting
    frozen = linked(EVERYBODY["Samira"])
    frozen.link_state = "frozen"
    yield "frozen", frozen


def changed() -> Hand:
    """Samira, told of lessons cancelled, moved, online and elsewhere, of talks, a plan and a reminder."""
    hand = linked(EVERYBODY["Samira"])
    hand.cancels("B1-2-2026-11-25-09:00")
    hand.changes("B1-2-2026-11-26-09:00", starts=datetime(2026, 11, 26, 10), ends=datetime(2026, 11, 26, 13))
    hand.changes("KNM-1-2026-11-26-12:30", place=Spot(online=True, online_note="Zie mail"))
    hand.changes("B1-2-2026-11-30-09:00", place=Spot(address="Plein 2, 1234 AB Waterveen"))
    assert hand.facts is not None
    snapshot = hand.facts.snapshot
    talks = tuple(
        replace(a, starts=a.starts + timedelta(hours=3), version=2)
        if a.id == "talk"
        else replace(a, status="afgezegd", version=2)
        if a.id == "pvt-2"
        else a
        for a in snapshot.appointments
    )
    assert snapshot.plan is not None
    parts = tuple(replace(p, status="gevolgd") if p.kind == "pvt" else p for p in snapshot.plan.parts)
    hand.case(appointments=talks, plan=replace(snapshot.plan, parts=parts, version=2))
    hand.looks()
    hand.looks("campaign", campaign="c1", template="bring-id", fields={"date": "2026-12-03"})
    stands = replace(hand.session, screen="push.reminder", arg=f"{short('campaign:c1')}.1")
    hand.session = stands
    return hand


def _saturday() -> Hand:
    hand = linked(EVERYBODY["Samira"])
    hand.now = NOW + timedelta(days=5)
    hand.case(tasks=())
    return hand


def _written(*, done: bool) -> Hand:
    hand = linked(EVERYBODY["Samira"])
    assert hand.facts is not None
    kinds = (
        (WriteKind.ABSENCE, "B1-2-2026-11-26-09:00"),
        (WriteKind.TASK_DONE, "task-diploma"),
        (WriteKind.QUESTION, "q-1"),
    )
    own = tuple(
        OwnWrite(Write(f"w-{n}", kind, item, NOW), NOW if done else None)
        for n, (kind, item) in enumerate(kinds)
    )
    hand.facts = replace(hand.facts, own=own)
    hand.now = NOW + timedelta(days=2) if done else NOW
    return hand


def _translated() -> Hand:
    hand = linked(asking)
    hand.translation = True
    return hand


def answering(choice: Choice | None = None, *, done: bool = False, refused: bool = False) -> Hand:
    """Laila before her first talk, to which everything can be answered."""
    hand = linked(EVERYBODY["Laila"])
    assert hand.facts is not None
    (talk,) = hand.facts.snapshot.appointments
    hand.case(appointments=(replace(talk, answers=tuple(Choice), interpreter=None),))
    if choice is not None:
        write = Write("w", WriteKind.APPOINTMENT_ANSWER, talk.id, NOW, choice=choice, version=talk.version)
        own = OwnWrite(write, NOW if done else None, refused)
        hand.facts = replace(hand.facts, own=(own,))
    return hand


def _announced(state: State, kind: NewsKind) -> Hand:
    hand = linked(EVERYBODY["Samira"])
    hand.case(state=state, news=(News(kind, 7, NOW.date()),))
    hand.looks()
    return hand


def _unread() -> Hand:
    hand = linked(EVERYBODY["Samira"])
    hand.facts = None
    return hand
