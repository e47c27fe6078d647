"""Wegwijs: a newcomer's plan, lessons and tasks in their own language, on Telegram."""

from bot.spare import without

with without():
    import structlog as _structlog  # noqa: F401 (imported here first, so that it comes alone)

__version__ = "0.1.0"
