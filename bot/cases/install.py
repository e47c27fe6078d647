"""Our object types put into a municipality's Objecttypes API: made, brought up to date, or left alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.cases.object_types import FOREIGN, OurType, TypeDoc, VersionDoc, newest, type_doc, version_doc
from bot.cases.zgw.api import Api
from bot.errors import CaseNotFound, ConfigError
from bot.tenant import Objecttype


class Done(StrEnum):
    """What became of one type."""

    CREATED = "made"
    UPGRADED = "new version"
    PUBLISHED = "draft published"
    UNCHANGED = "up to date"
    FOREIGN = "left alone"


@dataclass(frozen=True, slots=True)
class Installed:
    """A type with the UUID and version for the profile; without them where a dry run made nothing."""

    name: str
    done: Done
    uuid: str | None
    version: int | None
    note: str = ""


class Installer:
    """Works on one API with a token that may write object types; that token is used here and kept nowhere.

    May be repeated: what was done already is found again, also a draft that an interrupted run left.
    """

    def __init__(self, api: Api, mapped: Mapping[str, Objecttype], *, dry: bool = False) -> None:
        self._api, self._mapped, self._dry = api, mapped, dry
        self._listed: tuple[TypeDoc, ...] | None = None

    async def install(self, ours: OurType) -> Installed:
        """Bring one type to what this release needs."""
        found = await self._find(ours.name)
        if found is None:
            return await self._create(ours)
        docs = await self._api.pages(f"objecttypes/{found.uuid}/versions")
        versions = [version_doc(doc) for doc in docs]
        published = newest(versions, "published")
        if published is not None and (published.schema_ == ours.schema or ours.name in FOREIGN):
            return _present(ours, found, published)
        if versions and ours.name not in self._mapped and not _same(versions, ours):
            text = (
                f"There is an object type named {ours.name} that is not ours, or of an earlier release. If it"
            )
            more = (
                "is ours, write its UUID into [profiel.objecttypen] and try again; see docs/case-system.md."
            )
            raise ConfigError((f"{text} {more}",))
        same = next((v for v in versions if v.status == "draft" and v.schema_ == ours.schema), None)
        if same is not None:
            await self._publish(found.uuid, same.version)
            return Installed(ours.name, Done.PUBLISHED, found.uuid, same.version)
        number = await self._add_version(found.uuid, ours)
        return Installed(ours.name, Done.UPGRADED, found.uuid, number)

    async def _find(self, name: str) -> TypeDoc | None:
        mapped = self._mapped.get(name)
        if mapped is not None:
            try:
                return type_doc(await self._api.get(f"objecttypes/{mapped.uuid}"))
            except CaseNotFound:
                text = f"profiel.objecttypen.{name}: there is no object type with this UUID. Correct it, or"
                raise ConfigError((f"{text} remove the line to have the type made.",)) from None
        if self._listed is None:
            self._listed = tuple(type_doc(doc) for doc in await self._api.pages("objecttypes"))
        named = [doc for doc in self._listed if doc.name.strip().lower() == name]
        if len(named) > 1:
            text = f"There are {len(named)} object types named {name}: write the UUID of the right one into"
            raise ConfigError((f"{text} [profiel.objecttypen] and try again.",))
        return named[0] if named else None

    async def _create(self, ours: OurType) -> Installed:
        if self._dry:
            return Installed(ours.name, Done.CREATED, None, 1)
        body = {
            "name": ours.name,
            "namePlural": ours.plural,
            "description": ours.description,
            "dataClassification": "confidential",
        }
        made = type_doc(await self._api.send("POST", "objecttypes", body))
        return Installed(ours.name, Done.CREATED, made.uuid, await self._add_version(made.uuid, ours))

    async def _add_version(self, uuid: str, ours: OurType) -> int | None:
        if self._dry:
            return None
        body = {"jsonSchema": ours.schema, "status": "draft"}
        made = version_doc(await self._api.send("POST", f"objecttypes/{uuid}/versions", body))
        await self._publish(uuid, made.version)
        return made.version

    async def _publish(self, uuid: str, number: int) -> None:
        if not self._dry:
            path = f"objecttypes/{uuid}/versions/{number}"
            await self._api.send("PATCH", path, {"status": "published"})


def toml_lines(installed: Sequence[Installed]) -> tuple[str, ...]:
    """The lines for the tenant file."""
    rows = (
        f'{one.name} = {{ uuid = "{one.uuid}", versie = {one.version} }}'
        for one in installed
        if one.uuid is not None and one.version is not None
    )
    return ("[profiel.objecttypen]", *rows)


def _same(versions: Sequence[VersionDoc], ours: OurType) -> bool:
    return any(version.schema_ == ours.schema for version in versions)


def _present(ours: OurType, found: TypeDoc, published: VersionDoc) -> Installed:
    if published.schema_ == ours.schema:
        return Installed(ours.name, Done.UNCHANGED, found.uuid, published.version)
    note = "its schema differs from ours, but other applications use this type: see docs/case-system.md"
    return Installed(ours.name, Done.FOREIGN, found.uuid, published.version, note)
