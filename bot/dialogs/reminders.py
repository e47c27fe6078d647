"""reminders: when to be reminded, and a week of silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.clock import local
from bot.dialogs.fills.moment import day
from bot.state.declare import SAME, Act, Fill, Instead, Screen, dialog, do, go
from bot.state.entrance import entrance
from bot.state.remind import wake
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.told import begin
from bot.state.turn import Outcome, WakeAt
from bot.state.values import At, Term

WEEK = timedelta(days=7)
CHOICES = ("evening", "morning", "both", "changes")
SETTLE = "settle"


def _reminders(scene: Scene) -> Fill:
    quiet = scene.tenant.stilte
    return Fill(
        {
            "when": Term(f"when-{scene.session.remind}"),
            "quiet_from": At(quiet.van),
            "quiet_to": At(quiet.tot),
        }
    )


def _when(scene: Scene) -> Fill | Instead:
    return Fill() if scene.session.stage in {"consent", "linked"} else Instead(entrance(scene))


def _choose(remind: str) -> Act:
    def choose(scene: Scene) -> Outcome:
        """Keep the choice; the first one is the last step of linking, from which on news counts as news."""
        session = replace(scene.session, remind=remind)
        if session.stage == "linked":
            return Outcome("later", session, first=Term("first-kept"), effects=(wake(scene, session),))
        if session.stage != "consent":
            return Outcome("unavailable", scene.session)
        session = begin(replace(scene, session=replace(session, stage="linked")))
        return Outcome("ok", session, effects=(wake(scene, session),))

    return choose


def _pause(scene: Scene) -> Fill | Instead:
    until = scene.session.paused_until
    if until is None or until <= scene.now:
        return Instead(Place("reminders.reminders"))
    return Fill(day(local(until).date()))


def pause(scene: Scene) -> Outcome:
    """Be silent for a week, then look what is new."""
    until = scene.now + WEEK
    return Outcome("ok", replace(scene.session, paused_until=until), effects=(WakeAt(SETTLE, until),))


def _resume(scene: Scene) -> Outcome:
    session = replace(scene.session, paused_until=None)
    return Outcome("ok", session, first=Term("first-resumed"), effects=(WakeAt(SETTLE, scene.now),))


REMINDERS = dialog(
    "reminders",
    Screen(
        "reminders.reminders",
        _reminders,
        (go("when", "reminders.when"), do("pause", pause, ok="reminders.pause", unavailable=SAME)),
        up="home.more",
    ),
    Screen(
        "reminders.when",
        _when,
        tuple(
            do(
                choice,
                _choose(choice),
                ok="home.home",
                later="reminders.reminders",
                unavailable=SAME,
                always=True,
            )
            for choice in CHOICES
        ),
        up="reminders.reminders",
        public=True,
    ),
    Screen(
        "reminders.pause",
        _pause,
        (do("resume", _resume, ok="reminders.reminders", unavailable=SAME),),
        up="reminders.reminders",
    ),
)
