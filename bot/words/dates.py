"""Days and times in words: names from CLDR, always the Gregorian calendar, 24 hours and Western digits.

The names come from the tables of Babel; its formats are not used, because they bring the digits and calendars
of a locale with them, while the door, the letter and the school show 23 November 2026, 09:00 (domain §6.3).
"""

from __future__ import annotations

from datetime import date, time
from functools import cache

from babel import Locale

from bot.words.locales import locale
from bot.words.tags import base

_LOCALES = {"en": "en_GB"}
_PATTERNS = {"tr": ("day", "month", "year", "weekday")}
_PATTERN = ("weekday", "day", "month", "year")


@cache
def _locale(language: str) -> Locale:
    return locale(_LOCALES.get(language, base(language)))


def weekday(number: int, language: str, *, short: bool = False) -> str:
    """Name a weekday, 1 = Monday; the short form is for buttons and lists."""
    names = _locale(language).days["format"]["abbreviated" if short else "wide"]
    return str(names[number - 1])


def month(number: int, language: str, *, short: bool = False) -> str:
    """Name a Gregorian month, 1 = January."""
    width, form = ("abbreviated", "format") if short else ("wide", _FORMS.get(language, "format"))
    return str(_locale(language).months[form][width][number])


_FORMS = {"fa": "stand-alone"}
"""The Persian format adds a genitive sign (ژانویهٔ), which is wrong where no year follows."""


def day(on: date, language: str, *, named: bool = False, year: bool = False, short: bool = False) -> str:
    """Write a day in the order of the language, e.g. "Monday 23 November" or "23 Kasım Pazartesi"."""
    parts = {
        "weekday": weekday(on.isoweekday(), language, short=short) if named else "",
        "day": str(on.day),
        "month": month(on.month, language, short=short),
        "year": f"{on.year:04d}" if year else "",
    }
    return " ".join(parts[name] for name in _PATTERNS.get(language, _PATTERN) if parts[name])


def clock(at: time) -> str:
    """Write a time of the day, 24 hours."""
    return f"{at.hour:02d}:{at.minute:02d}"
