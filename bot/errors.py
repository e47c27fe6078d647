"""The whole error tree, split by what the caller should do.

WegwijsError
├── ConfigError            do not start: a setting or tenant file is wrong (all faults together)
├── Retry                  try again later; nothing is lost meanwhile
│   ├── StoreAway          Redis is away, loading, read-only or full: answer 503, try again
│   ├── CaseApiAway        the case API is down, slow or answers 5xx
│   ├── TranslatorAway     no translation now; the Dutch original is shown
│   └── Throttled          the other side said 429; carries `seconds`
├── Freeze                 stop this owner's traffic and tell the operator
│   └── CaseApiDenied      401/403: secret, clock or rights are wrong
└── GiveUp                 never try again as it is
    ├── CaseApiRefused     400/404/409: carries `code` and the names of the fields, never values
    ├── CaseNotFound       no such case here, or not one we may see
    │   └── CaseHidden     the case is there but may not be shown; says why, to the operator
    ├── BadAnswer          an answer that cannot be read: the part is quarantined
    └── NotAllowed         a person of the console asks for what is not theirs: answered as 404
"""

from __future__ import annotations

from dataclasses import dataclass


class WegwijsError(Exception):
    """Base of everything Wegwijs raises on purpose; `str()` is a full sentence without personal data."""


@dataclass
class ConfigError(WegwijsError):
    """One or more settings are wrong; lists every fault so that all are mended at once."""

    faults: tuple[str, ...]

    def __str__(self) -> str:
        return "Wegwijs cannot start:\n" + "\n".join(f"  - {fault}" for fault in self.faults)


class Retry(WegwijsError):
    """Try again later with backoff; nothing is lost."""


class StoreAway(Retry):
    """Redis is away, loading, read-only or out of memory."""


class CaseApiAway(Retry):
    """The case API is down, slow, or answers 5xx."""


class TranslatorAway(Retry):
    """The translator cannot be used now."""


@dataclass
class Throttled(Retry):
    """The other side asked to wait, or failed so often that it is left alone."""

    seconds: float

    def __str__(self) -> str:
        return f"The other side is left alone for {self.seconds:.3g} seconds."


class Freeze(WegwijsError):
    """Stop this owner's traffic and tell the operator."""


class CaseApiDenied(Freeze):
    """Secret, clock or rights are wrong at the case API (401, 403); `code` is the API's own."""

    def __init__(self, text: str = "", code: str = "") -> None:
        super().__init__(text)
        self.code = code


class GiveUp(WegwijsError):
    """Never try this again as it is."""


@dataclass
class CaseApiRefused(GiveUp):
    """The case API refuses the content (400, 409, 412); `params` are pairs of field name and code."""

    code: str
    params: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        fields = ", ".join(f"{name}: {code}" for name, code in self.params)
        return f"The case API refuses the request ({self.code}{'; ' + fields if fields else ''})."


class CaseNotFound(GiveUp):
    """No such case here, or not one that this tenant may see (404, or an empty list)."""


class CaseHidden(CaseNotFound):
    """The case exists, but the municipality's own rules or rights hide it.

    `reason`: type (not mapped), internal, confidential or right; the text says it to staff.
    """

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(text)
        self.reason = reason


@dataclass
class BadAnswer(GiveUp):
    """An answer of the case API cannot be read; `where` names the part, never a value."""

    where: str

    def __str__(self) -> str:
        return f"The case API's answer cannot be read at {self.where}."


class NotAllowed(GiveUp):
    """Asked for something that is not theirs; shown as not found."""
