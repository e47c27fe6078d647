"""Telegram: the wire, the ways in and out."""

from bot.spare import without

with without():
    import telegram as _telegram  # noqa: F401 (imported here first, so that it comes alone)
