"""Redis in trouble: nothing is acknowledged that is not stored, and all is done when it is back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from redis.asyncio import Redis

from bench.matrix import day
from bench.matrix.cell import Run
from bench.matrix.day import Before
from bench.matrix.someone import Someone
from bench.matrix.stage import HOME, OTHER, Stage
from bot.sandbox.proxy.redis import READS

Switch = Callable[[Stage], Awaitable[None]]
PATIENCE = 25.0


@dataclass(frozen=True, slots=True)
class Trouble:
    """One column. `minutes` of the clock pass; a tap lives 2.5 minutes at Telegram, a text a day."""

    name: str
    begin: Switch
    end: Switch
    minutes: float = 2.0

    @property
    def tap_lives(self) -> bool:
        """Whether Telegram still has the tap when Redis is back."""
        return self.minutes < 2.5


async def _command(stage: Stage, *words: str) -> None:
    client = Redis(unix_socket_path=str(stage.server.socket))
    try:
        await client.execute_command(*words)  # type: ignore[no-untyped-call]
    finally:
        await client.aclose()


async def _away(stage: Stage) -> None:
    await stage.redis.stop()


async def _back(stage: Stage) -> None:
    await stage.redis.start()


async def _silent(stage: Stage) -> None:
    stage.redis.silent = True


async def _well(stage: Stage) -> None:
    stage.redis.heal()
    stage.redis.drop()


async def _loading(stage: Stage) -> None:
    stage.redis.error = "LOADING Redis is loading the dataset in memory"
    stage.redis.drop()


async def _misconf(stage: Stage) -> None:
    stage.redis.error = "MISCONF Redis is configured to save RDB snapshots, but it cannot write to disk"
    stage.redis.answered = READS


async def _full(stage: Stage) -> None:
    await _command(stage, "CONFIG", "SET", "maxmemory", "1")


async def _roomy(stage: Stage) -> None:
    await _command(stage, "CONFIG", "SET", "maxmemory", "0")


async def _replica(stage: Stage) -> None:
    await _command(stage, "REPLICAOF", "127.0.0.1", "1")


async def _primary(stage: Stage) -> None:
    await _command(stage, "REPLICAOF", "NO", "ONE")


async def _killed(stage: Stage) -> None:
    await asyncio.to_thread(stage.server.kill)


async def _started(stage: Stage) -> None:
    await asyncio.to_thread(stage.server.start)


TROUBLES = (
    Trouble("killed", _killed, _started),
    Trouble("away-2-minutes", _away, _back),
    Trouble("away-10-minutes", _away, _back, minutes=10),
    Trouble("silent", _silent, _well, minutes=1),
    Trouble("loading", _loading, _well),
    Trouble("read-only", _replica, _primary),
    Trouble("out-of-memory", _full, _roomy),
    Trouble("disk-full", _misconf, _well),
)


async def play(run: Run, trouble: Trouble) -> None:
    """One cell of Redis' row."""
    stage = run.stage
    someone = await stage.person("Samira", run.language)
    asker = await stage.person("Yusuf", "nl")
    before = await day.stands(stage, someone)
    await _to_the_button(someone, asker)
    await trouble.begin(stage)
    try:
        await someone.tap("tasks.task/did/")
        await asker.phone.says(day.QUESTION, bot=asker.bot)
        await _meanwhile(run, trouble, before)
    finally:
        await trouble.end(stage)
    await _healing(run, trouble, someone, asker, before)


async def _to_the_button(someone: Someone, asker: Someone) -> None:
    await someone.tap("home.home/tasks/", "tasks.list/task/")
    await someone.tap("tasks.list/task/", "tasks.task/did/")
    for place, then in (
        ("home.home/people/", "people.list/caseworker/"),
        ("people.list/caseworker/", "people.person/ask/"),
        ("people.person/ask/", "people.ask/"),
    ):
        await asker.tap(place, then)


async def _meanwhile(run: Run, trouble: Trouble, before: Before) -> None:
    stage, checks = run.stage, run.checks
    bots = [stage.town(name).tenant.bot.gebruikersnaam for name in (HOME, OTHER)]
    accounts = [stage.demo.telegram.account(bot) for bot in bots]
    refused = await stage.until(lambda: all("503" in a.health.last_error_message for a in accounts), 14)
    found = [one.health.last_error_message for one in accounts]
    checks.that("person", "Telegram is told to keep what people send (503)", refused, found)
    status = await stage.cancels(before.off.id, before.off.version)
    checks.that("person", "the planner's program is told to come back (503)", status == 503, status)
    health = await stage.health()
    checks.that("operator", "the health page says 503", health == 503, health)
    logged = any(map(run.logged, ("store away", "telegram_update_not_stored")))
    checks.that("operator", "a line in the log (store away, update not stored)", logged)
    stage.minutes(trouble.minutes)
    seen = stage.redis.connections
    await asyncio.sleep(1)
    run.facts["connections a second while away"] = stage.redis.connections - seen


async def _healing(run: Run, trouble: Trouble, someone: Someone, asker: Someone, before: Before) -> None:
    stage, checks = run.stage, run.checks
    loop = asyncio.get_running_loop()
    begun = loop.time()

    def done() -> bool:
        return bool(day.object_of(stage, "externetaak", before.task["uuid"])["status"] == "afgerond")

    if trouble.tap_lives:
        checks.that("healing", "the tap is carried out", await stage.until(done, PATIENCE))
    else:
        await asyncio.sleep(1)
        checks.that("healing", "a tap that Telegram dropped does nothing", not done())
    send = "people.check/send/"
    checks.that("healing", "the text was kept", await asker.shows(send, PATIENCE))
    run.facts["all well again after (s)"] = round(loop.time() - begun, 1)
    _, took = await asker.tap(send, "people.sent/")
    checks.reply("the question sent, after healing", took)
    asked = await stage.until(lambda: len(stage.system(OTHER).klantcontacten()) == 1, 10)
    checks.that("writes", "one question", asked)
    if trouble.tap_lives:
        task = day.object_of(stage, "externetaak", before.task["uuid"])
        once = task["index"] == before.task["index"] + 1
        checks.that("writes", "the task is done, written once", once, task["index"])
        checks.that("person", "the screen shows it", await someone.shows("tasks.done/", 10))
    status = await stage.cancels(before.off.id, before.off.version)
    checks.that("healing", "the planner's change is taken now", status < 300, status)
    checks.that("healing", "and people hear of it", await someone.sees("❌", 15))
    health = await stage.health()
    checks.that("healing", "the health page says ok", health == 200, health)
