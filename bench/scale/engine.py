"""The dialog engine: what a turn costs, whatever the number of screens and people."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter_ns

from bench.load.measure import percentile
from bench.scale.machine import rss
from bench.scale.section import Promise, Section
from bench.scale.turns import Given, real_turns, take
from bot.cases.model import Facts
from bot.dialogs import DIALOGS
from bot.sandbox.samples import read_people
from bot.sandbox.situation import ID, NOW, linked
from bot.settings import CONTENT
from bot.state.declare import Dialog, Fill, Screen, dialog, go
from bot.state.engine import Engine
from bot.state.events import Tapped
from bot.state.machine import HOME
from bot.state.scene import Scene
from bot.words.catalogues import Catalogues

LANGUAGES = ("nl", "en", "ar", "ti", "tr", "fa")
MOST_MICROSECONDS = 150.0
SAME = 1.2
"""Two costs whose ratio is at most this are the same."""
REPEATS = 3
BUTTONS = 4
FEW, MANY = 5, 500
Say = Callable[[str], None]


async def measure(say: Say, people: int = 1_000_000) -> tuple[Section, ...]:
    """The section about the engine."""
    say("engine: reading the example town")
    town = await read_people()
    gc.collect()
    return (_languages(say, town), _sizes(say, town, people))


def _languages(say: Say, town: Mapping[str, Facts]) -> Section:
    engine, catalogues = Engine(DIALOGS), Catalogues(CONTENT)
    rows = [("language", "turns", "median µs", "p90 µs", "p99 µs")]
    promises = []
    for language in LANGUAGES:
        turns = real_turns(town, catalogues, language)
        costs = _costs(engine, catalogues, turns)
        middle = median(costs)
        say(f"engine: {language}, {len(turns):,} turns, median {middle:.0f} µs")
        p90, p99 = percentile(costs, 0.9), percentile(costs, 0.99)
        rows.append((language, f"{len(costs):,}", f"{middle:.0f}", f"{p90:.0f}", f"{p99:.0f}"))
        promises.append(Promise(f"a turn of the dialogs in {language}", middle, MOST_MICROSECONDS, "µs"))
    return Section(
        "A turn of the dialog engine",
        rows,
        promises,
        (
            "Transition, screen and text of every turn that the walks through all situations of the example "
            f"town meet: each turn taken {REPEATS} times, its median counted. One thread, wall time.",
        ),
    )


def _costs(engine: Engine, catalogues: Catalogues, turns: Sequence[Given]) -> list[float]:
    """Microseconds of each turn that shows something."""
    found = []
    for given in turns:
        times = []
        for _ in range(REPEATS):
            begun = perf_counter_ns()
            view = take(engine, catalogues, given)
            times.append(perf_counter_ns() - begun)
        if view is not None:
            found.append(median(times) / 1000)
    return found


def _sizes(say: Say, town: Mapping[str, Facts], people: int) -> Section:
    home = linked(town["Samira"], "en")
    with TemporaryDirectory() as folder:
        small, large = (_generated(Path(folder) / str(n), n) for n in (FEW, MANY))
        costs: dict[int, list[float]] = {FEW: [], MANY: []}
        for _ in range(3):
            for (engine, catalogues), number in ((small, FEW), (large, MANY)):
                costs[number] += _costs(engine, catalogues, tuple(_taps(home, number)))
    few, many = median(costs[FEW]), median(costs[MANY])
    say(f"engine: {FEW} screens {few:.1f} µs, {MANY} screens {many:.1f} µs")
    first, last, grown = _crowd(home, people)
    say(f"engine: the first people {first:.1f} µs, after {people:,} {last:.1f} µs, {grown:+.1f} MB")
    rows = [
        ("what", "median µs", "memory"),
        (f"{FEW} screens", f"{few:.1f}", ""),
        (f"{MANY} screens", f"{many:.1f}", ""),
        ("the first person, again and again", f"{first:.1f}", ""),
        (f"after {people:,} different people", f"{last:.1f}", f"{grown:+.1f} MB"),
    ]
    promises = (
        Promise(f"{MANY} screens against {FEW}", many / few, SAME),
        Promise(f"{people:,} people against 1", last / first, SAME),
        Promise(f"memory that {people:,} people leave behind in the engine", grown, 5.0, "MB"),
    )
    note = (
        f"Generated dialogs of {FEW} and {MANY} screens with {BUTTONS} buttons each, every screen visited. "
        "People: scenes with a link and a session of their own, each one step of the real dialogs, made and "
        "forgotten one after the other."
    )
    return Section("The same with 5 or 500 screens, 1 or 1,000,000 people", rows, promises, (note,))


# -- generated dialogs


def _generated(content: Path, number: int) -> tuple[Engine, Catalogues]:
    """A dialog of so many screens in a ring, with their texts."""
    names = [HOME, *(f"home.s{n}" for n in range(1, number))]
    (content / "en").mkdir(parents=True)
    text = "".join(_words(name) for name in names) + "footer-home = Home\nfooter-back = Back\n"
    (content / "en" / "made.ftl").write_text(text, encoding="utf-8")
    return Engine((_ring(names),)), Catalogues(content)


def _ring(names: Sequence[str]) -> Dialog:
    def screen(at: int) -> Screen:
        ways = [go(f"to{n}", names[(at + n) % len(names)]) for n in range(1, BUTTONS + 1)]
        return Screen(names[at], _load, tuple(ways), up=None if names[at] == HOME else HOME)

    return dialog("home", *(screen(at) for at in range(len(names))))


def _load(scene: Scene) -> Fill:
    return Fill({"n": 3, "who": scene.session.screen})


def _words(name: str) -> str:
    message = name.replace(".", "-")
    buttons = "".join(f"    .to{n} = Button {n}\n" for n in range(1, BUTTONS + 1))
    plural = "{ $n ->\n    [one] One lesson\n   *[other] { $n } lessons\n }"
    return f"{message} = {plural} with {{ $who }}\n{buttons}"


def _taps(home: Scene, number: int) -> Iterator[Given]:
    """Tap a button of every screen, the same number of taps whatever the number of screens."""
    for at in range(MANY):
        name = HOME if at % number == 0 else f"home.s{at % number}"
        scene = replace(home, session=replace(home.session, screen=name))
        yield Given(scene, Tapped(ID, NOW, 1, name, f"to{at % BUTTONS + 1}"))


# -- many people


def _crowd(home: Scene, people: int, sample: int = 3000) -> tuple[float, float, float]:
    """Median microseconds of a turn of one person, and after so many others; MB grown meanwhile."""
    engine, catalogues = Engine(DIALOGS), Catalogues(CONTENT)
    tap = Tapped(ID, NOW, 1, HOME, "plan")
    one = Given(home, tap)
    _costs(engine, catalogues, [one] * 200)
    first = median(_costs(engine, catalogues, [one] * sample))
    gc.collect()
    before = rss()
    for number in range(people):
        engine.step(_somebody(home, number), tap)
    gc.collect()
    grown = rss() - before
    last = [_costs(engine, catalogues, [Given(_somebody(home, n), tap)])[0] for n in range(sample)]
    return first, median(last), grown


def _somebody(home: Scene, number: int) -> Scene:
    session = replace(home.session, arg=str(number), paused_until=NOW - timedelta(seconds=number))
    return replace(home, link=f"link-{number}", own_person=f"person-{number}", session=session)
