"""What DUO holds at the beginning: the same as the municipality's case system."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from bot.sandbox.duo.gateway import Gateway
from bot.sandbox.zgw import Zgw, roots

DAY = timedelta(days=1)
COUNTERS = {"taal": "ParticipatieAlsTaalles", "participatie": "ParticipatieactiviteitenBredeIntake"}


def seed_from(system: Zgw, gateway: Gateway, municipality: str) -> None:
    """Fill a gateway from a case system; `municipality` is its code."""
    for case in system.register.rows(roots.CASES):
        number = str(case["identificatie"])
        person = gateway.person(number)
        person["inburgeringsplicht"] = {"indicatorInburgeringsplicht": True}
        plan = system.plan(number)
        if plan is not None:
            person.update(_planned(plan, municipality))


def _planned(plan: dict[str, Any], municipality: str) -> dict[str, Any]:
    pip = {"dagtekeningPip": plan["pip"]["datumDagtekening"], "leerroute": plan["leerroute"]}
    if plan.get("niveau") in {"A2", "B1"}:
        pip["niveau"] = plan["niveau"]
    found: dict[str, Any] = {"PIP": {"gemeentecode": municipality, "pip": pip}}
    term = plan.get("termijn")
    if term:
        found["inburgeringstermijn"] = {
            "startdatum": term["startdatum"],
            "einddatum": term["einddatumExclusief"],
        }
    hours: dict[str, Any] = {}
    for part in plan.get("onderdelen", []):
        counter = COUNTERS.get(part["soort"])
        if counter and part.get("urenBekend") is not None and part.get("bekendTot"):
            hours["bekendTot"] = str(date.fromisoformat(part["bekendTot"]) + DAY)
            hours[counter] = {"uren": int(part["urenBekend"])}
    if hours:
        found["uren"] = [{"gemeentecode": municipality, **hours}]
    return found
