"""One process of Wegwijs that waits to be killed: forked from the nursery, or started as a fresh interpreter.

python -m bench.crash.process '<spec as JSON>'
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from unittest.mock import patch

import structlog
from aiohttp import web

import bot.app
from bench.crash.clock import SharedClock
from bench.crash.instance import QuietApp, Words
from bench.crash.parent import die_with_parent
from bot.app import App
from bot.listen import listening
from bot.settings import Settings
from bot.tenant import read_tenant


@dataclass(frozen=True, slots=True)
class Spec:
    """What a process is to be; `caller` is its name and how often it was started."""

    name: str
    caller: str
    roles: tuple[str, ...]
    settings: str
    url: str
    origin: float
    port: int
    log: str

    def text(self) -> str:
        """Write it as one line."""
        return json.dumps(asdict(self))


def read_spec(text: str) -> Spec:
    """Read what `text` wrote."""
    raw = json.loads(text)
    return Spec(**{**raw, "roles": tuple(raw["roles"])})


def run(spec: Spec, words: Words | None = None) -> None:
    """Serve until SIGTERM; `words` are inherited from the nursery."""
    _log_to(spec.log)
    asyncio.run(_serve(spec, words))


async def _serve(spec: Spec, words: Words | None) -> None:
    settings = Settings.model_validate_json(spec.settings)
    tenants = tuple(read_tenant(file) for file in sorted(settings.tenants.glob("*.toml")))
    clock = SharedClock(spec.origin)
    kind = App if words is None else QuietApp
    app = kind(settings, tenants, spec.url, clock, spec.roles, name=spec.name)
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    async with AsyncExitStack() as stack:
        runner = web.AppRunner(await _build(app, words), access_log=None, shutdown_timeout=5.0)
        stack.push_async_callback(app.stop)
        if spec.port:
            await stack.enter_async_context(listening(runner, app.webhook, "127.0.0.1", spec.port))
        await app.start()
        await stopped.wait()


async def _build(app: App, words: Words | None) -> web.Application:
    if words is None:
        return await app.build()
    with patch.object(bot.app, "Engine", lambda dialogs: words.engine):
        inner = await app.build()
    app.views = replace(app.views, catalogues=words.catalogues)
    return inner


def _log_to(file: str) -> None:
    """Everything that is said goes to a file, as it stands after a kill."""
    out = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(out, 1)
    os.dup2(out, 2)
    os.close(out)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def errors_in(folder: Path) -> list[str]:
    """What processes said at level error, one line each."""
    found = []
    for file in sorted(folder.glob("*.log")):
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            if '"level": "error"' in line or line.startswith("Traceback"):
                found.append(f"{file.stem}: {line}")
    return found


if __name__ == "__main__":
    die_with_parent()
    run(read_spec(sys.argv[1]))
