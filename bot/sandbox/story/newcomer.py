"""The newcomer's chapters: the letter, the language, the plan, the lessons, a task."""

from __future__ import annotations

from bot.sandbox.story.browser import Page
from bot.sandbox.story.console import sign_in
from bot.sandbox.story.handset import Bubble
from bot.sandbox.story.scene import Scene
from bot.sandbox.story.stage import NAME, NUMBER

BIRTH_YEAR = 1989
ABSENT_ON = "2026-11-25"


async def letter(scene: Scene) -> str:
    """The caseworker invites her; returns the code that stands in the letter."""
    scene.tell.chapter("A letter")
    scene.tell.does("Anneke, caseworker,", f"invites {NAME} by case number (console API: POST /invitations)")
    wish = {"case_number": NUMBER, "first_name": NAME, "birth_year": BIRTH_YEAR, "language": scene.lang}
    made = await scene.caseworker.post("/invitations", {**wish, "way": "letter"})
    scene.tell.console((f"A letter with the code {made['code']}, valid until {made['expires'][:10]}.",))
    return str(made["code"])


async def link(scene: Scene, code: str) -> None:
    """Language, code, birth year; the caseworker confirms; the choices until home."""
    scene.tell.chapter("Language and code")
    await scene.phone.speaks(scene.lang.split("-")[0])
    scene.tell.does(NAME, "opens the bot and presses START")
    await scene.phone.starts()
    await scene.sees("start.language/")
    await _choose_language(scene)
    await scene.sees("reading.choice/read/")
    await scene.taps("reading.choice/read/")
    await scene.sees("linking.code/")
    await scene.types(code, "types the code of the letter")
    await scene.sees("linking.year/")
    await scene.types(str(BIRTH_YEAR), "types the year of birth")
    await scene.sees("linking.who/yes/")
    await scene.taps("linking.who/yes/")
    await scene.sees("linking.waiting/")
    await _confirm(scene)
    scene.tell.does(f"{NAME}'s phone", "rings")
    await scene.sees("push.link.ready/begin/")
    for place in ("push.link.ready/begin/", "consent.what/yes/", "consent.phone/me/", "consent.level/ok/"):
        await scene.taps(place)
    await scene.taps("reminders.when/evening/")
    await scene.sees("home.home/")


async def _choose_language(scene: Scene) -> None:
    wanted = f"start.language/{_event(scene.lang)}/"
    if not (await scene.phone.sees("start.language/")).has(wanted):
        await scene.taps("start.language/more/")
        wanted = wanted.replace("start.language/", "start.language2/")
    await scene.taps(wanted)


def _event(lang: str) -> str:
    return {"fa-AF": "faaf"}.get(lang, lang.lower())


async def _confirm(scene: Scene) -> Page:
    scene.tell.does("Anneke", "signs in and opens the links to confirm (console page)")
    await sign_in(scene.anneke, *scene.account("anneke"))
    page = await scene.anneke.open("waterveen/confirm")
    scene.tell.console(page.text.splitlines()[:7])
    scene.tell.does("Anneke", "presses [✅ …]: she expected this")
    return await scene.anneke.send(page, page.form("/confirm", button="✅"))


async def plan(scene: Scene) -> None:
    """What is stored as the plan, on the phone."""
    scene.tell.chapter("The plan")
    await scene.taps("home.home/plan/")
    await scene.sees("plan.overview/")
    await scene.taps("plan.overview/parts/")
    await scene.sees("plan.parts/")


async def absence(scene: Scene) -> None:
    """This week; one lesson she cannot come to; it reaches the case API without a reason."""
    scene.tell.chapter("The lessons, and one that she cannot come to")
    await home(scene)
    await scene.taps("home.home/lessons/")
    await scene.sees("lessons.week/")
    await scene.taps(f"lessons.week/day/{ABSENT_ON}")
    await scene.taps("lessons.day/item/")
    await scene.sees("lessons.lesson/absence/")
    await scene.taps("lessons.lesson/absence/")
    await scene.sees("lessons.absence/yes/")
    await scene.taps("lessons.absence/yes/")
    await scene.sees("lessons.absent/")
    scene.tell.does("The school", "finds it in the case system (Objects API: afmelding)")
    found = await scene.cases.waits_for(
        "afmelding",
        lambda one: one["datum"] == ABSENT_ON and one["status"] == "gemeld",
        "absence",
        f"zaak__exact__{scene.case_uuid}",
    )
    scene.tell.cases(f"{name}: {found[name]}" for name in ("datum", "soort", "status", "gemeldOp", "kanaal"))


async def task(scene: Scene) -> None:
    """A task is done; it reaches the case API."""
    scene.tell.chapter("A task")
    await home(scene)
    await scene.taps("home.home/tasks/")
    await scene.sees("tasks.list/")
    await scene.taps("tasks.list/task/")
    shown = await scene.sees("tasks.task/did/")
    await scene.taps("tasks.task/did/")
    await scene.sees("tasks.done/")
    scene.tell.does("The municipality", "finds it in the case system (Objects API: externetaak)")
    found = await scene.cases.waits_for(
        "externetaak",
        lambda one: one["status"] != "open",
        f"task done after {shown.text[:30]!r}",
        f"koppeling__uuid__exact__{scene.case_uuid}",
    )
    scene.tell.cases((f"titel: {found['titel']}", f"status: {found['status']}"))


async def home(scene: Scene) -> Bubble:
    """Go home as everybody can: by the command."""
    await scene.types("/start", "types /start: home again")
    return await scene.phone.sees("home.home/")
