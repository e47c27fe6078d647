"""Catching up: where many notices of one person would leave at once, they leave as one (storyboards X18).

The most urgent one still has a message of its own; all others are *covered* by a digest, which counts as the
message of each of them: what a person was told, and what became of it, is kept per item as ever. So a long
outage, of ours or of Telegram, ends in two messages at most, and a reminder of a lesson that has begun is
never among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from bot.state.items import NEWS, Item, arg, campaign_over, items
from bot.state.moment import soon, urgent
from bot.state.notices import notice
from bot.state.scene import Scene
from bot.state.session import Session, Told
from bot.state.turn import Effect, Mark, Notice, Notify, Priority, Withdraw

DIGEST = "digest"
MOST = 3
"""Notices of one person that may leave together."""
LINES = 3
"""Lines of a digest; so many of its items count as seen once it was opened."""
REMINDER = "reminder:"
SUPERSEDED = "superseded"
PROTECTED = {"plan", "question", *NEWS}
"""Kinds of items that only a protected message tells of."""
Cover = tuple[str, int]
"""An item and its version."""


def covers(session: Session) -> tuple[Cover, ...]:
    """Return what the newest digest stands for."""
    told = session.told.get(DIGEST)
    return read(told.shows) if told else ()


def waiting(scene: Scene) -> tuple[Cover, ...]:
    """Return what a digest stands for that still waits in the outbox."""
    return covers(scene.session) if DIGEST in scene.pending else ()


def unsent(scene: Scene) -> frozenset[str]:
    """Return items of which the person has not been told yet: each waits by itself or inside a digest."""
    return scene.pending | {key for key, _ in waiting(scene)}


def read(text: str) -> tuple[Cover, ...]:
    """Read items with their versions, as a session and the outbox write them."""
    pairs = (pair.rsplit("@", 1) for pair in text.split() if "@" in pair)
    return tuple((key, int(version)) for key, version in pairs if version.isdigit())


def ahead(scene: Scene) -> tuple[Cover, ...]:
    """Return what of a digest still holds, soonest first: what has begun says nothing any more."""
    known, every = _by_key(scene), dict(covers(scene.session))
    found: list[tuple[datetime, Cover]] = []
    for key, version in every.items():
        item = _subject(known, key)
        doubled = item is not None and key.startswith(REMINDER) and item.key in every
        if item is not None and item.begins is not None:
            found += [(item.begins, (key, version))] if item.begins > scene.wall and not doubled else []
        elif item is not None or _speaks_of_now(scene, key):
            found.append((datetime.max, (key, version)))
    return tuple(cover for _, cover in sorted(found))


def subject(scene: Scene, key: str) -> Item | None:
    """Return the item that a covered key is about; that of a reminder is what it reminds of."""
    return _subject(_by_key(scene), key)


def fold(scene: Scene, session: Session, effects: tuple[Effect, ...]) -> tuple[Session, tuple[Effect, ...]]:
    """Put what was decided into a digest, if it is too much at once or a digest waits already."""
    said = [effect.notice for effect in effects if isinstance(effect, Notify)]
    before = waiting(scene)
    if not before and len(said) <= MOST:
        return session, effects
    alone = None if before else _most_urgent(said)
    rest = [one for one in said if one is not alone]
    taken_back = {effect.item for effect in effects if isinstance(effect, Withdraw)}
    new = [(one.item, one.version) for one in rest] + _reminders(scene, taken_back)
    stay = [c for c in before if c[0] not in taken_back | {key for key, _ in new}]
    kept = [_kept(effect, dict(before)) for effect in effects if not _of(effect, rest)]
    folded = [Withdraw(key, folded=True) for key, _ in new if key in scene.pending]
    begins_soon = any(one.priority is Priority.URGENT for one in rest)
    session, said_together = _digest(scene, session, before, (*stay, *new), begins_soon)
    return session, (*kept, *folded, *said_together)


def catch_up(scene: Scene, session: Session, text: str) -> tuple[Session, tuple[Effect, ...]]:
    """Fold what has waited in the outbox for too long; `text` names it. One urgent change stays alone."""
    before = waiting(scene)
    late = [c for c in read(text) if c[0] in scene.pending and c not in before]
    if len(late) <= MOST:
        return session, ()
    known = _by_key(scene)
    over = [c for c in late if c[0].startswith(REMINDER) and not _holds(scene, _subject(known, c[0]))]
    anew = _said_anew(scene, known, late)
    alone = None if before else _most_urgent(anew)
    rest = [c for c in late if c not in over and (alone is None or c[0] != alone.item)]
    effects: list[Effect] = [Withdraw(key) for key, _ in over]
    effects += [Withdraw(key, folded=True) for key, _ in rest]
    if alone is not None:
        effects.append(Notify(alone))
    begins_soon = any(one.priority is Priority.URGENT for one in anew if one is not alone)
    session, said_together = _digest(scene, session, before, (*before, *rest), begins_soon)
    return session, (*effects, *said_together)


def _digest(
    scene: Scene, session: Session, before: tuple[Cover, ...], now: Iterable[Cover], begins_soon: bool
) -> tuple[Session, tuple[Effect, ...]]:
    stands_for = tuple(dict.fromkeys(now))
    if stands_for == before:
        return session, ()
    if not stands_for:
        return session, (Withdraw(DIGEST, folded=True),)
    was = session.told.get(DIGEST)
    told = Told((was.version if was else 0) + 1, "", shows=" ".join(f"{k}@{v}" for k, v in stands_for))
    known = _by_key(scene)
    begins_soon = begins_soon or any(_soon(scene, known.get(key)) for key, _ in stands_for)
    quiet = scene.tenant.stilte
    said = Notice(
        DIGEST,
        told.version,
        f"push.{DIGEST}",
        arg(DIGEST, told.version),
        Priority.URGENT if begins_soon else Priority.REMINDER,
        scene.now if begins_soon else soon(scene.now, None, quiet),
        protected=any(key.split(":", 1)[0] in PROTECTED for key, _ in stands_for),
        covers=stands_for,
    )
    return replace(session, told={**session.told, DIGEST: told}), (Notify(said),)


def _most_urgent(said: Iterable[Notice]) -> Notice | None:
    now = [one for one in said if one.priority is Priority.URGENT]
    return min(now, key=lambda one: (one.not_after or datetime.max.astimezone(), one.item), default=None)


def _said_anew(scene: Scene, known: Mapping[str, Item], late: Iterable[Cover]) -> list[Notice]:
    """Say late changes anew, to find and to send the most urgent one."""
    said: list[Notice] = []
    for key, _ in late:
        item, told = known.get(key), scene.session.told.get(key)
        if item is not None and told is not None and item.begins is not None:
            found = notice(scene, item, told.before)
            said += [found] if found is not None else []
    return said


def _reminders(scene: Scene, taken_back: set[str]) -> list[Cover]:
    """Return reminders that wait: beside a digest they would be one message more."""
    known = _by_key(scene)
    keys = sorted(k for k in scene.pending if k.startswith(REMINDER) and k not in taken_back)
    found = ((key, _subject(known, key)) for key in keys)
    return [(key, item.version) for key, item in found if item is not None and _holds(scene, item)]


def _kept(effect: Effect, before: Mapping[str, int]) -> Effect:
    """What is taken back out of a digest has no entry of its own; its record says so."""
    if isinstance(effect, Withdraw) and effect.item in before:
        return Mark(effect.item, before[effect.item], SUPERSEDED)
    return effect


def _of(effect: Effect, rest: Iterable[Notice]) -> bool:
    return isinstance(effect, Notify) and any(effect.notice is one for one in rest)


def _by_key(scene: Scene) -> dict[str, Item]:
    return {item.key: item for item in items(scene.facts)} if scene.facts else {}


def _subject(known: Mapping[str, Item], key: str) -> Item | None:
    if not key.startswith(REMINDER):
        return known.get(key)
    id = key.removeprefix(REMINDER)
    return known.get(f"lesson:{id}") or known.get(f"appointment:{id}")


def _holds(scene: Scene, item: Item | None) -> bool:
    return item is not None and item.begins is not None and item.begins > scene.wall


def _speaks_of_now(scene: Scene, key: str) -> bool:
    """Whether this is a caseworker's reminder of something that is still to come."""
    told = scene.session.told.get(key)
    if told is None or not key.startswith("campaign:"):
        return False
    over = campaign_over(told.shows)
    return over is None or over > scene.wall


def _soon(scene: Scene, item: Item | None) -> bool:
    return item is not None and item.begins is not None and urgent(item.begins, scene.wall)
