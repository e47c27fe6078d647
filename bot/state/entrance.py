"""Where somebody stands who has no other place: by how far the link is."""

from __future__ import annotations

from bot.state.declare import Screen
from bot.state.machine import HOME
from bot.state.scene import Scene
from bot.state.session import Place

FROZEN = "linking.frozen"
BY_STAGE = {
    "asked": "linking.year",
    "who": "linking.who",
    "waiting": "linking.waiting",
    "consent": "consent.what",
    "linked": HOME,
}
INSTEAD = {
    "help.help": "help.public",
    "language.language": "start.language",
    "privacy.privacy": "help.public",
}
"""What visitors see in place of screens for linked people; everything else leads to the entrance."""


def entrance(scene: Scene) -> Place:
    """Return the place to begin from: home for linked people, the next step of linking for others."""
    session = scene.session
    if scene.link_state == "frozen":
        return Place(FROZEN)
    if not session.language:
        return Place("start.language")
    if session.stage in BY_STAGE:
        return Place(BY_STAGE[session.stage])
    return Place("linking.code" if session.reading else "reading.choice")


def guarded(scene: Scene, screen: Screen, place: Place) -> Place:
    """Return the place itself where this person may see it, else where they stand."""
    if scene.link_state == "frozen" and screen.name != FROZEN:
        return Place(FROZEN)
    if screen.public or scene.session.stage == "linked":
        return place
    public = "" if scene.session.stage == "consent" else INSTEAD.get(screen.name, "")
    return Place(public or entrance(scene).screen, first=place.first)
