"""What can go wrong between a client and a service, and for which requests."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Effect(StrEnum):
    """What happens to a request that is hit."""

    DELAY = "delay"  # `seconds`, give or take `jitter`, pass before the request goes on
    TRICKLE = "trickle"  # the answer's body comes at `rate` bytes a second
    CUT = "cut"  # the connection ends in the middle of the answer's body
    RESET = "reset"  # the connection is reset while the request is read
    CLOSE = "close"  # the connection is closed before an answer; nothing was done
    DROP_REPLY = "drop-reply"  # the work is done, its answer never comes
    TWICE = "twice"  # the request is sent on twice; the first answer goes back
    STATUS = "status"  # `status` and `headers` with `body`; nothing was done
    BLACK_HOLE = "black-hole"  # nothing ever comes back; nothing was done
    NOT_JSON = "not-json"  # a body that is not JSON
    WRONG_TYPES = "wrong-types"  # values of other types than promised
    SHORT_PAGE = "short-page"  # items are missing from lists while the count says more
    FOREIGN = "foreign"  # `donors` are mixed into lists
    HUGE = "huge"  # `size` bytes


NOTHING_DONE = frozenset({Effect.RESET, Effect.CLOSE, Effect.STATUS, Effect.BLACK_HOLE})
"""Effects before which the service never sees the request."""


@dataclass(slots=True)
class Fault:
    """One misfortune for requests that match; `times` None lasts until it is taken away."""

    effect: Effect
    path: str = ""
    method: str = ""
    times: int | None = None
    chance: float = 1.0
    seconds: float = 0.0
    jitter: float = 0.0
    rate: int = 64
    status: int = 503
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    size: int = 6 * 1024 * 1024
    donors: tuple[object, ...] = ()

    def concerns(self, method: str, target: str) -> bool:
        """Whether this request is hit."""
        return self.times != 0 and self.path in target and self.method in {"", method}
