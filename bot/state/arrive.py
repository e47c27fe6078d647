"""Linking: what a code, a birth year or a scanned link comes to (storyboards §4.1, X1–X5, X40)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.state.scene import Invitation, Scene
from bot.state.turn import Alarm, Effect, Menu, Outcome, TellLink
from bot.state.values import Raw, Term

TRIES = 5
WITHIN = timedelta(hours=1)
TYPED = 14
"""Longest code that is typed, with spaces or hyphens; the secret of a QR is longer."""


def scanned(scene: Scene, code: str) -> Outcome:
    """Decide on `/start` with a code. Outcomes: hello, own (their own plan), second, wrong, used, expired.

    Only the long secret of a QR skips the year; somebody who brings the typed code this way is asked it (ok).
    """
    if len(code) <= TYPED:
        return typed_code(scene, code)
    found = scene.invitation
    if found is None or found.ended:
        return _wrong(scene)
    if found.used_by == scene.link or scene.own_person == found.person:
        return Outcome("own", scene.session)
    if scene.own_person is not None:
        return Outcome("second", scene.session, effects=(Alarm("second_person", invitation=found.id),))
    if found.used_by is not None:
        return used(scene, found)
    if expired(scene, found):
        return Outcome("expired", scene.session, first=Term("first-code-expired"))
    return _accepted(scene, found, "hello")


def typed_code(scene: Scene, text: str) -> Outcome:
    """Decide on a typed code. Outcomes: ok (the year is asked), own, second, wrong, used."""
    found = scene.invitation
    if locked(scene):
        return Outcome("wrong", scene.session, first=_wait(scene))
    if found is None or found.ended or not found.needs_year:
        return _wrong(scene)
    if found.used_by == scene.link or scene.own_person == found.person:
        return Outcome("own", scene.session)
    if scene.own_person is not None:
        return Outcome("second", scene.session, effects=(Alarm("second_person", invitation=found.id),))
    if found.used_by is not None:
        return used(scene, found)
    language = scene.session.language or found.language
    return Outcome("ok", replace(scene.session, stage="asked", invitation=found.id, language=language))


def typed_year(scene: Scene, text: str) -> Outcome:
    """Decide on a typed birth year. Outcomes: ok, wrong, used, expired (said only after a right code and
    year).
    """
    found = scene.invitation
    if locked(scene):
        return Outcome("wrong", scene.session, first=_wait(scene))
    if found is not None and not found.ended and found.year_fits is None:
        return Outcome("wrong", scene.session)  # the code once more: no guess, the year is asked again
    if found is None or found.ended or not found.year_fits:
        return _wrong(scene)
    if found.used_by not in {None, scene.link}:
        return used(scene, found)
    if expired(scene, found):
        session = replace(scene.session, stage="new", invitation=None)
        return Outcome("expired", session, first=Term("first-code-expired"))
    return _accepted(scene, found, "ok")


def expired(scene: Scene, found: Invitation) -> bool:
    """Whether the code's time is over."""
    return scene.now >= found.expires


def locked(scene: Scene) -> bool:
    """Whether the tries of this hour are used up."""
    return len(_recent(scene)) >= TRIES


def _accepted(scene: Scene, found: Invitation, name: str) -> Outcome:
    language = scene.session.language or found.language
    session = replace(scene.session, stage="who", invitation=found.id, language=language, tries=())
    return Outcome(name, session, effects=() if scene.session.language else (Menu(language),))


def _wrong(scene: Scene) -> Outcome:
    tries = (*_recent(scene), scene.now)
    session = replace(scene.session, tries=tries)
    left = TRIES - len(tries)
    first = Term("first-code-wrong", {"n": left}) if left > 0 else _wait(scene)
    return Outcome("wrong", session, first=first)


def used(scene: Scene, found: Invitation) -> Outcome:
    """Say that the code was used, stop the linked phone's link, and tell the console (X3, A6)."""
    gemeente = scene.tenant.gemeente
    said = {"townhall": Raw(gemeente.stadhuis), "phone": Raw(gemeente.telefoon)}
    alarm: tuple[Effect, ...] = (Alarm("code_used_twice", invitation=found.id),)
    freeze = (TellLink(found.used_by, "frozen"),) if found.used_by else ()
    session = replace(scene.session, stage="new", invitation=None)
    return Outcome("used", session, first=Term("first-code-used", said), effects=(*alarm, *freeze))


def _wait(scene: Scene) -> Term:
    gemeente = scene.tenant.gemeente
    return Term("first-code-wait", {"townhall": Raw(gemeente.stadhuis), "phone": Raw(gemeente.telefoon)})


def _recent(scene: Scene) -> tuple[datetime, ...]:
    return tuple(at for at in scene.session.tries if at > scene.now - WITHIN)
