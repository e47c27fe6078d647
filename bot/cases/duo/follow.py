"""What follows from DUO's events, and the reading of its resources now and then, for one municipality."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.cases.duo.events import REACTIONS, Resource, Standing
from bot.cases.duo.outlook import announced, followed, to_read
from bot.cases.duo.ports import Alarms, Known, Persons, Records
from bot.cases.duo.reader import DuoReader
from bot.cases.duo.receiver import Arrived, Fault
from bot.cases.duo.record import DuoEvent, DuoFacts
from bot.cases.sync import Outcome
from bot.clock import Clock
from bot.errors import BadAnswer, CaseApiAway, CaseNotFound, Freeze, GiveUp, Retry, StoreAway, WegwijsError
from bot.outages import DENIED, UNREADABLE, News, Seldom
from bot.tenant import Duo as DuoConfig

AT_ONCE: Final = 4
"""People who are read at DUO at once, however many events come together."""
AHEAD: Final = timedelta(days=1)
"""So far DUO's clock may be ahead of ours."""
ENDED: Final = "ended"
DIED: Final = "SS111"
KINDS: Final = {Fault.SECRET: "duo_denied", Fault.PERSON: "duo_personal", Fault.SHAPE: "duo_shape"}


class Duo:
    """`counts` says how many events of which kind came. `refresh` reads a person's case anew."""

    def __init__(
        self,
        config: DuoConfig,
        reader: DuoReader,
        persons: Persons,
        records: Records,
        alarms: Alarms,
        refresh: Callable[[str], Awaitable[Outcome]],
        note: Callable[[News], None],
        clock: Clock,
    ) -> None:
        self._config, self._reader, self._clock = config, reader, clock
        self._persons, self._records, self._alarms = persons, records, alarms
        self._refresh, self._note = refresh, note
        self._wanted = tuple(Resource(name) for name in config.lezen)
        self._told: set[Fault] = set()
        self._seldom = Seldom(clock)
        self._room = asyncio.Semaphore(AT_ONCE)
        self.counts: Counter[str] = Counter()

    async def accept(self, arrived: Arrived) -> None:
        """Make a notice durable, and silence at once whom it is about where that is what it says.

        Raises `BadAnswer` for a registration in the future, `StoreAway` where nothing could be kept.
        """
        reaction = REACTIONS.get(arrived.code)
        if reaction is None:
            self.counts["unknown code"] += 1
            self._note(News("duo_unknown", arrived.code))
            return
        now = self._clock()
        if arrived.registered > now + AHEAD:
            # It would hide every later event of its code.
            raise BadAnswer("registratieDatumTijd")
        self.counts[arrived.code] += 1
        if reaction.ignored:
            return
        person = await self._person(arrived.reference)
        if person is None:
            self.counts["unknown case"] += 1
            return
        fresh = await self._records.note(person.id, DuoEvent(arrived.code, arrived.registered, now))
        if reaction.standing is Standing.STOPPED:
            # Also where it was known: the process may have died between the two steps.
            await self._silenced(person.id, died=arrived.code == DIED)
        if fresh and reaction.handover:
            await self._alarms.raise_("duo_moved", person.id, "")

    async def follow(self, person: str) -> None:
        """Read what the new events are about, then the case; raises `Retry` where that must come again."""
        known = await self._persons.get(person)
        if known is None or known.channel == ENDED:
            return
        away: WegwijsError | None = None
        try:
            async with self._room:
                record = await self._records.get(person)
                facts = await self._facts(known, to_read(record, self._wanted), record.facts)
                if not await self._records.keep(
                    person, record.facts, replace(facts, followed=followed(record))
                ):
                    away = CaseApiAway("DUO was read twice at once; the event is followed again.")
        except StoreAway:
            raise
        except (Retry, Freeze) as fault:
            away = fault
        # That there is news does not wait for DUO's gateway.
        outcome = await self._refresh(person)
        if away is not None:
            raise away
        if outcome is Outcome.AWAY:
            raise CaseApiAway("The case could not be read; DUO's event is followed again.")

    async def sweep(self) -> int:
        """Read again whoever was not read for long, as hours change without an event; answers how many.

        At most as many an hour as the tenant says; where the gateway is away they wait for the next sweep.
        """
        due: list[Known] = []
        for id in sorted(await self._persons.ids()):
            if len(due) >= self._config.per_uur:
                break
            person = await self._persons.get(id)
            if person is not None and person.channel != ENDED and await self._old(id):
                due.append(person)
        return sum(await asyncio.gather(*map(self._read, due)))

    def tell(self, fault: Fault, over: bool) -> None:
        """Tell the operator of a fault of the gateway once an hour at most, and once that it is over."""
        if over and fault not in self._told:
            return
        if over:
            self._told.discard(fault)
        else:
            self.counts[KINDS[fault]] += 1
            # Only a wrong secret is seen to be over: the others are told again, as their alarm may be closed.
            if not self._seldom(fault) and fault in self._told:
                return
            self._told.add(fault)
        self._note(News(KINDS[fault], "notificaties", over=over))

    async def _silenced(self, person: str, died: bool) -> None:
        """End the chats; no later obligation lifts a death, in whatever order both are heard of."""
        record = await self._records.get(person)
        stopped = died or announced(record.events) is Standing.STOPPED
        if stopped and await self._records.silence(person):
            await self._alarms.raise_("duo_stopped", person, "")

    async def _person(self, reference: str) -> Known | None:
        return await self._persons.by_number(reference) or await self._persons.by_case(reference)

    def _reference(self, person: Known) -> str:
        return person.case_uuid if self._config.verwijzing == "uuid" else person.case_number

    async def _old(self, person: str) -> bool:
        read = (await self._records.get(person)).facts.read_at
        return read is None or self._clock() - read >= timedelta(days=self._config.opnieuw_na_dagen)

    async def _read(self, person: Known) -> bool:
        async with self._room:
            before, begun = (await self._records.get(person.id)).facts, self._clock()
            try:
                facts = await self._facts(person, self._wanted, before)
            except StoreAway:
                raise
            except (Retry, Freeze):
                return False
            if not await self._records.keep(person.id, before, replace(facts, read_at=begun)):
                return False
        if facts != before:
            await self._refresh(person.id)
        return True

    async def _facts(self, person: Known, wanted: Sequence[Resource], before: DuoFacts) -> DuoFacts:
        """Read; where DUO gives nothing of this person, now or later, what is known stays."""
        try:
            return await self._reader.read(self._reference(person), wanted, before)
        except CaseNotFound:
            self._note(News(UNREADABLE, "duo: the case number is a bare number; set verwijzing to uuid"))
        except GiveUp:
            self._note(News(DENIED, "duo: refuses some people, perhaps of another municipality"))
        return before
