"""The object types of the profile: whether they exist, are published, and have our schema."""

from __future__ import annotations

from collections.abc import Iterator

from bot.cases.doctor.exam import NAMES, Exam
from bot.cases.doctor.explain import unusable
from bot.cases.doctor.report import By, Line, Section, ok, unknown, warning, wrong
from bot.cases.object_types import FOREIGN, OurType, VersionDoc, newest, our_types, version_doc
from bot.errors import BadAnswer
from bot.tenant import Objecttype
from bot.tenant.names import OBJECTTYPEN

_INSTALL = "Run `wegwijs cases install-types`, and write the version that it prints into the tenant file."


async def object_types(exam: Exam) -> Section:
    """Look at every type that the profile maps."""
    api, key = (
        ("objecttypen", "objecttypen_token")
        if "objecttypen" in exam.target.roots
        else ("objecten", "objecten_token")
    )
    if api == "objecttypen" and exam.types_token is None:
        text = "The Objecttypes API stands alone, and Wegwijs keeps no token for it."
        fix = "Set WEGWIJS_OBJECTTYPEN_TOKEN for this command to have the object types checked."
        return Section("Object types", (unknown(text, fix, By.HOST),))
    hindrance = exam.hindrance(api)
    if hindrance is None and key in exam.refused:
        hindrance = unknown(f"{NAMES[api]}: not asked again, as it refuses the token.")
    if hindrance is not None:
        return Section("Object types", (hindrance,))
    lines = [
        line
        for ours in our_types(exam.content)
        if (mapped := exam.target.object_types.get(ours.name)) is not None
        for line in await _one(exam, api, key, ours, mapped)
    ]
    hidden = [name for name in OBJECTTYPEN if name not in exam.target.object_types]
    if hidden:
        text = f"Not mapped and therefore hidden: {', '.join(hidden)}."
        lines.append(warning(text, "Map them in [profiel.objecttypen] if people should see them.", By.HOST))
    return Section("Object types", tuple(lines))


async def _one(exam: Exam, api: str, key: str, ours: OurType, mapped: Objecttype) -> list[Line]:
    answer = await exam.all(api, f"objecttypes/{mapped.uuid}/versions", key=key)
    if answer.status == 404:
        text = f"{ours.name}: there is no object type with the UUID of the profile."
        return [wrong(text, f"Correct the UUID. {_INSTALL}", By.OBJECTS)]
    if not answer.ok:
        return [unusable(f"Object type {ours.name}", answer)]
    try:
        versions = [version_doc(row) for row in answer.rows]
    except BadAnswer:
        text = f"{ours.name}: its versions cannot be read."
        return [wrong(text, "Look whether the root is that of an Objecttypes API.", By.OBJECTS)]
    return list(_judged(ours, mapped, versions))


def _judged(ours: OurType, mapped: Objecttype, versions: list[VersionDoc]) -> Iterator[Line]:
    chosen = next((version for version in versions if version.version == mapped.versie), None)
    if chosen is None:
        numbers = ", ".join(str(version.version) for version in versions) or "none"
        text = f"{ours.name}: has no version {mapped.versie}; there are: {numbers}."
        yield wrong(text, _INSTALL, By.OBJECTS)
        return
    if chosen.status == "draft":
        text = f"{ours.name}: version {mapped.versie} is a draft, which may still change under us."
        yield wrong(text, "Publish it, or run `wegwijs cases install-types`.", By.OBJECTS)
    if chosen.status == "deprecated":
        yield warning(f"{ours.name}: version {mapped.versie} is deprecated.", _INSTALL, By.OBJECTS)
    if chosen.schema_ == ours.schema:
        yield ok(f"{ours.name}: version {mapped.versie}, with our schema.")
    elif ours.name in FOREIGN:
        text = f"{ours.name}: version {mapped.versie} is not the community's that Wegwijs knows."
        yield warning(text, "Look whether it still has the fields of the community's version 2.", By.OBJECTS)
    else:
        same = newest([version for version in versions if version.schema_ == ours.schema], "published")
        text = f"{ours.name}: the schema of version {mapped.versie} is not that of this release of Wegwijs."
        fix = f"Write versie = {same.version} into the tenant file." if same else _INSTALL
        yield wrong(text, fix, By.HOST if same else By.OBJECTS)
