"""The case API in trouble: the last known plan with its age, promises kept, few probes, all well again."""

from __future__ import annotations

from datetime import date
from typing import Any

from bench.matrix import day
from bench.matrix.case_troubles import Trouble
from bench.matrix.cell import Run
from bench.matrix.checks import PROBES_A_MINUTE, most_in_a_minute
from bench.matrix.day import Before
from bench.matrix.demand import healed, hints, minutes_of, settled
from bench.matrix.someone import Someone, lines_of
from bench.matrix.stage import HOME, OTHER, Stage
from bot.clock import local
from bot.outages import AWAY, DENIED
from bot.sandbox.zgw.desk import Desk
from bot.store.records import Job
from bot.views import plain

NEW_TASK = "Neem het formulier mee"
ORDINARY = {"question", "callback"}


async def play(run: Run, trouble: Trouble) -> None:
    """One cell of the case API's row."""
    stage = run.stage
    someone = await stage.person("Samira", run.language)
    neighbour = await stage.person("Yusuf", "en")
    stage.at_minute(17)
    for town in (HOME, OTHER):
        await stage.town(town).sync.reconcile()
    as_of = stage.wall()
    before = await day.stands(stage, someone)
    week = lines_of(await day.opens_lessons(run, someone))
    await _trouble_begins(run, trouble, before)
    await _first_look(run, trouble, someone, as_of, week)
    await _acts(run, trouble, someone, before)
    await day.neighbour(run, neighbour)
    await _probes(run, trouble, before)
    await _operator(run, trouble)
    await _healing(run, trouble, someone, before)


async def _trouble_begins(run: Run, trouble: Trouble, before: Before) -> None:
    stage = run.stage
    proxy = stage.cases[HOME]
    donors = await _donors(stage, before) if trouble.donors else ()
    stage.at_minute(23)
    if trouble.down:
        await proxy.stop()
    proxy.faults[:] = trouble.made(donors)
    Desk(stage.system(HOME)).add_task(before.facts.snapshot.case_number, NEW_TASK, date(2026, 12, 20))
    for town in (HOME, OTHER):
        await stage.town(town).store.jobs.plan(Job("reconcile", "all", stage.clock()))
    await stage.stir()


async def _donors(stage: Stage, before: Before) -> tuple[Any, ...]:
    """Objects of other people, as the server itself writes them."""
    system = stage.town(HOME).tenant.zgw
    headers = {"Authorization": f"Token {system.objecten_token}"}
    async with stage.http.get(f"{system.objecten}objects", headers=headers) as answer:
        rows = (await answer.json())["results"]
    groups = before.facts.snapshot.groups
    others = [row for row in rows if not any(one in str(row) for one in (before.case, *groups))]
    assert others, "the example town has more than one person"
    return tuple(others[:40])


async def _first_look(run: Run, trouble: Trouble, someone: Someone, as_of: str, week: set[str]) -> None:
    """A reply as fast as ever; and with its age and a word on it once a read has failed."""
    stage, checks = run.stage, run.checks
    await day.opens_lessons(run, someone)
    if trouble.reads == "work":
        await stage.until(lambda: _read_since(someone, as_of), 20)
    else:
        await stage.until(lambda: _failed(someone), 20)
    message, _ = await someone.says("/start", "home.home/")
    home = plain(message.text)
    shown = lines_of((await someone.tap("home.home/lessons/", "lessons.week/"))[0])
    newer = someone.words("newer-follows") in home
    if trouble.reads != "honest":
        right = (as_of in home) is (trouble.reads == "fail")
        checks.that("person", f"home says of when its data are ({as_of}, or newer where read)", right, home)
    if trouble.reads == "fail":
        checks.that("person", f"home says that newer data follow, in {run.language}", newer, home)
    missing = {line for line in week - shown if as_of not in line}
    honest = newer or someone.words("unreadable") in home
    whole = not missing or (trouble.reads == "honest" and honest)
    checks.that("person", "no lesson disappears silently", whole, missing)


async def _failed(someone: Someone) -> bool:
    stored = await someone.town.store.persons.snapshot(await someone.id())
    return stored is not None and (stored.failed_at is not None or bool(stored.snapshot.unreadable))


async def _read_since(someone: Someone, as_of: str) -> bool:
    facts = await someone.town.store.persons.facts(await someone.id())
    read = facts is not None and facts.as_of is not None and f"{local(facts.as_of):%H:%M}" > as_of
    return read and facts is not None and not facts.newer_follows


async def _acts(run: Run, trouble: Trouble, someone: Someone, before: Before) -> None:
    stage, checks = run.stage, run.checks
    begun = stage.clock()
    done = await day.does_the_task(run, someone)
    absent = await day.cannot_come(run, someone, before.missed)
    sent = await day.asks(run, someone)
    if trouble.waits:
        said = {"tasks-done--saved": done, "lessons-absent--saved": absent, "people-sent--saved": sent}
        for key, message in said.items():
            promise = f"{key}: saved, will be passed on, in {run.language}"
            checks.that("person", promise, day.saved(someone, message, key, begun), plain(message.text))
    status = await stage.cancels(before.off.id, before.off.version)
    checks.that("person", "the planner's change is taken", status < 300, status)
    told = await someone.sees("❌", 10)
    checks.that("person", "people hear of the planner's change all the same", told)


async def _probes(run: Run, trouble: Trouble, before: Before) -> None:
    stage, checks = run.stage, run.checks
    proxy = stage.cases[HOME]
    groups = before.facts.snapshot.groups

    async def want() -> None:
        await hints(stage, before.case, groups)

    await minutes_of(stage, [proxy], 0.5 if trouble.slow else 1, want)
    since = proxy.now()
    await minutes_of(stage, [proxy], 1 if trouble.slow else 3, want)
    passed = [one for one in proxy.passages if one.at >= since and one.effect]
    if trouble.dead == "service":
        most = most_in_a_minute([one.at for one in passed])
        run.facts["calls a minute while away"] = most
        checks.that("probes", "at most 4 calls a minute to a dead service", most <= PROBES_A_MINUTE, most)
        checks.that("probes", "it is probed", bool(passed), len(passed))
    elif trouble.dead == "key":
        keys = {(one.key, one.target.split("/api/")[0]) for one in passed}
        calls = [[p.at for p in passed if (p.key, p.target.split("/api/")[0]) == key] for key in keys]
        most = max(map(most_in_a_minute, calls), default=0)
        run.facts["calls a minute while away"] = most
        checks.that("probes", "at most 1 call a minute with a refused key", most <= 1, most)


async def _operator(run: Run, trouble: Trouble) -> None:
    stage, checks = run.stage, run.checks
    if trouble.alarms:
        raised = {one.kind for one in await stage.town(HOME).store.alarms.all() if not one.closed_by}
        seen = bool(raised & set(trouble.alarms))
        checks.that("operator", f"alarm {' or '.join(trouble.alarms)}", seen, raised)
        checks.that("operator", "a line in the log", any(run.logged(kind) for kind in trouble.alarms))
    others = {one.kind for one in await stage.town(OTHER).store.alarms.all()} - ORDINARY
    checks.that("others", "no alarm at the neighbour", not others, others)
    if trouble.waits:
        waiting = await stage.waiting(HOME)
        checks.that("writes", "the acts wait to be passed on", waiting > 0, waiting)


async def _healing(run: Run, trouble: Trouble, someone: Someone, before: Before) -> None:
    stage, checks = run.stage, run.checks
    proxy = stage.cases[HOME]
    if trouble.down:
        await proxy.start()
    proxy.heal()
    healed_at = stage.clock()

    async def well() -> bool:
        stored = await someone.town.store.persons.snapshot(await someone.id())
        assert stored is not None
        read = stored.begun_at > healed_at or trouble.reads == "work"
        complete = stored.failed_at is None and not stored.snapshot.unreadable
        return read and complete and await stage.waiting(HOME) == 0

    took = await healed(stage, [proxy], well, trouble.most)
    run.facts["all well again after (s)"] = round(took)
    promise = f"all read and passed on within {trouble.most:g} minutes"
    checks.that("healing", promise, took >= 0, f"{took:g} s")
    await settled([proxy])
    _written(run, trouble, before)
    message, _ = await someone.says("/start", "home.home/")
    home = plain(message.text)
    fresh = someone.words("newer-follows") not in home and someone.words("unreadable") not in home
    checks.that("healing", "home no longer says that something is missing", fresh, home)
    await stage.until(lambda: _no_outage(stage), 3)
    checks.that("healing", "no alarm of an outage stays open", await _no_outage(stage))
    await _nothing_false(run, someone, before)


async def _no_outage(stage: Stage) -> bool:
    alarms = await stage.town(HOME).store.alarms.all()
    return not [one for one in alarms if one.kind in {AWAY, DENIED} and not one.closed_by]


def _written(run: Run, trouble: Trouble, before: Before) -> None:
    stage, checks = run.stage, run.checks
    task = day.object_of(stage, "externetaak", before.task["uuid"])
    once = task["index"] == before.task["index"] + 1 or not trouble.exact
    done = task["status"] == "afgerond"
    checks.that("writes", "the task is done, written once", done and once, (task["status"], task["index"]))
    absent = day.absences(stage, before.case, before.missed.id)
    checks.that("writes", "one absence", absent == 1, absent)
    asked = day.contacts(stage)
    checks.that("writes", "one question", asked == 1, asked)
    lesson = day.object_of(stage, "les", before.off.id)
    once = lesson["index"] == before.cancelled["index"] + 1 or not trouble.exact
    right = lesson["versie"] == before.off.version + 1 and lesson["status"] == "vervallen"
    found = (lesson["status"], lesson["versie"], lesson["index"])
    checks.that("writes", "the lesson is called off, written once", right and once, found)


async def _nothing_false(run: Run, someone: Someone, before: Before) -> None:
    """Nothing but the planner's change was told as a change."""
    deliveries = await someone.town.store.deliveries.of_person(await someone.id())
    told = sorted({one.item for one in deliveries})
    wanted = {f"lesson:{before.off.id}"}
    strange = [item for item in told if item.startswith(("lesson:", "appointment:")) and item not in wanted]
    run.checks.that("person", "nobody hears of a change that was none", not strange, strange)
