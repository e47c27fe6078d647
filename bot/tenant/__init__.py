"""A tenant is a municipality: its own bot, its own case system, its own facts. Read from one TOML file."""

from __future__ import annotations

from bot.tenant.case_system import (
    WritingKeys,
    Zaaksysteem,
)
from bot.tenant.municipality import (
    WEEKDAYS,
    Bestand,
    Bewaren,
    BotProfiel,
    Codes,
    Duo,
    DuoBron,
    Gemeente,
    Medewerker,
    Moment,
    Regel,
    Stilte,
    Team,
    Tenant,
    read_tenant,
)
from bot.tenant.profile import (
    DeelzaakRegel,
    EigenschapRegel,
    Objecttype,
    OnderdeelRegel,
    Profiel,
    StatusRegel,
    Vertrouwelijkheid,
)

__all__ = [
    "WEEKDAYS",
    "Bestand",
    "Bewaren",
    "BotProfiel",
    "Codes",
    "DeelzaakRegel",
    "Duo",
    "DuoBron",
    "EigenschapRegel",
    "Gemeente",
    "Medewerker",
    "Moment",
    "Objecttype",
    "OnderdeelRegel",
    "Profiel",
    "Regel",
    "StatusRegel",
    "Stilte",
    "Team",
    "Tenant",
    "Vertrouwelijkheid",
    "WritingKeys",
    "Zaaksysteem",
    "read_tenant",
]
