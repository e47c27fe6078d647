"""The sending loop of one bot: takes what the outbox offers, many links at once, one call per link."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace

import structlog
from telegram.error import TelegramError

from bot.channels.outgoing import Outbox, Outgoing
from bot.channels.telegram.delivery import Closed, Delivery, Done, Later, Never, Result
from bot.channels.telegram.failures import backoff
from bot.errors import Retry

IN_FLIGHT = 128
"""Far more than the pace lets out, so that chats that hang leave room for the others."""
JOB_SECONDS = 13.0
"""All calls of one entry together; a lease lasts 15 s, so nobody else gets the entry while we are at it."""
LONGEST_WAIT = 30.0
BEAT_SECONDS = 0.75
"""Four times within the 3 s after which a silent sender counts as dead."""
PAUSE_SECONDS = 1.0
WARY_SECONDS = 30.0
"""How long we look every second after an answer got lost that may have handed us something."""
TRIES = 3
RECORDINGS = 24
"""Half a second apart, so about as long as a lease: a store that comes back in this time hears of it."""
MOST_FAULTS = 8
"""An entry that our own program cannot show so often is given up, so that it does not go round for ever."""

Pause = Callable[[float], Awaitable[None]]

log = structlog.get_logger(__name__)


class Sender:
    """Sends for one tenant until it is stopped."""

    def __init__(
        self,
        outbox: Outbox,
        delivery: Delivery,
        *,
        in_flight: int = IN_FLIGHT,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._outbox = outbox
        self._delivery = delivery
        self._most = in_flight
        self._pause = pause
        self._stirred = asyncio.Event()
        self._news: asyncio.Task[None] | None = None
        self._stopping = False
        self._in_flight = 0
        self._due = 0.0
        self._jobs: asyncio.TaskGroup | None = None
        self._wary_until = 0.0

    async def run(self) -> None:
        """Send until `stop`; what is in flight then is brought to its end."""
        alive = asyncio.create_task(self._beat())
        try:
            async with asyncio.TaskGroup() as jobs:
                self._jobs = jobs
                while not self._stopping:
                    await self._round(jobs)
        finally:
            self._jobs = None
            alive.cancel()
            if self._news is not None:
                self._news.cancel()

    def stop(self) -> None:
        """Take no more work."""
        self._stopping = True
        self._stirred.set()

    @property
    def free(self) -> bool:
        """Whether a screen may be handed to us."""
        return self._jobs is not None and not self._stopping and self._in_flight < self._most

    def carry(self, entry: Outgoing) -> None:
        """Bring a screen that was leased to us as it was written; have we just ended, its lease runs out."""
        if self._jobs is None:
            return
        job = self._job(entry)
        try:
            self._jobs.create_task(job)
        except RuntimeError:  # we are about to end
            job.close()
        else:
            self._in_flight += 1

    def look(self) -> None:
        """Perhaps something waits that we were not told of, or will in a moment."""
        self._wary_until = asyncio.get_running_loop().time() + WARY_SECONDS
        self._stirred.set()

    async def send_one(self, entry: Outgoing) -> bool:
        """Bring one entry to the phone and tell the outbox what became of it; never raises.

        Answers whether this link may have more to say at once.
        """
        try:
            return await self._record(entry, await self._bring(entry))
        except Retry as away:
            # The lease runs out by itself, then the entry is offered again.
            log.warning("telegram_result_not_stored", link=entry.lease.link, cause=type(away).__name__)
        except Exception:
            log.exception("telegram_result_not_stored", link=entry.lease.link)
        return True

    async def _beat(self) -> None:
        """Let the outbox know that we live while calls are in flight."""
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            if self._in_flight:
                with suppress(Retry):
                    await self._outbox.beat()

    async def _round(self, jobs: asyncio.TaskGroup) -> None:
        while self._in_flight >= self._most and not self._stopping:
            await self._stir()
        if self._stopping:
            return
        entries: tuple[Outgoing, ...] | float = 0.0
        try:
            entries = await self._outbox.next_send(self._most - self._in_flight)
        except Retry:
            await self._rest()
        except Exception:
            log.exception("telegram_entries_cannot_be_read")
            await self._rest()
        if isinstance(entries, tuple):
            for entry in entries:
                self._in_flight += 1
                jobs.create_task(self._job(entry))
        elif entries > 0:
            await self._idle(entries)

    async def _stir(self) -> None:
        """Wait until a job has ended."""
        self._stirred.clear()
        await self._stirred.wait()

    async def _job(self, entry: Outgoing) -> None:
        more = True
        try:
            more = await self.send_one(entry)
        finally:
            if more or self._in_flight >= self._most:
                self._stirred.set()
            self._in_flight -= 1

    async def _idle(self, seconds: float) -> None:
        """Wait until something was put in, a job has ended, or the time is over."""
        if self._news is None:
            self._news = asyncio.create_task(self._outbox.wait(LONGEST_WAIT))
        if asyncio.get_running_loop().time() < self._wary_until:
            seconds = min(seconds, PAUSE_SECONDS)
        stirred = asyncio.create_task(self._stirred.wait())
        try:
            await asyncio.wait({self._news, stirred}, timeout=seconds, return_when="FIRST_COMPLETED")
        finally:
            stirred.cancel()
            self._stirred.clear()
        if self._news.done():
            news, self._news = self._news, None
            if fault := news.exception():
                log.warning("telegram_sender_cannot_wait", fault=type(fault).__name__)
                await self._rest()

    async def _rest(self) -> None:
        log.info("telegram_sender_rests")
        await self._pause(PAUSE_SECONDS)

    async def _bring(self, entry: Outgoing) -> Result:
        try:
            async with asyncio.timeout(JOB_SECONDS):
                if await self._keep_apart():
                    # What was known of the person may have changed meanwhile.
                    entry = replace(entry, scene=None)
                return await self._delivery.bring(entry)
        except TimeoutError:
            log.warning("telegram_entry_took_too_long", link=entry.lease.link)
            return Later(backoff(entry.attempts, 0))
        except Retry:
            return Later(PAUSE_SECONDS)
        except Exception:
            log.exception("telegram_entry_cannot_be_shown", link=entry.lease.link, key=entry.lease.key)
            if entry.attempts >= MOST_FAULTS:
                return Never("program fault")
            return Later(backoff(entry.attempts, 0))

    async def _record(self, entry: Outgoing, result: Result) -> bool:
        """Tell the outbox, for about as long as the lease: unrecorded it waits so long and is sent again."""
        for _ in range(RECORDINGS - 1):
            try:
                return await self._settle(entry, result)
            except Retry:
                await self._pause(PAUSE_SECONDS / 2)
        return await self._settle(entry, result)

    async def _keep_apart(self) -> bool:
        """Keep calls apart as their leases were: after a hold-up of ours all would leave at once.

        Answers whether this one had to wait.
        """
        gap, burst = self._outbox.spacing
        if not gap:
            return False
        now = asyncio.get_running_loop().time()
        due = max(self._due, now)
        self._due = due + gap
        waits = due - now > burst
        if waits:
            await self._pause(due - now - burst)
        return waits

    async def _settle(self, entry: Outgoing, result: Result) -> bool:
        lease = entry.lease
        match result:
            case Done(message):
                answer = await self._outbox.sent(lease, message)
                if answer == "ended" and message is not None:
                    await self._take_back(entry, message)
                return answer != "ok"
            case Later(seconds, freeze):
                if freeze:
                    await self._outbox.freeze(freeze, lease, seconds)
                await self._outbox.later(lease, seconds)
            case Never(reason):
                log.info("telegram_entry_given_up", link=lease.link, key=lease.key, reason=reason)
                await self._outbox.refused(lease, reason)
            case Closed():
                await self._outbox.closed(lease)
        return True

    async def _take_back(self, entry: Outgoing, message: int) -> None:
        for attempt in range(TRIES):
            try:
                return await self._delivery.take_back(entry, message)
            except TelegramError as fault:
                log.warning("telegram_late_message_stays", link=entry.lease.link, fault=type(fault).__name__)
                if attempt < TRIES - 1:
                    await self._pause(PAUSE_SECONDS)
