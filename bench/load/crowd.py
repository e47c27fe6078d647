"""Many phones of one bot: all at once as fast as answers come, or so many steps a second whatever comes."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from time import monotonic

from bench.load.botapi import BotApi
from bench.load.measure import LATE, Tally
from bench.load.phone import Asked, Phone
from bench.load.postbox import Postbox
from bench.load.values import Call
from bench.load.walks import Walk

PATIENCE = 20.0
"""Seconds after Telegram was told 200 (and the bot is there) until a missing answer is a lost one."""
DRAIN = 40.0
"""Seconds for what is still under way at the end of a run; then it is unfinished."""
LOOK_SECONDS = 0.1
KEPT_NOTES = 5


class Crowd:
    """The phones of one bot, their checks and their clocks."""

    def __init__(
        self, api: BotApi, postbox: Postbox, walks: Sequence[Walk], patience: float = PATIENCE
    ) -> None:
        self.phones = [Phone(api, postbox, walk, self._done) for walk in walks]
        self.patience = patience
        self.tally = Tally()
        self._by_chat = {phone.chat: phone for phone in self.phones}
        self._api = api
        self._postbox = postbox
        self._again = 0
        self._after: Callable[[Phone], None] = lambda phone: None
        self._from = self._until = 0.0
        self._flying: dict[int, Phone] = {}
        api.listeners.append(self._hear)
        postbox.on_taken.append(self._taken)

    @property
    def token(self) -> str:
        """Of the bot."""
        return self._postbox.token

    def leave(self) -> None:
        """Hear nothing more."""
        self._api.listeners.remove(self._hear)
        self._postbox.on_taken.remove(self._taken)

    # -- runs

    async def begin(self, seconds: float = 60.0, at_once: int = 40) -> None:
        """Every phone writes /start and sees its first screen; raises `TimeoutError` where one does not."""
        self._measure(0.0)
        waiting = deque(self.phones)

        def following(_: Phone) -> None:
            if waiting:
                self._start(waiting.popleft())

        self._after = following
        for _ in range(min(at_once, len(waiting))):
            following(self.phones[0])
        until = monotonic() + seconds
        while any(phone.shown is None or phone.asked for phone in self.phones):
            if monotonic() > until:
                silent = sum(phone.shown is None for phone in self.phones)
                raise TimeoutError(
                    f"{silent} of {len(self.phones)} phones saw no first screen. {self._notes()}"
                )
            await asyncio.sleep(0.02)
        self._after = lambda phone: None

    async def closed(self, seconds: float, warm: float = 0.0, drain: float = DRAIN) -> Tally:
        """Everybody taps as soon as the answer is there; the rest has `drain` seconds to end."""
        self._measure(seconds, warm)
        self._after = lambda phone: self._tap(phone, monotonic()) if monotonic() < self._until else None
        for phone in self.phones:
            self._after(phone)
        return await self._ended(drain)

    async def open(self, rate: float, seconds: float, offset: float = 0.0, drain: float = DRAIN) -> Tally:
        """So many steps a second, each by an idle phone; an overdue step keeps its time."""
        self._measure(seconds)
        idle = deque(phone for phone in self.phones if phone.asked is None)
        overdue: deque[float] = deque()

        def free(phone: Phone) -> None:
            if overdue:
                self._tap(phone, overdue.popleft())
            else:
                idle.append(phone)

        self._after = free
        begun = self._from + offset
        for number in range(int(rate * (seconds - offset))):
            due = begun + number / rate
            if (pause := due - monotonic()) > 0:
                await asyncio.sleep(pause)
            if idle:
                self._tap(idle.popleft(), due)
            else:
                self.tally.behind += 1
                overdue.append(due)
        return await self._ended(drain)

    # -- inside

    def _measure(self, seconds: float, warm: float = 0.0) -> None:
        self.tally = Tally(seconds=seconds)
        self._from = monotonic() + warm
        self._until = self._from + seconds
        self._again = self._postbox.again
        for phone in self.phones:
            phone.wrong = phone.twice = 0

    async def _ended(self, drain: float = DRAIN) -> Tally:
        """Wait for the end of the run and for what is still under way; whoever waits too long is lost."""
        while (now := monotonic()) < self._until or any(phone.asked for phone in self.phones):
            if now > self._until + drain:
                break
            self._give_up()
            await asyncio.sleep(LOOK_SECONDS)
        self._after = lambda phone: None
        tally = self.tally
        tally.unfinished = sum(phone.asked is not None for phone in self.phones)
        tally.wrong = sum(phone.wrong for phone in self.phones)
        tally.twice = sum(phone.twice for phone in self.phones)
        tally.again = self._postbox.again - self._again
        tally.faults = self._notes()
        return tally

    def _notes(self) -> list[str]:
        return [phone.note for phone in self.phones if phone.note][:KEPT_NOTES]

    def _give_up(self) -> None:
        now = monotonic()
        if self._postbox.away:
            return
        for phone in self.phones:
            asked = phone.asked
            if asked is None or asked.taken is None:
                continue
            if now - max(asked.taken, self._postbox.back_at) > self.patience:
                if asked.shown is None:
                    self.tally.unanswered += 1
                else:
                    self.tally.unqueried += 1
                phone.give_up()
                self._follow(phone)

    def _follow(self, phone: Phone) -> None:
        self._after(phone)

    def _start(self, phone: Phone) -> None:
        phone.start()
        self._fly(phone)

    def _tap(self, phone: Phone, due: float) -> None:
        if phone.shown is None:
            phone.start()
        else:
            phone.tap(due)
        self._fly(phone)

    def _fly(self, phone: Phone) -> None:
        if phone.asked is not None:
            self._flying[phone.asked.update] = phone

    def _taken(self, update: int) -> None:
        phone = self._flying.pop(update, None)
        if phone is not None and phone.asked is not None and phone.asked.update == update:
            phone.asked.taken = monotonic()

    def _done(self, phone: Phone, asked: Asked) -> None:
        shown = asked.shown or 0.0
        if asked.right and asked.tap is not None:
            took = shown - asked.due
            if self._from <= shown <= self._until:
                self.tally.steps += 1
            if self._from <= asked.due:
                self.tally.latencies.append(took)
                self.tally.late += took > LATE
        # Not at once: the call that brought this answer is to be answered first.
        asyncio.get_running_loop().call_soon(self._follow, phone)

    def _hear(self, call: Call) -> None:
        if call.token != self._postbox.token:
            return
        if call.method == "answerCallbackQuery":
            query = str(call.params.get("callback_query_id", ""))
            phone = self._by_chat.get(int(query.partition("-")[0] or 0))
            if phone is not None:
                phone.queried(query)
        elif call.chat in self._by_chat:
            self._by_chat[call.chat].hear(call)
