"""The living plan of a person as an object, and the properties of the case that say the same."""

from __future__ import annotations

from typing import Any, Final

from bot.sandbox.town.population import Person, Town
from bot.sandbox.town.shift import Shift
from bot.sandbox.town.week import moments
from bot.sandbox.zgw.register import Doc

CALLS: Final = "ma-vr 09:00-12:00"
PHONES: Final = {"km-001": "000 123 45 01", "km-101": "000 123 45 51", "vw-001": "000 123 45 21"}
_HOURS: Final = {
    "taal": "urenTaal",
    "knm": "urenKnm",
    "participatie": "urenParticipatie",
    "map": "mapUrenPraktijk",
}


def plan_of(town: Town, person: Person, shift: Shift) -> Doc | None:
    """The data of the plan object, or None before there is a plan."""
    given = person.fixture.get("plan")
    if given is None:
        return None
    doc: Doc = {"zaak": person.case_uuid, **shift.wire(given)}
    doc["onderdelen"] = [_part(town, part) for part in doc["onderdelen"]]
    doc["contact"] = _contacts(town, person)
    return doc


def properties_of(person: Person, plan: Doc | None) -> dict[str, str]:
    """The scalar facts of the case (JJJJMMDD for days), taken from the plan so that both agree."""
    found = {"voorkeurstaal": person.language}
    if plan is not None:
        found |= _main(plan)
        for part in plan["onderdelen"]:
            found |= _of_part(part)
    found |= {k: str(v) for k, v in person.fixture.get("eigenschappen", {}).items()}
    return found


def _main(plan: Doc) -> dict[str, str]:
    values: dict[str, Any] = {
        "leerroute": plan["leerroute"],
        "niveau": plan.get("niveau"),
        "pipDatumDagtekening": _compact(plan["pip"]["datumDagtekening"]),
        "pipVersie": plan["versie"],
    }
    if "termijn" in plan:
        values["termijnStart"] = _compact(plan["termijn"]["startdatum"])
        values["termijnEinde"] = _compact(plan["termijn"]["einddatumExclusief"])
    return {k: str(v) for k, v in values.items() if v is not None}


def _of_part(part: Doc) -> dict[str, str]:
    kind = part["soort"]
    found: dict[str, str] = {}
    if kind in _HOURS and "urenBekend" in part:
        found[_HOURS[kind]] = str(part["urenBekend"])
        found["urenBekendTot"] = _compact(part["bekendTot"])
    if kind == "taal" and "urenDoel" in part:
        found["urenTaalDoel"] = str(part["urenDoel"])
    if kind in {"pvt", "map"}:
        found[f"{kind}Status"] = part["status"]
    if kind == "pvt" and "datum" in part:
        found["pvtDatum"] = _compact(part["datum"])
    if kind == "map" and "datum" in part:
        found["mapDatumEindgesprek"] = _compact(part["datum"])
    return found


def _compact(day: str) -> str:
    return day.replace("-", "")


def _part(town: Town, part: Doc) -> Doc:
    code = part.pop("groep", None)
    if code is not None:
        group = town.group(code)
        part["lesgroep"] = group.uuid
        part.setdefault("aanbieder", town.school_fixture(group.school)["naam"])
    return part


def _contacts(town: Town, person: Person) -> list[Doc]:
    caseworker = town.colleague(person.caseworker)
    found: list[Doc] = [
        {
            "rol": "klantmanager",
            "naam": caseworker.name,
            "telefoon": PHONES[caseworker.id],
            "bereikbaarTijden": [m.wire for m in moments([CALLS])],
            "talen": ["nl", "en"],
        }
    ]
    if person.coach is not None:
        coach = town.colleague(person.coach)
        found.append({"rol": "begeleider", "naam": coach.name, "telefoon": PHONES[coach.id], "talen": ["nl"]})
    return found
