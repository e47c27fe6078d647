"""Ten thousand notifications a minute: all are answered, and nothing is fetched twice in five seconds."""

from __future__ import annotations

import asyncio
import random
import tomllib
from collections import Counter
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass
from itertools import pairwise
from time import monotonic
from typing import Any

from aiohttp import web

from bench.cases.clock import FastClock
from bench.cases.copies import TOWN, Copies, copies
from bench.cases.ward import Ward, serve, ward
from bench.order.report import Outcome, percentile, stamp
from bench.order.say import Progress, Say
from bot.cases.hints import PACE
from bot.sandbox.town import tenant_text
from bot.tenant import Tenant

SLACK = 0.5
"""Seconds of the campaign's clock between leasing a hint and noting that its fetch begins."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """`a_minute` by the campaign's clock, which runs `times` as fast as the machine's."""

    a_minute: int = 10_000
    seconds: float = 60.0
    cases: int = 300
    groups: int = 10
    processes: int = 2
    strangers: float = 0.2
    times: float = 1.0


async def flood(seed_number: int, sizes: Sizes, say: Say) -> Outcome:
    """Run the campaign."""
    rng, progress = random.Random(seed_number), Progress(say, "flood")
    async with AsyncExitStack() as stack:
        clock = FastClock(sizes.times)
        address, made = await case_system(clock, sizes, stack)
        tenant = Tenant.model_validate(tomllib.loads(tenant_text(TOWN, address)))
        here = await stack.enter_async_context(ward(tenant, clock, sizes.processes))
        for number in range(sizes.cases):
            await here.know(made.case_uuid(number), f"WV-{number:05d}")
            progress(f"{number:,} cases are read")
        made.counts.clear()
        here.begun.clear()
        for desk in here.desks:
            work = asyncio.create_task(desk.follower.run(desk.store.wakes().wait))
            stack.push_async_callback(_end, work)
        progress(f"{sizes.a_minute:,} notifications a minute begin", now=True)
        answers, latencies = await _post(here, made, address, sizes, rng, progress)
        while await here.store.hints.waiting():
            # Followers wait in the machine's seconds; and Redis tells nobody when it is empty.
            await asyncio.sleep(0.05)
            await here.store.stir()
        begun, counts = dict(here.begun), Counter(made.counts)
    gaps = [later - one for times in begun.values() for one, later in pairwise(times)]
    most = max(map(len, begun.values()), default=0)
    least = min(gaps, default=0.0)
    broken = []
    if set(answers) - {204}:
        broken.append(f"answers: {dict(answers)}")
    if not gaps or least < PACE.total_seconds() - SLACK:
        broken.append(f"two fetches of one thing began {least:.2f} s after each other")
    if "unknown" in counts:
        broken.append(f"{counts['unknown']} requests that the case system does not know")
    return Outcome(
        "flood",
        "10,000 notifications a minute",
        seed_number,
        asdict(sizes),
        {
            "notifications": sum(answers.values()),
            "answer to a notification, median, ms": 1000 * percentile(latencies, 0.5),
            "answer to a notification, p99, ms": 1000 * percentile(latencies, 0.99),
            "fetches of cases": sum(len(t) for name, t in begun.items() if name.startswith("case")),
            "fetches of groups": sum(len(t) for name, t in begun.items() if name.startswith("group")),
            "most fetches of one case or group": most,
            "least seconds between two fetches of one": least,
            "requests to the case system": sum(counts.values()),
            "requests to learn whose an object is": counts["objects (one)"]
            - sum(len(t) for name, t in begun.items() if name.startswith("group")),
        },
        tuple(broken),
        progress.seconds,
        at=stamp(),
        note="Real HTTP both ways, a real store; hints are followed by several followers, each with its own"
        " connection and adapter, as in several processes. A fifth is about cases that are not"
        " ours.",
    )


async def _end(work: asyncio.Task[None]) -> None:
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)


async def case_system(clock: FastClock, sizes: Sizes, stack: AsyncExitStack) -> tuple[str, Copies]:
    """Serve a case system of any size; its address, and what it answers."""
    holder: dict[str, Copies] = {}

    async def answer(request: web.Request) -> web.StreamResponse:
        return await holder["copies"]._answer(request)

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    address = await serve(app, stack)
    holder["copies"] = await copies(clock, address, sizes.groups)
    return address, holder["copies"]


async def _post(
    here: Ward, made: Copies, address: str, sizes: Sizes, rng: random.Random, progress: Progress
) -> tuple[Counter[int], list[float]]:
    """Bring notifications evenly, whatever the answers do."""
    answers: Counter[int] = Counter()
    latencies: list[float] = []
    headers = {"Authorization": f"Bearer {here.tenant.zgw.notificatie_geheim}"}

    async def bring(body: dict[str, Any]) -> None:
        begun = monotonic()
        async with here.http.post(here.callback, json=body, headers=headers) as answer:
            answers[answer.status] += 1
        latencies.append(monotonic() - begun)

    total = int(sizes.a_minute * sizes.seconds / 60)
    begun, under_way = monotonic(), set[asyncio.Task[None]]()
    for number in range(total):
        due = begun + number * sizes.seconds / total / sizes.times
        if (pause := due - monotonic()) > 0:
            await asyncio.sleep(pause)
        task = asyncio.create_task(bring(notice(made, address, sizes, rng)))
        under_way.add(task)
        task.add_done_callback(under_way.discard)
        progress(f"{number:,} of {total:,} notifications")
    await asyncio.gather(*under_way)
    return answers, latencies


def notice(made: Copies, address: str, sizes: Sizes, rng: random.Random) -> dict[str, Any]:
    """A notification about a case (ours or not), a task or a lesson."""
    case = rng.randrange(sizes.cases) if rng.random() >= sizes.strangers else 1_000_000 + rng.randrange(9999)
    kind = rng.choice(("zaak", "zaak", "externetaak", "les"))
    if kind == "zaak":
        main, channel, traits = f"{address}/zaken/api/v1/zaken/{made.case_uuid(case)}", "zaken", {}
    else:
        tail = rng.choice(made.lessons if kind == "les" else made.tasks)
        number = rng.randrange(sizes.groups) if kind == "les" else case
        main, channel = f"{address}/objecten/api/v2/objects/{number:08x}{tail}", "objecten"
        traits = {"objectType": made.kinds[kind]}
    return {
        "kanaal": channel,
        "hoofdObject": main,
        "resource": "object",
        "resourceUrl": main,
        "actie": "partial_update",
        "aanmaakdatum": "2026-11-23T08:00:00Z",
        "kenmerken": traits,
    }
