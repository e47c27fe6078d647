"""The Documenten API as far as it is read: what a document is called, and with which cases it belongs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from bot.sandbox.zgw import roots
from bot.sandbox.zgw.access import Application
from bot.sandbox.zgw.exchange import Call, Reply, Route
from bot.sandbox.zgw.fout import Fout
from bot.sandbox.zgw.paging import only, paged
from bot.sandbox.zgw.register import Doc, Register

READ: Final = "documenten.lezen"


def routes(register: Register) -> tuple[Route, ...]:
    """The routes of the API; contents are not kept, so there is no download."""
    return (
        Route("GET", "/enkelvoudiginformatieobjecten", _documents(register)),
        Route("GET", "/enkelvoudiginformatieobjecten/{uuid}", _document(register)),
        Route("GET", "/objectinformatieobjecten", _links(register)),
    )


def new_document(register: Register, rsin: str, title: str, kind: Doc, **more: Any) -> Doc:
    """Keep a new document, without contents."""
    number = len(register.rows(roots.DOCUMENTS)) + 1
    day = str(register.today())
    row: Doc = {
        "identificatie": f"DOCUMENT-{day[:4]}-{number:010d}",
        "bronorganisatie": rsin,
        "creatiedatum": day,
        "titel": title,
        "vertrouwelijkheidaanduiding": "zaakvertrouwelijk",
        "auteur": "Gemeente",
        "status": "definitief",
        "formaat": "application/pdf",
        "taal": "nld",
        "versie": 1,
        "beginRegistratie": register.now(),
        "bestandsnaam": "document.pdf",
        "inhoud": "",
        "bestandsomvang": 0,
        "link": "",
        "beschrijving": "",
        "ontvangstdatum": None,
        "verzenddatum": None,
        "indicatieGebruiksrecht": False,
        "verschijningsvorm": "",
        "ondertekening": None,
        "integriteit": None,
        "informatieobjecttype": kind["url"],
        "locked": False,
        "bestandsdelen": [],
        "trefwoorden": [],
        **more,
    }
    kept = register.add(roots.DOCUMENTS, row)
    kept["inhoud"] = f"{kept['url']}/download?versie={kept['versie']}"
    return kept


def new_document_link(register: Register, case: Doc, document: Doc, given: Doc) -> Doc:
    """Tie a document to a case: the zaakinformatieobject, and its mirror on the side of the documents."""
    row: Doc = {
        "informatieobject": document["url"],
        "zaak": case["url"],
        "aardRelatieWeergave": "Hoort bij, omgekeerd: kent",
        "titel": given.get("titel", ""),
        "beschrijving": given.get("beschrijving", ""),
        "registratiedatum": register.now(),
        "vernietigingsdatum": None,
        "status": None,
    }
    mirror = {"informatieobject": document["url"], "object": case["url"], "objectType": "zaak"}
    register.add(roots.OBJECTINFORMATIEOBJECTEN, mirror)
    # This moves, although the ETag of the case does not (seen on the real server).
    case["laatstGemuteerd"] = register.now()
    return register.add(roots.ZAAKINFORMATIEOBJECTEN, row)


def _documents(register: Register) -> Callable[[Call], Reply]:
    filters = {"titel", "bronorganisatie", "informatieobjecttype", "auteur"}

    def answer(call: Call) -> Reply:
        _allowed(call)
        only(call, filters)
        asked = {k: v for k, v in call.query.items() if k in filters}
        rows = [r for r in register.rows(roots.DOCUMENTS)[::-1] if all(r[k] == v for k, v in asked.items())]
        return paged(call, rows, _wire)

    return answer


def _document(register: Register) -> Callable[[Call], Reply]:
    def answer(call: Call) -> Reply:
        _allowed(call)
        row = register.get(roots.DOCUMENTS, call.path["uuid"])
        if row is None:
            raise Fout(404, "not_found")
        return Reply(_wire(row), tagged=row)

    return answer


def _links(register: Register) -> Callable[[Call], Reply]:
    def answer(call: Call) -> Reply:
        _allowed(call)
        only(call, {"object", "informatieobject"})
        rows = register.where(roots.OBJECTINFORMATIEOBJECTEN, **dict(call.query))
        return Reply([{k: v for k, v in r.items() if k != "uuid"} for r in rows][::-1])

    return answer


def _wire(row: Doc) -> Doc:
    return {**{k: v for k, v in row.items() if k != "uuid"}, "_expand": {}}


def _allowed(call: Call) -> None:
    if not isinstance(call.client, Application) or READ not in call.client.scopes:
        raise Fout(403, "permission_denied")
