"""Whether the Open Zaak is new enough: before 1.28.5 and 1.29.3 it showed cases to whom it should not.

Until 1.29.0 `/zaken/_zoek` was not filtered by authorisation (CVE-2026-54657), until 1.29.3 `expand` was not.
"""

from __future__ import annotations

import re
from typing import Final

from bot.cases.doctor.exam import NAMES, Exam
from bot.cases.doctor.report import By, Line, Section, ok, unknown, warning, wrong
from bot.cases.zgw.version import KNOWN, fits

SAFE: Final = ((1, 28, 5), (1, 29, 3))
_UPGRADE: Final = "Upgrade to Open Zaak 1.29.3 or newer (or 1.28.5 where it must be 1.28)."


def safe(version: tuple[int, ...]) -> bool:
    """Whether this Open Zaak has the repairs."""
    return (
        any(version >= repaired and version[:2] == repaired[:2] for repaired in SAFE) or version >= SAFE[-1]
    )


async def release(exam: Exam) -> Section:
    """Judge by what the API tells of itself, and by what the tenant file says."""
    return Section("Version", (*_standard(exam), _openzaak(exam.target.openzaak)))


def _standard(exam: Exam) -> list[Line]:
    lines = []
    for api, oldest in KNOWN.items():
        told = exam.versions.get(api)
        if told and fits(told, oldest):
            lines.append(ok(f"{NAMES[api]} {told}."))
        elif told:
            text = f"{NAMES[api]} {told[:20]}: not a version that Wegwijs knows."
            need = f"Needed is {oldest[0]}.{oldest[1]} or a newer {oldest[0]}."
            lines.append(wrong(text, f"{need} Upgrade the API, or Wegwijs.", By.CASES))
        elif told is not None:
            lines.append(unknown(f"{NAMES[api]}: tells no version of the standard (API-version)."))
    return lines


def _openzaak(told: str | None) -> Line:
    version = _numbers(told or "")
    if version is None:
        text = "No API tells which Open Zaak this is, and zaaksysteem.openzaak_versie is not set."
        fix = f"Look at the foot of its admin. {_UPGRADE} Then set openzaak_versie in the tenant file."
        return warning(text, fix, By.CASES)
    if safe(version):
        return ok(f"Open Zaak {told}: has the repairs of CVE-2026-54657 and of expand.")
    text = (
        f"Open Zaak {told}: shows cases to applications that have no right to them (CVE-2026-54657, expand)."
    )
    return wrong(text, _UPGRADE, By.CASES)


def _numbers(text: str) -> tuple[int, ...] | None:
    found = re.match(r"(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?", text)
    return tuple(int(part or 0) for part in found.groups()) if found else None
