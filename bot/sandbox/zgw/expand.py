"""`expand` of the Zaken API, with the habits of Open Zaak 1.30.0 as recorded.

`status.statustype` without `status` beside it expands nothing: the parent must be asked for as well. Empty
lists and missing links leave no trace in `_expand`.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.sandbox.zgw import roots
from bot.sandbox.zgw.catalogi import wire
from bot.sandbox.zgw.fout import invalid
from bot.sandbox.zgw.register import Doc, Register
from bot.sandbox.zgw.zaak import view

_PARTS: tuple[str, ...] = ("resultaat", "resultaat.resultaattype", "rollen", "rollen.roltype")
_PARTS += ("status", "status.statustype", "zaakinformatieobjecten", "zaakobjecten", "zaaktype")
KNOWN = frozenset(
    [*_PARTS, "eigenschappen", "eigenschappen.eigenschap", "deelzaken", "hoofdzaak"]
    + [f"{case}.{part}" for case in ("deelzaken", "hoofdzaak") for part in _PARTS]
)


def wanted(values: Iterable[str]) -> frozenset[str]:
    """Split and check the values of `expand`."""
    names = [name.strip() for value in values for name in value.split(",") if name.strip()]
    for name in names:
        if name not in KNOWN:
            text = f"Selecteer een geldige keuze. {name} is geen beschikbare keuze."
            raise invalid(("expand", "invalid_choice", text))
    return frozenset(names)


def expanded(register: Register, doc: Doc, names: frozenset[str]) -> Doc:
    """A case with `_expand`."""
    return {**doc, "_expand": _expansion(register, doc, names, "")}


def _expansion(register: Register, doc: Doc, names: frozenset[str], prefix: str) -> Doc:
    found: Doc = {}
    for name in sorted(n for n in names if n.startswith(prefix) and "." not in n[len(prefix) :]):
        field = name[len(prefix) :]
        links = doc.get(field)
        if isinstance(links, list):
            parts = [_part(register, link, names, f"{name}.") for link in links]
            if parts:
                found[field] = parts
        elif links:
            found[field] = _part(register, links, names, f"{name}.")
    return found


def _part(register: Register, url: str, names: frozenset[str], prefix: str) -> Doc:
    row = register.by_url(url)
    if row is None:
        return {"url": url}
    doc = wire(row) if url.startswith(roots.CATALOGI) else view(register, row)
    nested = _expansion(register, doc, names, prefix) if any(n.startswith(prefix) for n in names) else {}
    return {**doc, "_expand": nested} if nested else doc
