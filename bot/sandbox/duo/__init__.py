"""DUO behind a municipality's gateway, invented: what a bot may read of a case, and events that it sends."""

from bot.sandbox.duo.gateway import Gateway
from bot.sandbox.duo.happen import happen
from bot.sandbox.duo.page import page
from bot.sandbox.duo.seed import seed_from
from bot.sandbox.duo.tenancy import duo_section, gateway_of

__all__ = ["Gateway", "duo_section", "gateway_of", "happen", "page", "seed_from"]
