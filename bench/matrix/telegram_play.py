"""Telegram in trouble: acts count, what waits arrives once it is well again, nobody is cut off by mistake."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from bench.matrix import day
from bench.matrix.cell import Run
from bench.matrix.checks import PROBES_A_MINUTE, most_in_a_minute
from bench.matrix.day import Before
from bench.matrix.demand import healed, minutes_of
from bench.matrix.someone import Someone
from bench.matrix.stage import HOME
from bot.outages import AWAY
from bot.sandbox.arrivals import datas
from bot.sandbox.proxy import Effect, Fault
from bot.views import plain

CARRIED_OUT = frozenset(
    {Effect.CUT, Effect.DROP_REPLY, Effect.NOT_JSON, Effect.WRONG_TYPES, Effect.HUGE, Effect.TRICKLE}
)
"""Effects after which Telegram did what we asked, and we cannot know."""
BLOCKED = b'{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}'
UNKNOWN = b'{"ok":false,"error_code":401,"description":"Unauthorized"}'
BUSY = (
    b'{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 20",'
    b'"parameters":{"retry_after":20}}'
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """One column. `alarm` is a kind of alarm, `log` an event that is logged."""

    name: str
    fault: Fault | None = None
    down: bool = False
    twice: bool = False
    dead: Literal["", "service", "key"] = "service"
    alarm: str = AWAY
    log: str = AWAY
    blocked: bool = False
    slow: bool = False
    most: float = 3.0


def _status(status: int, body: bytes) -> Fault:
    return Fault(Effect.STATUS, status=status, body=body)


TROUBLES = (
    Trouble("down", down=True, dead=""),
    Trouble("slow", Fault(Effect.DELAY, seconds=1.0, jitter=0.2), dead="", alarm="", log=""),
    Trouble("black-hole", Fault(Effect.BLACK_HOLE), slow=True),
    Trouble("cut", Fault(Effect.CUT)),
    Trouble("reset", Fault(Effect.RESET)),
    Trouble("no-answer", Fault(Effect.CLOSE)),
    Trouble("reply-lost", Fault(Effect.DROP_REPLY)),
    Trouble("500", _status(500, b'{"ok":false,"error_code":500,"description":"Internal Server Error"}')),
    Trouble("502", _status(502, b"<html>Bad Gateway</html>")),
    Trouble("401", _status(401, UNKNOWN), dead="key", alarm="", log="telegram_token_refused"),
    Trouble("403", _status(403, BLOCKED), dead="", alarm="", log="", blocked=True),
    Trouble("403-of-a-firewall", _status(403, b"<html>Forbidden</html>")),
    Trouble("429", _status(429, BUSY), alarm="", log=""),
    Trouble("not-json", Fault(Effect.NOT_JSON)),
    Trouble("wrong-types", Fault(Effect.WRONG_TYPES), alarm="", log="", dead=""),
    Trouble("huge", Fault(Effect.HUGE)),
    Trouble("updates-twice", twice=True, dead="", alarm="", log=""),
)


async def play(run: Run, trouble: Trouble) -> None:
    """One cell of Telegram's row."""
    stage, checks = run.stage, run.checks
    someone = await stage.person("Samira", run.language)
    neighbour = await stage.person("Yusuf", "en")
    before = await day.stands(stage, someone)
    await someone.tap("home.home/tasks/", "tasks.list/task/")
    await someone.tap("tasks.list/task/", "tasks.task/did/")
    shown = {one.id for one in someone.messages}
    await _begins(run, trouble, someone)
    await someone.tap("tasks.task/did/")
    counts = await stage.until(lambda: _done(run, before), 10)
    checks.that("person", "what she does counts, whatever she can see", counts)
    status = await stage.cancels(before.off.id, before.off.version)
    checks.that("person", "the planner's change is taken", status < 300, status)
    if not trouble.down:
        await day.neighbour(run, neighbour)
    await _probes(run, trouble)
    await _operator(run, trouble, someone)
    await _healing(run, trouble, someone, neighbour, before, shown)


async def _begins(run: Run, trouble: Trouble, someone: Someone) -> None:
    stage = run.stage
    stage.at_minute(23)
    if trouble.down:
        await stage.telegram.stop()
    if trouble.twice:
        stage.updates.faults.append(Fault(Effect.TWICE, path="/telegram/"))
    if trouble.fault is not None:
        stage.telegram.faults.append(trouble.fault)
        trouble.fault.path = f"/bot{someone.town.tenant.bot.token}/"


def _done(run: Run, before: Before) -> bool:
    return bool(day.object_of(run.stage, "externetaak", before.task["uuid"])["status"] == "afgerond")


async def _nothing() -> None:
    return None


async def _probes(run: Run, trouble: Trouble) -> None:
    stage, checks = run.stage, run.checks
    proxy = stage.telegram

    await minutes_of(stage, [] if trouble.slow else [proxy], 1, _nothing)
    if trouble.slow:
        await stage.until(lambda: not proxy.busy, 12)
    since = proxy.now()
    await minutes_of(stage, [] if trouble.slow else [proxy], 3, _nothing)
    calls = [one.at for one in proxy.passages if one.at >= since and one.effect]
    most = most_in_a_minute(calls)
    run.facts["calls a minute while away"] = most
    if trouble.dead == "service":
        kept = most <= PROBES_A_MINUTE
        checks.that("probes", "at most 4 calls a minute to a dead service", kept, most)
    elif trouble.dead == "key":
        checks.that("probes", "at most 1 call a minute with a refused token", most <= 1, most)


async def _operator(run: Run, trouble: Trouble, someone: Someone) -> None:
    stage, checks = run.stage, run.checks
    alarms = {one.kind for one in await stage.town(HOME).store.alarms.all() if not one.closed_by}
    if trouble.alarm:
        checks.that("operator", f"alarm {trouble.alarm}", trouble.alarm in alarms, alarms)
    if trouble.log:
        checks.that("operator", f"a line in the log ({trouble.log})", run.logged(trouble.log))
    person = await stage.town(HOME).store.persons.by_number(someone.number)
    assert person is not None
    wanted = "blocked" if trouble.blocked else "linked"
    checks.that("operator", f"the person stands as {wanted}", person.channel == wanted, person.channel)


async def _healing(
    run: Run, trouble: Trouble, someone: Someone, neighbour: Someone, before: Before, shown: set[int]
) -> None:
    stage, checks = run.stage, run.checks
    if trouble.down:
        await stage.telegram.start()
    stage.telegram.heal()
    stage.updates.heal()
    if trouble.blocked:
        await someone.phone.start(bot=someone.bot)

    async def well() -> bool:
        screens = [data for one in someone.messages for data in datas(one)]
        place = "home.home/" if trouble.blocked else "tasks.done/"
        return any(place in data for data in screens) and someone.count("❌") > 0

    took = await healed(stage, [stage.telegram], well, trouble.most)
    run.facts["all well again after (s)"] = round(took)
    promise = f"screen and news arrive within {trouble.most:g} minutes"
    checks.that("healing", promise, took >= 0, f"{took:g} s")
    # A probe tells that Telegram is well again, at most a quarter of a minute later.
    await minutes_of(stage, [stage.telegram], 0.5, _nothing)
    _doubled(run, someone, shown)
    task = day.object_of(stage, "externetaak", before.task["uuid"])
    once = task["index"] == before.task["index"] + 1
    checks.that("writes", "the task is done, written once", _done(run, before) and once, task["index"])
    lesson = day.object_of(stage, "les", before.off.id)
    once = lesson["index"] == before.cancelled["index"] + 1
    checks.that("writes", "the lesson is called off, written once", once, lesson["index"])
    _, took = await someone.says("/start", "home.home/")
    checks.reply("home, after healing", took)
    if trouble.down:
        await day.neighbour(run, neighbour)


def _doubled(run: Run, someone: Someone, shown: set[int]) -> None:
    """A message may come twice only where Telegram carried out a call and its answer was lost."""
    texts = Counter(plain(one.text) for one in someone.messages if one.id not in shown)
    doubled = sum(texts.values()) - len(texts)
    sends = [one for one in run.stage.telegram.passages if one.target.endswith("/sendMessage")]
    unsure = sum(one.effect in CARRIED_OUT for one in sends)
    run.facts["messages twice"] = doubled
    run.checks.that("person", "no message comes twice unless its answer was lost", doubled <= unsure, doubled)
