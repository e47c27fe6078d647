"""What went wrong with a subscription, and what to do about it, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cases.subscribe import Offered, State
from bot.errors import CaseApiAway, CaseApiDenied, CaseApiRefused, Throttled, WegwijsError


def why(fault: WegwijsError, callback: str, offered: Sequence[Offered] = ()) -> tuple[str, ...]:
    """Explain a fault of the Notificaties API: what happened, then what to do."""
    if isinstance(fault, CaseApiRefused):
        codes = {code for _, code in fault.params} | {fault.code}
        for code, words in _REFUSED.items():
            if code in codes:
                return tuple(line.format(callback=callback, filters=_filters(offered)) for line in words)
    if isinstance(fault, CaseApiDenied):
        return (
            str(fault),
            "Give the application of zaaksysteem.client_id the right `notificaties.consumeren`, at the"
            " Notificaties API (component nrc). If the code begins with jwt- or invalid-, the secret or the"
            " clock is wrong.",
        )
    if isinstance(fault, CaseApiAway | Throttled):
        return (
            str(fault),
            "Check zaaksysteem.notificaties in the tenant file, and that this machine may call that address.",
        )
    return (str(fault),)


def probed(answers: tuple[int, int]) -> tuple[bool, str]:
    """Whether our own address answers as the server will want, and a line about it."""
    without, with_secret = answers
    first, second = _answer(without), _answer(with_secret)
    said = f"Called from here it answers {first} without the secret, {second} with it"
    if without in {401, 403} and 200 <= with_secret < 210:
        return True, f"{said}: as it should."
    if not without and not with_secret:
        return False, f"{said}. Is `wegwijs serve web` running, and does the proxy lead there?"
    if 200 <= without < 300:
        return False, f"{said}. Something lets everybody in there: it is not Wegwijs that answers."
    if with_secret == 401:
        return False, f"{said}. The running Wegwijs knows another secret: restart it, then use --renew."
    return False, f"{said}; 401 and 204 are wanted. Does the proxy pass on this path and `Authorization`?"


STATES = {
    State.MISSING: "There is no subscription for this address.",
    State.OK: "The subscription is there and as it should be.",
    State.DIFFERS: "The subscription is there, but for other channels or filters than Wegwijs needs.",
}

_REFUSED = {
    "no-auth-on-callback-url": (
        "The case system called {callback} without the secret and was not refused with 401 or 403.",
        "Either nobody answers there: start `wegwijs serve web`, look at the firewall and the certificate. Or"
        " something else answers and lets everybody in: look at the proxy, a login page or a cache.",
    ),
    "invalid-callback-url": (
        "The case system called {callback} with the secret and got no answer between 200 and 209.",
        "Start `wegwijs serve web` first. Then: does the case system's network reach this address, does it"
        " trust the certificate, and does the running Wegwijs have the same zaaksysteem.notificatie_geheim?",
    ),
    "inconsistent-abonnement-filters": (
        "The channels of this Notificaties API do not know our filters. They know: {filters}.",
        "Let the supplier register the channels again with the filters of the standard"
        " (`zaken` with bronorganisatie; Open Zaak does it with `register_kanalen`), then try again.",
    ),
}


def _filters(offered: Sequence[Offered]) -> str:
    known = [f"{one.naam} ({', '.join(one.filters) or 'none'})" for one in offered]
    return ", ".join(known) or "see GET /kanaal"


def _answer(status: int) -> str:
    return str(status) if status else "nothing"
