"""The case types of the profile: whether they exist, and whether the newest version may be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, get_args

from bot.cases.doctor.exam import Exam
from bot.cases.doctor.explain import unusable
from bot.cases.doctor.report import By, Line, Section, ok, unknown, warning, wrong
from bot.cases.doctor.rights import application
from bot.cases.zgw.urls import uuid_of
from bot.clock import local
from bot.tenant import Vertrouwelijkheid

LEVELS: Final = get_args(Vertrouwelijkheid)
_NEW_VERSION: Final = (
    "Add the newest version of the case type to the authorisations of Wegwijs's application in Open Zaak, "
    "or authorise it for the whole catalogue."
)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a case type; `url` is how the catalogue itself calls it."""

    url: str
    uuid: str
    begin: str
    end: str
    level: str
    external: bool

    def valid(self, today: str) -> bool:
        """Whether new cases get this version today."""
        return self.begin <= today and not (self.end and self.end <= today)


@dataclass(frozen=True, slots=True)
class CaseType:
    """A case type with its versions, newest first."""

    name: str
    versions: tuple[Version, ...]
    main: bool = True
    """Whether it is that of a case itself, and not of a deelzaak, which has names of its own."""


async def case_types(exam: Exam) -> tuple[Section, tuple[CaseType, ...]]:
    """Find the case types; returns them too, for the steps that look into them."""
    hindrance = exam.hindrance("catalogi")
    if hindrance is not None:
        return Section("Case types", (hindrance,)), ()
    if not exam.target.case_types:
        return Section("Case types", (unknown("The profile names no case type that can be used."),)), ()
    allowed = await _allowed(exam)
    lines: list[Line] = []
    found: list[CaseType] = []
    for number, name in enumerate(exam.target.case_types):
        query = [("identificatie", name), ("status", "definitief")]
        answer = await exam.all("catalogi", "zaaktypen", query)
        if not answer.ok:
            lines.append(unusable(f"Case type {name}", answer))
            continue
        rows = [row for row in answer.rows if row.get("identificatie") == name]
        kind = CaseType(name, _versions(rows), main=number < exam.target.main_types)
        if not kind.versions:
            lines.append(_missing(name))
            continue
        found.append(kind)
        lines += await _looked_at(exam, kind, allowed)
    if allowed is not None and len(found) == len(exam.target.case_types):
        lines += _strangers(found, allowed)
    return Section("Case types", tuple(lines)), tuple(found)


def _strangers(kinds: Sequence[CaseType], allowed: Mapping[str, str]) -> list[Line]:
    """Rights on cases that are none of ours."""
    ours = {version.uuid for kind in kinds for version in kind.versions}
    others = len(set(allowed) - ours)
    if not others:
        return []
    text = f"The application may also read cases of {others} case types or versions that are not ours."
    return [wrong(text, "Take these authorisations away in Open Zaak.", By.CASES)]


def _missing(name: str) -> Line:
    text = f"Case type {name}: the catalogue has no published case type with this identification."
    return wrong(text, "Correct profiel.zaaktypen, or publish the case type.", By.CASES)


def _versions(rows: Sequence[Mapping[str, Any]]) -> tuple[Version, ...]:
    found = [
        Version(
            str(row.get("url")),
            uuid_of(row.get("url")) or "",
            str(row.get("beginGeldigheid") or ""),
            str(row.get("eindeGeldigheid") or ""),
            str(row.get("vertrouwelijkheidaanduiding") or ""),
            row.get("indicatieInternOfExtern") == "extern",
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda version: version.begin, reverse=True))


async def _looked_at(exam: Exam, kind: CaseType, allowed: Mapping[str, str] | None) -> list[Line]:
    today = str(local(exam.wire.clock()).date())
    current = next((version for version in kind.versions if version.valid(today)), kind.versions[0])
    lines = [ok(f"Case type {kind.name}: valid now is the version from {current.begin}.")]
    if not current.valid(today):
        text = f"Case type {kind.name}: no version is valid today, so no new cases can come."
        lines.append(warning(text, "Publish a version that is valid now.", By.CASES))
    if not current.external:
        text = f"Case type {kind.name}: is marked as internal; the municipality's portal would hide it."
        lines.append(
            warning(text, "Make it external in the catalogue, or ask whether it is meant.", By.CASES)
        )
    if allowed is not None:
        lines.append(_authorised(kind, current, allowed))
    else:
        lines.append(await _counted(exam, kind, current))
    return lines


async def _allowed(exam: Exam) -> Mapping[str, str] | None:
    """Versions (UUID) that we may read with the highest confidentiality; None where we cannot know it."""
    found = await application(exam)
    if found is None or found.get("heeftAlleAutorisaties") is True:
        return None
    rows = found.get("autorisaties")
    return {
        uuid_of(row.get("zaaktype")) or "": str(row.get("maxVertrouwelijkheidaanduiding", ""))
        for row in (rows if isinstance(rows, list) else ())
        if isinstance(row, dict)
        and row.get("component") == "zrc"
        and "zaken.lezen" in (row.get("scopes") or ())
    }


def _authorised(kind: CaseType, current: Version, allowed: Mapping[str, str]) -> Line:
    level = allowed.get(current.uuid)
    if level is None:
        older = any(version.uuid in allowed for version in kind.versions)
        what = "an earlier version only" if older else "none of its versions"
        text = (
            f"Case type {kind.name}: the authorisation is for {what}; the version from {current.begin} is "
            "missing, so new cases are invisible."
        )
        return wrong(text, _NEW_VERSION, By.CASES)
    if level in LEVELS and current.level in LEVELS and LEVELS.index(level) < LEVELS.index(current.level):
        text = f"Case type {kind.name}: may be read up to {level}, but its cases are {current.level}."
        return wrong(text, f"Raise the level of the authorisation to {current.level}.", By.CASES)
    return ok(f"Case type {kind.name}: the newest version may be read.")


async def _counted(exam: Exam, kind: CaseType, current: Version) -> Line:
    """Without the Autorisaties API: an empty list means no case, or no right to see any."""
    hindrance = exam.hindrance("zaken")
    if hindrance is not None:
        return hindrance
    totals: dict[str, int] = {}
    for version in kind.versions:
        answer = await exam.get("zaken", "zaken", [("zaaktype", version.url), ("pageSize", "1")])
        if not answer.ok:
            return unusable(f"Case type {kind.name}", answer)
        totals[version.uuid] = answer.total
        if version is current and answer.total:
            return ok(f"Case type {kind.name}: cases of the newest version can be read.")
    if any(totals.values()):
        text = (
            f"Case type {kind.name}: cases of an earlier version can be read, but none of the version from "
            f"{current.begin}. Either there is none yet, or the authorisation is for last year's version."
        )
        return warning(text, f"If there are such cases: {_NEW_VERSION}", By.CASES)
    text = f"Case type {kind.name}: no case can be read. Either there is none yet, or the right is missing."
    return unknown(text, _NEW_VERSION, By.CASES)
