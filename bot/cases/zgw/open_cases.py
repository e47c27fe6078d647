"""Whether a case still goes on: nobody reads what is written to one that was closed."""

from __future__ import annotations

from typing import Protocol

from bot.errors import CaseApiRefused, Retry


class Cases(Protocol):
    """What is needed of the reader of cases."""

    async def closed(self, case_uuid: str) -> bool:
        """Whether the case has ended; raises `CaseNotFound` where it is not there, or not for us."""


class OpenCases:
    """Asked before a write changes anything, and after it was looked whether it is done already."""

    def __init__(self, cases: Cases) -> None:
        self._cases = cases

    async def check(self, case_uuid: str) -> None:
        """Raise `CaseApiRefused` for a closed case, `CaseNotFound` for one that is not ours any more."""
        try:
            closed = await self._cases.closed(case_uuid)
        except Retry:
            # An absence must reach the school even while the case register is away.
            return
        if closed:
            raise CaseApiRefused("zaak-gesloten")
