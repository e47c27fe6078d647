"""The project's own catalogues, a small set of screens, and a scene for a reader of any language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from bot.state.declare import Fill, Instead, Screen
from bot.state.scene import Scene
from bot.state.session import Place, Session
from bot.tenant import (
    BotProfiel,
    Gemeente,
    Moment,
    Profiel,
    Team,
    Tenant,
    Zaaksysteem,
)
from bot.words.catalogues import Catalogues
from bot.words.forbidden import Forbidden, read_forbidden

CONTENT = Path(__file__).parents[2] / "content"
NOW = datetime(2026, 11, 23, 7, 10, tzinfo=UTC)


@dataclass(frozen=True)
class FewScreens:
    """Stands in for the engine: the screens that it is given, and what fills them."""

    given: Mapping[str, Screen]

    def load(self, scene: Scene, place: Place) -> Fill | Instead:
        return self.given[place.screen].load(replace(scene, arg=place.arg))

    def screen(self, name: str) -> Screen:
        return self.given[name]


@pytest.fixture(scope="session")
def catalogues() -> Catalogues:
    return Catalogues(CONTENT)


@pytest.fixture(scope="session")
def forbidden() -> Forbidden:
    return read_forbidden(CONTENT / "forbidden.toml")


@pytest.fixture(scope="session")
def scene_in() -> Callable[..., Scene]:
    """Make a scene whose person reads this language."""

    def make(language: str, level: str = "L1") -> Scene:
        return Scene(Session(language=language, level=level, stage="linked"), TENANT, NOW, "link-1")

    return make


@pytest.fixture(scope="session")
def few() -> Callable[..., FewScreens]:
    """Make an engine that knows only these screens."""

    def make(*screens: Screen) -> FewScreens:
        return FewScreens({screen.name: screen for screen in screens})

    return make


TENANT = Tenant(
    id="waterveen",
    gemeente=Gemeente(
        naam="Waterveen",
        stadhuis="het stadhuis",
        adres="Markt 1",
        telefoon="000 123 45 00",
        openingstijden=(Moment(dag="ma", begin=time(9), einde=time(17)),),
    ),
    bot=BotProfiel(token="t", gebruikersnaam="wegwijs_bot", webhook_geheim="w"),
    team=Team(telefoon="000 123 45 09"),
    zaaksysteem=Zaaksysteem(
        zaken="https://z/",
        catalogi="https://c/",
        objecten="https://o/",
        klantinteracties="https://k/",
        client_id="wegwijs",
        geheim="g",
        objecten_token="o",
        objecten_schrijf_token="s",
        klantinteracties_token="k",
        rooster_token="r",
        notificatie_geheim="n",
    ),
    profiel=Profiel(
        bronorganisatie="123456782", zaaktypen=("ZT",), status=(), eigenschappen={}, objecttypen={}
    ),
)
