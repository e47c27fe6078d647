"""reading: does this person like to read or to listen."""

from __future__ import annotations

from dataclasses import replace

from bot.state.declare import Act, Fill, Screen, dialog, do
from bot.state.scene import Scene
from bot.state.turn import Outcome
from bot.state.values import Term

CODE_WANTED = {"new", "asked"}


def _choose(reading: str) -> Act:
    def choose(scene: Scene) -> Outcome:
        session = replace(scene.session, reading=reading)
        if session.stage == "linked":
            return Outcome("linked", session, first=Term("first-kept"))
        first = None if reading == "read" else Term("first-reading-later")
        return Outcome("code" if session.stage in CODE_WANTED else "ok", session, first=first)

    return choose


def _choice(scene: Scene) -> Fill:
    return Fill()


READING = dialog(
    "reading",
    Screen(
        "reading.choice",
        _choice,
        tuple(
            do(
                reading,
                _choose(reading),
                ok="linking.who",
                code="linking.code",
                linked="language.language",
                unavailable="linking.code",
                always=True,
            )
            for reading in ("read", "listen", "both")
        ),
        public=True,
        footer=False,
    ),
)
