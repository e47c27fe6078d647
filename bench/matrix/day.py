"""What people do in every cell: open screens, do acts, ask a question; a planner calls a lesson off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bench.matrix.cell import Run
from bench.matrix.someone import Someone
from bench.matrix.stage import HOME, OTHER, Stage
from bot.cases.model import Facts, Lesson
from bot.clock import local
from bot.sandbox.telegram.message import Message
from bot.sandbox.zgw.register import Doc
from bot.state.values import At
from bot.views import plain

QUESTION = "Mag mijn dochter meekomen?"


@dataclass
class Before:
    """How things stood before anything happened: to be found again, and changed exactly once."""

    facts: Facts
    task: Doc
    off: Lesson
    missed: Lesson
    cancelled: Doc

    @property
    def case(self) -> str:
        """The person's case."""
        return self.facts.snapshot.case_uuid


async def stands(stage: Stage, someone: Someone) -> Before:
    """Look at the person's facts: a task to do, a lesson today to be called off, one later to be missed."""
    facts = await someone.town.store.persons.facts(await someone.id())
    assert facts is not None
    now = local(stage.clock())
    ahead = [le for le in facts.lessons if le.starts > now and not le.cancelled]
    off = ahead[0]
    missed = next(le for le in ahead if le.starts > now + timedelta(hours=30))
    system = stage.system(someone.town.tenant.id)
    task = next(one for one in system.tasks(someone.number) if one["status"] == "open")
    return Before(facts, task, off, missed, object_of(stage, "les", off.id))


def object_of(stage: Stage, kind: str, uuid: str) -> Doc:
    """An object of the first municipality's case system."""
    return next(one for one in stage.system(HOME).objects(kind) if one["uuid"] == uuid)


async def opens_lessons(run: Run, someone: Someone) -> Message:
    """Come home and open the week; the replies are measured."""
    _, took = await someone.says("/start", "home.home/")
    run.checks.reply("home", took)
    week, took = await someone.tap("home.home/lessons/", "lessons.week/")
    run.checks.reply("lessons", took)
    return week


async def does_the_task(run: Run, someone: Someone) -> Message:
    """Say that the first task is done."""
    await someone.says("/start", "home.home/")
    await someone.tap("home.home/tasks/", "tasks.list/task/")
    await someone.tap("tasks.list/task/", "tasks.task/did/")
    done, took = await someone.tap("tasks.task/did/", "tasks.done/")
    run.checks.reply("a task done", took)
    return done


async def cannot_come(run: Run, someone: Someone, lesson: Lesson) -> Message:
    """Say that one cannot come to a lesson."""
    await someone.says("/start", "home.home/")
    await someone.tap("home.home/lessons/", "lessons.week/")
    day = f"lessons.week/day/{lesson.starts.date()}"
    if not await someone.shows(day, 0.5):
        await someone.tap("lessons.week/next/", day)
    await someone.tap(day, "lessons.day/item/")
    await someone.tap("lessons.day/item/", "lessons.lesson/absence/")
    await someone.tap("lessons.lesson/absence/", "lessons.absence/yes/")
    absent, took = await someone.tap("lessons.absence/yes/", "lessons.absent/")
    run.checks.reply("cannot come", took)
    return absent


async def asks(run: Run, someone: Someone, sending: str = "people.check/send/") -> Message:
    """Ask the caseworker something in one's own words."""
    await someone.says("/start", "home.home/")
    await someone.tap("home.home/people/", "people.list/caseworker/")
    await someone.tap("people.list/caseworker/", "people.person/ask/")
    await someone.tap("people.person/ask/", "people.ask/")
    await someone.says(QUESTION, sending)
    sent, took = await someone.tap(sending, "people.sent/")
    run.checks.reply("a question sent", took)
    return sent


def saved(someone: Someone, message: Message, key: str, at: datetime) -> bool:
    """Whether a screen says, in the person's language, when it was saved and that it will be passed on."""
    shown = plain(message.text)
    for minute in (0, 1):
        time = At((local(at) + timedelta(minutes=minute)).time().replace(second=0, microsecond=0))
        lines = [line.strip() for line in someone.words(key, {"time": time}).splitlines()]
        last = next(n for n, line in enumerate(lines) if f"{time.time:%H:%M}" in line) + 1
        if all(line in shown for line in lines[: last + 1]):
            return True
    return False


def contacts(stage: Stage) -> int:
    """How many questions stand in the case system; only one person ever asks."""
    return len(stage.system(HOME).klantcontacten())


def absences(stage: Stage, case: str, lesson: str) -> int:
    """How many absences of this case for this lesson stand in the case system."""
    return len(stage.system(HOME).objects("afmelding", zaak=case, les=lesson))


async def neighbour(run: Run, someone: Someone) -> None:
    """Somebody of the other municipality notices nothing: screens, an act, and its passing on."""
    stage, checks = run.stage, run.checks
    _, took = await someone.says("/start", "home.home/")
    others = [took]
    task = next(one for one in stage.system(OTHER).tasks(someone.number) if one["status"] == "open")
    for place, then in (
        ("home.home/tasks/", "tasks.list/task/"),
        ("tasks.list/task/", "tasks.task/did/"),
        ("tasks.task/did/", "tasks.done/"),
    ):
        others.append((await someone.tap(place, then))[1])
    if checks.timed:
        checks.that(
            "others", "the neighbour's replies within 1.5 s", max(others) <= 1.5, f"{max(others):.2f} s"
        )

    def passed_on() -> bool:
        now = next(one for one in stage.system(OTHER).objects("externetaak") if one["uuid"] == task["uuid"])
        return bool(now["status"] == "afgerond" and now["index"] == task["index"] + 1)

    kept = await stage.until(passed_on)
    checks.that("others", "the neighbour's act is passed on at once, once", kept)
