"""plan: overview, parts, exams, dates, who acts, what this is."""

from __future__ import annotations

from bot.cases.model import PartKind
from bot.dialogs.fills.contact import call, caseworker
from bot.dialogs.fills.data import known
from bot.dialogs.fills.plans import PARTS, about, dates, exams, explain, overview, part, parts, who
from bot.state.declare import SAME, Screen, dialog, do, each, go
from bot.state.scene import Scene
from bot.state.turn import Outcome

WATCHES = frozenset({"plan", "term"})


def _call(scene: Scene) -> Outcome:
    return call(scene, caseworker(scene))


PLAN = dialog(
    "plan",
    Screen(
        "plan.overview",
        known(overview),
        (
            go("parts", "plan.parts", keeps=False),
            go("dates", "plan.dates", keeps=False),
            go("who", "plan.who", keeps=False),
            go("about", "plan.about", keeps=False),
        ),
        watches=WATCHES,
    ),
    Screen(
        "plan.parts",
        known(parts),
        (
            *(go(event, "plan.part", arg=str(kind)) for event, kind in PARTS.items()),
            go("exams", "plan.exams", keeps=False),
            go("more", "plan.parts", arg="more"),
        ),
        up="plan.overview",
    ),
    Screen(
        "plan.part",
        known(part),
        (
            go("lessons", "lessons.week", keeps=False),
            go("person", "people.person"),
            go("explain", "plan.explain"),
        ),
        up="plan.parts",
        watches=WATCHES,
    ),
    Screen("plan.explain", known(explain), (go("person", "people.person"),), up="plan.part"),
    Screen(
        "plan.exams",
        known(exams),
        (
            each("day", go("day", "appointments.appointment")),
            go("explain", "plan.explain", arg=str(PartKind.EXAM)),
        ),
        up="plan.parts",
        watches=WATCHES | {"appointment"},
    ),
    Screen(
        "plan.dates",
        known(dates),
        (each("later", go("later", SAME)),),
        up="plan.overview",
        watches=WATCHES | {"appointment"},
    ),
    Screen(
        "plan.who",
        known(who),
        (go("ask", "people.ask", arg="caseworker"),),
        up="plan.overview",
        watches=WATCHES,
    ),
    Screen(
        "plan.about",
        known(about),
        (do("call", _call, ok=SAME, unavailable=SAME, always=True),),
        up="plan.overview",
    ),
)
