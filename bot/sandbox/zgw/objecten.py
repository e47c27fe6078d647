"""The Objects API, as in Open Object 4.0.0; its objecttypes are in `objecttypen`."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.sandbox.zgw import dataattr, roots
from bot.sandbox.zgw.access import ObjectKey
from bot.sandbox.zgw.exchange import Call, Reply, Route
from bot.sandbox.zgw.fout import Fout, invalid
from bot.sandbox.zgw.notices import Notices
from bot.sandbox.zgw.objectvorm import check_uuid, contains, merge, only_fields, ordered, wire
from bot.sandbox.zgw.paging import only, paged
from bot.sandbox.zgw.register import Doc, Register
from bot.sandbox.zgw.schema import Schemas

_LIST = {
    "type",
    "data_attr",
    "data_attrs",
    "data_icontains",
    "date",
    "registrationDate",
    "fields",
    "ordering",
}
_LIST |= {"typeVersion"}


class Objecten:
    """Rows hold all records of an object; a record is shown on the days for which it is valid."""

    def __init__(self, register: Register, notices: Notices, schemas: Schemas) -> None:
        self._register, self._notices, self._schemas = register, notices, schemas

    def routes(self) -> tuple[Route, ...]:
        """The routes of the API."""
        one = "/objects/{uuid}"
        return (
            Route("GET", "/objects", self._list),
            Route("POST", "/objects", self._create),
            Route("POST", "/objects/search", self._search),
            Route("GET", one, self._read),
            Route("PUT", one, self._replace),
            Route("PATCH", one, self._patch),
            Route("DELETE", one, self._delete),
            Route("GET", one + "/history", self._history),
            Route("GET", "/permissions", self._permissions),
        )

    def add(
        self,
        type_name: str,
        data: Doc,
        uuid: str | None = None,
        start: date | None = None,
        *,
        check: bool = True,
    ) -> Doc:
        """Keep a new object without telling anyone; `check=False` trusts data that a test has checked."""
        kind = next(self._register.where(roots.OBJECTTYPES, name=type_name))
        record = {"typeVersion": 1, "data": data, "startAt": str(start or self._register.today())}
        if check:
            self._schemas.check(kind, 1, data)
        return self._register.add(
            roots.OBJECTS, {"type": kind["url"], "_records": [self._record(record, 1)]}, uuid
        )

    def change(self, row: Doc, record: Mapping[str, Any]) -> None:
        """Give an object a new record that is the newest one merged with `record`, and tell it."""
        newest = row["_records"][-1]
        merged = {**newest, **record, "data": merge(newest["data"], record.get("data", {}))}
        self._renew(row, merged, "partial_update")

    def _list(self, call: Call) -> Reply:
        only(call, _LIST)
        return self._found(call, {k: call.query.getall(k) for k in call.query})

    def _search(self, call: Call) -> Reply:
        asked = {k: v if isinstance(v, list) else [v] for k, v in call.doc.items() if k in _LIST}
        return self._found(call, asked)

    def _found(self, call: Call, asked: Mapping[str, list[Any]]) -> Reply:
        texts = [str(t) for t in asked.get("data_attr", [])]
        texts += [t for group in asked.get("data_attrs", []) for t in str(group).split(",")]
        tests = [dataattr.parse(text) for text in texts]
        kinds = {roots.last(str(t)) for t in asked.get("type", [])}
        day, registered = self._day(asked, "date"), asked.get("registrationDate", [None])[0]
        docs = []
        for row in self._register.rows(roots.OBJECTS):
            record = self._valid(row, day, registered)
            if (
                record is None
                or self._mode(call, row) is None
                or (kinds and roots.last(row["type"]) not in kinds)
            ):
                continue
            if all(test(record["data"]) for test in tests) and contains(record["data"], asked):
                docs.append(wire(row, record))
        docs = ordered(docs, str(asked.get("ordering", [""])[0]))
        fields = str(asked.get("fields", [""])[0])
        return paged(call, docs, (lambda doc: only_fields(doc, fields)) if fields else dict)

    def _read(self, call: Call) -> Reply:
        only(call, {"fields", "date", "registrationDate"})
        row = self._one(call, writing=False)
        record = self._valid(row, self._day({k: [v] for k, v in call.query.items()}, "date"), None)
        if record is None:
            raise Fout(404, "not_found")
        doc = wire(row, record)
        return Reply(only_fields(doc, call.query["fields"]) if call.query.get("fields") else doc)

    def _create(self, call: Call) -> Reply:
        doc, record = call.doc, call.doc.get("record")
        kind = self._register.get(roots.OBJECTTYPES, roots.last(str(doc.get("type", ""))))
        if kind is None:
            raise invalid(("type", "invalid", "The objecttype does not exist."))
        if self._mode_of(call, kind) != "read_and_write":
            raise Fout(403, "permission_denied")
        checked = self._checked(kind, record)
        uuid = doc.get("uuid")
        if uuid is not None:
            check_uuid(str(uuid))
            if self._register.get(roots.OBJECTS, str(uuid)):
                raise invalid(("uuid", "unique", "object with this uuid already exists."))
        rows = {"type": kind["url"], "_records": [self._record(checked, 1)]}
        row = self._register.add(roots.OBJECTS, rows, str(uuid) if uuid else None)
        self._tell(row, "create")
        return Reply(wire(row, row["_records"][0]), 201)

    def _patch(self, call: Call) -> Reply:
        row = self._one(call, writing=True)
        self.change(row, call.doc.get("record") or {})
        return Reply(wire(row, row["_records"][-1]))

    def _replace(self, call: Call) -> Reply:
        row = self._one(call, writing=True)
        kind = self._register.by_url(row["type"])
        assert kind is not None
        self._renew(row, self._checked(kind, call.doc.get("record")), "update")
        return Reply(wire(row, row["_records"][-1]))

    def _delete(self, call: Call) -> Reply:
        row = self._one(call, writing=True)
        self._register.remove(roots.OBJECTS, row["uuid"])
        self._tell(row, "destroy")
        return Reply(status=204)

    def _history(self, call: Call) -> Reply:
        row = self._one(call, writing=False)
        return paged(call, row["_records"], lambda r: {k: v for k, v in r.items() if k != "references"})

    def _permissions(self, call: Call) -> Reply:
        rows = [(kind, self._mode_of(call, kind)) for kind in self._register.rows(roots.OBJECTTYPES)]
        found = [
            {"type": kind["url"], "mode": mode, "use_fields": False, "fields": {}}
            for kind, mode in rows
            if mode
        ]
        return paged(call, found, dict)

    def _one(self, call: Call, writing: bool) -> Doc:
        row = self._register.get(roots.OBJECTS, call.path["uuid"])
        if row is None:
            raise Fout(404, "not_found")
        mode = self._mode(call, row)
        if mode is None or (writing and mode != "read_and_write"):
            raise Fout(403, "permission_denied")
        return row

    def _mode(self, call: Call, row: Doc) -> str | None:
        kind = self._register.by_url(row["type"])
        return self._mode_of(call, kind) if kind else None

    def _mode_of(self, call: Call, kind: Doc) -> str | None:
        if not isinstance(call.client, ObjectKey):
            return None
        types = call.client.types
        return "read_and_write" if types is None else types.get(kind["name"])

    def _checked(self, kind: Doc, record: Any) -> Doc:
        if not isinstance(record, dict):
            raise invalid(("record", "required", "This field is required."))
        missing = [k for k in ("typeVersion", "startAt") if not record.get(k)]
        if missing:
            raise invalid(*((f"record.{k}", "required", "This field is required.") for k in missing))
        self._schemas.check(kind, record["typeVersion"], record.get("data", {}))
        return record

    def _renew(self, row: Doc, record: Mapping[str, Any], action: str) -> None:
        kind = self._register.by_url(row["type"])
        assert kind is not None
        self._schemas.check(kind, record["typeVersion"], record["data"])
        newest = row["_records"][-1]
        fresh = self._record(record, newest["index"] + 1)
        newest["endAt"] = fresh["startAt"]
        row["_records"].append(fresh)
        self._tell(row, action)

    def _record(self, given: Mapping[str, Any], index: int) -> Doc:
        return {
            "index": index,
            "typeVersion": given["typeVersion"],
            "data": copy.deepcopy(given["data"]),
            "geometry": None,
            "references": given.get("references") or [],
            "startAt": given["startAt"],
            "endAt": None,
            "registrationAt": str(self._register.today()),
            "correctionFor": None,
            "correctedBy": None,
        }

    def _valid(self, row: Doc, day: str, registered: str | None) -> Doc | None:
        fits = [
            r
            for r in row["_records"]
            if r["startAt"] <= day
            and (r["endAt"] is None or r["endAt"] >= day)
            and (registered is None or r["registrationAt"] <= registered)
        ]
        return fits[-1] if fits else None

    def _day(self, asked: Mapping[str, list[Any]], name: str) -> str:
        return str(asked.get(name, [self._register.today()])[0])

    def _tell(self, row: Doc, action: str) -> None:
        self._notices.publish(
            "objecten", row["url"], "object", row["url"], action, {"objectType": row["type"]}
        )
