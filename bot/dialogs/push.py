"""push: what arrives by itself. Pseudo-screens: a notice is one, its buttons carry item and version
("handle.version").

A load that answers `Instead` means that the notice no longer holds and is not sent. Only `push.reminder`
is ever the place where somebody stands; all other buttons lead to a screen of their item.
"""

from __future__ import annotations

from dataclasses import replace

from bot.cases.model import Choice, QuestionState
from bot.dialogs.fills.absences import show_on_map, understood
from bot.dialogs.fills.answers import come
from bot.dialogs.fills.appointment import appointment, may_choose, person, place_of
from bot.dialogs.fills.campaign import reminder
from bot.dialogs.fills.change import old
from bot.dialogs.fills.contact import school_of
from bot.dialogs.fills.digest import opened, pushed
from bot.dialogs.fills.lesson import brief, bring, lesson, next_lesson
from bot.dialogs.fills.moment import moment
from bot.dialogs.fills.news import changed_part
from bot.dialogs.fills.place import mappable, short
from bot.dialogs.fills.question import question, who
from bot.dialogs.fills.task import task, title
from bot.state import own
from bot.state.acks import acknowledge, key_of
from bot.state.declare import SAME, Edge, Fill, Instead, Load, Screen, dialog, do, go
from bot.state.items import named, where
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import Outcome
from bot.state.values import Day, Term, Value

OUTDATED = Instead(Place("push.superseded"))
REMINDER = "push.reminder"
NO_WORDS = (QuestionState.DEALT_WITH, QuestionState.SILENT, QuestionState.REFUSED)
"""How a question can end without an answer."""


def _plain(scene: Scene) -> Fill:
    return Fill()


def _lesson(*names: str, cancelled: bool = False) -> Load:
    def load(scene: Scene) -> Fill | Instead:
        found = lesson(scene)
        if found is None or found.cancelled is not cancelled or scene.facts is None:
            return OUTDATED
        values: dict[str, Value] = {
            **brief(scene, found),
            "school": school_of(scene, found.group).shown_name,
            "old": old(scene, f"lesson:{found.id}", found.starts),
            "next": next_lesson(scene, but=found.id),
            "bring": bring(scene, found),
        }
        place = where(scene.facts, found)
        return Fill(
            {name: values[name] for name in names},
            hidden=frozenset() if mappable(scene, place) else frozenset({"map"}),
        )

    return load


def _lesson_reminder(scene: Scene) -> Fill | Instead:
    """Fill the reminder; nobody is reminded of a lesson they cannot come to or that has begun."""
    found = lesson(scene)
    if (
        found is None
        or scene.facts is None
        or own.absence(scene.facts, found.id)
        or found.starts <= scene.wall
    ):
        return OUTDATED
    return _lesson("weekday", "date", "from", "to", "place", "room", "icon", "what", "bring")(scene)


def _task(scene: Scene) -> Fill | Instead:
    found = task(scene)
    if found is None or not found.open:
        return OUTDATED
    return Fill({"task": title(found), "date": Day(found.due) if found.due else None})


def _appointment(*names: str, cancelled: bool = False) -> Load:
    def load(scene: Scene) -> Fill | Instead:
        found = appointment(scene)
        if found is None or found.cancelled is not cancelled:
            return OUTDATED
        remote = place_of(found).online
        values: dict[str, Value] = {
            **moment(found.starts, found.ends),
            "place": Term(f"form-{found.form}") if remote else short(found.place),
            "person": person(found),
            "old": old(scene, f"appointment:{found.id}", found.starts),
        }
        # Who can answer is asked to; else there is something to read and to understand.
        comes = may_choose(scene, found, Choice.COME) and found.answer is None
        other = comes and may_choose(scene, found, Choice.OTHER)
        hidden = {"come": not comes, "other": not other, "open": other, "ack": comes}
        return Fill(
            {name: values[name] for name in names},
            hidden=frozenset(event for event, away in hidden.items() if away and not cancelled),
        )

    return load


def _campaign(scene: Scene) -> Fill | Instead:
    """Fill a caseworker's reminder; where somebody stands on it, it stays readable in full."""
    key = key_of(scene, named(scene.arg)[0])
    told = scene.session.told.get(key) if key else None
    if told is None or key is None or not key.startswith("campaign:"):
        return OUTDATED
    stands = (scene.session.screen, scene.session.arg) == (REMINDER, scene.arg)
    done = scene.session.acks.get(key) == told.version
    return Fill(
        reminder(scene, told.shows),
        text="push-reminder--full" if stands else None,
        hidden=frozenset({"ack"} if done else ()) | frozenset(() if stands else {"home"}),
    )


def _question(*states: QuestionState) -> Load:
    """Fill what is told of a question; no word of it, or of the answer, stands in a push."""

    def load(scene: Scene) -> Fill | Instead:
        found = question(scene)
        if found is None or found.state not in states:
            return OUTDATED
        return Fill({"person": who(scene, found)})

    return load


def _plan(scene: Scene) -> Fill:
    return Fill({"part": changed_part(scene)["part"]})


def _ack_appointment(scene: Scene) -> Outcome:
    outcome = acknowledge(scene)
    if outcome.name == "changed":
        return replace(outcome, arg=scene.wall.date().isoformat(), first=Term("first-newest"))
    if outcome.name == "ok":
        return replace(outcome, first=Term("first-noted"))
    return replace(outcome, arg="", first=Term("first-gone"))


def _ack_campaign(scene: Scene) -> Outcome:
    outcome = acknowledge(scene)
    first = Term("first-noted" if outcome.name == "ok" else "first-gone")
    return replace(outcome, arg=scene.arg if outcome.name == "ok" else "", first=first)


def _map(scene: Scene) -> Outcome:
    outcome = show_on_map(scene)
    return replace(outcome, arg=named(scene.arg)[0])


def _absence(scene: Scene) -> Outcome:
    return Outcome("ok", scene.session, arg=named(scene.arg)[0])


ACK_LESSON = do(
    "ack",
    understood,
    ok="lessons.cancelled",
    lesson="lessons.lesson",
    changed="lessons.changes",
    unavailable="lessons.week",
    always=True,
)
ACK_APPOINTMENT = do(
    "ack",
    _ack_appointment,
    ok="appointments.appointment",
    changed="lessons.changes",
    unavailable="plan.dates",
    always=True,
)
MAP = do("map", _map, ok="lessons.lesson", unavailable="lessons.lesson", always=True)
ABSENCE = do("absence", _absence, ok="lessons.absence", unavailable="lessons.week", always=True)
OPEN_APPOINTMENT = go("open", "appointments.appointment")
ANSWERS = (
    do(
        "come",
        come,
        ok="appointments.appointment",
        changed="appointments.appointment",
        unavailable="plan.dates",
        always=True,
    ),
    go("other", "appointments.other"),
    OPEN_APPOINTMENT,
    ACK_APPOINTMENT,
)


def _push(name: str, load: Load, *edges: Edge, public: bool = False) -> Screen:
    return Screen(f"push.{name}", load, edges, footer=False, public=public)


MOVED = ("weekday", "date", "from", "place", "room", "what", "school", "old")
MET = ("weekday", "date", "from", "place", "person")

PUSH = dialog(
    "push",
    _push(
        "signal",
        _plain,
        do(
            "open",
            opened,
            ok="home.home",
            lesson="lessons.lesson",
            changes="lessons.changes",
            task="tasks.task",
            appointment="appointments.appointment",
            plan="news.plan",
            term="news.term",
            result="news.result",
            pause="news.pause",
            completed="news.completed",
            campaign=REMINDER,
            question="people.answer",
            digest="news.digest",
            link="consent.what",
            unavailable="home.home",
            always=True,
        ),
        public=True,
    ),
    _push("superseded", _plain, public=True),
    _push("lesson.reminder", _lesson_reminder, MAP, ABSENCE),
    _push(
        "lesson.cancelled",
        _lesson("weekday", "date", "from", "next", "what", "school", cancelled=True),
        ACK_LESSON,
    ),
    _push("lesson.moved", _lesson(*MOVED), ACK_LESSON, ABSENCE),
    _push("lesson.on", _lesson("weekday", "date", "from", "place", "what", "school"), ACK_LESSON, ABSENCE),
    _push("lesson.room", _lesson("weekday", "from", "place", "room", "what"), ACK_LESSON, MAP),
    _push(
        "lesson.online",
        _lesson("weekday", "date", "from", "what"),
        ACK_LESSON,
        go("online", "lessons.online"),
    ),
    _push("task.new", _task, go("open", "tasks.task")),
    _push("appointment", _appointment(*MET), *ANSWERS),
    _push("appointment.moved", _appointment(*MET, "old"), *ANSWERS),
    _push(
        "appointment.cancelled",
        _appointment("weekday", "date", "from", "person", cancelled=True),
        ACK_APPOINTMENT,
    ),
    Screen(
        REMINDER,
        _campaign,
        (do("ack", _ack_campaign, ok=SAME, unavailable="home.home", always=True),),
    ),
    _push("answer", _question(QuestionState.ANSWERED), go("open", "people.answer")),
    _push("question", _question(*NO_WORDS), go("open", "people.answer")),
    _push("plan", _plan, go("open", "news.plan", keeps=False)),
    _push(
        "news",
        _plain,
        do(
            "open",
            opened,
            ok="news.term",
            term="news.term",
            result="news.result",
            pause="news.pause",
            completed="news.completed",
            unavailable="home.home",
            always=True,
        ),
    ),
    _push("digest", pushed, go("open", "news.digest", keeps=False)),
    _push("link.ready", _plain, go("begin", "consent.what", keeps=False), public=True),
    _push("link.ended", _plain, public=True),
)
