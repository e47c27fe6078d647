"""How old the data of a screen are, and what could not be read: {asof}, {newer}, {unreadable}."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.cases.model import Facts
from bot.clock import local
from bot.dialogs.fills.moment import day
from bot.state.declare import Fill, Instead, Load
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.values import At, Term, Value

OLD = timedelta(hours=24)


def asof(scene: Scene) -> dict[str, Value]:
    """Return {asof} (with its day once that is past), {newer} where a read failed since, and {unreadable}."""
    facts = scene.facts
    if facts is None or facts.as_of is None:
        return {"asof": None, "newer": None, "unreadable": _unreadable(facts)}
    return {
        "asof": stamp(scene, facts.as_of),
        "newer": Term("newer-follows") if facts.newer_follows else None,
        "unreadable": _unreadable(facts),
    }


def stamp(scene: Scene, read_at: datetime) -> Value:
    """Say when something was read, with its day once that is past."""
    read = local(read_at)
    at = At(read.time().replace(second=0, microsecond=0))
    old = scene.now - read_at >= OLD
    return Term("as-of-day", {**day(read.date()), "time": at}) if old else at


def fresh(scene: Scene) -> dict[str, Value]:
    """Return {asof} and {newer} only."""
    values = asof(scene)
    return {"asof": values["asof"], "newer": values["newer"]}


def _unreadable(facts: Facts | None) -> Term | None:
    return Term("unreadable") if facts is not None and facts.snapshot.unreadable else None


def known(load: Load) -> Load:
    """Guard a screen that needs facts: before the first read it is home that says so."""

    def guarded(scene: Scene) -> Fill | Instead:
        if scene.facts is None:
            return Instead(Place("home.home"))
        return load(scene)

    return guarded


def facts_of(scene: Scene) -> Facts:
    """Return the facts of a guarded screen."""
    assert scene.facts is not None, "this screen is guarded by `known`"
    return scene.facts
