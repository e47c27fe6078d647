"""Refusals in the shape of the official APIs (Fout); wording as recorded from Open Zaak and its sisters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4


@dataclass(frozen=True, slots=True)
class Param:
    """One faulty field: dotted name, code, sentence."""

    name: str
    code: str
    reason: str


@dataclass
class Fout(Exception):
    """A refusal; `detail` empty means the standard sentence of its status."""

    status: int
    code: str
    detail: str = ""
    params: tuple[Param, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Speech:
    """How one server words its errors: language, name of the list of faulty fields, title of a 400."""

    english: bool = False
    params: str = "invalidParams"
    invalid: str = "Ongeldige invoer."


OPEN_ZAAK = Speech()
OPEN_NOTIFICATIES = Speech(invalid="Ongeldige invoerwaarde.")
OPEN_OBJECT = Speech(english=True, params="invalid_params", invalid="Invalid input.")


_KINDS = {
    "invalid": "ValidationError",
    "parse_error": "ParseError",
    "not_authenticated": "NotAuthenticated",
    "authentication_failed": "AuthenticationFailed",
    "not_found": "NotFound",
    "method_not_allowed": "MethodNotAllowed",
    "not_acceptable": "NotAcceptable",
    "precondition_failed": "PreconditionFailed",
    "throttled": "Throttled",
    "error": "APIException",
}
_DUTCH = {
    401: "Authenticatiegegevens zijn niet opgegeven.",
    403: "Je hebt geen toestemming om deze actie uit te voeren.",
    404: "Niet gevonden.",
    405: "Methode niet toegestaan.",
    406: "Kan niet voldoen aan de opgegeven Accept header.",
    412: "Voorwaarde is niet vervuld",
    429: "Verzoek is verstikt.",
    500: "Er is een serverfout opgetreden.",
}
_ENGLISH = {
    401: "Authentication credentials were not provided.",
    403: "You do not have permission to perform this action.",
    404: "Not found.",
    405: "Method not allowed.",
    406: "Could not satisfy the request Accept header.",
    412: "Precondition failed",
    429: "Request was throttled.",
    500: "A server error occurred.",
}


def invalid(*params: tuple[str, str, str]) -> Fout:
    """A 400 that names the faulty fields as (name, code, reason)."""
    return Fout(400, "invalid", params=tuple(Param(*p) for p in params))


def body(fout: Fout, speech: Speech, base: str) -> dict[str, Any]:
    """Put a refusal into the official shape."""
    title = (_ENGLISH if speech.english else _DUTCH).get(fout.status, fout.detail)
    if fout.code == "authentication_failed":
        title = "Incorrect authentication credentials."
    elif fout.status == 400:
        title = speech.invalid
    answer: dict[str, Any] = {
        "type": f"{base}/ref/fouten/{_KINDS.get(fout.code, 'PermissionDenied')}/",
        "code": fout.code,
        "title": title,
        "status": fout.status,
        "detail": fout.detail or title,
        "instance": f"urn:uuid:{uuid4()}",
    }
    if fout.code == "invalid":
        answer[speech.params] = [{"name": p.name, "code": p.code, "reason": p.reason} for p in fout.params]
    return answer
