"""Least rights: only the writer holds the keys that write, and each is used for a few requests."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import TraceConfig, TraceRequestStartParams

from bot.app import App
from bot.cases.model import Choice, LessonStatus, WriteKind
from bot.cases.subscribe import Subscriber
from bot.cases.zgw.adapter import ZgwCases
from bot.errors import ConfigError, WegwijsError
from bot.sandbox.town.tenancy import tenant_of, tenant_text
from bot.serve import tenants_of
from bot.settings import Settings, make_master_key
from bot.store.embedded import EmbeddedServer
from bot.tenant import read_tenant
from tests.cases.conftest import World

ROOT = Path(__file__).parents[2]
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
PER_ROLE = {
    "ZGW, read only": {
        "GET zaken/zaken",
        "GET zaken/zaken/{}",
        "GET zaken/rollen",
        "GET catalogi/zaaktypen/{}",
        "GET notificaties/kanaal",
        "GET notificaties/abonnement",
        "POST notificaties/abonnement",
        "PUT notificaties/abonnement/{}",
        "DELETE notificaties/abonnement/{}",
    },
    "objecten_token": {"GET objecten/objects", "GET objecten/objects/{}"},
    "objecten_schrijf_token": {
        "GET objecten/objects",
        "GET objecten/objects/{}",
        "POST objecten/objects",
        "PATCH objecten/objects/{}",
    },
    "rooster_token": {"GET objecten/objects/{}", "PATCH objecten/objects/{}"},
    "klantinteracties_token": {
        "GET klantinteracties/klantcontacten",
        "GET klantinteracties/klantcontacten/{}",
        "GET klantinteracties/onderwerpobjecten",
        "GET klantinteracties/actoren",
        "POST klantinteracties/actoren",
        "POST klantinteracties/maak-klantcontact",
        "POST klantinteracties/actorklantcontacten",
        "POST klantinteracties/internetaken",
    },
}
"""Every request that the product makes, by the credential with which it is made. A new one is entered here,
and in the table of rights in `docs/operations.md`."""
ELSEWHERE = {"PATCH taken/urltaken/{}", "PATCH taken/formuliertaken/{}"}
"""What is written where tasks are in the Taken API, with taken_schrijf_token."""
BY_HAND = {"install.py"}
"""Commands of an administrator, who gives them a key of their own: no role of the bot holds it."""
WRITING = ("objecten_schrijf_token", "rooster_token", "klantinteracties_token")


async def used(world: World) -> dict[str, set[str]]:
    """Do everything that there is to do, and note each request with its credential."""
    found: dict[str, set[str]] = defaultdict(set)
    system = world.tenant.zaaksysteem
    names = {f"Token {getattr(system, name)}": name for name in (*WRITING, "objecten_token")}

    async def note(session: Any, context: Any, asked: TraceRequestStartParams) -> None:
        api, _, path = re.sub(r"^/|api/v\d/", "", UUID.sub("{}", asked.url.path)).partition("/")
        signed = asked.headers["Authorization"]
        name = "ZGW, read only" if signed.startswith("Bearer ") else names[signed]
        found[name].add(f"{asked.method} {api}/{path}")

    trace = TraceConfig()
    trace.on_request_start.append(note)
    async with aiohttp.ClientSession(trace_configs=[trace]) as session:
        cases = ZgwCases(world.tenant.reading(), session, world.clock)
        await everything(world, cases, Subscriber(world.tenant.reading(), session, world.clock))
    return found


async def everything(world: World, cases: ZgwCases, subscriber: Subscriber) -> None:
    writes = cases.writes(world.tenant.zgw.writing_keys)
    case, known = world.case("Mehmet"), (await cases.find("WV-0004")).snapshot
    group = await cases.read_group(world.group("B1-2"))
    lesson = next(le for le in group.lessons if le.starts > world.clock().replace(tzinfo=None))
    talk = known.appointments[0]
    for kind, item, more in (
        (WriteKind.TASK_DONE, known.tasks[0].id, {}),
        (WriteKind.TASK_UNDONE, known.tasks[0].id, {}),
        (WriteKind.ABSENCE, lesson.id, {}),
        (WriteKind.ABSENCE_WITHDRAWN, lesson.id, {}),
        (WriteKind.ABSENCE, lesson.id, {}),
        (WriteKind.APPOINTMENT_ANSWER, talk.id, {"choice": Choice.COME, "version": talk.version}),
        (WriteKind.INTERPRETER, talk.id, {"language": "tr"}),
        (WriteKind.QUESTION, "q1", {"text": "Mag ik later komen?"}),
        (WriteKind.CALLBACK, "c1", {}),
    ):
        await writes.write(case, world.intent(kind, item, **more))
    question = next(c for c in world.zgw.klantcontacten() if c["onderwerp"].startswith("Vraag"))
    world.desk.answer_apart(question["uuid"], "Ja.")
    assert await writes.answers.replies(case, [question["metadata"]["berichtId"]], thorough=True)
    await writes.write_lesson(await world.move(status=LessonStatus.CANCELLED))
    # Nobody listens there: the server refuses, as the bot is not up. What was asked counts here.
    with pytest.raises(WegwijsError):
        await subscriber.ensure("http://127.0.0.1:1/cases/waterveen")


async def test_each_credential_is_used_for_its_short_list_of_requests_only(world: World) -> None:
    found = await used(world)
    beyond = {name: asked - PER_ROLE[name] for name, asked in found.items() if asked - PER_ROLE[name]}
    assert beyond == {}


async def test_no_credential_is_given_a_right_that_is_not_used(world: World) -> None:
    found = await used(world)
    # A subscription that differs is mended, one too many removed; the tests of the subscription do that.
    mended = {"PUT notificaties/abonnement/{}", "DELETE notificaties/abonnement/{}"}
    unused = {name: may - found[name] - mended for name, may in PER_ROLE.items()}
    assert {name: may for name, may in unused.items() if may} == {}


def sites() -> Iterator[tuple[str, str, str]]:
    """Every call in the program that sends something to a case system: file, method, path."""
    for file in sorted((ROOT / "bot" / "cases").rglob("*.py")):
        if file.name in BY_HAND:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "send"
            ):
                method, path = node.args[:2]
                assert isinstance(method, ast.Constant), f"{file.name}: the method must be plain to see"
                yield file.name, str(method.value), pattern(path)


def pattern(path: ast.expr) -> str:
    if isinstance(path, ast.JoinedStr):
        return "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in path.values)
    assert isinstance(path, ast.Constant), "the path must be plain to see"
    return str(path.value)


def test_every_place_in_the_program_that_sends_something_is_on_the_list() -> None:
    listed = {
        tuple(re.sub(r" \w+/", " ", asked, count=1).split(" "))
        for may in (*PER_ROLE.values(), ELSEWHERE)
        for asked in may
    }
    assert {(method, path) for _, method, path in sites()} - listed == set()


def test_nothing_is_ever_sent_to_cases_or_catalogues() -> None:
    zgw = [asked for asked in PER_ROLE["ZGW, read only"] if "notificaties/" not in asked]
    assert {asked.split(" ")[0] for asked in zgw} == {"GET"}


def without_keys(tmp_path: Path) -> Path:
    """A tenant file whose keys that write are kept where this process cannot read them."""
    text = tenant_text("waterveen", "http://127.0.0.1:1")
    for name in WRITING:
        text = re.sub(rf"^{name} = .*$", f'{name} = "file:/nowhere/{name}"', text, flags=re.M)
    file = tmp_path / "waterveen.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_who_does_not_write_does_not_even_read_the_keys(tmp_path: Path) -> None:
    tenant = read_tenant(without_keys(tmp_path), writing=False)
    assert [getattr(tenant.zaaksysteem, name) for name in WRITING] == [None] * 3


def test_who_writes_hears_which_key_is_missing(tmp_path: Path) -> None:
    file = without_keys(tmp_path)
    text = re.sub(r"^(rooster_token|klantinteracties_token) = .*\n", "", file.read_text(), flags=re.M)
    file.write_text(text.replace("file:/nowhere/objecten_schrijf_token", "env:NOT_SET"), encoding="utf-8")
    with pytest.raises(ConfigError) as fault:
        read_tenant(file)
    assert all(name in str(fault.value) for name in WRITING)


def reachable(thing: Any, seen: set[int]) -> Iterator[str]:
    """Every text that can be reached from an object."""
    if id(thing) in seen:
        return
    seen.add(id(thing))
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict):
        for key, value in thing.items():
            yield from reachable(key, seen)
            yield from reachable(value, seen)
    elif isinstance(thing, (list, tuple, set, frozenset)):
        for value in thing:
            yield from reachable(value, seen)
    elif is_dataclass(thing) or hasattr(thing, "__dict__") or hasattr(thing, "__slots__"):
        names = {f.name for f in fields(thing)} if is_dataclass(thing) else set()
        names |= {*getattr(thing, "__dict__", {}), *(n for n in getattr(type(thing), "__slots__", ()))}
        for name in names:
            yield from reachable(getattr(thing, name, None), seen)


@pytest.mark.parametrize("roles", [("web", "worker", "sender", "scheduler"), ("writer",)])
async def test_in_a_running_process_only_the_writer_reaches_the_keys(
    tmp_path: Path, roles: tuple[str, ...]
) -> None:
    file = tmp_path / "waterveen.toml"
    file.write_text(tenant_text("waterveen", "http://127.0.0.1:1"), encoding="utf-8")
    key = tmp_path / "key"
    make_master_key(key)
    settings = Settings(tenants=tmp_path, master_key_file=key, public_url="http://127.0.0.1:1")
    tenant = read_tenant(file)
    server = EmbeddedServer(tmp_path / "store").start()
    app = App(settings, (tenant,), server.url, roles=roles)
    try:
        await app.build()
        (town,) = app.municipalities.values()
        keys = {getattr(tenant.zaaksysteem, name) for name in WRITING}
        # Answers are read with a key that also writes, so only a writer holds their reader.
        readers = [getattr(town, f.name) for f in fields(town) if f.name not in {"writes", "answers"}]
        assert not keys & set(reachable(readers, set()))
        held = keys & set(reachable((town.writes, town.answers), set()))
        assert (town.answers is not None) == ("writer" in roles)
        assert held == (keys if "writer" in roles else set())
    finally:
        await app.stop()
        server.stop()


@pytest.mark.parametrize("roles", [("web", "worker"), ()], ids=["some roles", "only a command"])
def test_a_machine_without_the_writer_starts_without_the_keys(tmp_path: Path, roles: tuple[str, ...]) -> None:
    without_keys(tmp_path)
    settings = Settings(tenants=tmp_path, master_key_file=tmp_path / "key", public_url="http://127.0.0.1:1")
    (tenant,) = tenants_of(settings, roles)
    with pytest.raises(ConfigError, match="keys that write"):
        _ = tenant.zgw.writing_keys


def test_no_key_stands_in_what_a_tenant_says_of_itself() -> None:
    tenant = tenant_of("waterveen")
    said = repr(tenant) + repr(tenant.zgw.writing_keys)
    assert not [name for name in (*WRITING, "objecten_token") if getattr(tenant.zgw, name) in said]
