"""The words in which dialogs are declared (design §5): frozen values, no behaviour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import Outcome
from bot.state.values import Term, Value

SAME = "="
"""Target of an edge that stays on its screen; what happened is the screen's first line."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several like buttons: `arg` goes into the callback data, `values` into the label."""

    arg: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fill:
    """What a screen shows now: values by variable name of its text.

    `text` names another message that replaces the screen's own text (its buttons stay those of the screen).
    `hidden` are events whose button is not shown. `each` gives the buttons of an `each` edge, in order.
    `first` is a first line of the screen's own accord. `front` is the event whose button moves to the front.
    Hiding "home" or "back" leaves out that button of the footer.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    text: str | None = None
    hidden: frozenset[str] = frozenset()
    each: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    first: Term | None = None
    front: str = ""


@dataclass(frozen=True, slots=True)
class Instead:
    """This screen cannot be shown now; show that one (its first line says why)."""

    place: Place


Load = Callable[[Scene], Fill | Instead]
Act = Callable[[Scene], Outcome]
Hears = Callable[[Scene, str], Outcome]


@dataclass(frozen=True, slots=True)
class Edge:
    """A button (or several like ones): event name = attribute of the screen's Fluent message.

    `to` is the target of a `go`; a `do` has `act` and `outcomes`, one target per outcome name. `keeps`
    hands the present arg on to the target, `arg` a fixed one instead. `row` buttons of one number stand in
    one row. `always` acts also from an old message: it changes nothing that a later fact could make wrong
    (a phone number, a map, "I understand" of the version that it carries).
    """

    event: str
    to: str | None = None
    act: Act | None = None
    outcomes: Mapping[str, str] = field(default_factory=dict)
    many: bool = False
    keeps: bool = True
    row: int | None = None
    always: bool = False
    arg: str | None = None


def go(event: str, to: str, *, keeps: bool = True, row: int | None = None, arg: str | None = None) -> Edge:
    """Declare a button that shows another screen."""
    return Edge(event, to=to, keeps=keeps, row=row, arg=arg)


def do(
    event: str, act: Act, *, row: int | None = None, many: bool = False, always: bool = False, **outcomes: str
) -> Edge:
    """Declare a button that acts; `outcomes` must name at least `ok` and `unavailable`."""
    return Edge(event, act=act, outcomes=outcomes, row=row, many=many, always=always)


def each(event: str, edge: Edge) -> Edge:
    """Declare one button per choice that the screen's load gives for this event."""
    return replace(edge, event=event, many=True, keeps=False)


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen. `up` is the parent that Back shows; None for first-level screens (Home stands there).

    `public` screens are shown to visitors too. `hears` takes typed text. `was` are its former names.
    `footer` False leaves out Back/Home. `sensitive` screens are always sent protected. What is typed on a
    `secret` one is deleted from the chat. `watches` are kinds of items (lesson, task, appointment, plan,
    term) whose change makes the open screen wrong, or "own": it says whether an own write was passed on.
    """

    name: str
    load: Load
    edges: tuple[Edge, ...] = ()
    up: str | None = None
    public: bool = False
    hears: Hears | None = None
    hears_to: Mapping[str, str] = field(default_factory=dict)
    was: tuple[str, ...] = ()
    footer: bool = True
    sensitive: bool = False
    secret: bool = False
    watches: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Dialog:
    """A named group of screens; the first one is its entrance."""

    name: str
    screens: tuple[Screen, ...]


def dialog(name: str, *screens: Screen) -> Dialog:
    """Declare a dialog."""
    return Dialog(name, screens)
