"""What happens to the case API, and what that means for people and operators."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.outages import AWAY, DENIED, FOREIGN, UNREADABLE
from bot.sandbox.proxy import Effect, Fault

Reads = Literal["work", "fail", "honest"]
"""All is read; nothing is read; or what is missing is said."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """One column. `dead`: how calls are counted; `alarms`: one of these is raised; `down`: no listener."""

    name: str
    faults: tuple[Fault, ...] = ()
    reads: Reads = "fail"
    dead: Literal["", "service", "key"] = "service"
    alarms: tuple[str, ...] = (AWAY,)
    down: bool = False
    slow: bool = False
    donors: bool = False
    exact: bool = True
    most: float = 6.0

    @property
    def waits(self) -> bool:
        """Whether acts wait in the outbox meanwhile."""
        return self.reads != "work"

    def made(self, donors: tuple[object, ...]) -> list[Fault]:
        """Fresh faults, as a fault counts its hits."""
        return [_copy(fault, donors if self.donors else ()) for fault in self.faults]


def _copy(fault: Fault, donors: tuple[object, ...]) -> Fault:
    return Fault(
        fault.effect,
        fault.path,
        fault.method,
        fault.times,
        fault.chance,
        fault.seconds,
        fault.jitter,
        fault.rate,
        fault.status,
        dict(fault.headers),
        fault.body,
        fault.size,
        donors,
    )


def _status(status: int, headers: dict[str, str] | None = None, code: str = "") -> tuple[Fault, ...]:
    body = f'{{"code": "{code}", "status": {status}}}'.encode() if code else b"<html>gateway</html>"
    return (Fault(Effect.STATUS, status=status, headers=headers or {}, body=body),)


def _writes(effect: Effect, path: str = "") -> tuple[Fault, ...]:
    return tuple(Fault(effect, path=path, method=method) for method in ("POST", "PATCH", "PUT"))


TROUBLES = (
    Trouble("down", down=True, dead=""),
    Trouble(
        "slow",
        (Fault(Effect.DELAY, seconds=1.0, jitter=0.2),),
        reads="work",
        dead="",
        alarms=(),
        slow=True,
    ),
    Trouble("very-slow", (Fault(Effect.DELAY, seconds=10.0),), slow=True),
    Trouble("black-hole", (Fault(Effect.BLACK_HOLE),), slow=True),
    Trouble("slow-body", (Fault(Effect.TRICKLE, rate=60),), slow=True),
    Trouble("cut", (Fault(Effect.CUT),)),
    Trouble("reset", (Fault(Effect.RESET),)),
    Trouble("no-answer", (Fault(Effect.CLOSE),)),
    Trouble("reply-lost", _writes(Effect.DROP_REPLY), reads="work", dead="", alarms=()),
    Trouble(
        "twice",
        _writes(Effect.TWICE, "/objecten/"),
        reads="work",
        dead="",
        alarms=(),
        exact=False,
    ),
    Trouble("500", _status(500)),
    Trouble("503", _status(503)),
    Trouble("401", _status(401, code="not_authenticated"), dead="key", alarms=(DENIED,)),
    Trouble("403", _status(403, code="permission_denied"), dead="key", alarms=(DENIED,)),
    Trouble("429", _status(429, {"Retry-After": "30"}, "throttled")),
    Trouble("not-json", (Fault(Effect.NOT_JSON),)),
    Trouble(
        "wrong-types",
        (Fault(Effect.WRONG_TYPES),),
        reads="honest",
        dead="",
        alarms=(UNREADABLE, AWAY),
        most=12.0,
    ),
    Trouble("short-page", (Fault(Effect.SHORT_PAGE),), reads="fail", dead="", alarms=(UNREADABLE,)),
    Trouble(
        "foreign",
        (Fault(Effect.FOREIGN, path="/objects?", method="GET"),),
        reads="honest",
        dead="",
        alarms=(FOREIGN,),
        donors=True,
    ),
    Trouble("huge", (Fault(Effect.HUGE),)),
)
