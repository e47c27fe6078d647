"""The menu in Wegwijs' own declarations is the menu that the peers show, and its phones walk it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from runpy import run_path

import pytest

from bench.load.values import Shown
from bench.load.walks import ISOLATES, ROUTE, MenuWalk
from bench.menu.dialogs import CONTENT, MENU
from bench.report import ROOT
from bench.speed import folk
from bot.clock import system_clock
from bot.sandbox.situation import linked
from bot.state.engine import Engine
from bot.state.events import Tapped
from bot.state.session import Place
from bot.words.catalogues import Catalogues
from bot.words.render import render

ENGINE, WORDS = Engine(MENU), Catalogues(CONTENT)


def test_phones_walk_the_menu_and_every_step_counts() -> None:
    scene = replace(linked(folk.menu_facts(), "en"), now=system_clock())
    walk, place = MenuWalk(folk.SPECIMEN), Place("home.home")
    right: Callable[[Shown], bool] = walk.first
    for step in range(2 * len(ROUTE)):
        view = render(ENGINE, WORDS, scene, place)
        rows = tuple(tuple((b.label, f"{b.screen}/{b.event}/{b.arg}") for b in row) for row in view.rows)
        shown = Shown(1, view.text, rows)
        assert right(shown)
        tap = walk.next(shown)
        right = tap.right
        screen, event, arg = tap.data.split("/")
        turn = ENGINE.step(scene, Tapped(f"tg:{step}", scene.now, 1, screen, event, arg))
        assert turn.place is not None
        place, scene = turn.place, replace(scene, session=turn.session)
    assert scene.session.draft == str(2 * len(ROUTE))


def test_peers_and_wegwijs_show_the_same_menu(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TOKEN", "SECRET", "BOT_API", "STORE"):
        monkeypatch.setitem(os.environ, name, "x")
    monkeypatch.setitem(os.environ, "PORT", "1")
    peers = run_path(str(ROOT / "bench" / "peers" / "menu.py"))["SCREENS"]
    scene = linked(folk.menu_facts(), "en")
    ours = {}
    for dialog in MENU[:2]:
        for screen in dialog.screens:
            view = render(ENGINE, WORDS, scene, Place(screen.name))
            labels = tuple(b.label.translate(ISOLATES) for row in view.rows for b in row)
            ours[screen.name.split(".")[1]] = (view.text.split("\n")[0], labels)
    assert ours == {name: (title, tuple(b[0] for b in buttons)) for name, (title, buttons) in peers.items()}


def test_plans_are_of_the_same_size() -> None:
    ours, theirs = folk.size_of(folk.menu_facts()), len(next(iter(folk.peer_plans(range(9, 10))))[1])
    assert 2000 < ours < 2500
    assert 2000 < theirs < 2500
