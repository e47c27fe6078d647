"""Where a municipality's cases come from: the APIs of its case system, or a folder with nightly files."""

from __future__ import annotations

from dataclasses import dataclass

import aiohttp

from bot.cases.file.adapter import FileCases
from bot.cases.hints import Finder
from bot.cases.port import Answers, CaseApi, CaseWrites
from bot.cases.zgw.adapter import ZgwCases
from bot.clock import Clock
from bot.outages import Outages
from bot.tenant import Tenant


@dataclass(frozen=True, slots=True)
class Source:
    """What reads the cases, what writes (only where this process is a writer), and what knows owners.

    `answers` reads answers to questions; with nightly files nobody can answer in the chat.
    """

    cases: CaseApi
    finder: Finder
    writes: CaseWrites | None
    answers: Answers | None = None


def source_of(
    tenant: Tenant, session: aiohttp.ClientSession, clock: Clock, outages: Outages, writing: bool
) -> Source:
    """Build the source that the tenant file names; keys that write are used only where `writing`."""
    if tenant.bestand is not None:
        files = FileCases(tenant, tenant.bestand.map, clock, outages.note)
        return Source(files, files, files if writing else None)
    zgw = ZgwCases(tenant.reading(), session, clock, outages=outages)
    if not writing:
        return Source(zgw, zgw, None)
    writes = zgw.writes(tenant.zgw.writing_keys)
    return Source(zgw, zgw, writes, writes.answers)
