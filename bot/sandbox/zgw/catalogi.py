"""The Catalogi API, read-only: types of case and what belongs to them."""

from __future__ import annotations

from collections.abc import Callable

from bot.sandbox.zgw import roots
from bot.sandbox.zgw.access import Application
from bot.sandbox.zgw.exchange import Call, Reply, Route
from bot.sandbox.zgw.fout import Fout
from bot.sandbox.zgw.paging import only, paged
from bot.sandbox.zgw.register import Doc, Register

_DATED = frozenset({"status", "datumGeldigheid"})
_OF_TYPE = _DATED | {"zaaktype", "zaaktypeIdentificatie"}
_LISTS: tuple[tuple[str, frozenset[str]], ...] = (
    (roots.CATALOGUSSEN, frozenset({"domein", "rsin"})),
    (roots.ZAAKTYPEN, _DATED | {"catalogus", "identificatie"}),
    (roots.STATUSTYPEN, _OF_TYPE),
    (roots.ROLTYPEN, _OF_TYPE | {"omschrijving", "omschrijvingGeneriek"}),
    (roots.EIGENSCHAPPEN, _OF_TYPE),
    (roots.RESULTAATTYPEN, _OF_TYPE),
    (roots.INFORMATIEOBJECTTYPEN, _DATED | {"catalogus", "omschrijving"}),
)


def routes(register: Register) -> tuple[Route, ...]:
    """The routes of the API."""
    found: list[Route] = []
    for root, filters in _LISTS:
        path = root.removeprefix(roots.CATALOGI)
        found.append(Route("GET", path, _lister(register, root, filters)))
        found.append(Route("GET", path + "/{uuid}", _reader(register, root)))
    return tuple(found)


def wire(row: Doc) -> Doc:
    """A type as it is sent: without a `uuid`, as this API has none."""
    return {k: v for k, v in row.items() if k != "uuid"}


def _lister(register: Register, root: str, filters: frozenset[str]) -> Callable[[Call], Reply]:
    def answer(call: Call) -> Reply:
        _allowed(call)
        only(call, filters)
        wanted = {k: v for k, v in call.query.items() if k in filters - _DATED}
        rows = [
            r for r in reversed(register.rows(root)) if all(str(r.get(k)) == v for k, v in wanted.items())
        ]
        # Everything here is published, so `status` only decides between all and nothing.
        rows = rows if call.query.get("status", "definitief") in {"definitief", "alles"} else []
        day = call.query.get("datumGeldigheid", "")
        return paged(call, [r for r in rows if not day or _valid(r, day)], wire)

    return answer


def _valid(row: Doc, day: str) -> bool:
    return (row.get("beginGeldigheid") or "") <= day < (row.get("eindeGeldigheid") or "9999")


def _reader(register: Register, root: str) -> Callable[[Call], Reply]:
    def answer(call: Call) -> Reply:
        _allowed(call)
        row = register.get(root, call.path["uuid"])
        if row is None:
            raise Fout(404, "not_found")
        return Reply(wire(row), tagged=row)

    return answer


def _allowed(call: Call) -> None:
    if not isinstance(call.client, Application) or "catalogi.lezen" not in call.client.scopes:
        raise Fout(403, "permission_denied")
