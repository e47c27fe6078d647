"""linking: from a code to a confirmed link. What a code comes to is decided in `state.arrive`."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogs.fills.contact import call, caseworker, townhall
from bot.state.arrive import expired, typed_code, typed_year, used
from bot.state.declare import SAME, Act, Fill, Instead, Load, Screen, dialog, do, go
from bot.state.entrance import FROZEN, entrance
from bot.state.scene import Scene
from bot.state.turn import Alarm, Effect, EndInvitation, MarkLinked, Outcome, Redeem
from bot.state.values import Raw, Term

OFFICE = "office"


def _at(*stages: str) -> Load:
    """Guard a step without values: somebody at another stage is shown where they stand."""

    def load(scene: Scene) -> Fill | Instead:
        return Fill() if scene.session.stage in stages else Instead(entrance(scene))

    return load


def _who(scene: Scene) -> Fill | Instead:
    found = scene.invitation
    if scene.session.stage != "who":
        return Instead(entrance(scene))
    if found is None:
        return Fill({"initial": None, "caseworker": None})
    return Fill(
        {"initial": Raw(found.initial) if found.initial else None, "caseworker": _named(found.caseworker)}
    )


def _waiting(scene: Scene) -> Fill | Instead:
    if scene.session.stage != "waiting":
        return Instead(entrance(scene))
    return Fill({"caseworker": caseworker(scene).shown_name})


def _second(scene: Scene) -> Fill:
    return Fill()


def _frozen(scene: Scene) -> Fill | Instead:
    if scene.link_state != "frozen":
        return Instead(entrance(scene))
    gemeente = scene.tenant.gemeente
    return Fill({"townhall": Raw(gemeente.stadhuis), "phone": Raw(gemeente.telefoon)})


def _notme(scene: Scene) -> Fill:
    return Fill()


def _named(name: str) -> Raw | None:
    return Raw(name) if name else None


def _yes(scene: Scene) -> Outcome:
    """Claim the code for this chat; a letter's code waits for the caseworker where the tenant wants it."""
    found = scene.invitation
    if scene.session.stage != "who":
        return Outcome("unavailable", scene.session)
    if found is None or found.ended:
        return Outcome("code", replace(scene.session, stage="new", invitation=None), first=Term("first-gone"))
    if found.used_by not in {None, scene.link}:
        return used(scene, found)
    if expired(scene, found):
        session = replace(scene.session, stage="new", invitation=None)
        return Outcome("code", session, first=Term("first-code-expired"))
    if found.way != OFFICE and scene.tenant.codes.bevestigen:
        claim = (Redeem(found.id, waiting=True), Alarm("link_to_confirm", invitation=found.id))
        return Outcome("ok", replace(scene.session, stage="waiting"), effects=claim)
    linked = (Redeem(found.id, waiting=False), MarkLinked())
    return Outcome("consent", replace(scene.session, stage="consent"), effects=linked)


def _no(scene: Scene) -> Outcome:
    """End the code: it lay in the wrong hands (X5)."""
    session = replace(scene.session, stage="new", invitation=None)
    if scene.session.stage != "who":
        return Outcome("unavailable", scene.session)
    return Outcome("ok", session, effects=_not_me(scene.session.invitation))


def _not_me(invitation: str | None) -> tuple[Effect, ...]:
    if invitation is None:
        return (Alarm("not_me"),)
    return (EndInvitation(invitation), Alarm("not_me", invitation=invitation))


def _stop(scene: Scene) -> Outcome:
    if scene.session.stage != "asked":
        return Outcome("ok", scene.session)
    return Outcome("ok", replace(scene.session, stage="new", invitation=None))


def _call_caseworker(scene: Scene) -> Outcome:
    return call(scene, caseworker(scene))


def _call_townhall(scene: Scene) -> Outcome:
    return call(scene, townhall(scene))


def _wish(alarm: str, first: str) -> Act:
    def wish(scene: Scene) -> Outcome:
        return Outcome("ok", scene.session, first=Term(first), effects=(Alarm(alarm, "second_person"),))

    return wish


LINKING = dialog(
    "linking",
    Screen(
        "linking.code",
        _at("new"),
        (go("where", "linking.where"), go("help", "help.public")),
        public=True,
        footer=False,
        secret=True,
        hears=typed_code,
        hears_to={
            "ok": "linking.year",
            "wrong": SAME,
            "used": SAME,
            "own": "home.home",
            "second": "linking.second",
            "unavailable": SAME,
        },
    ),
    Screen("linking.where", _at("new"), (go("help", "help.public"),), up="linking.code", public=True),
    Screen(
        "linking.year",
        _at("asked"),
        (do("stop", _stop, ok="help.public", unavailable=SAME, always=True),),
        public=True,
        footer=False,
        secret=True,
        hears=typed_year,
        hears_to={
            "ok": "linking.who",
            "wrong": SAME,
            "used": "linking.code",
            "expired": "linking.code",
            "unavailable": SAME,
        },
    ),
    Screen(
        "linking.who",
        _who,
        (
            do(
                "yes",
                _yes,
                ok="linking.waiting",
                consent="consent.what",
                code="linking.code",
                used="linking.code",
                unavailable=SAME,
            ),
            do("no", _no, ok="linking.notme", unavailable=SAME),
        ),
        public=True,
        footer=False,
    ),
    Screen(
        "linking.waiting",
        _waiting,
        (do("call", _call_caseworker, ok=SAME, unavailable=SAME, always=True),),
        public=True,
        footer=False,
    ),
    Screen(
        "linking.notme",
        _notme,
        (do("call", _call_townhall, ok=SAME, unavailable=SAME, always=True),),
        public=True,
        footer=False,
    ),
    Screen(
        "linking.second",
        _second,
        (
            do("callback", _wish("callback", "first-callback-noted"), ok=SAME, unavailable=SAME),
            do("letter", _wish("letter", "first-letter-noted"), ok=SAME, unavailable=SAME),
        ),
        public=True,
    ),
    Screen(
        FROZEN,
        _frozen,
        (do("call", _call_townhall, ok=SAME, unavailable=SAME, always=True),),
        public=True,
        footer=False,
    ),
)
