"""The command line of the sandbox's case systems: `wegwijs sandbox --help`."""

from __future__ import annotations

import asyncio
import signal
import time
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.clock import local, system_clock
from bot.errors import ConfigError
from bot.loop import run

sandbox = typer.Typer(
    no_args_is_help=True,
    help="A municipality's case system without a municipality: fill one with invented people, and serve it.",
    epilog="Begin with: wegwijs sandbox seed --people 10000, then: wegwijs sandbox serve",
)

Municipality = Annotated[str, typer.Option(help="waterveen or heuvelmeer.")]
Folder = Annotated[Path, typer.Option(help="Where the case systems are kept.")]
FOLDER = Path("var/sandbox")


@sandbox.command(epilog="Example: wegwijs sandbox seed --people 10000 --groups 700")
def seed(
    people: Annotated[int, typer.Option(help="How many people, beside those of the town.", min=1)] = 1000,
    groups: Annotated[
        int | None, typer.Option(help="How many lesson groups; one for 14 people if not given.", min=1)
    ] = None,
    municipality: Municipality = "waterveen",
    folder: Folder = FOLDER,
    number: Annotated[
        int, typer.Option("--seed", help="The same number makes the same people; another makes others.")
    ] = 1,
    anew: Annotated[
        bool, typer.Option("--anew", help="Replace a case system that is there already.")
    ] = False,
) -> None:
    """Fill a case system with invented people, groups, lessons, tasks and appointments."""
    from bot.sandbox.town import Crowd, Town, case_system, fill
    from bot.sandbox.town import seed as fill_town

    file = _file(folder, municipality)
    if file.exists() and not anew:
        raise ConfigError((f"{file} is kept as it is. To replace it: --anew. To serve it: {_serve(folder)}",))
    file.unlink(missing_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    size = groups or max(1, people // 14)
    started, today = time.monotonic(), local(system_clock()).date()
    try:
        crowd = Crowd(people, size, number, municipality)
    except ValueError as fault:
        raise ConfigError((f"There can be {fault}.",)) from fault
    system = case_system(municipality, file=file)
    fill_town(system, Town(), municipality, today)
    with typer.progressbar(length=people + size, label=f"{people:,} people in {size:,} groups") as bar:
        fill(system, crowd, today, lambda: bar.update(1))
    typer.echo("writing the file …")
    system.save()
    first, last = crowd.people[0].number, crowd.people[-1].number
    typer.echo(
        f"{file} is written ({file.stat().st_size / 1e6:.0f} MB, {time.monotonic() - started:.1f} s).\n"
        f"Cases {first} to {last}, and those of the town itself. To serve it: {_serve(folder)}"
    )


@sandbox.command(epilog="Example: wegwijs sandbox serve --port 8090 --lost 0.3 --twice 0.3")
def serve(
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1; 0 takes a free one.")] = 8090,
    municipality: Municipality = "waterveen",
    folder: Folder = FOLDER,
    interval: Annotated[
        float, typer.Option(help="Seconds for which notifications are gathered, as Open Notificaties does.")
    ] = 20.0,
    lost: Annotated[float, typer.Option(help="Share of notifications that is lost.", min=0, max=1)] = 0.0,
    twice: Annotated[float, typer.Option(help="Share that comes twice.", min=0, max=1)] = 0.0,
    number: Annotated[int, typer.Option("--seed", help="Which notifications are hit.")] = 1,
) -> None:
    """Serve one case system alone, as a municipality would: notifications late, in no order, and repeated."""
    from bot.sandbox.town import Town, case_system, tenant_text
    from bot.sandbox.town import seed as fill_town
    from bot.sandbox.zgw import Weather

    file = _file(folder, municipality)
    folder.mkdir(parents=True, exist_ok=True)
    weather = Weather(lost, twice, shuffled=True, seed=number)
    system = case_system(municipality, file=file, interval=interval, weather=weather)
    if not system.restored:
        fill_town(system, Town(), municipality, local(system_clock()).date())
        system.save()

    def ready(address: str) -> None:
        tenant = folder / f"{municipality}.toml"
        tenant.write_text(tenant_text(municipality, address), encoding="utf-8")
        typer.echo(f"The case system of {system.name} is at {address} (its page: {address}/zaaksysteem/).")
        typer.echo(f"Its tenant file is {tenant}. Ctrl-C ends it; what was done is kept.")

    run(_serving(system, port, ready))


async def _serving(system: Any, port: int, ready: Any) -> None:
    from bot.sandbox.zgw import serving

    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    try:
        async with serving(system, port=port) as address:
            ready(address)
            await stopped.wait()
    except OSError as fault:
        raise ConfigError(
            (f"Port {port} is used by another program. Choose another one: --port 0",)
        ) from fault


def _file(folder: Path, municipality: str) -> Path:
    from bot.sandbox.town import MUNICIPALITIES

    if municipality not in MUNICIPALITIES:
        raise ConfigError(
            (f"There is no municipality {municipality}; there are: {', '.join(MUNICIPALITIES)}.",)
        )
    return folder / f"zgw-{municipality}.json"


def _serve(folder: Path) -> str:
    return "wegwijs sandbox serve" + ("" if folder == FOLDER else f" --folder {folder}")
