"""Refusals of the case APIs as our error tree; texts are dropped, as they may hold personal values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

from bot.clock import Clock
from bot.errors import (
    BadAnswer,
    CaseApiAway,
    CaseApiDenied,
    CaseApiRefused,
    CaseNotFound,
    Throttled,
    WegwijsError,
)

USUAL_PAUSE: Final = 5.0
LONGEST_PAUSE: Final = 900.0
_WORD: Final = re.compile(r"[A-Za-z_][\w.\-\[\]]{0,79}")
"""What a code or a field's name looks like; anything else may be a value, and is left out."""


def code_of(body: Any) -> str:
    """Return the error's code, or an empty text."""
    return _word(body.get("code")) if isinstance(body, dict) else ""


def params_of(body: Any) -> tuple[tuple[str, str], ...]:
    """Return field names with codes; Open Object spells the list otherwise than Open Zaak and Open Klant."""
    if not isinstance(body, dict):
        return ()
    listed = body.get("invalidParams") or body.get("invalid_params") or ()
    entries = [e for e in listed if isinstance(e, dict)] if isinstance(listed, list) else []
    return tuple((_word(e.get("name")), _word(e.get("code"))) for e in entries)


def _word(value: object) -> str:
    return value if isinstance(value, str) and _WORD.fullmatch(value) else ""


def refusal(status: int, headers: Mapping[str, str], body: Any, clock: Clock) -> WegwijsError:
    """Turn an answer that is not a 2xx into the error that says what to do."""
    if status == 429 or (status == 503 and "Retry-After" in headers):
        return Throttled(pause(headers.get("Retry-After"), clock()))
    if status >= 500 or (status >= 400 and status not in {401, 403} and not isinstance(body, dict)):
        # A refusal without the case API's own words comes from something in between, which knows nothing.
        return CaseApiAway(f"The case API answers {status}.")
    if status in {401, 403}:
        code = code_of(body)
        return CaseApiDenied(f"The case API denies access ({status} {code or 'no code'}).", code)
    if status in {404, 410}:
        return CaseNotFound("The case API does not have this, or not for us.")
    if status >= 400:
        return CaseApiRefused(code_of(body) or str(status), params_of(body))
    return BadAnswer("redirect" if status >= 300 else "status")


def pause(retry_after: str | None, now: datetime) -> float:
    """Read `Retry-After`, seconds or a date, as seconds between 0 and a quarter of an hour."""
    if retry_after is None:
        return USUAL_PAUSE
    try:
        seconds = float(retry_after)
    except ValueError:
        try:
            seconds = (parsedate_to_datetime(retry_after) - now).total_seconds()
        except (ValueError, TypeError):
            return USUAL_PAUSE
    return min(max(seconds, 0.0), LONGEST_PAUSE) if seconds == seconds else USUAL_PAUSE
