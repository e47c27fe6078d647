"""Looking again: facts changed, a wake-up is due, or a colleague acted (design §1, `events.Looked`)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from bot.clock import instant
from bot.state.digest import catch_up, fold
from bot.state.entrance import FROZEN, entrance
from bot.state.items import arg, campaign_over
from bot.state.moment import allowed
from bot.state.notices import ready
from bot.state.remind import TOPIC, remind, wake
from bot.state.scene import Scene
from bot.state.session import Place, Session, Told
from bot.state.told import differences, may_send
from bot.state.turn import PRESENT, Effect, EndLink, MarkLinked, Notice, Notify, Priority, WakeAt
from bot.state.values import Term

CAMPAIGNS_KEPT = 20


def draft_mark(draft: str) -> str:
    """Tell one draft from the next, so that no translation is laid beside words it was not made of."""
    return sha256(draft.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Glance:
    """What a look came to. `place` is to be shown (`message` as in a turn); `kinds` are the kinds that
    differ.
    """

    session: Session
    effects: tuple[Effect, ...] = ()
    place: Place | None = None
    message: int | None = PRESENT
    kinds: frozenset[str] = frozenset()


def facts(scene: Scene, data: Mapping[str, Any]) -> Glance:
    """Compare the facts with what was told; `own` where a write of the person was passed on."""
    found = differences(scene)
    own = {"own"} if data.get("value") == "own" else set()
    return Glance(found.session, found.effects, kinds=found.kinds | own)


def _reminder(scene: Scene, data: Mapping[str, Any]) -> Glance:
    return Glance(*fold(scene, *remind(scene)))


def _catch_up(scene: Scene, data: Mapping[str, Any]) -> Glance:
    """Fold what waited too long in the outbox, e.g. while Telegram was away."""
    if scene.session.stage != "linked" or not may_send(scene):
        return Glance(scene.session)
    return Glance(*catch_up(scene, scene.session, str(data.get("value", ""))))


def _confirmed(scene: Scene, data: Mapping[str, Any]) -> Glance:
    if scene.session.stage != "waiting":
        return Glance(scene.session)
    session = replace(scene.session, stage="consent")
    return Glance(session, (MarkLinked(), Notify(ready(scene))))


def _ended(scene: Scene, data: Mapping[str, Any]) -> Glance:
    reason = str(data.get("reason") or data.get("value") or "ended")
    return Glance(scene.session, (EndLink(reason),), Place("push.link.ended"), message=None)


def _refused(scene: Scene, data: Mapping[str, Any]) -> Glance:
    return _ended(scene, {"reason": "refused"})


def _frozen(scene: Scene, data: Mapping[str, Any]) -> Glance:
    return Glance(scene.session, (WakeAt(TOPIC, None),), Place(FROZEN))


def _thawed(scene: Scene, data: Mapping[str, Any]) -> Glance:
    found = differences(scene)
    return Glance(found.session, (*found.effects, wake(scene, found.session)), entrance(scene))


def _translated(scene: Scene, data: Mapping[str, Any]) -> Glance:
    session = scene.session
    if not session.draft or session.screen != "people.check" or data.get("of") != draft_mark(session.draft):
        return Glance(session)
    if not data.get("dutch"):
        return Glance(session, place=Place("people.asis", session.arg))
    session = replace(
        session,
        draft_dutch=str(data["dutch"]),
        draft_back=str(data.get("back", "")),
        draft_sure=bool(data.get("sure", False)),
    )
    return Glance(session, place=Place("people.check", session.arg))


def _redraw(scene: Scene, data: Mapping[str, Any]) -> Glance:
    return Glance(scene.session, place=Place(scene.session.screen, scene.session.arg))


def _sorry(scene: Scene, data: Mapping[str, Any]) -> Glance:
    """Say once that something went wrong, and begin from home: the screen left may be what cannot be drawn.

    What went wrong may have been the wake-up that plans the next reminder; so it is planned here again.
    """
    where = str(data.get("value", ""))
    message = PRESENT if where == "present" else int(where) if where.isdigit() else None
    place = replace(entrance(scene), first=Term("first-sorry"))
    return Glance(scene.session, (wake(scene, scene.session),), place, message)


def _campaign(scene: Scene, data: Mapping[str, Any]) -> Glance:
    """Send a caseworker's reminder; what it says is kept, so that the message stays readable once it was
    tapped.
    """
    session, campaign = scene.session, str(data.get("campaign", ""))
    sleeping = session.paused_until is not None and scene.now < session.paused_until
    awake = replace(scene, session=replace(session, paused_until=None))
    if not campaign or "template" not in data or session.stage != "linked" or not may_send(awake):
        return Glance(session)
    key = f"campaign:{campaign}"
    shows = json.dumps({"template": data["template"], "fields": data.get("fields", {})}, sort_keys=True)
    over = campaign_over(shows)
    begins = session.paused_until if sleeping and session.paused_until else scene.now
    said = Notice(
        key,
        1,
        "push.reminder",
        arg(key, 1),
        Priority.BROADCAST,
        allowed(begins, scene.tenant.stilte),
        instant(over) if over else None,
        campaign=campaign,
    )
    older = [k for k in session.told if k.startswith("campaign:")][: -CAMPAIGNS_KEPT + 1]
    told = {k: v for k, v in session.told.items() if k not in older}
    return Glance(replace(session, told={**told, key: Told(1, "", shows=shows)}), (Notify(said),))


TOPICS: Mapping[str, Callable[[Scene, Mapping[str, Any]], Glance]] = {
    "facts": facts,
    "settle": facts,
    "reminder": _reminder,
    "confirmed": _confirmed,
    "refused": _refused,
    "frozen": _frozen,
    "thawed": _thawed,
    "ended": _ended,
    "translated": _translated,
    "redraw": _redraw,
    "sorry": _sorry,
    "campaign": _campaign,
    "catchup": _catch_up,
}


def look(scene: Scene, topic: str, data: Mapping[str, Any]) -> Glance:
    """Look again about this topic; a topic nobody knows changes nothing."""
    seen = TOPICS.get(topic)
    return seen(scene, data) if seen else Glance(scene.session)
