"""A municipality's case system and a configuration for it, to plant faults in and have the doctor look."""

from __future__ import annotations

import tomllib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.cases.doctor.configuration import configuration
from bot.cases.doctor.exam import Exam
from bot.cases.doctor.examine import examine
from bot.cases.doctor.report import Level, Section
from bot.cases.doctor.wire import Wire
from bot.cases.notifications import notification_handler
from bot.cases.port import Hint
from bot.cases.subscribe import Subscriber
from bot.clock import Clock, local, system_clock
from bot.sandbox.town.population import Town
from bot.sandbox.town.seed import seed
from bot.sandbox.town.tenancy import case_system, tenant_text
from bot.sandbox.zgw import Zgw, roots
from bot.sandbox.zgw.register import Doc
from bot.settings import make_master_key
from bot.tenant import Tenant

SECRET = "notificaties-waterveen-alleen-voor-de-zandbak"

STEPS = [
    "Configuration",
    "Reachable",
    "Clock",
    "Credentials",
    "Rights",
    "Case types",
    "Mapping",
    "Object types",
    "Subscription",
    "Callback",
    "Version",
]

KNOWING = "autorisaties.lezen"


def behind(**by: float) -> Clock:
    """A clock that is late by this much."""
    return lambda: system_clock() - timedelta(**by)


@dataclass
class Findings:
    """What the doctor said."""

    sections: tuple[Section, ...]

    def said(self, title: str, level: Level | None = None) -> str:
        """The texts of a step, of one level or of all."""
        (section,) = [s for s in self.sections if s.title == title]
        return "\n".join(line.text for line in section.lines if level in {None, line.level})

    def fixes(self, title: str) -> str:
        """What to do, of a step."""
        (section,) = [s for s in self.sections if s.title == title]
        return "\n".join(f"{line.fix} ({line.by.value})" for line in section.lines if line.fix)

    def titles(self, level: Level) -> list[str]:
        """Steps with a line of this level."""
        return [s.title for s in self.sections if any(line.level is level for line in s.lines)]

    @property
    def everything(self) -> str:
        """All that was said."""
        return "\n".join(f"{line.text} {line.fix}" for s in self.sections for line in s.lines)


@dataclass
class Office:
    """A running case system, a running callback, and the files of an installation."""

    zgw: Zgw
    town: Town
    folder: Path
    public_url: str
    secret: list[str]
    session: aiohttp.ClientSession
    text: str
    environ: dict[str, str] = field(default_factory=dict)

    def change(self, *changes: tuple[str, str]) -> None:
        """Change pieces of the tenant file."""
        for old, new in changes:
            assert old in self.text, old
            self.text = self.text.replace(old, new, 1)
        self.write()

    def write(self) -> None:
        """Put the tenant file where the settings look for it."""
        (self.folder / "tenants" / "waterveen.toml").write_text(self.text, encoding="utf-8")

    def settings(self) -> dict[str, str]:
        """The environment of the installation."""
        return {
            "WEGWIJS_TENANTS": str(self.folder / "tenants"),
            "WEGWIJS_MASTER_KEY_FILE": str(self.folder / "key"),
            "WEGWIJS_PUBLIC_URL": self.public_url,
            **self.environ,
        }

    def grant(self, *scopes: str, zaaktypen: frozenset[str] | None = None) -> None:
        """Give the application more scopes, or other types of case."""
        (old,) = self.zgw.clients.applications
        kinds = old.zaaktypen if zaaktypen is None else zaaktypen
        fresh = replace(old, scopes=old.scopes | set(scopes), zaaktypen=kinds)
        self.zgw.clients = replace(self.zgw.clients, applications=(fresh,))

    def permit(self, name: str, **types: str) -> None:
        """Change what a key of the Objects API may do; an empty mode takes the permission away."""
        keys = tuple(
            replace(k, types={t: m for t, m in {**(k.types or {}), **types}.items() if m})
            if k.name == name
            else k
            for k in self.zgw.clients.object_keys
        )
        self.zgw.clients = replace(self.zgw.clients, object_keys=keys)

    def new_version(self, begin: str = "2026-01-01") -> Doc:
        """Publish a newer version of the case type."""
        register = self.zgw.register
        (old,) = register.where(roots.ZAAKTYPEN, identificatie="ZT-INBURGERING")
        doc = {k: v for k, v in old.items() if k not in {"url", "uuid"}}
        return register.add(roots.ZAAKTYPEN, {**doc, "beginGeldigheid": begin})

    def row(self, root: str, **fields: object) -> Doc:
        """One row of the case system, to change by hand."""
        return next(self.zgw.register.where(root, **fields))

    async def examined(self, clock: Clock = system_clock, deadline: float = 5.0, token: str = "") -> Findings:
        """Have the doctor look at everything."""
        section, target, content = configuration("waterveen", self.settings())
        if target is None:
            return Findings((section,))
        exam = Exam(target, Wire(self.session, clock, deadline), content, token or None)
        return Findings((section, *[found async for found in examine(exam)]))

    async def subscribe(self) -> None:
        """Subscribe as Wegwijs does."""
        tenant = Tenant.model_validate(tomllib.loads(self.text))
        await Subscriber(tenant, self.session, system_clock).ensure(f"{self.public_url}/cases/waterveen")


async def _accept(hint: Hint) -> None:
    return None


async def _decode(body: object) -> Hint | None:
    return None


Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


def receiver(secret: list[str]) -> web.Application:
    """The address that the case system calls, with the secret that is first in the list."""

    async def answer(request: web.Request) -> web.StreamResponse:
        return await notification_handler(_decode, _accept, secret[0])(request)

    app = web.Application()
    app.router.add_post("/cases/waterveen", answer)
    return app


@asynccontextmanager
async def office(folder: Path) -> AsyncIterator[Office]:
    """An installation in which nothing is wrong."""
    (folder / "tenants").mkdir()
    make_master_key(folder / "key")
    zgw, town, secret = case_system("waterveen"), Town(), [SECRET]
    seed(zgw, town, "waterveen", local(system_clock()).date())
    async with (
        TestServer(zgw.app()) as server,
        TestServer(receiver(secret)) as own,
        aiohttp.ClientSession() as session,
    ):
        zgw.base_url = str(server.make_url("")).rstrip("/")
        text = tenant_text("waterveen", zgw.base_url)
        text = text.replace("client_id =", 'openzaak_versie = "1.30.0"\nclient_id =', 1)
        found = Office(zgw, town, folder, str(own.make_url("")).rstrip("/"), secret, session, text)
        found.write()
        await found.subscribe()
        found.grant(KNOWING)
        zgw.journal.clear()
        yield found
