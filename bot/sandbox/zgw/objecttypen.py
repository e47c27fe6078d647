"""Objecttypes and their versions (draft, then published for good), as in Open Object 4."""

from __future__ import annotations

from typing import Any

from bot.sandbox.zgw import roots
from bot.sandbox.zgw.access import ObjectKey
from bot.sandbox.zgw.exchange import Call, Reply, Route
from bot.sandbox.zgw.fout import Fout, invalid
from bot.sandbox.zgw.objectvorm import type_wire
from bot.sandbox.zgw.paging import paged
from bot.sandbox.zgw.register import Doc, Register
from bot.sandbox.zgw.schema import new_type, version

_STATES = ("draft", "published", "deprecated")


class Objecttypen:
    """Everybody with a key may read; a key that may do everything may also write."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def routes(self) -> tuple[Route, ...]:
        """The routes of the resource."""
        one = "/objecttypes/{uuid}"
        return (
            Route("GET", "/objecttypes", self._types),
            Route("POST", "/objecttypes", self._create),
            Route("GET", one, self._type),
            Route("GET", one + "/versions", self._versions),
            Route("POST", one + "/versions", self._add_version),
            Route("GET", one + "/versions/{number}", self._version),
            Route("PATCH", one + "/versions/{number}", self._change_version),
        )

    def _types(self, call: Call) -> Reply:
        return paged(call, self._register.rows(roots.OBJECTTYPES), type_wire)

    def _create(self, call: Call) -> Reply:
        _may_write(call)
        missing = [
            (k, "required", "This field is required.") for k in ("name", "namePlural") if not call.doc.get(k)
        ]
        if missing:
            raise invalid(*missing)
        row = self._register.add(roots.OBJECTTYPES, new_type(call.doc, str(self._register.today())))
        row["_versions"] = []
        return Reply(type_wire(row), 201)

    def _type(self, call: Call) -> Reply:
        return Reply(type_wire(self._one(call)))

    def _versions(self, call: Call) -> Reply:
        return paged(call, self._one(call)["_versions"], dict)

    def _add_version(self, call: Call) -> Reply:
        _may_write(call)
        row = self._one(call)
        made = version(
            row, len(row["_versions"]) + 1, _schema(call.doc.get("jsonSchema")), str(self._register.today())
        )
        row["_versions"].append(made)
        row["versions"].append(made["url"])
        return Reply(made, 201)

    def _version(self, call: Call) -> Reply:
        return Reply(self._numbered(call))

    def _change_version(self, call: Call) -> Reply:
        _may_write(call)
        found = self._numbered(call)
        if found["status"] != "draft" and set(call.doc) - {"status"}:
            raise invalid(
                ("nonFieldErrors", "non-draft-version-update", "Only draft versions can be changed")
            )
        state = call.doc.get("status", found["status"])
        if state not in _STATES:
            raise invalid(("status", "invalid_choice", "This is not a valid choice."))
        if "jsonSchema" in call.doc:
            found["jsonSchema"] = _schema(call.doc["jsonSchema"])
        found["status"], found["modifiedAt"] = state, str(self._register.today())
        if state == "published":
            found["publishedAt"] = found["publishedAt"] or found["modifiedAt"]
        return Reply(found)

    def _one(self, call: Call) -> Doc:
        row = self._register.get(roots.OBJECTTYPES, call.path["uuid"])
        if row is None:
            raise Fout(404, "not_found")
        return row

    def _numbered(self, call: Call) -> Doc:
        found: list[Doc] = [
            v for v in self._one(call)["_versions"] if str(v["version"]) == call.path["number"]
        ]
        if not found:
            raise Fout(404, "not_found")
        return found[0]


def _may_write(call: Call) -> None:
    if not isinstance(call.client, ObjectKey) or call.client.types is not None:
        raise Fout(403, "permission_denied")


def _schema(given: Any) -> Doc:
    if not isinstance(given, dict):
        raise invalid(("jsonSchema", "invalid", "Value must be valid JSON object."))
    return given
