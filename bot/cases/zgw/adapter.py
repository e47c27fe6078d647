"""The case API port on ZGW and the Objects API (Open Zaak and its siblings); nothing here can write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import aiohttp
import structlog

from bot.cases.model import GroupFacts, Snapshot
from bot.cases.port import CaseFound, Hint
from bot.cases.zgw.answer_reader import AnswerReader
from bot.cases.zgw.api import Line
from bot.cases.zgw.case_reader import CaseReader
from bot.cases.zgw.case_types import CaseTypes
from bot.cases.zgw.connection import Switchboard
from bot.cases.zgw.group_reader import GroupReader
from bot.cases.zgw.notice import Notices
from bot.cases.zgw.objects import Objects
from bot.cases.zgw.owners import Owners
from bot.cases.zgw.ownership import Ownership
from bot.cases.zgw.personal_reader import PersonalReader
from bot.cases.zgw.taken import TakenTasks
from bot.cases.zgw.task_source import ObjectTasks, TaskSource
from bot.cases.zgw.types import Types
from bot.cases.zgw.writes import ZgwWrites
from bot.clock import Clock
from bot.errors import BadAnswer
from bot.outages import FOREIGN, STRANGE_NOTICE, UNREADABLE, News, Outages, Seldom
from bot.tenant import Tenant, WritingKeys

UNKNOWN: Final = "unknown:"
log = structlog.get_logger()


class ZgwCases:
    """Cases of one municipality. `counts` says what was foreign, doubled or unreadable, for the operator."""

    def __init__(
        self,
        tenant: Tenant,
        session: aiohttp.ClientSession,
        clock: Clock,
        line: Line | None = None,
        outages: Outages | None = None,
    ) -> None:
        self._board = Switchboard(tenant, line or Line(session, clock), outages.of if outages else None)
        self._outages, self._seldom, self._phones = outages, Seldom(clock), tenant.telefoons
        self._tenant, self._said = tenant.id, set[str]()
        to = self._board.reading()
        kinds, owners = Types(tenant.profiel, tenant.zgw.objecttypen or to.objects.root), Owners()
        self.counts: Counter[str] = Counter()
        self._objects = Objects(to.objects, kinds, self.counts)
        profile = tenant.profiel
        self._types = CaseTypes(to.catalogi, profile.zaaktypen, clock)
        personal = PersonalReader(self._objects, owners, clock, profile.dagen_vooruit)
        tasks: TaskSource = ObjectTasks(self._objects, owners)
        self._taken_urn = profile.taken_urn if profile.taken == "taken-api" else ""
        if self._taken_urn and to.taken is not None:
            tasks = TakenTasks(to.taken, self._taken_urn)
        self._cases = CaseReader(tenant, to.zaken, self._types, personal, tasks, self.counts, clock)
        self._groups = GroupReader(self._objects, owners, clock)
        self._ownership = Ownership(self._objects, owners)
        klant = tenant.zgw.klantinteracties
        self._notices = Notices(to.zaken.root, to.objects.root, klant, kinds, owners, self._foreign)

    def writes(self, keys: WritingKeys) -> ZgwWrites:
        """What writes to the same cases, for the writer role alone; it shares the breakers."""
        to = self._board.writing(keys)
        answers = AnswerReader(to.klant, self.counts, self._phones, self._watching)
        return ZgwWrites(to, self._cases, self._objects, answers, self._taken_urn)

    async def find(self, case_number: str) -> CaseFound:
        """Find a case by its number and read it."""
        with self._watching("zaken"):
            snapshot = await self._cases.read(await self._cases.find(case_number))
        return CaseFound(snapshot.case_uuid, snapshot.case_number, snapshot)

    async def read_case(self, case_uuid: str) -> Snapshot:
        """Read one case completely."""
        with self._watching("zaken"):
            return await self._cases.read(case_uuid)

    async def read_group(self, group: str) -> GroupFacts:
        """Read a lesgroep with its lessons."""
        with self._watching("lesgroepen"):
            return await self._groups.read(group)

    async def hint(self, body: object) -> Hint | None:
        """Decode a notification."""
        return self._notices.hint(body)

    async def owner(self, kind: str, object_uuid: str) -> Hint | None:
        """Say whose an object is."""
        return await self._ownership.of(kind, object_uuid)

    def forget_types(self) -> None:
        """Ask for types of cases again."""
        self._types.forget()

    def _foreign(self, origin: str) -> None:
        self.counts["foreign_address"] += 1
        if self._seldom(origin):
            self._note(STRANGE_NOTICE, origin)

    def versions(self) -> dict[str, str]:
        """What versions the APIs named so far."""
        return self._board.named()

    @contextmanager
    def _watching(self, what: str) -> Iterator[None]:
        """Tell the operator where an answer held somebody else's things, or could not be read."""
        before = self.counts["foreign"]
        try:
            yield
        except BadAnswer as unread:
            self._note(UNREADABLE, f"{what}: {unread.where}")
            raise
        finally:
            if self.counts["foreign"] > before:
                self._note(FOREIGN, what)
            self._tell_unknown()

    def _tell_unknown(self) -> None:
        """Write to the log, once for each part, how many fields were passed over that nobody knows."""
        fresh = {key for key in self.counts if key.startswith(UNKNOWN)} - self._said
        for key in sorted(fresh):
            part = key.removeprefix(UNKNOWN)
            log.info("case_fields_unknown", tenant=self._tenant, part=part, fields=self.counts[key])
        self._said |= fresh

    def _note(self, kind: str, detail: str) -> None:
        if self._outages is not None:
            self._outages.note(News(kind, detail))
