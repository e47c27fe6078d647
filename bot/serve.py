"""Serving municipalities: settings, tenant files, store, web server, roles, and a clean end."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

import structlog
from aiohttp import web

from bot.app import ROLES, App
from bot.channels.telegram.redaction import Redaction, redact_logs
from bot.clock import system_clock
from bot.console.api.keys import make_key
from bot.console.roles import Role
from bot.console.staff import add_staff
from bot.errors import ConfigError
from bot.listen import listening
from bot.loop import settle
from bot.settings import Settings, read_settings
from bot.store.embedded import EmbeddedServer
from bot.store.store import Store
from bot.tenant import Tenant, read_tenant


def tenants_of(settings: Settings, roles: Sequence[str] = ROLES) -> tuple[Tenant, ...]:
    """Read every tenant file for these roles; raises `ConfigError` with the faults of all files together."""
    faults: list[str] = []
    tenants: list[Tenant] = []
    files = sorted(settings.tenants.glob("*.toml")) if settings.tenants.is_dir() else []
    if not files:
        faults.append(f"{settings.tenants}: there is no tenant file (*.toml).")
    for file in files:
        try:
            tenants.append(read_tenant(file, writing="writer" in roles))
        except ConfigError as fault:
            faults += fault.faults
    if faults:
        raise ConfigError(tuple(faults))
    return tuple(tenants)


def check_roles(roles: Sequence[str]) -> tuple[str, ...]:
    """All roles where none is named; raises `ConfigError` for an unknown one."""
    unknown = [role for role in roles if role not in ROLES]
    if unknown:
        raise ConfigError(tuple(f"{role} is no role. Roles are: {', '.join(ROLES)}." for role in unknown))
    return tuple(roles) or ROLES


async def serve(roles: Sequence[str]) -> None:
    """Serve until SIGTERM or Ctrl-C."""
    settings, played = read_settings(), check_roles(roles)
    tenants = tenants_of(settings, played)
    log_to(settings, tuple(tenant.bot.token for tenant in tenants))
    async with AsyncExitStack() as stack:
        url = settings.redis_url or _embedded(settings, stack)
        app = App(settings, tenants, url, system_clock, played, name=settings.name)
        runner = web.AppRunner(await app.build(), access_log=None, shutdown_timeout=5.0)
        stack.push_async_callback(app.stop)
        await stack.enter_async_context(listening(runner, app.webhook, settings.host, settings.port))
        await app.start()
        settle()
        structlog.get_logger().info("serving", roles=list(played), port=settings.port, tenants=len(tenants))
        await _until_told_to_stop()


def _embedded(settings: Settings, stack: AsyncExitStack) -> str:
    server = EmbeddedServer(Path(settings.data) / "store", settings.fsync).start()
    stack.callback(server.stop)
    return server.url


async def _until_told_to_stop() -> None:
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    await stopped.wait()


def log_to(settings: Settings, tokens: Sequence[str]) -> None:
    """Log to standard error as JSON lines (or plainly); no token ever appears."""
    redaction = Redaction(tokens)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    redact_logs(redaction)
    # It would write four lines for each tap, which costs more than the move itself and says nothing.
    logging.getLogger("transitions").setLevel(logging.WARNING)
    shape: structlog.types.Processor = (
        structlog.processors.JSONRenderer()
        if settings.log == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            redaction,
            shape,
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


async def add_key(name: str, municipality: str, role: str, school: str | None) -> str:
    """Make a key of the HTTP API; returns its text, which exists only now. Raises `ConfigError`."""
    settings = read_settings()
    known = {tenant.id for tenant in tenants_of(settings, ())}
    faults = (
        []
        if municipality in known
        else [f"{municipality} is no municipality here: {', '.join(sorted(known))}."]
    )
    if role not in {one.value for one in Role}:
        faults.append(f"{role} is no role: {', '.join(one.value for one in Role)}.")
    if role == Role.PLANNER.value and not school:
        faults.append("A planner's key needs --school.")
    if faults:
        raise ConfigError(tuple(faults))
    record, text = make_key(name, municipality, Role(role), school)
    async with AsyncExitStack() as stack:
        await _store(settings, stack).api_keys.put(record)
    return text


def _store(settings: Settings, stack: AsyncExitStack) -> Store:
    url = settings.redis_url or _embedded(settings, stack)
    store = Store.open(url, settings.master_key(), system_clock)
    stack.push_async_callback(store.close)
    return store


async def add_account(
    email: str,
    name: str,
    password: str,
    grants: Sequence[tuple[str, str]],
    school: str | None,
    identification: str | None,
) -> None:
    """Add a local account of the console to the store of the settings."""
    settings = read_settings()
    async with AsyncExitStack() as stack:
        await add_staff(
            _store(settings, stack),
            email,
            name,
            password,
            grants,
            school=school,
            identification=identification,
        )
