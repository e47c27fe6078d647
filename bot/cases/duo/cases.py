"""The case API with DUO's facts laid into every case that is read; everything else goes straight through."""

from __future__ import annotations

from dataclasses import replace

from bot.cases.duo.merge import merge
from bot.cases.duo.ports import Alarms, Persons, Records
from bot.cases.model import GroupFacts, Snapshot
from bot.cases.port import CaseApi, CaseFound, Hint
from bot.tenant import DuoBron


class CasesWithDuo:
    """Reads no DUO itself: it lays in what was last read, so that a case never waits for DUO's gateway."""

    def __init__(
        self, cases: CaseApi, persons: Persons, records: Records, alarms: Alarms, source: DuoBron
    ) -> None:
        self._cases, self._persons, self._records = cases, persons, records
        self._alarms, self._source = alarms, source

    async def find(self, case_number: str) -> CaseFound:
        """Find a case by its number."""
        found = await self._cases.find(case_number)
        return replace(found, snapshot=await self._merged(found.snapshot))

    async def read_case(self, case_uuid: str) -> Snapshot:
        """Read one case completely."""
        return await self._merged(await self._cases.read_case(case_uuid))

    async def read_group(self, group: str) -> GroupFacts:
        """Read a lesgroep with its lessons."""
        return await self._cases.read_group(group)

    async def hint(self, body: object) -> Hint | None:
        """Decode a notification of the case system."""
        return await self._cases.hint(body)

    async def _merged(self, snapshot: Snapshot) -> Snapshot:
        person = await self._persons.by_case(snapshot.case_uuid)
        if person is None:
            return snapshot
        record = await self._records.get(person.id)
        merged = merge(snapshot, record, self._source)
        if merged.differs != record.differs:
            await self._records.keep_differs(person.id, merged.differs)
            if set(merged.differs) - set(record.differs):
                await self._alarms.raise_("duo_differs", person.id, ", ".join(merged.differs))
        return merged.snapshot
