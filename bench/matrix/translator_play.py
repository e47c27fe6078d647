"""The translator in trouble: a question never waits for it, and it is left alone when it is dead."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from bench.matrix import day
from bench.matrix.cell import Run
from bench.matrix.checks import PROBES_A_MINUTE, most_in_a_minute
from bench.matrix.demand import healed, minutes_of
from bench.matrix.someone import Someone
from bench.matrix.stage import HOME
from bot.errors import TranslatorAway
from bot.outages import AWAY
from bot.sandbox.proxy import Effect, Fault
from bot.views import plain

PATIENCE = 8.0
LANGUAGES = ("ar", "ti", "fa", "tr", "en")


@dataclass(frozen=True, slots=True)
class Trouble:
    """One column."""

    name: str
    fault: Fault | None = None
    down: bool = False
    dead: Literal["", "service", "key"] = "service"
    works: bool = False


def _status(status: int, **headers: str) -> Fault:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return Fault(Effect.STATUS, status=status, headers=given, body=b'{"error":"no"}')


TROUBLES = (
    Trouble("down", down=True, dead=""),
    Trouble("slow", Fault(Effect.DELAY, seconds=1.0, jitter=0.2), works=True, dead=""),
    Trouble("very-slow", Fault(Effect.DELAY, seconds=10.0)),
    Trouble("black-hole", Fault(Effect.BLACK_HOLE)),
    Trouble("slow-body", Fault(Effect.TRICKLE, rate=4)),
    Trouble("cut", Fault(Effect.CUT)),
    Trouble("reset", Fault(Effect.RESET)),
    Trouble("no-answer", Fault(Effect.CLOSE)),
    Trouble("500", _status(500)),
    Trouble("503", _status(503)),
    Trouble("401", _status(401), dead="key"),
    Trouble("403", _status(403), dead="key"),
    Trouble("429", _status(429, Retry_After="30")),
    Trouble("not-json", Fault(Effect.NOT_JSON)),
    Trouble("wrong-types", Fault(Effect.WRONG_TYPES)),
    Trouble("huge", Fault(Effect.HUGE)),
)


async def play(run: Run, trouble: Trouble) -> None:
    """One cell of the translator's row."""
    stage, checks = run.stage, run.checks
    run.language = run.random.choice(LANGUAGES)
    someone = await stage.person("Samira", run.language)
    neighbour = await stage.person("Yusuf", "en")
    if trouble.down:
        await stage.translator.stop()
    if trouble.fault is not None:
        stage.translator.faults.append(trouble.fault)
    await _asks(run, trouble, someone)
    passed_on = await stage.until(lambda: day.contacts(stage) == 1, 10)
    checks.that("writes", "the question reaches the caseworker, once", passed_on, day.contacts(stage))
    await day.neighbour(run, neighbour)
    if not trouble.works:
        await _probes(run, trouble)
        logged = run.logged("translator away")
        checks.that("operator", "a line in the log (translator away)", logged)
    await _healing(run, trouble, someone)


async def _asks(run: Run, trouble: Trouble, someone: Someone) -> None:
    checks = run.checks
    for place, then in (
        ("home.home/people/", "people.list/caseworker/"),
        ("people.list/caseworker/", "people.person/ask/"),
        ("people.person/ask/", "people.ask/"),
    ):
        await someone.tap(place, then)
    _, took = await someone.says(day.QUESTION, "people.")
    checks.reply("a word that it is being translated", took)
    send = "people.check/send/" if trouble.works else "people.asis/send/"
    offered = await someone.shows(send, PATIENCE)
    checks.that("person", f"within {PATIENCE:g} s it can be sent ({send.split('/')[0]})", offered)
    if not trouble.works:
        said = someone.words("people-asis").splitlines()[0].strip()
        seen = someone.count(said) > 0
        found = plain(someone.messages[-1].text)
        checks.that("person", f"“cannot translate now”, in {run.language}", seen, found)
    _, took = await someone.tap(send, "people.sent/")
    checks.reply("the question sent", took)


async def _probes(run: Run, trouble: Trouble) -> None:
    """Many people want translations meanwhile."""
    stage, checks = run.stage, run.checks
    gate, proxy = stage.demo.app.gate, stage.translator
    assert gate is not None
    asked: set[asyncio.Task[None]] = set()

    async def ask() -> None:
        with suppress(TranslatorAway):
            await gate.question("vraag " + "abcdefghij"[len(asked) % 10] * len(asked), "tr", ())

    async def soon() -> None:
        asked.add(asyncio.create_task(ask()))
        await asyncio.sleep(0.02)

    await asyncio.gather(*(ask() for _ in range(6)))
    await minutes_of(stage, [], 1, soon)
    await asyncio.gather(*asked)
    since = proxy.now()
    await minutes_of(stage, [], 3, soon)
    await asyncio.gather(*asked)
    calls = [one.at for one in proxy.passages if one.at >= since and one.effect]
    most = most_in_a_minute(calls)
    run.facts["calls a minute while away"] = most
    if trouble.dead == "service":
        kept = most <= PROBES_A_MINUTE
        checks.that("probes", "at most 4 calls a minute to a dead service", kept, most)
        alarms = {one.kind for one in await stage.town(HOME).store.alarms.all()}
        checks.that("operator", f"alarm {AWAY}", AWAY in alarms, alarms)
    elif trouble.dead == "key":
        checks.that("probes", "at most 1 call a minute with a refused key", most <= 1, most)


async def _healing(run: Run, trouble: Trouble, someone: Someone) -> None:
    stage, checks = run.stage, run.checks
    if trouble.down:
        await stage.translator.start()
    stage.translator.heal()
    gate = stage.demo.app.gate
    assert gate is not None

    async def well() -> bool:
        with suppress(TranslatorAway):
            await gate.question("soru", "tr", ())
            return True
        return False

    took = await healed(stage, [], well, 2)
    run.facts["all well again after (s)"] = round(took)
    checks.that("healing", "it translates again within 2 minutes", took >= 0, f"{took:g} s")
    sent = await day.asks(run, someone)
    checks.that("healing", "the next question is translated and sent", bool(sent.text))
    both = await stage.until(lambda: day.contacts(stage) == 2, 10)
    checks.that("writes", "both questions stand there, once each", both, day.contacts(stage))

    async def closed() -> bool:
        alarms = await stage.town(HOME).store.alarms.all()
        return not [one for one in alarms if one.kind == AWAY and not one.closed_by]

    checks.that("healing", "no alarm of an outage stays open", await stage.until(closed, 3))
