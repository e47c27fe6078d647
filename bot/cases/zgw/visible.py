"""What of a case may be seen at all: the same rules as the municipality's portal keeps (case-api.md §7)."""

from __future__ import annotations

from typing import Final, get_args

from bot.cases.zgw.edge_zaak import Zaak
from bot.errors import CaseHidden
from bot.tenant import Vertrouwelijkheid

_ORDER: Final = get_args(Vertrouwelijkheid)


def too_confidential(zaak: Zaak, most: Vertrouwelijkheid) -> bool:
    """Whether a case is more confidential than the profile allows."""
    return bool(_ORDER.index(zaak.vertrouwelijkheid) > _ORDER.index(most))


def check(zaak: Zaak, most: Vertrouwelijkheid) -> None:
    """Raise `CaseHidden` for a case that is too confidential to be shown."""
    if too_confidential(zaak, most):
        raise CaseHidden(
            f"The case is {zaak.vertrouwelijkheid}; the profile shows cases up to {most}"
            " (hoogste_vertrouwelijkheid).",
            "confidential",
        )
