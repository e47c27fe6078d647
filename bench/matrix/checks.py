"""What a cell must show, and whether it did."""

from __future__ import annotations

from dataclasses import dataclass, field

REPLY_SECONDS = 1.5
PROBES_A_MINUTE = 4


@dataclass(frozen=True, slots=True)
class Check:
    """One promise: about whom or what, its words, whether it was kept, and what was found."""

    about: str
    promise: str
    kept: bool
    found: str = ""


class Broken(Exception):
    """A promise was broken, and one is enough."""


@dataclass
class Checks:
    """The checks of one cell. Not `timed`: the machine's speed is no matter; `strict`: one ends it."""

    timed: bool = True
    strict: bool = False
    all: list[Check] = field(default_factory=list)
    replies: list[float] = field(default_factory=list)

    def that(self, about: str, promise: str, kept: bool, found: object = "") -> bool:
        """Note a promise."""
        self.all.append(Check(about, promise, bool(kept), str(found)))
        if self.strict and not kept:
            raise Broken(promise)
        return bool(kept)

    def reply(self, what: str, seconds: float) -> None:
        """Note how long a reply took."""
        self.replies.append(seconds)
        if self.timed:
            within = seconds <= REPLY_SECONDS
            self.that("person", f"{what} within {REPLY_SECONDS} s", within, f"{seconds:.2f} s")

    @property
    def broken(self) -> list[Check]:
        """Promises that were not kept."""
        return [check for check in self.all if not check.kept]


def most_in_a_minute(moments: list[float]) -> int:
    """The most moments within any sixty seconds."""
    moments = sorted(moments)
    return max((sum(at <= other < at + 60 for other in moments) for at in moments), default=0)
