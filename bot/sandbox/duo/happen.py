"""What DUO decides: it changes what it holds of a case, then sends the event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from types import MappingProxyType
from typing import Any

from bot.clock import local
from bot.sandbox.duo.gateway import Doc, Gateway

HALF_A_YEAR = timedelta(days=183)
Change = Callable[[dict[str, Any], date], None]


def happen(gateway: Gateway, number: str, code: str) -> None:
    """Let an event happen; a code that changes nothing is only sent."""
    change = CHANGES.get(code)
    if change is not None:
        change(gateway.person(number), local(gateway.clock()).date())
    gateway.tell(number, code)


def _obliged(person: dict[str, Any], today: date) -> None:
    person["inburgeringsplicht"] = {"indicatorInburgeringsplicht": True, "begindatum": str(today)}


def _free(reason: str, person: dict[str, Any], today: date) -> None:
    person["inburgeringsplicht"] = {
        "indicatorInburgeringsplicht": False,
        "wijzigingsdatum": str(today),
        "redenGeenInburgeringsplicht": reason,
    }


def _extended(person: dict[str, Any], today: date) -> None:
    term: Doc | None = person.get("inburgeringstermijn")
    if term is not None:
        ends = date.fromisoformat(term["einddatum"]) + HALF_A_YEAR
        person["inburgeringstermijn"] = {**term, "einddatum": str(ends), "wijzigingsdatum": str(today)}


def _examined(person: dict[str, Any], today: date) -> None:
    sat = today - timedelta(days=35)
    result = {"examendatum": str(sat), "resultaat": "Gezakt", "onderdeel": "LU", "niveau": "B1"}
    person["examens/resultaten"] = [*person.get("examens/resultaten", []), result]


CHANGES: Mapping[str, Change] = MappingProxyType(
    {
        **dict.fromkeys(("SS101", "SS128", "SS129", "SS130", "SS139"), _obliged),
        **dict.fromkeys(("SS103", "SS104"), _extended),
        "SS106": partial(_free, "Inburgeringsplicht voldaan"),
        "SS107": partial(_free, "Volledige vrijstelling"),
        "SS108": partial(_free, "Volledige ontheffing"),
        "SS109": partial(_free, "Tijdelijke vrijstelling"),
        "SS110": partial(_free, "Verblijfsdoel gewijzigd"),
        "SS111": partial(_free, "Overlijden"),
        "SS199": _examined,
    }
)
"""What DUO holds differently after an event."""
