"""Which object type is which at this municipality; what its profile does not map is hidden."""

from __future__ import annotations

from typing import Final

from bot.tenant import Objecttype, Profiel

LES: Final = "les"
LESGROEP: Final = "lesgroep"
PLAN: Final = "inburgeringsplan"
TAAK: Final = "externetaak"
AFSPRAAK: Final = "afspraak"
AFMELDING: Final = "afmelding"
INTAKE: Final = "intakevoorbereiding"


class Types:
    """Looks up object types by our name or by their UUID."""

    def __init__(self, profile: Profiel, root: str) -> None:
        self._types, self._root = profile.objecttypen, root

    def get(self, name: str) -> Objecttype | None:
        """The municipality's object type, or None where it is not mapped."""
        return self._types.get(name)

    def uuid(self, name: str) -> str:
        """Its UUID in lower case; empty where it is not mapped."""
        found = self.get(name)
        return found.uuid.lower() if found else ""

    def url(self, name: str) -> str:
        """Its address."""
        return f"{self._root}objecttypes/{self.uuid(name)}"

    def name(self, uuid: str | None) -> str | None:
        """Our name of an object type."""
        return next((name for name in self._types if self.uuid(name) == uuid), None)
