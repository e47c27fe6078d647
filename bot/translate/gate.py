"""The gate to machine translation: mask, translate, check, and back again; not sure if anything fails."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from bot.breaker import Breaker
from bot.clock import system_clock
from bot.errors import TranslatorAway
from bot.translate.provider import LeaveAlone, Provider
from bot.translate.redaction import Masked, mask

KEPT = 2_000
THREADS = 4
SCRIPTS = {"ar": (0x0600, 0x06FF), "fa": (0x0600, 0x06FF), "ti": (0x1200, 0x137F)}
NEAR = {"fa-AF": "fa"}


@dataclass(frozen=True, slots=True)
class Translation:
    """Dutch for the colleague, and its meaning in the person's language; `sure` only if every check held."""

    dutch: str
    back: str
    sure: bool


def in_script(text: str, language: str) -> bool:
    """Whether the text is mostly in the script that this language is written in."""
    letters = [sign for sign in text if sign.isalpha()]
    low, high = SCRIPTS.get(language, (0x0041, 0x024F))
    inside = sum(1 for sign in letters if low <= ord(sign) <= high)
    return not letters or inside * 2 >= len(letters)


class Gate:
    """Translates questions of persons; keeps answers by the masked text, so that nothing personal is kept."""

    def __init__(self, provider: Provider, deadline: float = 6.0, breaker: Breaker | None = None) -> None:
        self._provider = provider
        self._breaker = breaker or Breaker(system_clock)
        self._deadline = deadline
        self._memory: OrderedDict[tuple[str, str, str], str] = OrderedDict()
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="translate")
        self._free = asyncio.Semaphore(THREADS)

    async def question(self, text: str, language: str, names: Iterable[str]) -> Translation:
        """Translate a question to Dutch and back within the deadline; raises `TranslatorAway`."""
        try:
            async with asyncio.timeout(self._deadline):
                return await self._there_and_back(text, language, names)
        except TimeoutError as fault:
            self._breaker.failed()
            raise TranslatorAway("The translator is too slow.") from fault

    async def answer(self, text: str, language: str, names: Iterable[str]) -> str:
        """Translate a colleague's Dutch answer, line by line; empty where a check did not hold.

        Raises `TranslatorAway`.
        """
        spoken, known = NEAR.get(language, language), tuple(names)
        lines = text.split("\n")
        said = [await self._line(line, spoken, known) for line in lines]
        sure = all(new or not line.strip() for new, line in zip(said, lines, strict=True))
        return "\n".join(said) if sure else ""

    async def _line(self, line: str, spoken: str, names: tuple[str, ...]) -> str:
        masked = mask(line, names)
        try:
            async with asyncio.timeout(self._deadline):
                said = await self._translate(masked.text, "nl", spoken)
        except TimeoutError as fault:
            self._breaker.failed()
            raise TranslatorAway("The translator is too slow.") from fault
        return masked.unmask(said) if self._holds(masked, said, spoken) else ""

    async def _there_and_back(self, text: str, language: str, names: Iterable[str]) -> Translation:
        spoken = NEAR.get(language, language)
        masked = mask(text, names)
        dutch = await self._translate(masked.text, spoken, "nl")
        back = await self._translate(dutch, "nl", spoken)
        sure = self._holds(masked, dutch, "nl") and self._holds(masked, back, spoken)
        if not masked.intact(dutch):
            return Translation(text, text, sure=False)
        return Translation(masked.unmask(dutch), masked.unmask(back) if masked.intact(back) else "", sure)

    def _holds(self, masked: Masked, translated: str, language: str) -> bool:
        length = len(translated) / max(1, len(masked.text))
        return masked.intact(translated) and in_script(translated, language) and 0.2 <= length <= 5

    async def _translate(self, text: str, source: str, target: str) -> str:
        if source == target or not any(sign.isalpha() for sign in text):
            return text
        key = (source, target, text)
        if key in self._memory:
            return self._memory[key]
        found = await self._call(text, source, target)
        self._memory[key] = found
        if len(self._memory) > KEPT:
            self._memory.popitem(last=False)
        return found

    async def _call(self, text: str, source: str, target: str) -> str:
        async with self._free:
            # Asked only now: who waited for a thread must not disturb a service that died meanwhile.
            wait = self._breaker.wait()
            if wait > 0:
                raise LeaveAlone(wait)
            return await self._in_a_thread(text, source, target)

    async def _in_a_thread(self, text: str, source: str, target: str) -> str:
        loop = asyncio.get_running_loop()
        try:
            found = await loop.run_in_executor(self._pool, self._provider.translate, text, source, target)
        except TranslatorAway as fault:
            self._breaker.failed()
            if isinstance(fault, LeaveAlone):
                self._breaker.hold(fault.seconds)
            raise
        if not found:
            self._breaker.failed()
            raise TranslatorAway("The translator answers nothing.")
        self._breaker.succeeded()
        return found

    def close(self) -> None:
        """End the threads."""
        self._pool.shutdown(wait=False, cancel_futures=True)
