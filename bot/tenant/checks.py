"""Faults of a profile that no single entry shows: names that do not exist, and things mapped twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.tenant.faults import Fault, nearest
from bot.tenant.names import DAGEN, FEITEN, OBJECTTYPEN, ROLLEN
from bot.tenant.toml_lines import Where

_TABLES: Mapping[str, tuple[str, ...]] = {
    "eigenschappen": FEITEN,
    "objecttypen": OBJECTTYPEN,
    "rollen": ROLLEN,
}


def faults_of(doc: Mapping[str, Any]) -> Iterator[Fault]:
    """Look through a tenant file as it was read; parts of a wrong type are left to the models."""
    profile = _table(doc.get("profiel"))
    yield from _source(doc, profile)
    for table, known in _TABLES.items():
        for name in _table(profile.get(table)):
            if name not in known:
                yield Fault(("profiel", table, name), f"is not known here. {nearest(name, known)}")
    yield from _days(_table(profile.get("eigenschappen")))
    yield from _twice(("profiel", "status"), _column(profile.get("status"), "omschrijving"), "status type")
    yield from _twice(("profiel", "zaaktypen"), _column(profile.get("zaaktypen")), "case type")
    yield from _twice(("profiel", "onderdeel"), _rules(profile.get("onderdeel")), "rule")
    yield from _twice(("profiel", "eigenschappen"), _names(profile.get("eigenschappen")), "eigenschap")
    yield from _twice(("profiel", "objecttypen"), _uuids(profile.get("objecttypen")), "object type")
    yield from _twice(("medewerkers",), _column(doc.get("medewerkers"), "id"), "colleague")


def _source(doc: Mapping[str, Any], profile: Mapping[str, Any]) -> Iterator[Fault]:
    """Cases come from one place: the APIs of a case system, which need more of a profile, or a folder."""
    if "zaaksysteem" in doc and "bestand" in doc:
        yield Fault(("bestand",), "stands beside zaaksysteem: cases come from one of them; remove the other.")
    if "zaaksysteem" not in doc and "bestand" not in doc:
        yield Fault(
            (),
            "has neither [zaaksysteem] nor [bestand]: say where the cases come from. "
            'Example: [bestand] with map = "/srv/wegwijs/waterveen".',
        )
    if "zaaksysteem" in doc and "profiel" in doc:
        examples = {
            "bronorganisatie": '"123456782"',
            "zaaktypen": '["ZT-INBURGERING"]',
            "eigenschappen": "{}",
            "objecttypen": "{}",
        }
        for name, example in examples.items():
            if name not in profile:
                yield Fault(("profiel", name), f"is missing. Example: {name} = {example}")


def _days(rules: Mapping[str, Any]) -> Iterator[Fault]:
    for name, rule in rules.items():
        if isinstance(rule, dict) and "formaat" in rule and name in FEITEN and name not in DAGEN:
            where = ("profiel", "eigenschappen", name, "formaat")
            yield Fault(where, f"is only for days, and {name} is none: leave it out.")


def _twice(where: Where, values: Sequence[tuple[str | int, str]], what: str) -> Iterator[Fault]:
    first: dict[str, str | int] = {}
    for key, value in values:
        if value in first:
            yield Fault((*where, key), f"maps the same {what} once more.", also=(*where, first[value]))
        else:
            first[value] = key


def _column(rows: object, field: str | None = None) -> list[tuple[str | int, str]]:
    found = [
        (number, row if field is None else _table(row).get(field)) for number, row in enumerate(_list(rows))
    ]
    return [(number, value.strip()) for number, value in found if isinstance(value, str)]


def _rules(rows: object) -> list[tuple[str | int, str]]:
    found = [(number, _table(row)) for number, row in enumerate(_list(rows))]
    return [(number, f"{row['soort']}|{row.get('status')}") for number, row in found if "soort" in row]


def _names(rules: object) -> list[tuple[str | int, str]]:
    found = {name: _table(rule).get("naam", rule) for name, rule in _table(rules).items()}
    return [(name, value.strip()) for name, value in found.items() if isinstance(value, str)]


def _uuids(types: object) -> list[tuple[str | int, str]]:
    found = {name: _table(kind).get("uuid") for name, kind in _table(types).items()}
    return [(name, value.strip().lower()) for name, value in found.items() if isinstance(value, str)]


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else ()
