"""The chapters in which colleagues act: the school moves a lesson, a reminder, a change of the plan."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.sandbox.story.console import Refused, sign_in
from bot.sandbox.story.scene import Scene
from bot.sandbox.story.stage import NAME, NUMBER

WEEK, MOVED_ON = "2026-W48", "2026-11-26"
GROUP = "B1-2"
UNDO = timedelta(seconds=61)


async def move(scene: Scene) -> None:
    """The school moves a lesson: one neutral push, "I understand", and the planner sees it."""
    scene.tell.chapter("The school moves a lesson")
    lesson = await _lesson(scene)
    wish = {"lesson": lesson["id"], "version": lesson["version"], "act": "move"}
    wish |= {"starts": f"{MOVED_ON}T10:00:00", "ends": f"{MOVED_ON}T12:30:00"}
    scene.tell.does("Ingrid, planner,", "asks for a preview (console API: POST /changes/preview)")
    seen = await scene.planner.post("/changes/preview", wish)
    scene.tell.console((f"reaches {seen['reached']} of {seen['total']}", seen["text"]))
    scene.tell.does("Ingrid", "moves it (POST /changes); it would leave in two minutes")
    change = await scene.planner.post("/changes", wish)
    await _now(scene, change)
    scene.tell.does(f"{NAME}'s phone", "gets one push")
    await scene.pushed("push.lesson.moved/ack/")
    pushes = [one for one in await scene.phone.bubbles() if one.has("push.lesson.moved/")]
    if len(pushes) != 1:
        raise Refused(f"There should be one push of the move; there are {len(pushes)}.")
    await scene.taps("push.lesson.moved/ack/")
    scene.tell.does("Ingrid", "looks who understood (GET /lessons/…/acknowledgements)")
    path = f"/lessons/{lesson['id']}/acknowledgements"
    report = await scene.planner.until(path, lambda one: NAME in one["understood"], "that she understood")
    scene.tell.console(
        f"{name}: {', '.join(report[name]) or '–'}" for name in ("understood", "seen", "not_yet")
    )


async def _lesson(scene: Scene) -> dict[str, Any]:
    groups = (await scene.planner.get("/groups"))["groups"]
    group = next(one for one in groups if one["code"] == GROUP)
    found = await scene.planner.get(f"/groups/{group['id']}/lessons", week=WEEK)
    return next(dict(one) for one in found["lessons"] if one["starts"].startswith(MOVED_ON))


async def _now(scene: Scene, change: dict[str, Any]) -> None:
    scene.tell.does("Ingrid", "signs in and presses [Now] on the lesson's page, instead of waiting")
    await sign_in(scene.ingrid, *scene.account("ingrid"))
    page = await scene.ingrid.open(f"waterveen/school/lessons/{change['lesson']}")
    page = await scene.ingrid.send(page, page.form(f"/changes/{change['id']}/now"))
    scene.tell.console(page.text.splitlines()[:4])


async def reminder(scene: Scene) -> None:
    """The caseworker's reminder arrives, and she sees that it did."""
    scene.tell.chapter("A reminder of the caseworker")
    people = (await scene.caseworker.get("/people"))["people"]
    person = next(one for one in people if one["case_number"] == NUMBER)
    fields = {"date": "2026-12-03", "time": "14:00", "place": "stadhuis"}
    wish = {"people": [person["id"]], "template": "bring-id", "fields": fields}
    scene.tell.does("Anneke", 'sends the reminder "bring your ID" (console API: POST /reminders)')
    sent = await scene.caseworker.post("/reminders", wish)
    await scene.later(UNDO, "the minute in which she could take it back")
    scene.tell.does(f"{NAME}'s phone", "gets the reminder")
    await scene.sees("push.reminder/ack/")
    path = f"/reminders/{sent['id']}"
    report = await scene.caseworker.until(path, lambda one: one["counts"]["sent"] == 1, "that it was sent")
    _states(scene, report)
    await scene.taps("push.reminder/ack/")
    done = await scene.caseworker.until(
        path, lambda one: one["people"][0]["state"] in {"seen", "understood"}, "that it was seen"
    )
    scene.tell.does("Anneke", f"looks again (GET {path[:13]}…)")
    _states(scene, done)


def _states(scene: Scene, report: dict[str, Any]) -> None:
    scene.tell.console(f"{one['first_name']}: {one['state']}" for one in report["people"])


async def change_of_plan(scene: Scene) -> None:
    """The case system changes the plan; the phone shows it."""
    scene.tell.chapter("The plan changes in the case system")
    scene.tell.does(
        "The municipality", "sets a part of the plan to another status (case system, its own form)"
    )
    await scene.cases.sends(NUMBER, "/onderdeel", {"index": "2"}, {"status": "gevolgd"})
    plan = (await scene.cases.objects("inburgeringsplan", f"zaak__exact__{scene.case_uuid}"))[0]
    scene.tell.cases(
        (f"versie {plan['versie']}", f"{plan['onderdelen'][2]['soort']}: {plan['onderdelen'][2]['status']}")
    )
    scene.tell.does(f"{NAME}'s phone", "gets a push that says nothing of it")
    await scene.pushed("push.plan/open/")
    await scene.taps("push.plan/open/")
    await scene.sees("news.plan/")
