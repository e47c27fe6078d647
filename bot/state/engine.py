"""The turn: a pure function of scene and event (design §3.2). Nothing here fetches, sends, stores or knows
the time.

    engine = Engine(DIALOGS)
    turn = engine.step(scene, event)        # Turn(session, place, message, effects)
    shown = engine.show(scene, turn.place)  # Shown(screen, place, fill): what the renderer puts into words

`step` expects in the scene: the facts if the chat has a person; `invitation` for a `Started` code, for
text typed at stage "new" (as a code) and "asked" (with `year_fits`), and whenever the session names one;
`pending` items.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.state import acks
from bot.state.arrive import scanned
from bot.state.declare import Dialog, Edge, Fill, Instead, Screen
from bot.state.entrance import BY_STAGE, entrance, guarded
from bot.state.events import Attached, Blocked, Commanded, Event, Looked, Started, Tapped, Typed, Withheld
from bot.state.look import Glance, facts, look
from bot.state.machine import FOOTER_HOME, HOME, Moves
from bot.state.own import after, overlaid
from bot.state.remind import wake
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import LETTERS, PRESENT, Alarm, Effect, Erase, Mute, Outcome, Turn
from bot.state.values import Term

NEWEST = Term("first-newest")
CHAIN = 4
BY_COMMAND = {"start": "/today", "today": "/today", "hide": "/today"}
BY_SCAN = {"second": "linking.second", "hello": "start.hello", "ok": "linking.year"}
CODE = "linking.code"
PUSH = "push."
STANDS = {"push.reminder", "push.link.ended"}
"""The only pushes that are ever somebody's place; all others lead to a screen of their own."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown in the end: the screen, the place with its first line, and what fills it."""

    screen: Screen
    place: Place
    fill: Fill


class Engine:
    """Moves through the dialogs; stateless, one for the whole process."""

    def __init__(self, dialogs: tuple[Dialog, ...]) -> None:
        self._dialogs = {dialog.name: dialog for dialog in dialogs}
        self._screens = {screen.name: screen for dialog in dialogs for screen in dialog.screens}
        self._former = {name: screen for screen in self._screens.values() for name in screen.was}
        self._moves = Moves(self._screens.values())

    @property
    def screens(self) -> tuple[Screen, ...]:
        """All screens in the order of their declaration."""
        return tuple(self._screens.values())

    @property
    def moves(self) -> Moves:
        """Where every button leads; for drawings and structural tests."""
        return self._moves

    def known(self, name: str) -> Screen | None:
        """Return the screen of this present or former name."""
        return self._screens.get(name) or self._former.get(name)

    def screen(self, name: str) -> Screen:
        """Return the screen of this name; of an unknown one its nearest living ancestor, in the end home."""
        found = self.known(name)
        if found is None and (dialog := self._dialogs.get(name.split(".", 1)[0])) is not None:
            found = dialog.screens[0]
        return found or self._screens[HOME]

    def load(self, scene: Scene, place: Place) -> Fill | Instead:
        """Return what fills this place, or `Instead` with the place that is shown in the end."""
        shown = self.show(scene, place)
        same = (shown.place.screen, shown.place.arg) == (self.screen(place.screen).name, place.arg)
        return shown.fill if same else Instead(shown.place)

    def show(self, scene: Scene, place: Place) -> Shown:
        """Follow a place to what is really shown now: who may see it, and screens that send elsewhere."""
        scene = overlaid(scene)
        for _ in range(CHAIN + 1):
            place = guarded(scene, self.screen(place.screen), place)
            screen = self.screen(place.screen)
            if place.screen != screen.name:
                place = replace(place, screen=screen.name)
            fill = screen.load(scene if scene.arg == place.arg else replace(scene, arg=place.arg))
            if isinstance(fill, Fill):
                return Shown(screen, place, fill)
            place = replace(fill.place, first=fill.place.first or place.first)
        raise RuntimeError(f"The screens send round in a circle at {place.screen}.")

    def step(self, scene: Scene, event: Event) -> Turn:
        """Decide one event: the new session, the place to show, and what else is to happen."""
        if scene.link_state == "ended":
            return Turn(scene.session)
        scene = overlaid(replace(scene, event_id=event.id, arg=""))
        match event:
            case Tapped():
                return self._tapped(scene, event)
            case Looked():
                return self._looked(scene, event)
            case Typed():
                return self._typed(scene, event)
            case Started():
                return self._started(scene, event)
            case Commanded():
                return self._commanded(scene, event)
            case Withheld():
                first = Term("first-number-removed")
                return self._again(scene, None, first, (Erase((event.message,)),))
            case Attached():
                erase = (Erase((event.message,)),)
                return self._place(scene, Place("help.attachment", event.kind), None, erase)
            case Blocked():
                return _blocked(scene, event.blocked)

    def _tapped(self, scene: Scene, tap: Tapped) -> Turn:
        screen = self.known(tap.screen)
        if not tap.genuine:
            return self._again(scene, tap.message, NEWEST)
        if screen is None:
            return self._place(scene, Place(self.screen(tap.screen).name, first=NEWEST), tap.message)
        effects = acks.seen(scene, screen.name, tap.arg) if screen.name.startswith(PUSH) else ()
        edge = next((edge for edge in screen.edges if edge.event == tap.event), None)
        if edge is not None and edge.act is not None:
            return self._act(scene, tap, screen, edge, effects)
        target = self._moves.target(screen.name, tap.event)
        if target is None:
            return self._place(scene, Place(screen.name, tap.arg, NEWEST), tap.message, effects)
        return self._place(scene, Place(target, _handed(tap, edge)), tap.message, effects)

    def _act(
        self, scene: Scene, tap: Tapped, screen: Screen, edge: Edge, effects: tuple[Effect, ...]
    ) -> Turn:
        here = Place(screen.name, tap.arg)
        allowed = guarded(scene, screen, here)
        if allowed != here:
            return self._place(scene, allowed, tap.message, effects)
        present = scene.session.screen == screen.name and (edge.many or scene.session.arg == tap.arg)
        if edge.act is None or not (present or edge.always):
            return self._ask_again(scene, here, tap.message, effects)
        outcome = edge.act(replace(scene, arg=tap.arg))
        target = self._moves.target(screen.name, tap.event, outcome.name)
        return self._arrive(scene, outcome, target or screen.name, tap.arg, tap.message, effects)

    def _ask_again(self, scene: Scene, place: Place, message: int, effects: tuple[Effect, ...]) -> Turn:
        """Show a screen anew instead of acting on an old button; say so unless it is the one shown already
        (X6).
        """
        shown = self.show(scene, place).place
        standing = (shown.screen, shown.arg) == (scene.session.screen, scene.session.arg)
        first = shown.first or (None if standing else NEWEST)
        return self._place(scene, replace(shown, first=first), message, effects)

    def _arrive(
        self,
        scene: Scene,
        outcome: Outcome,
        target: str,
        arg: str,
        message: int | None,
        effects: tuple[Effect, ...],
    ) -> Turn:
        """Take an act's outcome to its target; choosing the signal sends the screen anew, so that it is
        protected.
        """
        newly_protected = outcome.session.level == "L0" != scene.session.level and message is not None
        done = (*effects, *outcome.effects)
        if newly_protected and message is not None:
            done, message = (*done, Erase((message,))), None
        scene = after(replace(scene, session=outcome.session), outcome.effects)
        place = Place(target, arg if outcome.arg is None else outcome.arg, outcome.first)
        return self._place(scene, place, message, done)

    def _typed(self, scene: Scene, event: Typed) -> Turn:
        screen = self.screen(scene.session.screen)
        code = scene.session.stage == "new" and scene.invitation is not None
        if screen.hears is None and code and scene.link_state != "frozen":
            screen = self.screen(CODE)
        if screen.hears is None or guarded(scene, screen, Place(screen.name)).screen != screen.name:
            return self._unknown(scene)
        outcome = screen.hears(replace(scene, arg=scene.session.arg), event.text)
        target = self._moves.target(screen.name, "text", outcome.name) or screen.name
        erase = (Erase((event.message,)),) if screen.secret else ()
        return self._arrive(scene, outcome, target, scene.session.arg, None, erase)

    def _unknown(self, scene: Scene) -> Turn:
        in_row = scene.session.unknown_in_row + 1
        counted = replace(scene, session=replace(scene.session, unknown_in_row=in_row))
        turn = self._place(counted, Place("help.unknown"), None)
        return replace(turn, session=replace(turn.session, unknown_in_row=in_row))

    def _started(self, scene: Scene, event: Started) -> Turn:
        effects: tuple[Effect, ...] = (Erase((event.message,)),)
        if event.language_code and not scene.session.app_language:
            scene = replace(scene, session=replace(scene.session, app_language=event.language_code))
        if scene.link_state == "frozen":
            return self._place(scene, entrance(scene), None, effects)
        if event.code:
            outcome = scanned(scene, event.code)
            target = BY_SCAN.get(outcome.name)
            there = replace(scene, session=outcome.session)
            place = Place(target) if target else entrance(there)
            return self._place(there, replace(place, first=outcome.first), None, (*effects, *outcome.effects))
        if scene.link_state in {"muted", "blocked"}:
            back = _returned(scene)
            there = replace(scene, session=back.session)
            return self._place(there, entrance(there), None, (*effects, *back.effects))
        return self._place(scene, entrance(scene), None, effects)

    def _commanded(self, scene: Scene, event: Commanded) -> Turn:
        target = self._moves.target(HOME, BY_COMMAND.get(event.command, f"/{event.command}")) or "help.help"
        place = entrance(scene) if target == HOME else Place(target)
        return self._place(scene, place, None, (Erase((event.message,)),))

    def _looked(self, scene: Scene, event: Looked) -> Turn:
        if scene.link_state == "frozen" and event.topic not in {
            "thawed",
            "ended",
            "refused",
            "frozen",
            "redraw",
            "sorry",
        }:
            return Turn(scene.session)
        if event.topic == "thawed":
            scene = replace(scene, link_state="linked")
        glance = look(scene, event.topic, event.data)
        there = replace(scene, session=glance.session)
        if glance.place is not None:
            return self._place(there, glance.place, glance.message, glance.effects)
        return self._redrawn(there, glance)

    def _redrawn(self, scene: Scene, glance: Glance) -> Turn:
        """Edit the open screen only where it has become wrong, or where an own write was passed on (U8)."""
        screen = self.known(scene.session.screen)
        concerned = screen is not None and (screen.watches & glance.kinds)
        if not concerned or scene.facts is None or scene.session.stage not in BY_STAGE:
            return Turn(glance.session, effects=glance.effects)
        place = Place(scene.session.screen, scene.session.arg)
        return self._place(scene, place, PRESENT, glance.effects)

    def _again(
        self, scene: Scene, message: int | None, first: Term, effects: tuple[Effect, ...] = ()
    ) -> Turn:
        """Show the present screen anew with a first line."""
        place = Place(scene.session.screen, scene.session.arg, first)
        return self._place(scene, place, message, effects)

    def _place(
        self, scene: Scene, place: Place, message: int | None, effects: tuple[Effect, ...] = ()
    ) -> Turn:
        shown = self.show(scene, place).place
        if shown.screen.startswith(PUSH) and shown.screen not in STANDS:
            shown = self.show(scene, replace(entrance(scene), first=shown.first)).place
        session = replace(scene.session, screen=shown.screen, arg=shown.arg, unknown_in_row=0)
        return Turn(session, shown, message, effects)


def _handed(tap: Tapped, edge: Edge | None) -> str:
    """Return the argument for the target: Back and most buttons keep theirs, Home begins anew."""
    if edge is None:
        return "" if tap.event == FOOTER_HOME else tap.arg
    if edge.arg is not None:
        return edge.arg
    return tap.arg if edge.keeps or edge.many else ""


def _blocked(scene: Scene, blocked: bool) -> Turn:
    if not blocked:
        return _returned(scene) if scene.link_state == "blocked" else Turn(scene.session)
    alarm = (Alarm("unreachable", "blocked"),) if scene.session.stage in BY_STAGE else ()
    return Turn(scene.session, effects=(Mute(True, "blocked"), *alarm))


def _returned(scene: Scene) -> Turn:
    """Send again to somebody who had blocked the chat and came back; who chose letters keeps them (X17)."""
    if scene.session.letters:
        return Turn(scene.session, effects=(Mute(True, LETTERS),))
    found = facts(replace(scene, link_state="linked"), {})
    return Turn(found.session, effects=(Mute(False), *found.effects, wake(scene, found.session)))
