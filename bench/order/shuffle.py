"""Updates in any order and twice: everybody ends where the oracle ends that replays the stored order."""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.order.children import Children, begin
from bench.order.journal import Journalled
from bench.order.oracle import Oracle
from bench.order.people import Newcomer, link_people, newcomers, weekly
from bench.order.report import Outcome, stamp
from bench.order.say import Progress, Say
from bench.order.site import MUNICIPALITY
from bench.order.stored import NO_REWRITE, stored
from bench.order.virtual import MONDAY
from bench.order.walks import Button, walk
from bot.channels import base
from bot.channels.telegram.callback import Callbacks
from bot.channels.telegram.intake import Intake
from bot.dialogs import DIALOGS
from bot.sandbox.town import tenant_of
from bot.state.engine import Engine
from bot.store.embedded import EmbeddedServer
from bot.store.store import Store, TenantStore
from bot.tenant import Tenant
from bot.worker import Steps, Worker

NOTE = (
    "The order in which mailboxes took the updates is read from the server's append-only file. The "
    "oracle replays it through the pure engine; sessions (with a record of every update in order), own "
    "writes and link states must be equal for everybody."
)
MASTER = bytes(32)
"""The master key of a store that lives for one campaign."""
TEXTS = ("/today", "/help", "/language", "hallo", "Wanneer is mijn les?", "1989", "ok", "/start", "dank je")
TWICE = 0.3
WALKS = 24
FIRST_UPDATE = 700_000_000
Update = dict[str, Any]
Wrap = Callable[[Steps], Steps]


def as_it_is(engine: Steps) -> Steps:
    """No wrapping."""
    return engine


@dataclass(frozen=True, slots=True)
class Sizes:
    """Updates (without their repeats), people, delivering tasks, worker processes (0: in this process)."""

    updates: int = 20_000
    people: int = 1_000
    deliverers: int = 8
    processes: int = 2
    twice: float = TWICE


@dataclass(frozen=True, slots=True)
class Post:
    """One delivery of an update; `first` is False for a repeat."""

    at: float
    chat: int
    update: Update
    first: bool


def clock() -> datetime:
    """Time stands still in this campaign, so that the oracle's clock is the workers'."""
    return MONDAY


def work(parent: int, url: str, name: str) -> None:
    """A worker process."""
    begin(parent)
    asyncio.run(_work(url, name, as_it_is))


async def _work(url: str, name: str, wrap: Wrap) -> None:
    store = Store.open(url, MASTER, clock)
    tenant = tenant_of(MUNICIPALITY)
    await _worker(store, tenant, name, wrap).run(tenant.bucket)


def _worker(store: Store, tenant: Tenant, name: str, wrap: Wrap = as_it_is) -> Worker:
    return Worker(wrap(Journalled(Engine(DIALOGS))), store, {tenant.id: store.tenant(tenant)}, clock, name)


@dataclass
class Campaign:
    """The pieces of one run."""

    folder: Path
    url: str
    tenant: Tenant
    store: Store
    rng: random.Random
    sizes: Sizes
    engine: Engine

    @property
    def town(self) -> TenantStore:
        """The tenant's store."""
        return self.store.tenant(self.tenant)

    async def oracles(self, people: Sequence[Newcomer], links: dict[int, str]) -> dict[str, Oracle]:
        """Everybody as they stand before the first update, by link."""
        made: dict[str, Oracle] = {}
        for one in people:
            link = links[one.chat]
            facts, session = await self.town.persons.facts(one.id), await self.town.turns.session(link)
            assert facts is not None
            assert session is not None
            made[link] = Oracle(Journalled(self.engine), self.tenant, clock(), link, one.id, facts, session)
        return made

    def posts(
        self, people: Sequence[Newcomer], links: dict[int, str], walks: dict[int, list[tuple[Button, ...]]]
    ) -> list[Post]:
        """All deliveries, shuffled between people and between the two queues of each; some come twice."""
        made: list[Post] = []
        each, number = self.sizes.updates // len(people), FIRST_UPDATE
        callbacks = Callbacks(self.town.callback_key, self.tenant.id)
        for one in people:
            texts = sum(self.rng.random() < 0.5 for _ in range(each))
            buttons = self.rng.choice(walks[one.kind])
            taps = [
                callbacks.encode(base.Button("", b.screen, b.event, b.arg), links[one.chat])
                for b in buttons[: each - texts]
            ]
            updates = [_text(one.chat, self.rng.choice(TEXTS)) for _ in range(texts)]
            for queue in (updates, [_tap(one.chat, data) for data in taps]):
                moments = sorted(self.rng.random() for _ in queue)
                for at, body in zip(moments, queue, strict=True):
                    number += 1
                    made.append(Post(at, one.chat, {"update_id": number, **body}, True))
        again = [
            Post(post.at + self.rng.random() * 0.2, post.chat, post.update, False)
            for post in made
            if self.rng.random() < self.sizes.twice
        ]
        return sorted([*made, *again], key=lambda post: post.at)

    async def deliver(self, posts: Sequence[Post], progress: Progress, mailbox: Any = None) -> None:
        """Bring everything, by several tasks; a queue's own updates keep to one task, repeats do not."""
        lanes: list[list[Post]] = [[] for _ in range(self.sizes.deliverers)]
        for post in posts:
            tap = "callback_query" in post.update
            lane = 2 * post.chat + tap if post.first else self.rng.randrange(len(lanes))
            lanes[lane % len(lanes)].append(post)
        callbacks = Callbacks(self.town.callback_key, self.tenant.id)
        intake = Intake(self.town.links, mailbox or self.town.mailbox, callbacks, _stay, clock)
        done = 0

        async def bring(lane: list[Post]) -> None:
            nonlocal done
            for post in lane:
                await intake.take(post.update)
                done += 1
                if progress.due:
                    progress(f"{done} of {len(posts)} deliveries")

        await asyncio.gather(*(bring(lane) for lane in lanes))

    async def finish(self, progress: Progress, children: Children) -> None:
        """Wait until no link has mail."""
        db = self.town.room.db
        while waiting := int(await db(db.redis.xlen(f"{{{self.tenant.bucket}}}:ready"))):
            children.check()
            progress(f"{waiting} links have mail")
            await asyncio.sleep(0.05)


async def _stay(chat: int) -> None:
    raise AssertionError(f"no group in this campaign ({chat})")


def _text(chat: int, text: str) -> Update:
    sender = {"id": chat, "is_bot": False, "first_name": "Samira"}
    where = {"id": chat, "type": "private"}
    return {
        "message": {
            "message_id": 1,
            "date": int(MONDAY.timestamp()),
            "chat": where,
            "from": sender,
            "text": text,
        }
    }


def _tap(chat: int, data: str) -> Update:
    sender = {"id": chat, "is_bot": False, "first_name": "Samira"}
    message = {"message_id": 1, "date": 0, "chat": {"id": chat, "type": "private"}}
    query = {"id": "1", "from": sender, "chat_instance": "1", "data": data, "message": message}
    return {"callback_query": query}


@asynccontextmanager
async def campaign(seed: int, sizes: Sizes) -> AsyncIterator[Campaign]:
    """A store of its own, whose append-only file keeps everything."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="order-"))) / "store"
        server = EmbeddedServer(folder, "everysec", NO_REWRITE).start()
        stack.callback(server.stop)
        store = Store.open(server.url, MASTER, clock)
        stack.push_async_callback(store.close)
        tenant = tenant_of(MUNICIPALITY)
        yield Campaign(folder, server.url, tenant, store, random.Random(seed), sizes, Engine(DIALOGS))


async def shuffle(
    seed: int,
    sizes: Sizes,
    say: Say,
    *,
    wrap: Wrap = as_it_is,
    mailbox: Callable[[TenantStore], Any] | None = None,
) -> Outcome:
    """Run the campaign. `wrap` and `mailbox` let a test plant a fault into the workers or the intake."""
    progress, children = Progress(say, "shuffle"), Children()
    async with campaign(seed, sizes) as run:
        people = newcomers(sizes.people)
        groups = sorted({group for one in people for group in one.groups})
        facts = [weekly(group, clock()) for group in groups]
        links = await link_people(
            run.store, run.town, people, facts, _worker(run.store, run.tenant, "seeding")
        )
        oracles = await run.oracles(people, links)
        walks = _walks(run, people, oracles, links)
        posts = run.posts(people, links, walks)
        progress(f"{len(people)} people are linked, {len(posts)} deliveries are made up", now=True)
        tasks = (
            []
            if sizes.processes
            else [asyncio.create_task(_work(run.url, f"task-{n}", wrap)) for n in (1, 2)]
        )
        try:
            for number in range(sizes.processes):
                children.start(work, run.url, f"process-{number}")
            await run.deliver(posts, progress, mailbox(run.town) if mailbox else None)
            await run.finish(progress, children)
        finally:
            children.stop()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        turned = progress.seconds
        known = {post.update["update_id"] for post in posts}
        return await _judged(run, seed, oracles, known, len(posts), turned, progress)


def _walks(
    run: Campaign, people: Sequence[Newcomer], oracles: dict[str, Oracle], links: dict[int, str]
) -> dict[int, list[tuple[Button, ...]]]:
    """Some walks of every kind of person, long enough for all taps of one."""
    each = run.sizes.updates // len(people)
    made: dict[int, list[tuple[Button, ...]]] = {}
    for one in people:
        if one.kind not in made:
            beginning = oracles[links[one.chat]]
            made[one.kind] = [walk(run.engine, beginning, each, run.rng) for _ in range(WALKS)]
    return made


async def _judged(
    run: Campaign,
    seed: int,
    oracles: dict[str, Oracle],
    known: set[int],
    posts: int,
    turned: float,
    progress: Progress,
) -> Outcome:
    broken: list[str] = []
    seen: dict[str, int] = {}
    for link, text in stored(run.folder):
        event = await run.town.mailbox.parse(link, text)
        if not event.id.startswith("tg:"):
            continue
        seen[event.id] = seen.get(event.id, 0) + 1
        oracles[link].does(event)
        if progress.due:
            progress(f"the oracle has replayed {sum(seen.values())} of {len(known)}")
    broken += [f"update {one} was never stored" for one in sorted(known) if f"tg:{one}" not in seen]
    sent = {f"tg:{one}" for one in known}
    broken += [f"update {one} was stored that nobody sent" for one in seen if one not in sent]
    broken += [f"update {one} was stored {times} times" for one, times in seen.items() if times > 1]
    different = 0
    writes = 0
    for link, oracle in oracles.items():
        writes += len(oracle.own)
        found = await _differences(run, link, oracle)
        different += bool(found)
        broken += [f"link {link}: {what} differs from the oracle's" for what in found]
    return Outcome(
        "shuffle",
        "Shuffled and repeated updates",
        seed,
        {
            "updates": len(known),
            "people": run.sizes.people,
            "deliveries with repeats": posts,
            "worker processes": run.sizes.processes,
        },
        {
            "stored": len(seen),
            "stored twice": sum(times > 1 for times in seen.values()),
            "own writes": writes,
            "links that end as the oracle": len(oracles) - different,
            "links that end otherwise": different,
            "updates a second": len(known) / max(turned, 0.001),
        },
        tuple(broken),
        progress.seconds,
        at=stamp(),
        note=NOTE,
    )


async def _differences(run: Campaign, link: str, oracle: Oracle) -> list[str]:
    """What of a link is not as the oracle says: fields of the session, own writes, the link's state."""
    session = await run.town.turns.session(link)
    known = await run.town.links.get(link)
    if session is None or known is None:
        return ["everything: the link is gone, which"]
    found = [
        f"{one.name} of the session"
        for one in fields(session)
        if getattr(session, one.name) != getattr(oracle.session, one.name)
    ]
    own = {one.write.id: one.write for one in await run.town.persons.own(oracle.person)}
    if own != {id: one.write for id, one in oracle.own.items()}:
        found.append("the set of own writes")
    if known.state.value != oracle.link_state:
        found.append("the link's state")
    return found
