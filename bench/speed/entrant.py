"""Wegwijs as the benchmark runs it: all roles in one process, encrypted, durable, limiter on.

    python -m bench.speed.entrant menu      # the five-screen menu
    python -m bench.speed.entrant town      # the real dialogs

Settings are those of `python -m bot serve`.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import AsyncExitStack

from aiohttp import web

from bench.menu.dialogs import CONTENT, MENU
from bot.app import App
from bot.clock import system_clock
from bot.dialogs import DIALOGS
from bot.loop import run, settle
from bot.serve import log_to, tenants_of
from bot.settings import read_settings
from bot.store.outbox import UNLIMITED


async def serve(which: str) -> None:
    """Serve until SIGTERM."""
    settings = read_settings()
    if which == "menu":
        settings = settings.model_copy(update={"content": CONTENT})
    tenants = tenants_of(settings)
    log_to(settings, tuple(tenant.bot.token for tenant in tenants))
    async with AsyncExitStack() as stack:
        assert settings.redis_url is not None
        dialogs = MENU if which == "menu" else DIALOGS
        app = App(settings, tenants, settings.redis_url, system_clock, name=settings.name, dialogs=dialogs)
        runner = web.AppRunner(await app.build(), access_log=None, shutdown_timeout=5.0)
        stack.push_async_callback(app.stop)
        for town in app.municipalities.values():
            town.store.outbox.limits.update(UNLIMITED)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, settings.host, settings.port).start()
        await app.start()
        settle()
        stopped = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
        await stopped.wait()


if __name__ == "__main__":
    run(serve(sys.argv[1]))
