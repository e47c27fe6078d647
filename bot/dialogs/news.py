"""news: what changed in the plan, that there is news (never what it says), and what a digest tells."""

from __future__ import annotations

from datetime import timedelta

from bot.cases.model import News, NewsKind
from bot.dialogs.fills.contact import call, caseworker
from bot.dialogs.fills.data import facts_of, known
from bot.dialogs.fills.digest import listed, opened
from bot.dialogs.fills.moment import whole
from bot.dialogs.fills.news import changed_part
from bot.dialogs.people import call_back
from bot.state.declare import SAME, Fill, Instead, Screen, dialog, do, each, go
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import Outcome
from bot.state.values import Raw, Term


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


def _announced(scene: Scene, kind: NewsKind) -> News | None:
    return next((news for news in facts_of(scene).snapshot.news if news.kind is kind), None)


def _contact(scene: Scene) -> Fill:
    return Fill({"caseworker": caseworker(scene).shown_name})


def _look(scene: Scene) -> Fill:
    return Fill()


def _pause(scene: Scene) -> Fill | Instead:
    """Say that the plan rests; once it goes on, the plan itself says so."""
    if not facts_of(scene).snapshot.resting:
        return Instead(Place("home.home", first=Term("first-newest")))
    since = _announced(scene, NewsKind.PAUSE)
    return Fill({"date": whole(since.on) if since else None, "caseworker": caseworker(scene).shown_name})


def _completed(scene: Scene) -> Fill | Instead:
    """Say that the plan is complete, and when this chat ends."""
    since = _announced(scene, NewsKind.COMPLETED)
    if since is None:
        return Instead(Place("home.home", first=Term("first-newest")))
    closes = since.on + timedelta(days=scene.tenant.bewaren.na_afsluiten)
    return Fill({"municipality": Raw(scene.tenant.gemeente.naam), "date": whole(closes)})


def _call(scene: Scene) -> Outcome:
    return call(scene, caseworker(scene))


CALL_BACK = do("callback", call_back, ok="people.callback", unavailable=SAME)
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
    result="news.result",
    pause="news.pause",
    completed="news.completed",
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
    Screen("news.result", known(_contact), (CALL_BACK, go("how", "news.look", keeps=False)), sensitive=True),
    Screen("news.look", known(_look), (CALL_BACK,), up="news.result", sensitive=True),
    Screen(
        "news.pause",
        known(_pause),
        (do("call", _call, ok=SAME, unavailable=SAME, always=True),),
        sensitive=True,
    ),
    Screen(
        "news.completed", known(_completed), (go("close", "privacy.delete", keeps=False),), sensitive=True
    ),
    Screen("news.digest", known(listed), (each("item", ITEM),), sensitive=True, watches=TOLD),
)
