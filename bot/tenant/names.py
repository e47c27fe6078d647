"""Our own names of what a tenant's profile may map; all else in a municipality's catalogue is hidden."""

from __future__ import annotations

from typing import Final, Literal

Dagvorm = Literal["JJJJMMDD", "JJJJ-MM-DD", "DD-MM-JJJJ"]
"""How a municipality writes days into zaakeigenschappen; the first is what ZGW prescribes."""
Bericht = Literal["les", "afspraak", "taak", "plan", "termijn", "nieuws", "antwoord"]
"""What Wegwijs tells of its own account; what a profile leaves out is shown when asked for, but not told."""
BERICHTEN: Final[tuple[Bericht, ...]] = ("les", "afspraak", "taak", "plan", "termijn", "nieuws", "antwoord")
DAGEN: Final = (
    "pipDatumDagtekening",
    "termijnStart",
    "termijnEinde",
    "urenBekendTot",
    "pvtDatum",
    "mapDatumEindgesprek",
)
FEITEN: Final = (
    "leerroute",
    "niveau",
    "pipVersie",
    "urenTaal",
    "urenTaalDoel",
    "urenKnm",
    "urenParticipatie",
    "pvtStatus",
    "mapStatus",
    "mapUrenPraktijk",
    "voorkeurstaal",
    *DAGEN,
)
"""Facts that zaakeigenschappen may hold."""
OBJECTTYPEN: Final = (
    "lesgroep",
    "les",
    "afspraak",
    "afmelding",
    "inburgeringsplan",
    "intakevoorbereiding",
    "externetaak",
)
ROLLEN: Final = ("klantmanager",)
