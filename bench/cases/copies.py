"""A case system of any size: the sandbox's own answers about one person and her groups, under other UUIDs.

What the adapter asks about her is asked once; then every case `n` has the same answers with `n` in the first
eight digits of all that is hers, and groups likewise. Nothing is computed per request but a replacement, so
that the measurement is about Wegwijs. As a process:

    python -m bench.cases.copies --port 0
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import aiohttp
from aiohttp import web

from bot.cases.notifications import Handler
from bot.cases.zgw.adapter import ZgwCases
from bot.clock import Clock, local, system_clock
from bot.loop import run
from bot.sandbox.town import Town, case_system, seed, tenant_text
from bot.sandbox.zgw import Zgw, roots
from bot.tenant import Tenant

TOWN, PERSON = "waterveen", "Samira"
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
HERS, GROUPS = "§c", "§g"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with marks where numbers belong; `what` says what was asked, for the counts."""

    text: str
    status: int
    what: str


@dataclass
class Copies:
    """The answers, and what was asked so far. UUIDs of the original stand here without their beginning."""

    hers: frozenset[str]
    shared: frozenset[str]
    answers: dict[str, Answer]
    case: str
    lessons: tuple[str, ...]
    tasks: tuple[str, ...]
    kinds: dict[str, str]
    groups: int
    counts: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        tails = "|".join(re.escape(tail) for tail in (*self.hers, *self.shared))
        self._known = re.compile(rf"([0-9a-f]{{8}})({tails})")

    def case_uuid(self, number: int) -> str:
        """The UUID of a case."""
        return f"{number:08x}{self.case}"

    def app(self) -> web.Application:
        """Serve every path."""
        app = web.Application()
        app.router.add_get("/counts", self._counts)
        app.router.add_get("/{path:.*}", self._answer)
        return app

    def key(self, path: str) -> tuple[str, int]:
        """A path without its numbers, and the number of the case or group that it names."""
        found = self._known.search(path)
        plain = self._known.sub(lambda m: (HERS if m[2] in self.hers else GROUPS) + m[2], path)
        return _DAY.sub("day", plain), int(found[1], 16) if found else 0

    async def _answer(self, request: web.Request) -> web.Response:
        key, number = self.key(request.raw_path)
        answer = self.answers.get(key)
        self.counts[answer.what if answer else "unknown"] += 1
        if answer is None:
            return web.json_response({"code": "not_found", "status": 404}, status=404)
        text = answer.text.replace(HERS, f"{number:08x}").replace(GROUPS, f"{number % self.groups:08x}")
        headers = {"API-version": "1.5.1"}
        return web.Response(text=text, status=answer.status, content_type="application/json", headers=headers)

    async def _counts(self, request: web.Request) -> web.Response:
        return web.json_response(dict(self.counts))


async def copies(clock: Clock, address: str, groups: int) -> Copies:
    """Ask the sandbox once, as if it stood at `address`; there are `groups` copies of each of her groups."""
    town, zgw = Town(), case_system(TOWN, clock=clock)
    seed(zgw, town, TOWN, local(clock()).date())
    asked: list[tuple[str, str, int]] = []
    inner = zgw.app()
    inner.middlewares.append(_listening(asked))
    runner = web.AppRunner(inner, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        zgw.base_url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        person = town.person(PERSON)
        mine = [town.group(code).uuid for code in person.groups]
        objects = await _ask(zgw, clock, person.case_uuid, mine)
        return _copies(zgw, asked, person.case_uuid, mine, objects, address, groups)
    finally:
        await runner.cleanup()


async def _ask(zgw: Zgw, clock: Clock, case: str, groups: list[str]) -> dict[str, tuple[str, ...]]:
    """Everything that the adapter may ask."""
    tenant = Tenant.model_validate(tomllib.loads(tenant_text(TOWN, zgw.base_url)))
    tasks = tuple(t["uuid"] for t in zgw.objects("externetaak") if t["koppeling"]["uuid"] == case)
    lessons = tuple(le["uuid"] for le in zgw.objects("les") if le["lesgroep"] in groups)
    async with aiohttp.ClientSession() as session:
        await ZgwCases(tenant, session, clock).read_case(case)
        cases = ZgwCases(tenant, session, clock)
        for group in groups:
            await cases.read_group(group)
        fresh = ZgwCases(tenant, session, clock)
        for kind, uuids in (("externetaak", tasks), ("les", lessons)):
            for uuid in uuids:
                await fresh.owner(kind, uuid)
    return {"externetaak": tasks, "les": lessons}


def _listening(asked: list[tuple[str, str, int]]) -> Any:
    @web.middleware
    async def listen(request: web.Request, handler: Handler) -> web.StreamResponse:
        answer = await handler(request)
        if isinstance(answer, web.Response):
            asked.append((request.raw_path, answer.text or "", answer.status))
        return answer

    return listen


def _copies(
    zgw: Zgw,
    asked: list[tuple[str, str, int]],
    case: str,
    groups: list[str],
    objects: dict[str, tuple[str, ...]],
    address: str,
    count: int,
) -> Copies:
    fixed = {row["uuid"] for root in _TYPES for row in zgw.register.rows(root)}
    lessons = set(objects["les"])
    found = {m[0] for path, text, _ in asked for m in _UUID.finditer(path + text)} - fixed
    shared = frozenset(u[8:] for u in found if u in lessons or u in groups)
    hers = frozenset(u[8:] for u in found if u not in lessons and u not in groups)
    made = Copies(
        hers,
        shared,
        {},
        case[8:],
        tuple(u[8:] for u in objects["les"]),
        tuple(u[8:] for u in objects["externetaak"]),
        {row["name"]: address + row["url"] for row in zgw.register.rows(roots.OBJECTTYPES)},
        count,
    )
    for path, text, status in asked:
        plain = path.replace(_quoted(zgw.base_url), _quoted(address)).replace(zgw.base_url, address)
        marked = _UUID.sub(
            lambda m: (HERS if m[1] in hers else GROUPS) + m[1] if m[1] in hers | shared else m[0],
            text.replace(zgw.base_url, address),
        )
        made.answers[made.key(plain)[0]] = Answer(marked, status, _what(path))
    return made


_TYPES = (
    *(roots.CATALOGUSSEN, roots.ZAAKTYPEN, roots.STATUSTYPEN, roots.ROLTYPEN, roots.EIGENSCHAPPEN),
    *(roots.RESULTAATTYPEN, roots.OBJECTTYPES),
)


def _quoted(address: str) -> str:
    return address.replace(":", "%3A").replace("/", "%2F")


def _what(path: str) -> str:
    """What was asked, without UUIDs and values."""
    plain, _, query = path.partition("?")
    last = plain.rstrip("/").rsplit("/", 1)[-1]
    try:
        UUID(last)
    except ValueError:
        named = "list"
    else:
        named, plain = "one", plain.rstrip("/").rsplit("/", 1)[0]
    what = plain.rstrip("/").rsplit("/", 1)[-1]
    tests = sorted(set(re.findall(r"data_attr=(\w+?)__", query)))
    return f"{what} ({', '.join((named, *tests))})"


async def serve(port: int, groups: int) -> None:
    """Serve until the end of input; the first line out is the address."""
    empty = web.Application()
    runner = web.AppRunner(empty, access_log=None)
    await runner.setup()
    probe = web.TCPSite(runner, "127.0.0.1", port)
    await probe.start()
    taken = runner.addresses[0][1]
    await runner.cleanup()
    address = f"http://127.0.0.1:{taken}"
    made = await copies(system_clock, address, groups)
    runner = web.AppRunner(made.app(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", taken).start()
    print(json.dumps({"url": address, "case": made.case}), flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--groups", type=int, default=350, help="copies of each of the person's two groups")
    given = parser.parse_args()
    run(serve(given.port, given.groups))
