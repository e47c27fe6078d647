"""Places as values: short for pushes and lists, the full address on a screen, a link to a map."""

from __future__ import annotations

from urllib.parse import quote

from bot.cases.model import Place
from bot.dialogs.fills.moment import listed
from bot.state.scene import Scene
from bot.state.turn import Outcome
from bot.state.values import Raw, Term, Value


def short(place: Place) -> Value:
    """Return {place} as a push may show it: a reviewed name or the street, never an organisation."""
    if place.online:
        return None
    street = Raw(place.street) if place.street else None
    return Term(f"place-{place.key}", otherwise=street) if place.key else street


def short_with_room(place: Place) -> Value:
    """Return the short place and the room, as in "Kade 4, room 2.1"."""
    if place.online:
        return None
    return listed(short(place), Term("room", {"room": Raw(place.room)}) if place.room else None)


def full(place: Place) -> Value:
    """Return {address}: the reviewed name if there is one, and the whole address."""
    if place.online:
        return None
    named = Term(f"place-{place.key}", otherwise=None) if place.key else None
    return listed(named, Raw(place.address) if place.address else None)


def room(place: Place) -> Value:
    """Return {room}."""
    return Raw(place.room) if place.room and not place.online else None


def mappable(scene: Scene, place: Place) -> bool:
    """Whether there is something to show on a map."""
    return bool(scene.tenant.kaart and place.address and not place.online)


def show_map(scene: Scene, place: Place | None) -> Outcome:
    """Say address and map link as first line. Outcomes: ok, unavailable."""
    if place is None or not place.address or not scene.tenant.kaart:
        return Outcome("unavailable", scene.session, first=Term("first-unavailable"))
    link = scene.tenant.kaart.replace("{adres}", quote(place.address))
    said = {"address": Raw(place.address), "link": Raw(link)}
    return Outcome("ok", scene.session, first=Term("first-map", said))
