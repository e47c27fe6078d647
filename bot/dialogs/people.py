"""people: whom to ask, a call back, a question in one's own language, and the answer to it."""

from __future__ import annotations

from dataclasses import replace

from bot.cases.model import QuestionState, Write, WriteKind, handle
from bot.clock import local
from bot.dialogs.fills.contact import ROLES, Someone, caseworker, language, languages, someone
from bot.dialogs.fills.data import facts_of, known
from bot.dialogs.fills.hours import hours
from bot.dialogs.fills.question import comes, question, questions
from bot.dialogs.fills.thread import clear, listed, thread
from bot.state.declare import SAME, Fill, Instead, Screen, dialog, do, each, go
from bot.state.scene import Scene
from bot.state.session import Place, Session
from bot.state.turn import Alarm, Outcome, Translate, WriteCase
from bot.state.values import At, Raw, Term, Value

LONGEST = 700
SPEAKS_DUTCH = "nl"
LESSON_PARTS = {"taal", "knm", "alfabetisering", "taalschakeltraject"}
ICONS = {"school": "🏫", "employer": "🛠"}


def role_of(scene: Scene) -> str:
    """Return whom the place's argument means; a part of the plan means who helps with it."""
    if scene.arg in ROLES:
        return scene.arg
    if scene.arg in LESSON_PARTS and someone(scene, "school"):
        return "school"
    if scene.arg == "participatie" and someone(scene, "employer"):
        return "employer"
    return "caseworker"


def _list(scene: Scene) -> Fill:
    there = {role: someone(scene, role) for role in ROLES}
    names = {role: who.shown_name for role, who in there.items() if who and role != "duo"}
    missing = frozenset(role for role, who in there.items() if who is None)
    return Fill(
        {"caseworker": None, "school": None, "coach": None, "employer": None, **names}, hidden=missing
    )


def _person(scene: Scene) -> Fill | Instead:
    role = role_of(scene)
    who = someone(scene, role)
    if who is None:
        return Instead(Place("people.list", first=Term("first-gone")))
    asks = frozenset() if role == "caseworker" else frozenset({"ask", "callback", "questions"})
    if not questions(facts_of(scene)):
        asks |= {"questions"}
    topics = Term(f"role-{ROLES[role]}", otherwise=None)
    phone = Raw(who.phone) if who.phone else None
    if role == "duo":
        return Fill({"topics": topics, "phone": phone}, text="people-person--duo", hidden=asks)
    values: dict[str, Value] = {
        "icon": ICONS.get(role, "🧑") if who.name else None,
        "name": who.shown_name or _nameless(role),
        "topics": topics,
        "languages": languages(who),
        "hours": hours(who.calls),
        "phone": phone,
    }
    return Fill(values, hidden=asks)


def _nameless(role: str) -> Term:
    return Term("your-school" if role == "school" else "your-contact-person")


def _name(who: Someone) -> Value:
    return who.shown_name or Term("your-contact-person")


def _callback(scene: Scene) -> Fill:
    who = caseworker(scene)
    spoken = None if scene.session.language == SPEAKS_DUTCH else language(scene.session.language)
    return Fill({"name": _name(who), "hours": hours(who.calls), "language": spoken})


def _ask(scene: Scene) -> Fill:
    return Fill()


def _check(scene: Scene) -> Fill | Instead:
    session = scene.session
    if not session.draft:
        return Instead(Place("people.ask", scene.arg))
    if not session.draft_dutch:
        return Fill(text="people-check--wait", hidden=frozenset({"send", "again", "callback"}))
    values = {"name": _name(caseworker(scene)), "dutch": Raw(session.draft_dutch)}
    if session.language == SPEAKS_DUTCH:
        return Fill(values, text="people-check--dutch")
    values = {**values, "back": Raw(session.draft_back) if session.draft_back else None}
    if not session.draft_sure:
        return Fill(values, text="people-check--unsure", hidden=frozenset({"send"}))
    return Fill(values)


def _asis(scene: Scene) -> Fill | Instead:
    if not scene.session.draft:
        return Instead(Place("people.ask", scene.arg))
    return Fill({"name": _name(caseworker(scene))})


def _sent(scene: Scene) -> Fill | Instead:
    asked = questions(facts_of(scene))
    who = caseworker(scene)
    values = {"time": None, "name": _name(who), "hours": hours(who.reads), "comes": comes(scene)}
    if not asked:
        return Fill(values)
    mine = asked[-1]
    at = mine.sent_at or mine.asked_at
    values["time"] = At(local(at).time().replace(second=0, microsecond=0))
    if mine.state is QuestionState.SENDING:
        return Fill({name: values[name] for name in ("time", "name", "hours")}, text="people-sent--saved")
    return Fill(values)


def call_back(scene: Scene) -> Outcome:
    """Ask that the caseworker calls. Outcomes: ok, unavailable."""
    if scene.facts is None:
        return Outcome("unavailable", scene.session, first=Term("first-unavailable"))
    language = scene.session.language or SPEAKS_DUTCH
    wish = Write(f"{scene.event_id}:0", WriteKind.CALLBACK, scene.event_id, scene.now, language=language)
    session = _emptied(scene.session)
    return Outcome("ok", session, arg="caseworker", effects=(WriteCase(wish), Alarm("callback")))


def _no_call(scene: Scene) -> Outcome:
    effects = (Alarm("callback_withdrawn"),)
    return Outcome("ok", scene.session, arg="caseworker", first=Term("first-no-call"), effects=effects)


def _hear(scene: Scene, text: str) -> Outcome:
    """Keep the question as a draft; it is sent only after the person has seen what will be read."""
    words = text.strip()
    if len(words) > LONGEST:
        return Outcome("again", scene.session, first=Term("first-too-long"))
    session = replace(_emptied(scene.session), draft=words)
    if session.language == SPEAKS_DUTCH:
        return Outcome("ok", replace(session, draft_dutch=words, draft_sure=True))
    if not scene.translation:
        return Outcome("asis", session)
    return Outcome("ok", session, effects=(Translate(words, session.language),))


def _send(scene: Scene) -> Outcome:
    session = scene.session
    if scene.facts is None or not session.draft_dutch or not session.draft_sure:
        return Outcome("unavailable", session, first=Term("first-unavailable"))
    original = "" if session.language == SPEAKS_DUTCH else session.draft
    return _question(scene, session.draft_dutch, SPEAKS_DUTCH, original)


def _send_as_is(scene: Scene) -> Outcome:
    if scene.facts is None or not scene.session.draft:
        return Outcome("unavailable", scene.session, first=Term("first-unavailable"))
    return _question(scene, scene.session.draft, scene.session.language, "")


def _question(scene: Scene, text: str, language: str, original: str) -> Outcome:
    before = question(scene) if scene.arg not in ROLES else None
    write = Write(
        f"{scene.event_id}:0",
        WriteKind.QUESTION,
        scene.event_id,
        scene.now,
        text,
        language,
        original,
        follows=before.id if before and scene.arg else "",
    )
    effects = (WriteCase(write), Alarm("question"))
    return Outcome("ok", _emptied(scene.session), arg=handle(write.id), effects=effects)


def _stop(scene: Scene) -> Outcome:
    first = Term("first-cancel") if scene.session.draft else None
    return Outcome("ok", _emptied(scene.session), first=first)


def _again(scene: Scene) -> Outcome:
    return Outcome("ok", _emptied(scene.session))


def _emptied(session: Session) -> Session:
    return replace(session, draft="", draft_dutch="", draft_back="", draft_sure=False)


CALL = do("callback", call_back, ok="people.callback", unavailable=SAME)
STOP = do("cancel", _stop, ok="people.person", unavailable=SAME, always=True)
HEARS_TO = {"ok": "people.check", "asis": "people.asis", "again": "people.ask", "unavailable": SAME}

PEOPLE = dialog(
    "people",
    Screen("people.list", known(_list), tuple(go(role, "people.person", arg=role) for role in ROLES)),
    Screen(
        "people.person",
        known(_person),
        (go("ask", "people.ask"), CALL, go("questions", "people.questions", keeps=False)),
        up="people.list",
    ),
    Screen(
        "people.callback",
        known(_callback),
        (do("cancel", _no_call, ok="people.person", unavailable=SAME),),
        up="people.person",
        watches=frozenset({"own"}),
    ),
    Screen(
        "people.ask",
        known(_ask),
        (CALL, STOP),
        up="people.person",
        hears=_hear,
        hears_to=HEARS_TO,
        sensitive=True,
    ),
    Screen(
        "people.check",
        known(_check),
        (
            do("send", _send, ok="people.sent", unavailable=SAME),
            do("again", _again, ok="people.ask", unavailable=SAME, always=True),
            CALL,
        ),
        up="people.ask",
        hears=_hear,
        hears_to=HEARS_TO,
        sensitive=True,
    ),
    Screen(
        "people.asis",
        known(_asis),
        (do("send", _send_as_is, ok="people.sent", unavailable=SAME), CALL, STOP),
        up="people.ask",
        hears=_hear,
        hears_to=HEARS_TO,
        sensitive=True,
    ),
    Screen(
        "people.sent",
        known(_sent),
        (go("more", "people.ask"),),
        up="people.person",
        sensitive=True,
        watches=frozenset({"own"}),
    ),
    Screen(
        "people.questions",
        known(listed),
        (
            each("question", go("question", "people.answer", row=1)),
            go("ask", "people.ask", arg="caseworker"),
        ),
        up="people.person",
        watches=frozenset({"question", "own"}),
    ),
    Screen(
        "people.answer",
        known(thread),
        (
            each("more", go("more", "people.answer")),
            go("ask", "people.ask"),
            do("ok", clear, ok=SAME, unavailable=SAME, always=True),
            do("unclear", call_back, ok="people.callback", unavailable=SAME),
            CALL,
        ),
        up="people.questions",
        sensitive=True,
        watches=frozenset({"question", "own"}),
    ),
)
