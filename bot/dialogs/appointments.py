"""appointments: one personal appointment, where it is, whom to call."""

from __future__ import annotations

from bot.dialogs.fills.appointment import appointment, clashes, details, place_of
from bot.dialogs.fills.contact import call, caseworker
from bot.dialogs.fills.data import fresh, known
from bot.dialogs.fills.moment import moment
from bot.dialogs.fills.place import mappable, show_map
from bot.state.declare import SAME, Fill, Instead, Screen, dialog, do
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import Outcome
from bot.state.values import Term


def _appointment(scene: Scene) -> Fill | Instead:
    found = appointment(scene)
    if found is None:
        return Instead(Place("plan.dates", first=Term("first-appointment-gone")))
    if found.cancelled:
        times = moment(found.starts)
        values = {"weekday": times["weekday"], "date": times["date"], "from": times["from"]}
        what = details(scene, found)["what"]
        hidden = frozenset({"map"})
        return Fill(
            {"what": what, **values, **fresh(scene)},
            text="appointments-appointment--cancelled",
            hidden=hidden,
        )
    hidden = frozenset() if mappable(scene, place_of(found)) else frozenset({"map"})
    return Fill({**details(scene, found), **fresh(scene)}, hidden=hidden, first=_clash(scene))


def _clash(scene: Scene) -> Term | None:
    found = appointment(scene)
    if found is None or not clashes(scene, found):
        return None
    return Term("first-clash")


def _map(scene: Scene) -> Outcome:
    found = appointment(scene)
    return show_map(scene, place_of(found) if found else None)


def _call(scene: Scene) -> Outcome:
    return call(scene, caseworker(scene))


APPOINTMENTS = dialog(
    "appointments",
    Screen(
        "appointments.appointment",
        known(_appointment),
        (
            do("map", _map, ok=SAME, unavailable=SAME, always=True),
            do("call", _call, ok=SAME, unavailable=SAME, always=True),
        ),
        up="lessons.day",
        watches=frozenset({"appointment"}),
    ),
)
