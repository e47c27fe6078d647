"""What is shown, in words: for the sender, the console's previews, and the bot's profile."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.cases.model import Facts, Snapshot, State
from bot.channels.base import View
from bot.channels.outgoing import Outgoing
from bot.clock import Clock
from bot.scenes import Scenes
from bot.state.engine import Engine
from bot.state.items import arg
from bot.state.scene import Scene
from bot.state.session import Place, Session, Told
from bot.state.turn import Notice, Priority
from bot.state.values import Value
from bot.tenant import Tenant
from bot.words.catalogues import Catalogues
from bot.words.render import render, render_push
from bot.words.say import speaker

COMMANDS = ("start", "help", "language", "privacy", "stop")
SAMPLE = "campaign:preview"


@dataclass(frozen=True, slots=True)
class Views:
    """Renders for one process; nothing here is a person's own."""

    engine: Engine
    catalogues: Catalogues
    clock: Clock

    async def entry(self, scenes: Scenes, entry: Outgoing) -> View | None:
        """What an outbox entry shows now; None where it is no longer true or the link is gone."""
        known = entry.scene
        scene = replace(known, now=self.clock()) if known else await scenes.for_view(entry.lease.link)
        if scene is None:
            return None
        if entry.notice is not None:
            return render_push(self.engine, self.catalogues, scene, entry.notice)
        place = entry.place or Place(scene.session.screen, scene.session.arg)
        return render(self.engine, self.catalogues, scene, place)

    async def changed(self, scenes: Scenes, entry: Outgoing) -> View:
        """What an older message of the same item becomes."""
        scene = await scenes.for_view(entry.lease.link)
        language = scene.session.language if scene else "nl"
        return View(self.words(language, "push-superseded", {}))

    def words(self, language: str, key: str, values: Mapping[str, Value]) -> str:
        """One message of the catalogue; its key where it has no text."""
        return speaker(self.catalogues, language).message(key, values) or key

    def preview(
        self, tenant: Tenant, template: str, fields: Mapping[str, str], language: str, level: str
    ) -> str:
        """How a caseworker's reminder reads on a phone of this language and level."""
        shows = json.dumps({"template": template, "fields": dict(fields)}, sort_keys=True)
        session = Session(
            stage="linked", language=language, level=level, told={SAMPLE: Told(1, "", shows=shows)}
        )
        someone = next((one.id for one in tenant.medewerkers), None)
        case = Facts(Snapshot("", "", State.IN_ROUTE, caseworker_id=someone))
        scene = Scene(session, tenant, self.clock(), "preview", facts=case, link_state="linked")
        notice = Notice(SAMPLE, 1, "push.reminder", arg(SAMPLE, 1), Priority.BROADCAST, self.clock())
        view = render_push(self.engine, self.catalogues, scene, notice)
        return view.text if view else ""

    def commands(self, language: str) -> tuple[tuple[str, str], ...]:
        """The command menu in one language."""
        return tuple((name, self.words(language, f"command-{name}", {})) for name in COMMANDS)


def plain(text: str) -> str:
    """A text without the isolates and direction marks that only screens need (for profiles)."""
    return "".join(sign for sign in text if sign not in "\u2066\u2067\u2068\u2069\u200e\u200f")
