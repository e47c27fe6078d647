"""Days, times and languages in the console's language."""

from __future__ import annotations

from datetime import date, datetime

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from bot.clock import local

OWN_NAMES = {"fa-AF": "Dari"}
"""Where people say another name than CLDR, which calls Dari "Persian (Afghanistan)"."""


def day(on: date, language: str) -> str:
    """Return a day with its weekday, e.g. "Thu 26 Nov"."""
    return format_date(on, "EEE d MMM", locale=language).replace(".", "")


def long_day(on: date, language: str) -> str:
    """Return a day in full, e.g. "Thursday 26 November 2026"."""
    return format_date(on, "EEEE d MMMM y", locale=language)


def clock(at: datetime) -> str:
    """Return a local time, 24 hours."""
    return at.strftime("%H:%M")


def moment(at: datetime, language: str) -> str:
    """Return a local day and time; aware instants are turned into Dutch wall time first."""
    wall = local(at) if at.tzinfo else at
    return f"{day(wall.date(), language)} {clock(wall)}"


def as_of(at: datetime, now: datetime, language: str) -> str:
    """Return the time of a reading: only the clock today, with the day when older."""
    wall, today = local(at), local(now).date()
    return clock(wall) if wall.date() == today else moment(at, language)


def language_name(tag: str, language: str) -> str:
    """Return the name of a language, e.g. tr "Turkish"; the tag itself where unknown."""
    if tag in OWN_NAMES:
        return OWN_NAMES[tag]
    try:
        return Locale.parse(tag, sep="-").get_display_name(language) or tag
    except (UnknownLocaleError, ValueError):
        return tag
