"""The case servers of a municipality (Zaken, Catalogi, Objects, Klantinteracties, Notificaties), in memory.

They keep the behaviour that was recorded from Open Zaak 1.30.0, Open Object 4.0.0, Open Klant 2.18.0 and Open
Notificaties 1.16.1: what the adapter learns here holds there.
"""

from bot.sandbox.zgw.access import Application, Clients, ObjectKey
from bot.sandbox.zgw.faults import Fault, Kind
from bot.sandbox.zgw.notices import REAL, Handling, Weather
from bot.sandbox.zgw.server import Zgw, serving

__all__ = [
    "REAL",
    "Application",
    "Clients",
    "Fault",
    "Handling",
    "Kind",
    "ObjectKey",
    "Weather",
    "Zgw",
    "serving",
]
