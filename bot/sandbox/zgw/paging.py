"""Lists in pages of the official shape, and the refusal of parameters that the API does not know."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from yarl import URL

from bot.sandbox.zgw.exchange import Call, Reply
from bot.sandbox.zgw.fout import Fout, invalid
from bot.sandbox.zgw.register import Doc

LARGEST = 500
USUAL = 100
PAGING = frozenset({"page", "pageSize"})


def only(call: Call, known: Collection[str]) -> None:
    """Refuse a parameter that is not in the list, as Open Zaak does."""
    unknown = sorted(set(call.query) - set(known) - PAGING)
    if unknown:
        text = f"Onbekende query parameters: {', '.join(unknown)}"
        raise invalid(("nonFieldErrors", "unknown-parameters", text))


def paged(call: Call, rows: Sequence[Doc], view: Callable[[Doc], Any]) -> Reply:
    """Answer one page; more than 500 a page is clipped, a page past the end is a 404."""
    size = min(_number(call, "pageSize", USUAL), LARGEST)
    page = _number(call, "page", 1)
    first = (page - 1) * size
    if page > 1 and first >= len(rows):
        raise Fout(404, "not_found", "Ongeldige pagina.")
    url = URL(call.resource).with_query([(k, v) for k, v in call.asked if k != "page"])
    more = first + size < len(rows)
    return Reply(
        {
            "count": len(rows),
            "next": str(url.update_query(page=page + 1)) if more else None,
            "previous": str(url if page == 2 else url.update_query(page=page - 1)) if page > 1 else None,
            "results": [view(row) for row in rows[first : first + size]],
        }
    )


def _number(call: Call, name: str, usual: int) -> int:
    text = call.query.get(name, "")
    if not text:
        return usual
    if not text.isdigit() or int(text) < 1:
        raise Fout(404, "not_found", "Ongeldige pagina.")
    return int(text)
