"""consent: what Telegram is, who sees the phone, what the screen may show."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

from bot.dialogs.fills.lesson import brief, bring, following
from bot.state.declare import SAME, Act, Fill, Instead, Load, Screen, dialog, do, go
from bot.state.entrance import entrance
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import EndLink, Outcome
from bot.state.values import Term, Value

LEVELS = ("L0", "L1", "L2")
CONSENTING = "consent"


def _asked(later: str) -> Load:
    """Guard a question of the linking; somebody who has answered it before is shown that screen instead."""

    def load(scene: Scene) -> Fill | Instead:
        if scene.session.stage == CONSENTING:
            return Fill()
        return Instead(Place(later) if scene.session.stage == "linked" else entrance(scene))

    return load


def _other(scene: Scene) -> Fill:
    return Fill()


def _level(scene: Scene) -> Fill | Instead:
    if scene.session.stage not in {CONSENTING, "linked"}:
        return Instead(entrance(scene))
    return Fill({"preview": _preview(scene)})


def _preview(scene: Scene) -> Value:
    """Show the reminder of the next day on which there is a lesson, as it would be at this level."""
    if scene.session.level == "L0":
        return Term("push-signal")
    tonight = datetime.combine(scene.wall.date(), time.max)
    found = following(scene.facts, tonight) if scene.facts else None
    if scene.facts is None or found is None:
        return Term("example-preview")
    values = {**brief(scene, found), "bring": bring(scene, found)}
    return Term("push-lesson-reminder" + ("--full" if scene.session.level == "L2" else ""), values)


def _no(scene: Scene) -> Outcome:
    """End the link before anything was sent; the plan goes on by letter and phone."""
    if scene.session.stage != CONSENTING:
        return Outcome("unavailable", scene.session)
    return Outcome("ok", scene.session, effects=(EndLink("declined", erase=False),))


def _phone(shared: bool) -> Act:
    def choose(scene: Scene) -> Outcome:
        level = "L0" if shared else scene.session.level
        return Outcome("ok", replace(scene.session, shared_phone=shared, level=level))

    return choose


def _show(level: str) -> Act:
    def choose(scene: Scene) -> Outcome:
        first = Term("first-protected") if level == "L0" else None
        return Outcome("ok", replace(scene.session, level=level), first=first)

    return choose


def _good(scene: Scene) -> Outcome:
    if scene.session.stage == "linked":
        return Outcome("later", scene.session, first=Term("first-kept"))
    return Outcome("ok", scene.session)


CONSENT = dialog(
    "consent",
    Screen(
        "consent.what",
        _asked("home.home"),
        (
            go("yes", "consent.phone"),
            do("no", _no, ok="consent.other", unavailable=SAME),
            go("more", "privacy.stored"),
        ),
        public=True,
        footer=False,
    ),
    Screen("consent.other", _other, (go("language", "start.language"),), public=True, footer=False),
    Screen(
        "consent.phone",
        _asked("privacy.privacy"),
        (
            do("me", _phone(False), ok="consent.level", unavailable=SAME),
            do("others", _phone(True), ok="consent.level", unavailable=SAME),
        ),
        up="consent.what",
        public=True,
    ),
    Screen(
        "consent.level",
        _level,
        (
            *(do(level, _show(level), ok=SAME, unavailable=SAME, always=True) for level in LEVELS),
            do("ok", _good, ok="reminders.when", later="privacy.privacy", unavailable=SAME, always=True),
        ),
        up="consent.phone",
        public=True,
    ),
)
