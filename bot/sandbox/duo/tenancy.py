"""The `[duo]` section of the example municipalities. The secrets open nothing but the sandbox."""

from __future__ import annotations

from typing import Final

from bot.sandbox.duo.gateway import Gateway
from bot.tenant import Tenant

CODES: Final = {"waterveen": "9991", "heuvelmeer": "9992"}
"""Codes that no municipality has."""


def duo_section(municipality: str, address: str) -> str:
    """The section of a tenant file; `address` is the gateway's, without a slash at the end."""
    return f"""
[duo]
poort = "{address}/v1/"
sleutel = "poort-{municipality}-alleen-voor-de-zandbak"
notificatie_geheim = "duo-{municipality}-alleen-voor-de-zandbak"
bron = "00000009990000{CODES[municipality]}00"
doel = "00000009990000000000"
gemeentecode = "{CODES[municipality]}"

[duo.bronnen]
termijn = "duo"
"""


def gateway_of(tenant: Tenant, callback: str, **more: object) -> Gateway:
    """The gateway that fits a tenant; `more` goes to `Gateway`."""
    assert tenant.duo is not None
    duo = tenant.duo
    return Gateway(duo.sleutel, duo.notificatie_geheim, callback, duo.bron, **more)  # type: ignore[arg-type]
