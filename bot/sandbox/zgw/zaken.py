"""The Zaken API: the cases themselves. There is no search by BSN here, because the product has none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from bot.sandbox.zgw import roots
from bot.sandbox.zgw.access import Application
from bot.sandbox.zgw.exchange import Call, Reply, Route
from bot.sandbox.zgw.expand import expanded, wanted
from bot.sandbox.zgw.fout import Fout, invalid
from bot.sandbox.zgw.paging import only, paged
from bot.sandbox.zgw.register import Doc, Register
from bot.sandbox.zgw.rights import CaseRights
from bot.sandbox.zgw.zaak import BLIND, ROLE_FILTERS, new_case, role_value, statuses, view

READ: Final = "zaken.lezen"
_Test = Callable[[Doc, str], bool]
LEVELS: Final = (
    "openbaar",
    "beperkt_openbaar",
    "intern",
    "zaakvertrouwelijk",
    "vertrouwelijk",
    "confidentieel",
    "geheim",
    "zeer_geheim",
)
_DAYS = ("startdatum", "einddatum", "registratiedatum")
_FIELDS = (*_DAYS, "identificatie", "bronorganisatie", "zaaktype", "omschrijving")
_NOT_OF_CASES = {"roltype", "omschrijving"}
_CHANGEABLE = {"omschrijving", "toelichting", "einddatumGepland", "kenmerken", "communicatiekanaalNaam"}
_CHANGEABLE |= {"verlenging", "opschorting", "vertrouwelijkheidaanduiding", "registratiedatum"}


class Zaken:
    """Handlers of `/zaken`."""

    def __init__(self, register: Register, rights: CaseRights) -> None:
        self._register, self._rights = register, rights
        self._filters: Mapping[str, _Test] = _filters(register)

    def routes(self) -> tuple[Route, ...]:
        """The routes of the resource."""
        return (
            Route("GET", "/zaken", self._list, crs=True),
            Route("POST", "/zaken", self._create, crs=True),
            Route("POST", "/zaken/_zoek", self._search, crs=True),
            Route("GET", "/zaken/{uuid}", self._read, crs=True),
            Route("PATCH", "/zaken/{uuid}", self._change, crs=True),
        )

    def _list(self, call: Call) -> Reply:
        client = self._rights.check(call, READ)
        only(call, {*self._filters, "expand", "ordering"})
        names = wanted(call.query.getall("expand", []))
        rows = self._matching(client, {k: v for k, v in call.query.items() if k in self._filters})
        return paged(call, _ordered(rows, call.query.get("ordering", "")), self._viewer(names))

    def _search(self, call: Call) -> Reply:
        client = self._rights.check(call, READ)
        asked = dict(call.doc)
        expand = asked.pop("expand", [])
        if not asked:
            raise invalid(("nonFieldErrors", "empty_search_body", "Je moet zoekparameters opgeven"))
        if not isinstance(expand, list):
            raise Fout(500, "error", "Internal Server Error")  # what the real server does with a string
        uuids, types = asked.pop("uuid__in", None), asked.pop("zaaktype__in", None)
        among = None if uuids is None else [self._register.get(roots.CASES, str(u)) for u in uuids]
        found = None if among is None else [row for row in among if row is not None]
        rows = self._matching(client, {k: str(v) for k, v in asked.items() if k in self._filters}, found)
        rows = [r for r in rows if types is None or r["zaaktype"] in types]
        return paged(call, rows, self._viewer(wanted(expand)))

    def _read(self, call: Call) -> Reply:
        client = self._rights.check(call, READ)
        row = self._one(call, client)
        only(call, {"expand"})
        names = wanted(call.query.getall("expand", []))
        doc = view(self._register, row)
        tagged = {k: v for k, v in doc.items() if k not in BLIND}
        found = expanded(self._register, doc, names)
        if names and not found["_expand"]:
            found.pop("_expand")  # recorded: an expand without effect leaves no `_expand` on a detail
        return Reply(found, tagged=tagged)

    def _create(self, call: Call) -> Reply:
        self._rights.check(call, "zaken.aanmaken")
        doc = call.doc
        kind = self._register.by_url(doc.get("zaaktype"))
        _check_new(doc, kind)
        assert kind is not None
        taken = self._register.where(roots.CASES, bronorganisatie=doc["bronorganisatie"])
        if doc.get("identificatie") and any(r["identificatie"] == doc["identificatie"] for r in taken):
            reason = "Deze identificatie bestaat al voor deze bronorganisatie"
            raise invalid(("identificatie", "identificatie-niet-uniek", reason))
        row = new_case(self._register, doc, kind)
        self._rights.tell(row, "zaak", row["url"], "create")
        return Reply(view(self._register, row), 201)

    def _change(self, call: Call) -> Reply:
        client = self._rights.check(call, "zaken.bijwerken", "zaken.geforceerd-bijwerken")
        row = self._rights.case(
            call, self._one(call, client)["url"], "zaken.bijwerken", "zaken.geforceerd-bijwerken"
        )
        row.update({k: v for k, v in call.doc.items() if k in _CHANGEABLE})
        row["laatstGemuteerd"] = self._register.now()
        self._rights.tell(row, "zaak", row["url"], "partial_update")
        return Reply(view(self._register, row))

    def _one(self, call: Call, client: Application) -> Doc:
        row = self._register.get(roots.CASES, call.path["uuid"])
        if row is None:
            raise Fout(404, "not_found")
        if not self._rights.sees(client, row):
            raise Fout(403, "permission_denied")
        return row

    def _matching(
        self, client: Application, asked: Mapping[str, str], among: list[Doc] | None = None
    ) -> list[Doc]:
        if among is None:
            one = {"identificatie": asked["identificatie"]} if "identificatie" in asked else {}
            among = list(self._register.where(roots.CASES, **one))[::-1]
        rows = [r for r in among if self._rights.sees(client, r)]
        return [r for r in rows if all(self._filters[k](r, v) for k, v in asked.items())]

    def _viewer(self, names: frozenset[str]) -> Callable[[Doc], Any]:
        return lambda row: expanded(self._register, view(self._register, row), names)


def _filters(register: Register) -> dict[str, _Test]:
    def has_role(row: Doc, generic: str) -> bool:
        return any(register.where(roots.ROLLEN, zaak=row["url"], omschrijvingGeneriek=generic))

    def has_status(row: Doc, url: str) -> bool:
        found = statuses(register, row)
        return bool(found) and found[0]["statustype"] == url

    def has_mark(row: Doc, mark: str) -> bool:
        return any(f"{k['bron']}:{k['kenmerk']}" == mark for k in row["kenmerken"])

    def has_person(name: str) -> _Test:
        field = name.removeprefix("rol__")
        return lambda row, value: any(
            role_value(role, field) == value for role in register.where(roots.ROLLEN, zaak=row["url"])
        )

    def of_kind(row: Doc, text: str) -> bool:
        kind = register.by_url(row["zaaktype"])
        return kind is not None and kind["omschrijving"] == text

    found: dict[str, _Test] = {
        f"rol__{name}": has_person(f"rol__{name}") for name in ROLE_FILTERS - _NOT_OF_CASES
    }
    found |= {name: _equals(name) for name in _FIELDS}
    found |= {f"startdatum__{op}": _compares("startdatum", op) for op in ("gt", "gte", "lt", "lte")}
    found |= {f"{name}__{op}": _compares(name, op) for name in _DAYS[1:] for op in ("gt", "lt")}
    found |= {
        "identificatie__icontains": lambda row, v: v.lower() in row["identificatie"].lower(),
        "bronorganisatie__in": lambda row, v: row["bronorganisatie"] in v.split(","),
        "einddatum__isnull": lambda row, v: (row["einddatum"] is None) == (v.lower() == "true"),
        "rol__omschrijvingGeneriek": has_role,
        "status__statustype": has_status,
        "kenmerk": has_mark,
        "kenmerk__bron": lambda row, v: any(k["bron"] == v for k in row["kenmerken"]),
        "zaaktype__omschrijving": of_kind,
        "maximaleVertrouwelijkheidaanduiding": lambda row, v: (
            v in LEVELS and LEVELS.index(row["vertrouwelijkheidaanduiding"]) <= LEVELS.index(v)
        ),
    }
    return found


def _equals(name: str) -> _Test:
    return lambda row, value: str(row[name] or "") == value


def _compares(name: str, op: str) -> _Test:
    tests: dict[str, Callable[[str, str], bool]] = {
        "gt": lambda a, b: a > b,
        "gte": lambda a, b: a >= b,
        "lt": lambda a, b: a < b,
        "lte": lambda a, b: a <= b,
    }
    return lambda row, value: tests[op](str(row[name] or ""), value)


def _ordered(rows: list[Doc], ordering: str) -> list[Doc]:
    for name in reversed([n for n in ordering.split(",") if n]):
        field = name.lstrip("-")
        if field not in {"startdatum", "einddatum", "registratiedatum", "identificatie"}:
            raise invalid(
                ("ordering", "invalid_choice", f"Selecteer een geldige keuze. {name} is geen keuze.")
            )
        rows = sorted(rows, key=lambda r: str(r[field] or ""), reverse=name.startswith("-"))
    return rows


def _check_new(doc: Doc, kind: Doc | None) -> None:
    faults = [
        (name, "required", "Dit veld is vereist.")
        for name in ("bronorganisatie", "zaaktype", "startdatum")
        if not doc.get(name)
    ]
    rsin = str(doc.get("bronorganisatie") or "")
    if rsin and not _eleven(rsin):
        faults.append(("bronorganisatie", "invalid", "Onjuist RSIN nummer"))
    if rsin and len(rsin) < 9:
        faults.append(("bronorganisatie", "min_length", "Dit veld moet ten minste 9 karakters bevatten."))
    start = str(doc.get("startdatum") or "")
    if start and (len(start) != 10 or not start.replace("-", "").isdigit()):
        reason = "Date heeft het verkeerde formaat, gebruik 1 van deze formaten: YYYY-MM-DD."
        faults.append(("startdatum", "invalid", reason))
    if doc.get("zaaktype") and kind is None:
        faults.append(("zaaktype", "bad-url", "De URL gaf als antwoord HTTP 404. Geef een geldige URL op."))
    if faults:
        raise invalid(*faults)


def _eleven(rsin: str) -> bool:
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return (
        len(rsin) == 9
        and rsin.isdigit()
        and sum(int(d) * w for d, w in zip(rsin, weights, strict=True)) % 11 == 0
    )
