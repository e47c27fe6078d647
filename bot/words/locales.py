"""Locales of Babel without the tables that no text of ours uses: two thirds of what a language takes."""

from __future__ import annotations

from functools import cache

from babel import Locale, localedata
from babel.core import get_global

UNUSED = (
    "unit_patterns",
    "unit_display_names",
    "compound_unit_patterns",
    "time_zones",
    "meta_zones",
    "date_fields",
    "compact_decimal_formats",
    "compact_currency_formats",
    "currency_names",
    "currency_names_plural",
    "datetime_skeletons",
    "interval_formats",
)
UNUSED_EVERYWHERE = (
    "territory_languages",
    "territory_currencies",
    "territory_zones",
    "zone_aliases",
    "zone_territories",
    "windows_zone_mapping",
    "meta_zones",
    "all_currencies",
)


@cache
def locale(tag: str) -> Locale:
    """The locale of this tag (`en_GB`); raises `UnknownLocaleError`.

    Babel keeps one table per locale for the whole process and gives everybody the same one.
    """
    found = Locale.parse(tag)
    parts = str(found).split("_")
    for name in ("root", *("_".join(parts[: n + 1]) for n in range(len(parts)))):
        if localedata.exists(name):
            _spare(localedata.load(name), UNUSED)
    for name in UNUSED_EVERYWHERE:
        table = get_global(name)  # type: ignore[arg-type]
        if hasattr(table, "clear"):
            table.clear()
    return found


def _spare(table: dict[str, object], names: tuple[str, ...]) -> None:
    for name in names:
        table.pop(name, None)
