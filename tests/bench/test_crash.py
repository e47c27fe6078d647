"""The crash campaign in short, and a checker that is shown to fail: one planted fault for each promise."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import web

from bench.crash import checks, sections
from bench.crash.checks import Verdict, check_updates, judge
from bench.crash.inprocess import Coverage, InProcess
from bench.crash.instance import Change, Words
from bench.crash.journal import Command, History
from bench.crash.load import Spread
from bench.crash.nursery import Nursery
from bench.crash.people import Curious, Habit, Talker, Walker
from bench.crash.points import Shot
from bench.crash.processes import Battle
from bench.crash.surroundings import surroundings
from bench.crash.witness import Post
from bot.app import App
from bot.cases.zgw.writes import ZgwWrites
from bot.channels.outgoing import Lease
from bot.state.engine import Engine
from bot.state.events import Event
from bot.state.scene import Scene
from bot.state.turn import Turn
from bot.store.db import script_text

SEED = 4
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


@pytest.fixture(scope="module")
def words() -> Words:
    """Engine and catalogues, made once."""
    return Words()


class Only(Coverage):
    """Always dies at the same point."""

    def __init__(self, shot: Shot, kind: str = "") -> None:
        super().__init__()
        self._shot, self._kind = shot, kind

    def next_shot(self, kind: str, rng: random.Random) -> Shot | None:
        return self._shot if kind.startswith(self._kind) else None


async def verdict_of(
    words: Words,
    kills: int,
    coverage: Coverage | None = None,
    spoil: Change | None = None,
    habits: tuple[type[Habit], ...] = (Walker,),
) -> Verdict:
    """What the checker says after some kills in one town."""
    print(f"seed {SEED}")
    rng = random.Random(SEED)
    async with surroundings(len(habits), rng, fast=True, fsync="everysec") as around:
        town = InProcess(around, words, coverage or Coverage(), rng, spoil, habits)
        await town.run(kills)
        return await judge(around, words, town.ended, Verdict())


async def test_sixty_deaths_at_failpoints_cost_nothing(words: Words) -> None:
    rng = random.Random(SEED)
    print(f"seed {SEED}")
    habits = InProcess.habits
    async with surroundings(len(habits), rng, fast=True, fsync="everysec") as around:
        town = InProcess(around, words, Coverage(), rng)
        result = await town.run(60)
        verdict = await judge(around, words, town.ended, Verdict())
    assert result.kills == 60
    assert verdict.broken == {}
    assert verdict.counts["turns decided again"] == verdict.counts["turns"] > 60


async def test_six_real_kills_under_load_cost_nothing(words: Words) -> None:
    rng, ports = random.Random(SEED), list[int]()
    print(f"seed {SEED}")
    post = Spread(rng=rng, ports=ports)
    nursery = await Nursery.open()
    try:
        async with surroundings(5, rng, post=post, ports=ports) as around:
            battle = Battle(around, nursery, rng, kills=6, full=1, post=post, words=words)
            await battle.run()
            verdict = await judge(around, words, battle.fleet.ended, Verdict())
    finally:
        await nursery.close()
    section = sections.processes(battle, verdict, post.twice, post.lost)
    # How long a recovery takes on a busy machine is the report's matter, not a test's.
    broken = [one for one in section.promises if not one.kept and "within" not in one.text]
    assert broken == []
    assert sum(battle.fleet.kills.values()) == 6


@pytest.mark.parametrize("point", ["lua commit before", "telegram editMessageText before"])
async def test_who_wakes_too_late_changes_nothing(point: str, words: Words) -> None:
    verdict = await verdict_of(words, 2, Only(Shot(point, freeze=True)))
    assert verdict.broken == {}


# Planted faults


def acknowledges_first(app: App, inner: web.Application) -> None:
    """The webhook says 200 before anything is stored."""
    intake = next(iter(app.municipalities.values())).intake
    later: set[asyncio.Task[Any]] = set()

    @web.middleware
    async def hasty(request: web.Request, handler: Any) -> web.StreamResponse:
        if not request.path.startswith("/telegram/"):
            answer: web.StreamResponse = await handler(request)
            return answer
        later.add(asyncio.create_task(intake.take(await request.json())))
        return web.Response()

    inner.middlewares.insert(0, hasty)


def commits_blindly(app: App, inner: web.Application) -> None:
    """The commit compares neither the event nor the session's revision."""
    db, run = app.store.db, app.store.db.run
    text = script_text("commit").replace("tonumber(redis.call('HGET', l, 'rev')) ~= a.rev", "false")
    text = text.replace("not head or string.sub(head, 1, #a.event + 1) ~= a.event .. '\\31'", "false")
    assert text.count("if false then") == 2

    async def blind(name: str, keys: Any, args: Any) -> Any:
        if name != "commit":
            return await run(name, keys, args)
        await run("stir", keys, ())
        return await db.redis.eval(text, len(keys), *keys, *args)

    setattr(db, "run", blind)  # noqa: B010


def records_the_second_time(app: App, inner: web.Application) -> None:
    """What was sent is recorded only when it was sent again."""
    outbox = next(iter(app.municipalities.values())).store.outbox
    sent, known = outbox.sent, set[tuple[str, str, int]]()

    async def forgetful(lease: Lease, message: int | None) -> str:
        what = (lease.link, lease.key, lease.revision)
        if what in known:
            return await sent(lease, message)
        known.add(what)
        return "ok"

    setattr(outbox, "sent", forgetful)  # noqa: B010


def asks_without_looking(app: App, inner: web.Application) -> None:
    """A question is written without looking whether it stands there already."""
    writes = next(iter(app.municipalities.values())).writes
    if writes is None:
        return

    async def nothing(case: str, write: object) -> dict[str, Any]:
        return {}

    assert isinstance(writes, ZgwWrites)
    setattr(writes._questions, "_there", nothing)  # noqa: B010


def does_not_edit(app: App, inner: web.Application) -> None:
    """The lessons are said to be shown."""
    client = next(iter(app.municipalities.values())).client
    call: Callable[..., Awaitable[Any]] = client.call

    async def lazy(method: str, params: Mapping[str, Any] | None = None, **more: Any) -> Any:
        lessons = method == "editMessageText" and "lessons.week/" in str(params)
        return {} if lessons else await call(method, params, **more)

    setattr(client, "call", lazy)  # noqa: B010


class Wilful(Engine):
    """Decides something else now and then."""

    def step(self, scene: Scene, event: Event) -> Turn:
        turn = super().step(scene, event)
        return replace(turn, session=replace(turn.session, unknown_in_row=turn.session.unknown_in_row + 1))


def decides_otherwise(app: App, inner: web.Application) -> None:
    """The engine of the processes is not the oracle's."""
    app.views = replace(app.views, engine=Wilful(app.dialogs))


FAULTS = (
    (checks.LOST, acknowledges_first, Only(Shot("lua ingest before")), Walker),
    (checks.TWICE, commits_blindly, Only(Shot("lua stir after", freeze=True)), Walker),
    (checks.WINDOW, records_the_second_time, Coverage(), Talker),
    (checks.WRITES, asks_without_looking, Only(Shot("lua after_write before"), "tap: question"), Curious),
    (checks.SCREEN, does_not_edit, Only(Shot("lua commit after")), Walker),
    (checks.SEQUENTIAL, decides_otherwise, Coverage(), Walker),
)


@pytest.mark.parametrize(
    ("promise", "spoil", "coverage", "habit"), FAULTS, ids=[fault.__name__ for _, fault, _, _ in FAULTS]
)
async def test_a_planted_fault_is_seen(
    promise: str, spoil: Change, coverage: Coverage, habit: type[Habit], words: Words
) -> None:
    verdict = await verdict_of(words, 1, coverage, spoil, (habit,))
    assert verdict.broken.get(promise), verdict.broken


def mail(name: str, *parts: str) -> tuple[Command, ...]:
    """A single step about one mailbox."""
    return ([name.encode(), b"{b00}:t:l:x:mail", *(part.encode() for part in parts)],)


def turn_of(rev: int) -> tuple[Command, ...]:
    """A committed turn."""
    return (
        [b"HSET", b"{b00}:t:l:x", b"rev", str(rev).encode(), b"session", b"sealed"],
        *mail("LPOP"),
    )


@pytest.mark.parametrize(
    ("steps", "promise"),
    [
        ([mail("RPUSH", "tg:1\x1f"), turn_of(1)], None),
        ([mail("RPUSH", "tg:1\x1f"), turn_of(1), mail("RPUSH", "tg:1\x1f"), turn_of(2)], checks.TWICE),
        ([mail("RPUSH", "tg:1\x1f"), mail("RPUSH", "tg:2\x1f"), turn_of(1), turn_of(3)], checks.TWICE),
        ([mail("RPUSH", "tg:1\x1f")], checks.LOST),
        ([], checks.LOST),
        ([mail("RPUSH", "tg:1\x1f"), mail("LPOP")], checks.TWICE),
        ([mail("RPUSH", "tg:2\x1f"), mail("RPUSH", "tg:1\x1f"), turn_of(1), turn_of(2)], checks.ORDER),
    ],
    ids=["kept", "stored twice", "revision left out", "not taken", "not stored", "dead letter", "order"],
)
def test_the_history_is_judged(steps: list[tuple[Command, ...]], promise: str | None) -> None:
    history, verdict = History(), Verdict()
    for step in steps:
        history.take(step)
    post = Post(offered={1: "message", 2: "message"}, acknowledged={1: 0.0})
    check_updates(post, history, verdict)
    assert (list(verdict.broken) == [promise]) if promise else (verdict.broken == {})
