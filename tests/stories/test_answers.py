"""Storyboards S16–S19: a question goes to the caseworker, and her answer comes back to the phone."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.sandbox.zgw.desk import Desk
from bot.sandbox.zgw.notices import Handling
from tests.phone import Newcomer, newcomer
from tests.rest import at_rest
from tests.stories.conftest import Compare
from tests.stories.story_clock import StoryClock
from tests.town import TestTown, town
from tests.transcript import Transcript

pytestmark = pytest.mark.story
TOKEN = re.compile("⟦[0-9]+⟧")
ANSWER = "Ja, uw dochter mag mee op 17 december om 15.00 uur."
CHANGED = "Ja, maar om 16.00 uur."
BRING = "Neem uw pas mee."
PHRASES: tuple[dict[str, str], ...] = (
    {
        "nl": "Mag mijn dochter mee op {} december om {} uur?",
        "en": "May my daughter come on {} December at {}?",
        "ar": "هل يمكن لابنتي الحضور يوم {} ديسمبر الساعة {}؟",
    },
    {
        "nl": "Ja, uw dochter mag mee op {} december om {} uur.",
        "en": "Yes, your daughter may come on {} December at {}.",
        "ar": "نعم، يمكن لابنتك الحضور يوم {} ديسمبر الساعة {}.",
    },
    {"nl": "Ja, maar om {} uur.", "en": "Yes, but at {}.", "ar": "نعم، لكن الساعة {}."},
    {"nl": "Wat moet ik meenemen?", "en": "What must I bring?", "ar": "ماذا أحضر معي؟"},
    {"nl": "Neem uw pas mee.", "en": "Bring your card.", "ar": "أحضر بطاقتك."},
)


def translated(text: str, source: str, target: str) -> str:
    """Translate the few sentences of this story and keep every token."""
    tokens = TOKEN.findall(text)
    known = {TOKEN.sub("{}", said[source]): said[target] for said in PHRASES if source in said}
    return known[TOKEN.sub("{}", text)].format(*tokens)


@asynccontextmanager
async def translator() -> AsyncIterator[tuple[str, list[str]]]:
    """A stand-in for a LibreTranslate server, and what it was asked."""
    asked: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        body = await request.json()
        asked.append(body["q"])
        return web.json_response({"translatedText": translated(body["q"], body["source"], body["target"])})

    app = web.Application()
    app.router.add_post("/translate", answer)
    async with TestServer(app) as server:
        yield str(server.make_url("")), asked


def question(waterveen: TestTown) -> str:
    """The UUID of the newest question in the case system."""
    contacts = waterveen.case_system.klantcontacten()
    return str([one for one in contacts if one["onderwerp"].startswith("V")][-1]["uuid"])


async def story(samira: Newcomer, asks: str, more: str) -> None:
    """S16–S19, with a changed answer and the second form of answer. No notification helps."""
    step, desk = samira.record.begins, Desk(samira.town.case_system)
    samira.town.case_system.notices.handling = Handling.DROP
    await samira.clock("2026-11-23 10:00")
    step("S16", "She asks in her own language whether her daughter may come along")
    await samira.taps(
        "🧑 People", "🧑 Anneke Postma" if samira.language == "en" else "🧑", "✍ Ask a question"
    )
    await samira.types(asks)
    await samira.sees("Mag mijn dochter mee op 17 december om 15:00 uur?")
    step("S17", "She sends it")
    await samira.taps("✅ Send")
    await samira.sees("📨")
    step("S17", "It waits; she looks at it")
    await samira.taps("⬅ Back", "💬 My questions", "1")
    await samira.sees("📨", "Anneke Postma")
    step("S18", "Anneke answers in her case system; the next look finds it")
    async with samira.meanwhile("Anneke", "answers"):
        desk.answer(question(samira.town), ANSWER)
    await samira.clock("2026-11-23 10:03")
    await samira.sees("🤖", ANSWER)
    await samira.clock("2026-11-23 10:06")
    step("S18", "She opens it from the message")
    await samira.taps("👁 Open")
    await samira.sees("🤖", ANSWER, "👍")
    step("S18", "Anneke corrects herself")
    async with samira.meanwhile("Anneke", "changes her answer"):
        desk.answer(question(samira.town), CHANGED)
    await samira.clock("2026-11-23 10:25")
    await samira.clock("2026-11-23 10:30")
    await samira.taps("👁 Open")
    await samira.sees("🤖", CHANGED)
    step("S19", "It is not clear to her")
    await samira.taps("❓ Not clear")
    await samira.sees("☎", "Anneke Postma", "❌")
    step("S16", "She asks more; this time the answer is a contact of its own in the case system")
    await samira.taps("⬅ Back", "💬 My questions", "1", "✍ Ask more")
    await samira.types(more)
    await samira.taps("✅ Send")
    async with samira.meanwhile("Anneke", "answers with a contact of its own"):
        desk.answer_apart(question(samira.town), BRING, by="A. Postma")
    await samira.clock("2026-11-23 10:33")
    await samira.clock("2026-11-23 10:36")
    await samira.taps("👁 Open")
    await samira.sees("🤖", BRING, "A. Postma")


@pytest.mark.parametrize(
    ("language", "asks", "more"),
    [
        ("en", "May my daughter come on 17 December at 15:00?", "What must I bring?"),
        ("ar", "هل يمكن لابنتي الحضور يوم 17 ديسمبر الساعة 15:00؟", "ماذا أحضر معي؟"),
    ],
)
async def test_s16_to_s19_a_question_and_its_answer(
    tmp_path: Path, clock: StoryClock, golden: Compare, language: str, asks: str, more: str
) -> None:
    record = Transcript(f"S16–S19 Samira asks, and Anneke answers ({language})")
    async with translator() as (address, asked), town(tmp_path, clock, translator=address) as waterveen:
        samira = await newcomer("Samira", waterveen, record, language=language)
        await samira.links()
        record.lines.clear()
        await story(samira, asks, more)
    assert not any(number in text for text in asked for number in ("17", "15", "16.00"))
    golden(record, f"answers-{language}")


async def test_a_notification_of_the_internal_task_brings_the_answer_within_seconds(
    tmp_path: Path, clock: StoryClock
) -> None:
    async with town(tmp_path, clock) as waterveen:
        samira = await newcomer("Samira", waterveen, language="nl")
        await samira.links()
        await samira.taps("🧑 People", "🧑", "✍ Ask a question")
        await samira.types("Mag mijn dochter mee?")
        await samira.taps("✅ Send", "⬅ Back", "💬 My questions", "1")
        Desk(waterveen.case_system).answer(question(waterveen), ANSWER)
        await at_rest(waterveen)
        await waterveen.moves_on(seconds=6)
        await samira.sees(ANSWER)
