"""privacy: what the screen shows, what is stored, letters instead, stop and delete."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from hashlib import sha256

from bot.dialogs.reminders import pause
from bot.state.declare import SAME, Fill, Instead, Screen, dialog, do, go
from bot.state.remind import wake
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import LETTERS, EndLink, Mute, Outcome, WakeAt, Withdraw
from bot.state.values import At, Raw, Term


def _plain(scene: Scene) -> Fill:
    return Fill()


def _stored(scene: Scene) -> Fill:
    kept = scene.tenant.bewaren
    periods = {
        "conversation": Term("period-days", {"n": kept.gesprek}),
        "delivery": Term("period-days", {"n": kept.aflevering}),
        "closed": Term("period-days", {"n": kept.na_afsluiten}),
    }
    return Fill({"periods": Term("periods", periods)})


def _letters(scene: Scene) -> Fill | Instead:
    return Fill() if scene.session.letters else Instead(Place("privacy.privacy"))


def _deleted(scene: Scene) -> Fill | Instead:
    """Show the last screen; all it says travels in its argument, because nothing else is left."""
    at, _, receipt = scene.arg.partition(".")
    if len(at) != 4 or not at.isdigit() or not receipt:
        return Instead(Place("home.home"))
    return Fill({"time": At(time(int(at[:2]) % 24, int(at[2:]) % 60)), "receipt": Raw(receipt)})


def _to_letters(scene: Scene) -> Outcome:
    session = replace(scene.session, letters=True)
    waiting = tuple(Withdraw(key) for key in sorted(scene.pending))
    return Outcome("ok", session, effects=(Mute(True, LETTERS), WakeAt("reminder", None), *waiting))


def _messages_again(scene: Scene) -> Outcome:
    session = replace(scene.session, letters=False)
    effects = (Mute(False, LETTERS), wake(scene, session), WakeAt("settle", scene.now))
    return Outcome("ok", session, first=Term("first-messages-again"), effects=effects)


def _delete(scene: Scene) -> Outcome:
    """End the link and erase everything; the receipt is a number in which there is nobody."""
    number = sha256(f"receipt:{scene.event_id}".encode()).hexdigest()[:8].upper()
    arg = f"{scene.wall:%H%M}.{number[:4]}-{number[4:]}"
    return Outcome("ok", scene.session, arg=arg, effects=(EndLink("deleted", person=True),))


PRIVACY = dialog(
    "privacy",
    Screen(
        "privacy.privacy",
        _plain,
        (go("level", "consent.level"), go("stored", "privacy.stored"), go("stop", "privacy.stop")),
        up="home.more",
    ),
    Screen("privacy.stored", _stored, up="privacy.privacy", public=True),
    Screen(
        "privacy.stop",
        _plain,
        (
            do("pause", pause, ok="reminders.pause", unavailable=SAME),
            do("letters", _to_letters, ok="privacy.letters", unavailable=SAME),
            go("delete", "privacy.delete"),
        ),
        up="privacy.privacy",
    ),
    Screen(
        "privacy.letters",
        _letters,
        (do("undo", _messages_again, ok="privacy.privacy", unavailable=SAME),),
        up="privacy.privacy",
    ),
    Screen(
        "privacy.delete",
        _plain,
        (do("yes", _delete, ok="privacy.deleted", unavailable=SAME), go("no", "privacy.privacy")),
        up="privacy.stop",
    ),
    Screen("privacy.deleted", _deleted, public=True, footer=False),
)
