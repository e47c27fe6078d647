"""appointments: one personal appointment and the answer to it: I come, another time, I cannot come."""

from __future__ import annotations

from bot.cases.model import Appointment
from bot.cases.model import Choice as Answer
from bot.dialogs.fills.answers import afternoons, ask_interpreter, call_me, cannot, come, mornings
from bot.dialogs.fills.appointment import (
    appointment,
    clashes,
    details,
    may_answer,
    may_ask_interpreter,
    may_choose,
    not_sent,
    person,
    place_of,
)
from bot.dialogs.fills.contact import call, caseworker
from bot.dialogs.fills.data import fresh, known
from bot.dialogs.fills.moment import moment
from bot.dialogs.fills.place import mappable, show_map
from bot.state.declare import SAME, Choice, Fill, Instead, Screen, dialog, do, each, go
from bot.state.items import arg
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import Outcome
from bot.state.values import Term, Value

HERE = "appointments.appointment"
WATCHES = frozenset({"appointment"})


def _appointment(scene: Scene) -> Fill | Instead:
    found = appointment(scene)
    if found is None:
        return _gone()
    if found.cancelled:
        return Fill(
            {"what": details(scene, found)["what"], **_when(found), **fresh(scene)},
            text="appointments-appointment--cancelled",
            hidden=frozenset({"map", "other", "cannot", "interpreter"}),
            each={"come": ()},
        )
    lost = not_sent(scene, found)
    hidden = {
        "map": not mappable(scene, place_of(found)),
        "other": not may_choose(scene, found, Answer.OTHER) or found.answer == Answer.OTHER,
        "cannot": not may_choose(scene, found, Answer.CANNOT) or found.answer == Answer.CANNOT,
        "interpreter": not may_ask_interpreter(scene, found),
        # A person is one tap away where nothing can be answered here, or where the answer did not arrive.
        "call": may_answer(scene, found) and lost is None,
    }
    comes = may_choose(scene, found, Answer.COME) and found.answer != Answer.COME
    return Fill(
        {**details(scene, found), **fresh(scene)},
        hidden=frozenset(event for event, away in hidden.items() if away),
        each={"come": (_version(found),) if comes else ()},
        first=lost or _clash(scene),
    )


def _other(scene: Scene) -> Fill | Instead:
    found = appointment(scene)
    if found is None:
        return _gone()
    if not may_choose(scene, found, Answer.OTHER):
        return Instead(Place(HERE, found.handle))
    versions = (_version(found),)
    return Fill({"person": person(found)}, each={"am": versions, "pm": versions, "callback": versions})


def _cannot(scene: Scene) -> Fill | Instead:
    found = appointment(scene)
    if found is None:
        return _gone()
    if not may_choose(scene, found, Answer.CANNOT) or found.answer == Answer.CANNOT:
        return Instead(Place(HERE, found.handle))
    other = frozenset[str]() if may_choose(scene, found, Answer.OTHER) else frozenset({"other"})
    values = {**_when(found), "person": person(found)}
    return Fill(values, hidden=other, each={"yes": (_version(found),)})


def _gone() -> Instead:
    return Instead(Place("plan.dates", first=Term("first-appointment-gone")))


def _when(found: Appointment) -> dict[str, Value]:
    times = moment(found.starts)
    return {"weekday": times["weekday"], "date": times["date"], "from": times["from"]}


def _version(found: Appointment) -> Choice:
    """The version that was shown: an answer never counts for a moment that the person did not see."""
    return Choice(arg(f"appointment:{found.id}", found.version))


def _clash(scene: Scene) -> Term | None:
    found = appointment(scene)
    if found is None or not clashes(scene, found):
        return None
    return Term("first-clash")


def _map(scene: Scene) -> Outcome:
    found = appointment(scene)
    return show_map(scene, place_of(found) if found else None)


def _call(scene: Scene) -> Outcome:
    return call(scene, caseworker(scene))


APPOINTMENTS = dialog(
    "appointments",
    Screen(
        HERE,
        known(_appointment),
        (
            each("come", do("come", come, ok=SAME, changed=SAME, unavailable="plan.dates")),
            go("other", "appointments.other"),
            go("cannot", "appointments.cannot"),
            do("interpreter", ask_interpreter, ok=SAME, unavailable=SAME),
            do("map", _map, ok=SAME, unavailable=SAME, always=True),
            do("call", _call, ok=SAME, unavailable=SAME, always=True),
        ),
        up="lessons.day",
        watches=WATCHES | {"own"},
    ),
    Screen(
        "appointments.other",
        known(_other),
        (
            each("am", do("am", mornings, ok=HERE, changed=HERE, unavailable="plan.dates")),
            each("pm", do("pm", afternoons, ok=HERE, changed=HERE, unavailable="plan.dates")),
            each(
                "callback",
                do("callback", call_me, ok="people.callback", changed=HERE, unavailable="plan.dates"),
            ),
        ),
        up=HERE,
        watches=WATCHES,
    ),
    Screen(
        "appointments.cannot",
        known(_cannot),
        (
            each("yes", do("yes", cannot, ok=HERE, changed=HERE, unavailable="plan.dates")),
            go("other", "appointments.other"),
            go("no", HERE),
        ),
        up=HERE,
        watches=WATCHES,
    ),
)
