"""help: what this is, for everybody; and what is said to text or files that nobody can use."""

from __future__ import annotations

from bot.dialogs.fills.contact import townhall
from bot.dialogs.fills.hours import hours
from bot.dialogs.people import call_back
from bot.state.declare import SAME, Fill, Instead, Screen, dialog, do, go
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.values import Raw, Term

VOICE = "voice"
PATIENCE = 3


def _plain(scene: Scene) -> Fill:
    return Fill()


def _public(scene: Scene) -> Fill:
    hall = townhall(scene)
    return Fill(
        {
            "municipality": Raw(scene.tenant.gemeente.naam),
            "townhall": hall.shown_name,
            "phone": Raw(hall.phone) if hall.phone else None,
            "hours": hours(hall.calls),
        }
    )


def _attachment(scene: Scene) -> Fill | Instead:
    spoken = scene.arg == VOICE
    if scene.session.stage != "linked":
        return Instead(Place("help.public", first=Term("first-no-voice" if spoken else "first-no-files")))
    return Fill(text="help-attachment--voice" if spoken else None)


def _unknown(scene: Scene) -> Fill:
    """Offer a call only to somebody who typed three times in a row; visitors have no people yet."""
    insists = scene.session.unknown_in_row >= PATIENCE
    if scene.session.stage != "linked":
        return Fill(hidden=frozenset({"callback", "people", "now"}))
    if insists:
        return Fill(text="help-unknown--call", front="callback")
    return Fill(hidden=frozenset({"callback"}))


HELP = dialog(
    "help",
    Screen("help.help", _plain, (go("ask", "people.list"), go("tour", "help.tour"))),
    Screen("help.tour", _plain, (go("ask", "people.list"),), up="help.help"),
    Screen(
        "help.public",
        _public,
        (go("language", "start.language"), go("code", "linking.code")),
        public=True,
    ),
    Screen(
        "help.attachment",
        _attachment,
        (
            do("callback", call_back, ok="people.callback", unavailable=SAME, always=True),
            go("people", "people.list", keeps=False),
        ),
        public=True,
    ),
    Screen(
        "help.unknown",
        _unknown,
        (
            do("callback", call_back, ok="people.callback", unavailable=SAME, always=True),
            go("people", "people.list", keeps=False),
            go("now", "home.now", keeps=False),
        ),
        public=True,
    ),
)
