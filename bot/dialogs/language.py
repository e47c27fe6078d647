"""language: the language of the texts."""

from __future__ import annotations

from bot.dialogs.fills.contact import language
from bot.state.declare import Fill, Screen, dialog, go
from bot.state.scene import Scene


def _language(scene: Scene) -> Fill:
    return Fill({"text_language": language(scene.session.language)})


LANGUAGE = dialog(
    "language",
    Screen("language.language", _language, (go("text", "start.language"),), up="home.more"),
)
