"""Putting all object types of a release in place, one after the other; one that fails keeps none back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import aiohttp

from bot.cases.install import Installed, Installer
from bot.cases.object_types import our_types
from bot.cases.zgw.api import Api, Line
from bot.cases.zgw.credentials import ApiKey
from bot.clock import system_clock
from bot.errors import ConfigError, WegwijsError
from bot.tenant import Tenant

DEADLINE = 15.0


async def install_all(
    tenant: Tenant, content: Path, token: str, dry: bool, say: Callable[[str], object]
) -> tuple[tuple[Installed, ...], int]:
    """Install every type with this token; returns what is in place, and how many failed."""
    system = tenant.zgw
    installed: list[Installed] = []
    faults = 0
    async with aiohttp.ClientSession() as session:
        line = Line(session, system_clock, deadline=DEADLINE)
        api = Api(line, system.objecttypen or system.objecten, ApiKey(token))
        installer = Installer(api, tenant.profiel.objecttypen, dry=dry)
        for ours in our_types(content):
            try:
                one = await installer.install(ours)
            except WegwijsError as fault:
                faults += 1
                said = " ".join(fault.faults) if isinstance(fault, ConfigError) else str(fault)
                say(f"  {ours.name:<20} wrong: {said}")
                continue
            installed.append(one)
            say(f"  {one.name:<20} {_said(one)}")
    return tuple(installed), faults


def _said(one: Installed) -> str:
    place = f", version {one.version} of {one.uuid}" if one.uuid and one.version else ""
    return f"{one.done.value}{place}{f' ({one.note})' if one.note else ''}"
