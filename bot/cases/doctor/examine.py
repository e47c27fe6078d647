"""All steps in their order; a fault in one never keeps the others from being looked at."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import aiohttp

from bot.cases.doctor.callback import callback, subscription
from bot.cases.doctor.case_types import case_types
from bot.cases.doctor.exam import Exam
from bot.cases.doctor.mapping import mapping
from bot.cases.doctor.object_types import object_types
from bot.cases.doctor.reach import let_in, reachable
from bot.cases.doctor.release import release
from bot.cases.doctor.report import Section
from bot.cases.doctor.rights import rights
from bot.cases.doctor.target import Target
from bot.cases.doctor.wire import Wire
from bot.cases.zgw.api import once
from bot.clock import system_clock


async def examine(exam: Exam) -> AsyncIterator[Section]:
    """Give the findings step by step, as soon as they are there."""
    for section in await reachable(exam):
        yield section
    yield await let_in(exam)
    yield await rights(exam)
    section, kinds = await case_types(exam)
    yield section
    yield await mapping(exam, kinds)
    yield await object_types(exam)
    yield await subscription(exam)
    yield await callback(exam)
    yield await release(exam)


async def examined(
    target: Target, content: Path, types_token: str | None, show: Callable[[Section], None]
) -> tuple[Section, ...]:
    """Look at everything now; `show` gets each step as soon as it is there."""
    found: list[Section] = []
    async with aiohttp.ClientSession() as session:
        once(session)
        async for section in examine(Exam(target, Wire(session, system_clock), content, types_token)):
            show(section)
            found.append(section)
    return tuple(found)
