"""What a refusal means, code by code, and who can mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.cases.doctor.report import By, Line, wrong
from bot.cases.doctor.wire import Answer


@dataclass(frozen=True, slots=True)
class Cause:
    """A refusal in words."""

    text: str
    fix: str
    by: By


_CLOCK: Final = "Set this machine's clock by NTP. If it is right, the case system's clock is wrong."
JWT: Final[Mapping[str, Cause]] = {
    "missing-client-identifier": Cause(
        "the token that Wegwijs signs arrives without client_id",
        "Look whether a gateway in between replaces the Authorization header.",
        By.NETWORK,
    ),
    "invalid-client-identifier": Cause(
        "the client_id is not known there",
        "Compare zaaksysteem.client_id with the Client ID of the application in Open Zaak, or add it there.",
        By.CASES,
    ),
    "invalid-jwt-signature": Cause(
        "the secret is wrong: the client_id is known, but the signature does not fit",
        "Give zaaksysteem.geheim the secret that stands beside this Client ID in Open Zaak.",
        By.HOST,
    ),
    "jwt-expired": Cause(
        "the token is too old when it arrives: a clock is more than an hour off", _CLOCK, By.HOST
    ),
    "jwt-expiredsignatureerror": Cause(
        "the token has expired when it arrives: a clock is off", _CLOCK, By.HOST
    ),
    "jwt-immaturesignatureerror": Cause("the token is from the future: a clock is off", _CLOCK, By.HOST),
    "jwt-immatureissuedaterror": Cause("the token is from the future: a clock is off", _CLOCK, By.HOST),
    "jwt-missing-iat-claim": Cause(
        "the token arrives without its moment",
        "Look whether a gateway in between makes tokens of its own.",
        By.NETWORK,
    ),
    "jwt-decodeerror": Cause(
        "the token arrives damaged",
        "Look whether a gateway in between changes the Authorization header.",
        By.NETWORK,
    ),
}
"""Open Zaak answers 403, never 401, to every fault of a token."""
_GATEWAY: Final = "Look what stands between Wegwijs and the case system, and at the root in the tenant file."


def denied(name: str, answer: Answer, right: str) -> Line:
    """Explain a 401 or 403; `right` is what the credential lacks if it is known but may not do this."""
    cause = JWT.get(answer.code)
    if cause is not None:
        return wrong(f"{name}: {cause.text} (403 {answer.code}).", cause.fix, cause.by)
    if answer.status == 401:
        missing = "is not accepted" if answer.code != "not_authenticated" else "does not arrive"
        text = f"{name}: the token {missing} (401 {answer.code or 'without a code'})."
        return wrong(text, "Compare the token in the tenant file with the one in the API's admin.", By.HOST)
    if answer.code == "permission_denied":
        return wrong(f"{name}: known, but not allowed (403 permission_denied).", right, By.CASES)
    text = f"{name}: refused (403 {answer.code or 'without a code'})."
    return wrong(text, f"The credential or something in between refuses. {_GATEWAY}", By.CASES)


def unusable(name: str, answer: Answer, right: str = "Give the application the right to read here.") -> Line:
    """Explain any answer that is not the one that was asked for."""
    if answer.fault:
        return wrong(
            f"{name} {answer.fault}.", "Look at address, name server, firewall, certificate.", By.NETWORK
        )
    if answer.status in {401, 403}:
        return denied(name, answer, right)
    if 300 <= answer.status < 400:
        text = f"{name} sends on to another address ({answer.status}); Wegwijs never follows, for safety."
        return wrong(text, "Write the address that it sends on to as the root in the tenant file.", By.HOST)
    if answer.status == 404:
        text = f"{name} knows nothing at this address (404)."
        return wrong(text, "Correct the root in the tenant file: it ends with /api/v1/ or /api/v2/.", By.HOST)
    if answer.status in {400, 406, 412}:
        text = f"{name} does not understand the question ({answer.status} {answer.code or 'without a code'})."
        return wrong(text, f"It may be another API or a very old version. {_GATEWAY}", By.CASES)
    if answer.status == 429:
        return wrong(f"{name} says that it is asked too often (429).", "Try again later.", By.NOBODY)
    if answer.status >= 500:
        return wrong(f"{name} is broken ({answer.status}).", "Look at its own log.", By.CASES)
    return wrong(
        f"{name} answers something that is no list of an API ({answer.status}).", _GATEWAY, By.NETWORK
    )
