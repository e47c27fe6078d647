"""news: what changed in the plan, that there is news about its end date, and what a digest tells."""

from __future__ import annotations

from bot.dialogs.fills.contact import call, caseworker
from bot.dialogs.fills.data import facts_of, known
from bot.dialogs.fills.digest import listed, opened
from bot.dialogs.fills.moment import whole
from bot.dialogs.fills.news import changed_part
from bot.state.declare import SAME, Fill, Instead, Screen, dialog, do, each, go
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import Outcome


def _plan(scene: Scene) -> Fill | Instead:
    """Say which part changed, and from what to what where it is one part; a first plan is simply shown."""
    if facts_of(scene).snapshot.plan is None:
        return Instead(Place("plan.overview"))
    told = scene.session.told.get("plan")
    if told is None or not told.shown_before:
        return Instead(Place("plan.overview"))
    return Fill(changed_part(scene))


def _term(scene: Scene) -> Fill:
    plan = facts_of(scene).snapshot.plan
    last = whole(plan.term.last_day) if plan and plan.term else None
    return Fill({"last_day": last, "caseworker": caseworker(scene).shown_name})


def _call(scene: Scene) -> Outcome:
    return call(scene, caseworker(scene))


PLAN = go("plan", "plan.overview", keeps=False)
TOLD = frozenset({"lesson", "appointment", "task"})
ITEM = do(
    "item",
    opened,
    row=1,
    ok="home.home",
    lesson="lessons.lesson",
    changes="lessons.changes",
    task="tasks.task",
    appointment="appointments.appointment",
    plan="news.plan",
    term="news.term",
    campaign="push.reminder",
    question="people.answer",
    unavailable="home.home",
    always=True,
)

NEWS = dialog(
    "news",
    Screen("news.plan", known(_plan), (PLAN, go("ask", "people.ask", arg="caseworker")), sensitive=True),
    Screen(
        "news.term",
        known(_term),
        (do("call", _call, ok=SAME, unavailable=SAME, always=True), PLAN),
        sensitive=True,
    ),
    Screen("news.digest", known(listed), (each("item", ITEM),), sensitive=True, watches=TOLD),
)
