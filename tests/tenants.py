"""Two small municipalities for tests, complete enough for every screen."""

from __future__ import annotations

from typing import Any

from bot.tenant import Tenant

WEEK = [{"dag": day, "begin": "09:00", "einde": "17:00"} for day in ("ma", "di", "wo", "do", "vr")]
MORNINGS = [{"dag": day, "begin": "09:00", "einde": "12:00"} for day in ("ma", "di", "wo", "do", "vr")]


def municipality(id: str, name: str, **more: Any) -> Tenant:
    """A tenant with plain values; `more` replaces whole sections."""
    sections: dict[str, Any] = {
        "id": id,
        "gemeente": {
            "naam": name,
            "stadhuis": f"stadhuis {name}",
            "adres": f"Markt 1, {name}",
            "telefoon": "000 123 45 00",
            "openingstijden": WEEK,
        },
        "bot": {"token": "1001:TEST", "gebruikersnaam": f"{name}WegwijsBot", "webhook_geheim": "hook-secret"},
        "team": {"telefoon": "000 123 45 00", "bellen": MORNINGS, "lezen": WEEK},
        "medewerkers": [
            {
                "id": "km-001",
                "naam": "Anneke Postma",
                "telefoon": "000 123 45 01",
                "talen": ["nl", "en"],
                "bellen": MORNINGS,
                "lezen": WEEK,
            }
        ],
        "zaaksysteem": {
            "zaken": "http://127.0.0.1:1/zaken/api/v1/",
            "catalogi": "http://127.0.0.1:1/catalogi/api/v1/",
            "objecten": "http://127.0.0.1:1/objecten/api/v2/",
            "klantinteracties": "http://127.0.0.1:1/klantinteracties/api/v1/",
            "client_id": "wegwijs",
            "geheim": "s",
            "objecten_token": "r",
            "objecten_schrijf_token": "w",
            "klantinteracties_token": "k",
            "rooster_token": "p",
            "notificatie_geheim": "n",
        },
        "profiel": {
            "bronorganisatie": "123456782",
            "zaaktypen": ["ZT-INBURGERING"],
            "status": [{"omschrijving": "Traject loopt", "staat": "in_route"}],
            "eigenschappen": {},
            "objecttypen": {},
        },
        "kaart": "https://www.openstreetmap.org/search?query={adres}",
    }
    return Tenant.model_validate(sections | more)


def waterveen() -> Tenant:
    """The first municipality of the storyboards."""
    return municipality("waterveen", "Waterveen")


def heuvelmeer() -> Tenant:
    """The second one."""
    return municipality("heuvelmeer", "Heuvelmeer")
