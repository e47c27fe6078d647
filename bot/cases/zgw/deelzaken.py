"""PVT and MAP as deelzaken, for municipalities that keep them so (reading profile, case-api.md §8.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from bot.cases.model import Part, PartKind
from bot.cases.zgw.case_types import CaseTypes
from bot.cases.zgw.edge_zaak import Deelzaak, Status
from bot.cases.zgw.reading import Reading
from bot.cases.zgw.urls import uuid_of
from bot.cases.zgw.visible import too_confidential
from bot.errors import BadAnswer, CaseApiDenied, CaseNotFound
from bot.tenant import DeelzaakRegel, Profiel

PART: Final = "deelzaken"
EXPAND: Final = ("deelzaken", "deelzaken.status", "deelzaken.status.statustype")


async def parts_of(
    docs: Sequence[Any], profile: Profiel, case_types: CaseTypes, reading: Reading
) -> Mapping[PartKind, Part]:
    """Read the parts of the plan that stand as deelzaken; of two of one kind the one begun last counts."""
    rules = {rule.zaaktype: rule for rule in profile.deelzaken}
    found: dict[PartKind, tuple[date, Part]] = {}
    for doc in docs:
        one = reading.parse(Deelzaak, doc, PART)
        if one is None or not reading.own(one.hoofdzaak, PART):
            continue
        rule = await _rule(one, rules, profile, case_types, reading)
        part = _part(one, rule, reading) if rule is not None else None
        if part is not None and (part.kind not in found or one.startdatum >= found[part.kind][0]):
            found[part.kind] = (one.startdatum, part)
    return {kind: part for kind, (_, part) in found.items()}


async def _rule(
    one: Deelzaak,
    rules: Mapping[str, DeelzaakRegel],
    profile: Profiel,
    case_types: CaseTypes,
    reading: Reading,
) -> DeelzaakRegel | None:
    """Find what the profile says of a deelzaak; one that it does not name, or an internal one, is hidden."""
    try:
        kind = await case_types.get(one.zaaktype)
    except (BadAnswer, CaseApiDenied, CaseNotFound):
        reading.quarantine(PART)
        return None
    if kind.richting != "extern" or too_confidential(one, profile.hoogste_vertrouwelijkheid):
        return None
    return rules.get(kind.identificatie)


def _part(one: Deelzaak, rule: DeelzaakRegel, reading: Reading) -> Part | None:
    if one.status is None:
        return None
    status = reading.parse(Status, one.expand.get("status"), PART)
    if status is None:
        return None
    if uuid_of(status.zaak) != one.uuid:
        reading.foreign(PART)
        return None
    words = rule.status.get(status.parts.statustype.omschrijving)
    if words is None:
        reading.quarantine(PART)
        return None
    dates = {"einddatum": one.einddatum, "einddatumGepland": one.gepland, "startdatum": one.startdatum}
    return Part(kind=PartKind(rule.onderdeel), status=words, on=dates[rule.datum])
