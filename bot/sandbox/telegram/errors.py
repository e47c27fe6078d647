"""What the sandbox answers instead of a result, in Telegram's own words where those are known.

Refused (an answer with `ok: false`)    ReplyLost (carried out, but the caller never hears of it)
"""

from __future__ import annotations


class Refused(Exception):
    """Telegram says no: error code (HTTP status too), description and, for 429, seconds to wait."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def as_answer(self) -> dict[str, object]:
        """Return the body that Telegram sends with this refusal."""
        answer: dict[str, object] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.retry_after is not None:
            answer["parameters"] = {"retry_after": self.retry_after}
        return answer


class ReplyLost(Exception):
    """A fault for tests: the call had its effect, then the connection broke."""


def bad_request(why: str) -> Refused:
    """Return a 400 with Telegram's prefix."""
    return Refused(400, f"Bad Request: {why}")


def forbidden(why: str) -> Refused:
    """Return a 403 with Telegram's prefix."""
    return Refused(403, f"Forbidden: {why}")


def conflict(why: str) -> Refused:
    """Return a 409 with Telegram's prefix."""
    return Refused(409, f"Conflict: {why}")


def too_many(seconds: int) -> Refused:
    """Return a 429 that asks to wait a number of seconds."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", seconds)


def unauthorized() -> Refused:
    """Return the 401 of a token that no bot has."""
    return Refused(401, "Unauthorized")


def not_found() -> Refused:
    """Return the 404 of a method that the Bot API does not have."""
    return Refused(404, "Not Found: method not found")


def not_implemented(method: str) -> Refused:
    """Return the 501 of a method that Telegram has and this sandbox does not."""
    return Refused(501, f"Not Implemented: the sandbox does not play {method}; the Bot API has it")
