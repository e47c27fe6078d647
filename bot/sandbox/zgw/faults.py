"""Misfortunes to order: what tests and the demo let happen to the case APIs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What goes wrong."""

    DOWN = "down"  # 503, nothing done
    SLOW = "slow"  # the answer comes after `seconds`
    GARBLED = "garbled"  # 200 with something that is not JSON
    REFUSED = "refused"  # `status` 401, 403, 429 or another, nothing done
    CUT = "cut"  # the connection ends before anything was done
    REPLY_LOST = "reply_lost"  # the work is done, the answer never arrives


@dataclass(slots=True)
class Fault:
    """One misfortune, for requests that match; `times` None lasts until it is cleared."""

    kind: Kind
    api: str | None = None
    method: str | None = None
    path: str = ""
    times: int | None = 1
    status: int = 503
    code: str = "permission_denied"
    seconds: float = 0.0

    def concerns(self, api: str, method: str, path: str) -> bool:
        """Whether this request is hit."""
        return (
            self.times != 0
            and (self.api is None or self.api == api)
            and (self.method is None or self.method == method)
            and self.path in path
        )


class Faults:
    """The misfortunes that are in force; the first that matches is used."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        """Put a misfortune in force."""
        self._faults.append(fault)
        return fault

    def down(self, api: str | None = None) -> Fault:
        """Everything (or one API) answers 503 until cleared."""
        return self.add(Fault(Kind.DOWN, api=api, times=None))

    def refuse(
        self, status: int, api: str | None = None, code: str = "permission_denied", times: int = 1
    ) -> Fault:
        """Answer with a status such as 401, 403 or 429 (`Retry-After` = `seconds`, 1 if none)."""
        return self.add(Fault(Kind.REFUSED, api=api, status=status, code=code, times=times))

    def lose_reply(self, api: str | None = None, method: str | None = "POST", path: str = "") -> Fault:
        """Do the next matching work and lose its answer."""
        return self.add(Fault(Kind.REPLY_LOST, api=api, method=method, path=path))

    def clear(self) -> None:
        """All is well again."""
        self._faults.clear()

    def pick(self, api: str, method: str, path: str) -> Fault | None:
        """Take the misfortune that hits this request, if any."""
        found = next((f for f in self._faults if f.concerns(api, method, path)), None)
        if found is not None and found.times is not None:
            found.times -= 1
        return found
