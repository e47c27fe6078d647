"""The command `wegwijs cases subscribe`."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cases.commands import TenantId, tenant_named
from bot.loop import run as run_loop

EXAMPLES = """Examples: wegwijs cases subscribe --check · wegwijs cases subscribe --tenant waterveen ·
wegwijs cases subscribe --renew (the secret was changed) · wegwijs cases subscribe --remove"""


def subscribe(
    tenant: TenantId = None,
    check: Annotated[bool, typer.Option("--check", help="Only look; change nothing.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Remove the subscription.")] = False,
    renew: Annotated[bool, typer.Option("--renew", help="Send it again, with a new secret.")] = False,
    callback: Annotated[
        str | None, typer.Option(help="Another address than WEGWIJS_PUBLIC_URL/cases/<tenant>.")
    ] = None,
) -> None:
    """Subscribe to changes in the case system: shows how it stands, makes or mends the subscription."""
    from bot.cases.subscribing import Asked, carry_out

    settings, chosen = tenant_named(tenant)
    address = callback or f"{settings.public_url}/cases/{chosen.id}"
    right, lines = run_loop(carry_out(chosen, address, Asked(check, remove, renew)))
    for line in lines:
        typer.echo(line, err=not right and line == lines[-1])
    raise typer.Exit(0 if right else 1)
