"""The Zaken API: what hangs on a case (properties, roles, statuses, results, linked objects)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any

from bot.sandbox.zgw import roots
from bot.sandbox.zgw.documenten import new_document_link
from bot.sandbox.zgw.exchange import Call, Reply, Route
from bot.sandbox.zgw.fout import Fout, invalid
from bot.sandbox.zgw.paging import only, paged
from bot.sandbox.zgw.register import Doc, Register
from bot.sandbox.zgw.rights import CaseRights
from bot.sandbox.zgw.zaak import (
    ROLE_FILTERS,
    new_object_link,
    new_property,
    new_role,
    new_status,
    role_value,
    view,
)
from bot.sandbox.zgw.zaken import READ

_UPDATE = ("zaken.bijwerken", "zaken.geforceerd-bijwerken")
_ADD = ("zaken.aanmaken", *_UPDATE)


class Zaakdelen:
    """Handlers of the parts."""

    def __init__(self, register: Register, rights: CaseRights) -> None:
        self._register, self._rights = register, rights

    def routes(self) -> tuple[Route, ...]:
        """The routes of the resources."""
        own = "/zaken/{zaak}/zaakeigenschappen"
        lists: tuple[tuple[str, set[str]], ...] = (
            (roots.ROLLEN, {"zaak", *ROLE_FILTERS}),
            (roots.STATUSSEN, {"zaak", "statustype", "indicatieLaatstGezetteStatus"}),
            (roots.ZAAKOBJECTEN, {"zaak", "object", "objectType"}),
            (roots.RESULTATEN, {"zaak", "resultaattype"}),
        )
        found = [
            Route("GET", own, self._properties),
            Route("POST", own, self._add_property),
            Route("GET", own + "/{uuid}", self._property),
            Route("PATCH", own + "/{uuid}", self._change_property),
            Route("POST", "/rollen", self._add_role),
            Route("DELETE", "/rollen/{uuid}", self._remove_role),
            Route("POST", "/statussen", self._add_status),
            Route("POST", "/zaakobjecten", self._add_object),
            Route("POST", "/resultaten", self._add_result),
            Route("GET", "/zaakinformatieobjecten", self._documents),
            Route("GET", "/zaakinformatieobjecten/{uuid}", self._reader(roots.ZAAKINFORMATIEOBJECTEN)),
            Route("POST", "/zaakinformatieobjecten", self._add_document),
        ]
        for root, filters in lists:
            path = root.removeprefix(roots.ZAKEN)
            found += [
                Route("GET", path, self._lister(root, filters)),
                Route("GET", path + "/{uuid}", self._reader(root)),
            ]
        return tuple(found)

    def _lister(self, root: str, filters: Collection[str]) -> Callable[[Call], Reply]:
        def answer(call: Call) -> Reply:
            client = self._rights.check(call, READ)
            only(call, filters)
            wanted = {k: v for k, v in call.query.items() if k in filters}
            one = {"zaak": wanted["zaak"]} if "zaak" in wanted else {}
            docs = [view(self._register, r) for r in list(self._register.where(root, **one))[::-1]]
            rows = [d for d in docs if all(_text(role_value(d, k)) == v.lower() for k, v in wanted.items())]
            return paged(call, [r for r in rows if self._rights.sees(client, self._case_of(r))], dict)

        return answer

    def _reader(self, root: str) -> Callable[[Call], Reply]:
        def answer(call: Call) -> Reply:
            client = self._rights.check(call, READ)
            row = self._register.get(root, call.path["uuid"])
            if row is None:
                raise Fout(404, "not_found")
            if not self._rights.sees(client, self._case_of(row)):
                raise Fout(403, "permission_denied")
            doc = view(self._register, row)
            return Reply(doc, tagged=doc)

        return answer

    def _properties(self, call: Call) -> Reply:
        case = self._own_case(call)
        return Reply([dict(r) for r in self._register.where(roots.ZAAKEIGENSCHAPPEN, zaak=case["url"])][::-1])

    def _property(self, call: Call) -> Reply:
        row = self._own_property(call)
        return Reply(row, tagged=row)

    def _add_property(self, call: Call) -> Reply:
        case = self._rights.case(call, self._own_case(call, *_ADD)["url"], *_ADD)
        kind = self._known(call.doc.get("eigenschap"), roots.EIGENSCHAPPEN, "eigenschap")
        row = new_property(self._register, case, kind, _word(call.doc))
        self._rights.tell(case, "zaakeigenschap", row["url"], "create")
        return Reply(row, 201)

    def _change_property(self, call: Call) -> Reply:
        case = self._rights.case(call, self._own_case(call, *_UPDATE)["url"], *_UPDATE)
        row = self._own_property(call, *_UPDATE)
        if "waarde" in call.doc:
            row["waarde"] = _word(call.doc)
        self._rights.tell(case, "zaakeigenschap", row["url"], "partial_update")
        return Reply(row)

    def _add_role(self, call: Call) -> Reply:
        case = self._rights.case(call, call.doc.get("zaak"), *_ADD)
        kind = self._known(call.doc.get("roltype"), roots.ROLTYPEN, "roltype")
        if not call.doc.get("betrokkeneType"):
            raise invalid(("betrokkeneType", "required", "Dit veld is vereist."))
        row = new_role(self._register, case, kind, call.doc)
        self._rights.tell(case, "rol", row["url"], "create")
        return Reply(row, 201)

    def _remove_role(self, call: Call) -> Reply:
        row = self._register.get(roots.ROLLEN, call.path["uuid"])
        if row is None:
            raise Fout(404, "not_found")
        case = self._rights.case(call, row["zaak"], *_UPDATE)
        self._register.remove(roots.ROLLEN, row["uuid"])
        self._rights.tell(case, "rol", row["url"], "destroy")
        return Reply(status=204)

    def _add_status(self, call: Call) -> Reply:
        case = self._rights.case(call, call.doc.get("zaak"), "zaken.statussen.toevoegen", "zaken.aanmaken")
        kind = self._known(call.doc.get("statustype"), roots.STATUSTYPEN, "statustype")
        self.check_status(case, kind, str(call.doc.get("datumStatusGezet", "")))
        row = self.set_status(case, kind, call.doc)
        return Reply(view(self._register, row), 201)

    def check_status(self, case: Doc, kind: Doc, moment: str) -> None:
        """Refuse a status without date, in the future, twice at one instant, or an end without result."""
        try:
            at = datetime.fromisoformat(moment)
        except ValueError as fault:
            raise invalid(("datumStatusGezet", "invalid", "Datetime heeft het verkeerde formaat.")) from fault
        if at > self._register.clock():
            raise invalid(("datumStatusGezet", "date-in-future", "Deze datum mag niet in de toekomst zijn"))
        if any(self._register.where(roots.STATUSSEN, zaak=case["url"], datumStatusGezet=moment)):
            reason = "De velden zaak, datumStatusGezet moeten een unieke set zijn."
            raise invalid(("nonFieldErrors", "unique", reason))
        if kind["isEindstatus"] and not any(self._register.where(roots.RESULTATEN, zaak=case["url"])):
            raise invalid(("nonFieldErrors", "resultaat-does-not-exist", "Zaak has no resultaat."))

    def set_status(self, case: Doc, kind: Doc, given: Doc) -> Doc:
        """Keep a status; an end status closes the case."""
        row = new_status(self._register, case, kind, given)
        case["laatstGemuteerd"] = self._register.now()
        if kind["isEindstatus"]:
            day = str(given["datumStatusGezet"])[:10]
            case |= {"einddatum": day, "archiefnominatie": "vernietigen", "startdatumBewaartermijn": day}
            case["archiefactiedatum"] = f"{int(day[:4]) + 5}{day[4:]}"
        self._rights.tell(case, "status", row["url"], "create")
        return row

    def _add_object(self, call: Call) -> Reply:
        case = self._rights.case(call, call.doc.get("zaak"), *_ADD)
        url = call.doc.get("object")
        if self._register.by_url(url) is None:
            reason = f"De URL {url} gaf als antwoord HTTP 404. Geef een geldige URL op."
            raise invalid(("object", "bad-url", reason))
        row = new_object_link(self._register, case, call.doc)
        self._rights.tell(case, "zaakobject", row["url"], "create")
        return Reply(row, 201)

    def _add_result(self, call: Call) -> Reply:
        case = self._rights.case(call, call.doc.get("zaak"), *_ADD)
        kind = self._known(call.doc.get("resultaattype"), roots.RESULTAATTYPEN, "resultaattype")
        doc = {
            "zaak": case["url"],
            "resultaattype": kind["url"],
            "toelichting": call.doc.get("toelichting", ""),
        }
        row = self._register.add(roots.RESULTATEN, doc)
        self._rights.tell(case, "resultaat", row["url"], "create")
        return Reply(row, 201)

    def _documents(self, call: Call) -> Reply:
        client = self._rights.check(call, READ)
        only(call, {"zaak", "informatieobject"})
        rows = self._register.where(roots.ZAAKINFORMATIEOBJECTEN, **dict(call.query))
        return Reply([dict(r) for r in rows if self._rights.sees(client, self._case_of(r))][::-1])

    def _add_document(self, call: Call) -> Reply:
        case = self._rights.case(call, call.doc.get("zaak"), *_ADD)
        document = self._known(call.doc.get("informatieobject"), roots.DOCUMENTS, "informatieobject")
        pair = {"zaak": case["url"], "informatieobject": document["url"]}
        if any(self._register.where(roots.ZAAKINFORMATIEOBJECTEN, **pair)):
            reason = "De velden zaak, informatieobject moeten een unieke set zijn."
            raise invalid(("nonFieldErrors", "unique", reason))
        row = new_document_link(self._register, case, document, call.doc)
        self._rights.tell(case, "zaakinformatieobject", row["url"], "create")
        return Reply(row, 201)

    def _own_case(self, call: Call, *scopes: str) -> Doc:
        client = self._rights.check(call, *(scopes or (READ,)))
        row = self._register.get(roots.CASES, call.path["zaak"])
        if row is None:
            raise Fout(404, "not_found")
        if not self._rights.sees(client, row):
            raise Fout(403, "permission_denied")
        return row

    def _own_property(self, call: Call, *scopes: str) -> Doc:
        case = self._own_case(call, *scopes)
        row = self._register.get(roots.ZAAKEIGENSCHAPPEN, call.path["uuid"])
        if row is None or row["zaak"] != case["url"]:
            raise Fout(404, "not_found")
        return row

    def _case_of(self, row: Doc) -> Doc:
        case = self._register.by_url(row["zaak"])
        assert case is not None
        return case

    def _known(self, url: Any, root: str, field: str) -> Doc:
        row = self._register.by_url(url)
        if row is None or not row["url"].startswith(root):
            raise invalid((field, "bad-url", "De URL gaf als antwoord HTTP 404. Geef een geldige URL op."))
        return row


def _text(value: object) -> str:
    return str(value).lower()


def _word(doc: Doc) -> str:
    if not isinstance(doc.get("waarde"), str):
        raise invalid(("waarde", "invalid", "Geen geldige tekenreeks."))
    return str(doc["waarde"])
