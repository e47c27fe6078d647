"""Errors of the HTTP API: problem+json (RFC 9457), told for people, without any value that was sent."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from aiohttp import web

TITLES = {
    400: (
        "bad_request",
        "The request cannot be read.",
        "Nothing was changed. Correct the request and send it again.",
    ),
    401: ("no_key", "No valid key.", "Send `Authorization: Bearer <key>` with a key of this municipality."),
    403: (
        "not_allowed",
        "This key may not do this.",
        "Nothing was changed. Ask an administrator for another key.",
    ),
    404: ("not_found", "Not found.", "There is nothing at this address that this key may see."),
    405: (
        "method",
        "This address does not know this method.",
        "See the `Allow` header and the documentation.",
    ),
    409: ("running", "The same request is still running.", "Send it again with the same key in a moment."),
    412: (
        "old_version",
        "The lesson is newer than your version.",
        "Nothing was changed. Read the lesson again.",
    ),
    413: ("too_large", "The request is too large.", "Nothing was changed. Send it in smaller parts."),
    415: ("media_type", "Only JSON is taken here.", "Send `Content-Type: application/json`."),
    422: ("not_valid", "Something in the request is wrong.", "Nothing was changed. See `errors`."),
    500: ("fault", "Something went wrong here.", "Send the request again with the same idempotency key."),
    503: (
        "away",
        "A system behind this is away.",
        "Nothing is lost. Send it again after `Retry-After` seconds.",
    ),
}


@dataclass
class Problem(Exception):
    """A problem: `code` names it, `errors` are pairs of field and message."""

    status: int
    code: str
    title: str
    detail: str
    errors: tuple[tuple[str, str], ...] = field(default=())

    @classmethod
    def of_status(
        cls, status: int, code: str = "", detail: str = "", errors: tuple[tuple[str, str], ...] = ()
    ) -> Problem:
        """Make the usual problem of a status; an unknown one becomes that of its class."""
        known = status if status in TITLES else 500 if status >= 500 else 400
        usual, title, otherwise = TITLES[known]
        return cls(status, code or usual, title, detail or otherwise, errors)


def problem_response(problem: Problem) -> web.Response:
    """Write a problem as an answer."""
    body: dict[str, object] = {
        "type": f"urn:wegwijs:problem:{problem.code}",
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
    }
    if problem.errors:
        body["errors"] = [{"field": name, "message": message} for name, message in problem.errors]
    headers = {"WWW-Authenticate": "Bearer"} if problem.status == 401 else {}
    return web.Response(
        text=json.dumps(body, ensure_ascii=False),
        status=problem.status,
        content_type="application/problem+json",
        headers=headers,
    )
