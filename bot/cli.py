"""The command line: `wegwijs --help`."""

from __future__ import annotations

import json
import logging
import sys
import time
import urllib.request
from pathlib import Path
from typing import Annotated

import structlog
import typer

from bot.cases.commands import cases
from bot.cases.subscribe_command import EXAMPLES, subscribe
from bot.errors import ConfigError
from bot.loop import run as run_loop
from bot.sandbox.commands import sandbox

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help="Wegwijs: a newcomer's plan, lessons and tasks in their own language.",
    epilog="Try it: wegwijs demo",
)
staff = typer.Typer(no_args_is_help=True, help="Local accounts of the console.")
app.add_typer(staff, name="staff")
keys = typer.Typer(no_args_is_help=True, help="Keys of the HTTP API.")
app.add_typer(keys, name="keys")
app.add_typer(sandbox, name="sandbox")
app.add_typer(cases, name="cases")
cases.command("subscribe", epilog=EXAMPLES)(subscribe)


def main() -> None:
    """Run the command line; a fault of the settings is one clear message."""
    try:
        app()
    except ConfigError as fault:
        typer.echo(str(fault), err=True)
        sys.exit(2)


@app.command(epilog="Example: wegwijs demo --port 9000")
def demo(
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1; 0 takes a free one.")] = 8080,
    folder: Annotated[Path, typer.Option(help="Where the demo keeps its data.")] = Path("var/demo"),
    redis_url: Annotated[
        str | None, typer.Option(envvar="REDIS_URL", help="Your own Redis instead of ours.")
    ] = None,
    translator: Annotated[str | None, typer.Option(help="A LibreTranslate server of your own.")] = None,
) -> None:
    """Start the whole town: phones, console, case systems, store."""
    from bot.sandbox.demo import Demo, run_demo

    _log_plainly()
    started = time.monotonic()
    town = Demo(folder, port, redis_url=redis_url, translator_url=translator)

    def announce(running: Demo) -> None:
        typer.echo(f"\nWegwijs is ready ({time.monotonic() - started:.1f} s).\n")
        typer.echo(f"  everything     {running.url}/")
        typer.echo(f"  the phones     {running.url}/phone/")
        typer.echo(f"  the console    {running.url}/wegwijs/console/")
        for one in running.town.staff:
            if one.role in {"caseworker", "planner"}:
                typer.echo(f"                 {one.email:<28} {one.password:<20} {one.name}, {one.role}")
        typer.echo("\nCtrl-C ends it; what was done is kept.\n")

    run_loop(run_demo(town, lambda text: typer.echo(f"  {text} …"), announce))


@app.command(epilog="Example: wegwijs serve worker sender")
def serve(
    roles: Annotated[
        list[str] | None, typer.Argument(help="web worker sender writer scheduler; all if none.")
    ] = None,
) -> None:
    """Serve municipalities. Settings come from the environment; see docs/operations.md."""
    from bot.serve import serve as run

    run_loop(run(tuple(roles or ())))


@app.command()
def health(url: Annotated[str, typer.Option(help="Address of the health page.")] = "") -> None:
    """Ask a running Wegwijs whether it is well; exits 1 if not (for container health checks)."""
    import os

    from bot.settings import PREFIX

    address = url or f"http://127.0.0.1:{os.environ.get(PREFIX + 'PORT', '8080')}/health"
    try:
        with urllib.request.urlopen(address, timeout=2.5) as answer:
            typer.echo(json.load(answer)["status"])
    except (OSError, ValueError, KeyError) as fault:
        typer.echo(f"not well: {fault}", err=True)
        sys.exit(1)


@app.command(epilog="Example: wegwijs check web worker")
def check(
    roles: Annotated[list[str] | None, typer.Argument(help="Roles of this machine; all if none.")] = None,
) -> None:
    """Check settings and tenant files without starting; every fault is named.

    Keys that write are needed only where the role writer is played.
    """
    from bot.serve import check_roles, tenants_of
    from bot.settings import read_settings
    from bot.tenant.overview import overview

    settings = read_settings()
    settings.master_key()
    for tenant in tenants_of(settings, check_roles(tuple(roles or ()))):
        typer.echo(f"{tenant.id}: {tenant.gemeente.naam}, bot @{tenant.bot.gebruikersnaam}")
        for line in overview(tenant.profiel):
            typer.echo(f"  {line}")
    typer.echo("All is well.")


@app.command(epilog="Example: wegwijs key /etc/wegwijs/master.key")
def key(path: Path) -> None:
    """Make a master key file; an existing one is never replaced."""
    from bot.settings import make_master_key

    if path.exists():
        raise ConfigError((f"{path} exists already and is kept.",))
    make_master_key(path)
    typer.echo(f"{path} is written. Keep a copy in a safe: without it nothing stored can be read.")


@app.command(epilog="Example: wegwijs story --lang ar")
def story(
    lang: Annotated[str, typer.Option(help="Language of the newcomer: nl en ar ti tr fa.")] = "en",
    port: Annotated[int, typer.Option(help="Port for the story's town; 0 takes a free one.")] = 0,
) -> None:
    """Play one newcomer's day over the real HTTP faces and print it."""
    from bot.sandbox.story import play_story

    _log_plainly(logging.ERROR)
    sys.exit(run_loop(play_story(lang, port, typer.echo)))


@app.command()
def play(
    lang: Annotated[str, typer.Option(help="Language of the phone's app.")] = "en",
    person: Annotated[str, typer.Option(help="Whose letter lies on the table.")] = "samira",
) -> None:
    """A phone in the terminal: numbers tap buttons, other words are typed."""
    from bot.sandbox.play import play as run

    _log_plainly(logging.ERROR)
    run_loop(run(lang, person))


@app.command()
def draw(
    target: Annotated[Path, typer.Argument(help="The file to write.")] = Path("docs/dialogs.md"),
) -> None:
    """Draw every dialog as Mermaid."""
    from bot.dialogs import DIALOGS
    from bot.state.draw import draw as drawing

    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(drawing(DIALOGS), encoding="utf-8")
    typer.echo(f"{target} is written.")


@app.command()
def openapi(
    target: Annotated[Path, typer.Argument(help="The file to write.")] = Path("docs/openapi.json"),
) -> None:
    """Write the description of the HTTP API (OpenAPI 3.1)."""
    from bot.console.api.openapi import document

    text = json.dumps(document("/console"), ensure_ascii=False, indent=1) + "\n"
    target.write_text(text, encoding="utf-8")
    typer.echo(f"{target} is written.")


@app.command()
def preview(
    folder: Annotated[Path, typer.Argument(help="The folder to write.")] = Path("var/preview"),
) -> None:
    """Write one page per language with every screen and push."""
    from bot.sandbox.previews import write_previews

    for page in write_previews(folder):
        typer.echo(f"{page} is written.")


@staff.command("add", epilog="Example: wegwijs staff add a@gemeente.nl 'Anneke Postma' waterveen:caseworker")
def staff_add(
    email: str,
    name: str,
    grants: Annotated[
        list[str], typer.Argument(help="municipality:role, role caseworker, planner or admin.")
    ],
    school: Annotated[str | None, typer.Option(help="Name of the school, for planners.")] = None,
    identification: Annotated[
        str | None, typer.Option(help="Id in the case system, for caseworkers.")
    ] = None,
) -> None:
    """Add a local account, or give an existing one a new password (asked for twice)."""
    from bot.serve import add_account

    password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    pairs = [(grant.partition(":")[0], grant.partition(":")[2]) for grant in grants]
    run_loop(add_account(email, name, password, pairs, school, identification))
    typer.echo(f"{email} can sign in.")


@keys.command(
    "add", epilog="Example: wegwijs keys add rooster waterveen planner --school 'Taalschool De Brug'"
)
def keys_add(
    name: str,
    municipality: str,
    role: Annotated[str, typer.Argument(help="caseworker, planner or admin.")],
    school: Annotated[str | None, typer.Option(help="Name of the school, for planners.")] = None,
) -> None:
    """Make a key of the HTTP API and print it once."""
    from bot.serve import add_key

    typer.echo(run_loop(add_key(name, municipality, role, school)))
    typer.echo("Keep it in a safe place; it is shown only now.", err=True)


def _log_plainly(level: int = logging.WARNING) -> None:
    logging.basicConfig(level=level, format="%(levelname)s %(message)s")
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            # No values of variables: a trace must not carry what people wrote, nor settings.
            structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
