"""Told, not sent: what differs between the facts and what a person was told becomes a notice (design §3.11).

For each item the *base* is what the person knows: what they were told, or, while a notice of it still
waits in the outbox, what they were told before that. Facts equal to the base are silence (and take a
waiting notice back); anything else is one notice, which takes the place of a waiting one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.cases.model import NewsKind, Snapshot, State
from bot.state.digest import fold, unsent
from bot.state.items import NEWS, PLAN, QUESTION, TERM, Item, items
from bot.state.notices import notice, speaks
from bot.state.scene import Scene
from bot.state.session import Session, Told
from bot.state.turn import Effect, Notify, Withdraw

AHEAD = timedelta(weeks=4)
KEPT = timedelta(days=1)
LAST_WORDS = {State.PAUSED: NEWS, State.COMPLETED: frozenset({str(NewsKind.COMPLETED)})}
"""What is still told of a case that asks for silence."""
STATUS = "status"
NEW = ""
"""As `Told.before`: the person did not know this item at all."""


@dataclass(frozen=True, slots=True)
class Differences:
    """What a comparison came to; `kinds` are the kinds of items that differ, also where nothing is sent."""

    session: Session
    effects: tuple[Effect, ...] = ()
    kinds: frozenset[str] = frozenset()


def begin(scene: Scene) -> Session:
    """Count everything as told: a new link starts without news."""
    if scene.facts is None:
        return scene.session
    now = {item.key: Told(item.version, item.digest, shows=item.shows) for item in _near(scene)}
    return replace(scene.session, told={**_campaigns(scene.session), **now})


def begun(session: Session) -> bool:
    """Whether this link has been told anything yet."""
    return any(not key.startswith("campaign:") for key in session.told)


def differences(scene: Scene) -> Differences:
    """Compare the facts with what was told, and decide what is to be said, taken back, or left alone."""
    scene = replace(scene, pending=unsent(scene))
    session, facts = scene.session, scene.facts
    if facts is None or session.stage != "linked":
        return Differences(session)
    if not begun(session):
        return Differences(begin(scene))
    changed = [item for item in _near(scene) if _differs(item, session.told.get(item.key))]
    kinds = frozenset(item.kind for item in changed)
    if facts.snapshot.suspended:
        return Differences(session, tuple(Withdraw(key) for key in sorted(scene.pending)), kinds)
    if _quiet(facts.snapshot):
        return _last_words(scene, changed, kinds)
    if not may_send(scene):
        return Differences(session, (), kinds)
    session, untold = _untold(scene, session, changed)
    found = _compared(scene, session, [item for item in changed if item.key not in untold])
    taken_back = tuple(Withdraw(key) for key in sorted(untold & scene.pending))
    session, effects = fold(scene, found.session, (*found.effects, *taken_back))
    return Differences(session, effects, kinds)


def may_send(scene: Scene) -> bool:
    """Whether anything may leave on our own account: no letters, pause, mute or freeze, an open case."""
    return _reaches(scene) and not (scene.facts is not None and _quiet(scene.facts.snapshot))


def _reaches(scene: Scene) -> bool:
    paused = scene.session.paused_until is not None and scene.now < scene.session.paused_until
    return scene.link_state == "linked" and not (paused or scene.session.letters)


def _quiet(case: Snapshot) -> bool:
    """Whether the case itself asks for silence: over, resting, or hidden from us."""
    return case.silent or case.resting or case.suspended


def _last_words(scene: Scene, changed: Iterable[Item], kinds: frozenset[str]) -> Differences:
    """Count everything as told and take back what waits, but for that the plan rests, or is complete."""
    assert scene.facts is not None
    case = scene.facts.snapshot
    heard = case.informs and not case.suspended and _reaches(scene)
    allowed = LAST_WORDS.get(case.state, frozenset()) if heard else frozenset()
    said = [item for item in changed if item.key in allowed]
    before = {item.key: scene.session.told[item.key] for item in said if item.key in scene.session.told}
    now = begin(scene)
    told = {key: what for key, what in now.told.items() if key not in {item.key for item in said}} | before
    found = _compared(scene, replace(now, told=told), said)
    stay = {key for key in scene.pending if key in allowed}
    taken_back = tuple(Withdraw(key) for key in sorted(scene.pending - stay))
    return Differences(found.session, (*taken_back, *found.effects), kinds)


def _untold(scene: Scene, session: Session, changed: Iterable[Item]) -> tuple[Session, frozenset[str]]:
    """Count as told what came with a status of which the municipality does not inform people.

    Its switch (`informeren`) is about the case itself: lessons, appointments and tasks are told all the same.
    """
    if scene.facts is None or scene.facts.snapshot.informs:
        return session, frozenset()
    if STATUS in scene.facts.snapshot.unreadable:
        # Not known to be silent: what is news now is decided when the status can be read.
        return session, frozenset({PLAN, TERM} - scene.pending)
    quiet = {item.key: item for item in changed if item.kind in {PLAN, TERM}}
    now = {key: Told(item.version, item.digest, shows=item.shows) for key, item in quiet.items()}
    return replace(session, told={**session.told, **now}), frozenset(quiet)


def renew(scene: Scene, key: str) -> Scene:
    """Count the present version of one item as told, because its newest is being shown and asked again."""
    item = next((item for item in _near(scene) if item.key == key), None)
    was = scene.session.told.get(key)
    if item is None or (was is not None and was.digest == item.digest):
        return scene
    told = _told(item, was, waits=key in scene.pending)
    return replace(scene, session=replace(scene.session, told={**scene.session.told, key: told}))


def unanswered(scene: Scene) -> tuple[Item, ...]:
    """Return lessons and appointments ahead whose told change was not acknowledged, soonest first."""
    session = scene.session
    waiting = [
        item
        for item in _near(scene)
        if item.kind in {"lesson", "appointment"}
        and item.begins is not None
        and item.begins >= scene.wall
        and (told := session.told.get(item.key)) is not None
        and told.before
        and session.acks.get(item.key) != told.version
    ]
    return tuple(sorted(waiting, key=lambda item: (item.begins or scene.wall, item.key)))


def _compared(scene: Scene, session: Session, changed: Iterable[Item]) -> Differences:
    told, effects = dict(session.told), list[Effect]()
    for item in changed:
        was = told.get(item.key)
        waits = item.key in scene.pending
        effects += _stale_reminder(scene, item)
        base = _base(was, waits)
        if base == item.digest or (base == NEW and not item.due) or not speaks(scene, item):
            told[item.key] = Told(item.version, item.digest, shows=item.shows)
            effects.append(Withdraw(item.key))
            continue
        told[item.key] = _told(item, was, waits)
        said = notice(replace(scene, session=replace(session, told=told)), item, base)
        if said is not None:
            effects.append(Notify(said))
        elif waits:
            effects.append(Withdraw(item.key))
        if said is None and was is None:
            told[item.key] = replace(told[item.key], before=None)
    session = replace(session, told=_kept(told, scene))
    return Differences(
        replace(session, acks={k: v for k, v in session.acks.items() if k in session.told}), tuple(effects)
    )


def _stale_reminder(scene: Scene, item: Item) -> tuple[Effect, ...]:
    reminder = f"reminder:{item.key.split(':', 1)[-1]}"
    return (Withdraw(reminder),) if reminder in scene.pending else ()


def _base(was: Told | None, waits: bool) -> str | None:
    if was is None:
        return None
    return was.before if waits and was.before is not None else was.digest


def _told(item: Item, was: Told | None, waits: bool) -> Told:
    if was is None:
        return Told(item.version, item.digest, NEW, item.shows)
    if waits and was.before is not None:
        return Told(item.version, item.digest, was.before, item.shows, was.shown_before)
    return Told(item.version, item.digest, was.digest, item.shows, was.shows)


def _differs(item: Item, was: Told | None) -> bool:
    return was is None or was.digest != item.digest or (was.before == NEW and not item.due)


def _near(scene: Scene) -> Iterator[Item]:
    assert scene.facts is not None
    told, earliest, latest = scene.session.told, scene.wall - KEPT, scene.wall + AHEAD
    for item in items(scene.facts):
        # Only lessons have a horizon: an appointment is news when it is made, not when it comes near.
        ahead = item.begins is None or item.begins >= earliest
        if item.key in told or (ahead and (item.kind != "lesson" or (item.begins or latest) <= latest)):
            yield item


def _campaigns(session: Session) -> dict[str, Told]:
    return {key: told for key, told in session.told.items() if key.startswith("campaign:")}


def _kept(told: dict[str, Told], scene: Scene) -> dict[str, Told]:
    """Forget what is over, so that a session stays small."""
    oldest = (scene.wall - KEPT).isoformat()
    timed = ("lesson:", "appointment:")
    questions = {f"{QUESTION}:{question.id}" for question in scene.facts.questions} if scene.facts else set()
    return {
        key: what
        for key, what in told.items()
        if (not key.startswith(timed) or what.shows >= oldest)
        and (not key.startswith(f"{QUESTION}:") or key in questions)
    }
