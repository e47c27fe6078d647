"""A process of Wegwijs as `serve` makes it, with a clock of the measurement, and without the hourly sweep:

    python -m bench.scale.serving --roles web,worker,sender,scheduler --clock-ahead 86400 --unlimited

Settings come from the environment as for `serve`. The case systems of these measurements are away, so what
would read them again is left out; everything else is the program itself.
"""

from __future__ import annotations

import argparse
import asyncio
import signal
from dataclasses import replace
from datetime import datetime, timedelta

from aiohttp import web

from bot.app import App
from bot.clock import Clock, system_clock
from bot.dialogs import DIALOGS
from bot.jobs import SLOW, Errands
from bot.listen import listening
from bot.loop import run, settle
from bot.scheduler import Scheduler
from bot.serve import log_to, tenants_of
from bot.settings import read_settings
from bot.state.engine import Engine
from bot.state.events import Event, Typed
from bot.state.scene import Scene
from bot.state.turn import Turn
from bot.store.outbox import UNLIMITED

POISON = "poison"
"""A text that begins so makes a poisoned engine raise."""
LEFT_OUT = ("sweep", "reconcile", "retain")


class Poisoned(Engine):
    """The engine with a fault in it."""

    def step(self, scene: Scene, event: Event) -> Turn:
        """Decide one event, unless it is poison."""
        if isinstance(event, Typed) and event.text.startswith(POISON):
            raise ZeroDivisionError("poison")
        return super().step(scene, event)


def ahead(seconds: float) -> Clock:
    """The machine's clock, so many seconds ahead."""
    by = timedelta(seconds=seconds)

    def clock() -> datetime:
        return system_clock() + by

    return clock


async def serve(
    roles: tuple[str, ...], clock: Clock, rates: dict[str, int], *, poisoned: bool, reads: bool
) -> None:
    """Serve until SIGTERM."""
    settings = read_settings()
    played = tuple(role for role in roles if role != "scheduler")
    assert settings.redis_url is not None
    tenants = tenants_of(settings)
    log_to(settings, tuple(tenant.bot.token for tenant in tenants))
    app = App(settings, tenants, settings.redis_url, clock, played, name=settings.name)
    application = await app.build()
    if poisoned:
        app.views = replace(app.views, engine=Poisoned(DIALOGS))
    for town in app.municipalities.values():
        town.store.outbox.limits |= rates
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
    async with listening(runner, app.webhook, settings.host, settings.port):
        await app.start()
        settle()
        tasks = _schedulers(app, clock, () if reads else LEFT_OUT) if "scheduler" in roles else []
        stopped = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
        await stopped.wait()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await app.stop()


def _schedulers(app: App, clock: Clock, left_out: tuple[str, ...]) -> list[asyncio.Task[None]]:
    tasks = []
    for town in app.municipalities.values():
        errands = Errands(town.sync, app.views, town.client, app.gate, clock)
        handlers = {kind: act for kind, act in errands.handlers.items() if kind not in left_out}
        tasks.append(asyncio.create_task(Scheduler(town.store, handlers, SLOW).run()))
    return tasks


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--roles", default="web,worker,sender,scheduler")
    parser.add_argument("--clock-ahead", type=float, default=0.0)
    parser.add_argument("--unlimited", action="store_true", help="the limiter is on, its rates are not")
    parser.add_argument("--rate", type=float, default=0.0, help="messages a second of each bot")
    parser.add_argument("--poisoned", action="store_true", help="texts that begin with 'poison' raise")
    parser.add_argument("--reads", action="store_true", help="planned readings are carried out")
    given = parser.parse_args()
    rates = dict(UNLIMITED) if given.unlimited else {}
    if given.rate:
        gap = int(1000 / given.rate)
        rates = {"gap": gap, "bulk_gap": gap}
    roles = tuple(given.roles.split(","))
    run(serve(roles, ahead(given.clock_ahead), rates, poisoned=given.poisoned, reads=given.reads))


if __name__ == "__main__":
    main()
