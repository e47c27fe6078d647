"""A question in one's own words: translated and shown back before it leaves, or passed on as it is."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.sandbox.arrivals import tap
from bot.sandbox.telegram import Phone
from tests.town import BOT, TestTown, shown, town

pytestmark = pytest.mark.story
QUESTION = "Kızım 17 Aralık 15:00 gelebilir mi?"
TOKEN = re.compile("⟦[0-9]+⟧")
Translate = Callable[[str, str], str]


def faithful(text: str, target: str) -> str:
    """Keep every token, as a good translator does."""
    first, second = TOKEN.findall(text)
    nl, tr = (
        f"Mag mijn dochter op {first} december om {second} komen?",
        f"Kızım {first} Aralık {second} gelebilir mi?",
    )
    return nl if target == "nl" else tr


def careless(text: str, target: str) -> str:
    """Lose a number on the way."""
    return TOKEN.sub("", faithful(text, target), count=1) if len(TOKEN.findall(text)) == 2 else text


@asynccontextmanager
async def translator(translate: Translate) -> AsyncIterator[tuple[str, list[str]]]:
    """A stand-in for a LibreTranslate server of the municipality's own, and what it was asked."""
    asked: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        body = await request.json()
        asked.append(body["q"])
        return web.json_response({"translatedText": translate(body["q"], body["target"])})

    app = web.Application()
    app.router.add_post("/translate", answer)
    async with TestServer(app) as server:
        yield str(server.make_url("")), asked


async def asks(waterveen: TestTown, question: str = QUESTION) -> Phone:
    """Mehmet (Turkish) is linked and types a question to his caseworker."""
    phone = await waterveen.linked("Mehmet")
    for place in ("home.home/people/", "people.list/caseworker/", "people.person/ask/"):
        await tap(phone, place, BOT)
    await phone.sees(lambda message: any("people.ask/" in str(row) for row in message.rows), bot=BOT)
    await phone.says(question, bot=BOT)
    return phone


async def contacts(waterveen: TestTown) -> list[str]:
    """The questions that stand in the case system."""
    await waterveen.stir()
    return [str(contact["inhoud"]) for contact in waterveen.case_system.klantcontacten()]


async def test_the_question_is_shown_in_dutch_and_back_and_leaves_after_send(tmp_path: Path) -> None:
    async with translator(faithful) as (address, asked), town(tmp_path, translator=address) as waterveen:
        phone = await asks(waterveen)
        check = shown(await phone.sees("Mag mijn dochter op 17 december om 15:00 komen?", bot=BOT))
        assert "Kızım 17 Aralık 15:00 gelebilir mi?" in check
        assert await contacts(waterveen) == []
        await tap(phone, "people.check/send/", BOT)
        await phone.sees("📨", bot=BOT)
        (question,) = await contacts(waterveen)
        assert "Mag mijn dochter op 17 december om 15:00 komen?" in question
        assert not any("17" in text or "15:00" in text for text in asked)


async def test_a_doubtful_translation_cannot_be_sent(tmp_path: Path) -> None:
    async with translator(careless) as (address, _), town(tmp_path, translator=address) as waterveen:
        phone = await asks(waterveen)
        message = await phone.sees(
            lambda m: any("people.check/again/" in str(row) for row in m.rows), bot=BOT
        )
        assert not any("people.check/send/" in str(row) for row in message.rows)


@pytest.mark.parametrize("address", [None, "http://127.0.0.1:1"], ids=["no translator", "translator away"])
async def test_without_a_translation_the_own_words_are_passed_on(tmp_path: Path, address: str | None) -> None:
    async with town(tmp_path, translator=address) as waterveen:
        phone = await asks(waterveen)
        await tap(phone, "people.asis/send/", BOT)
        await phone.sees("📨", bot=BOT)
        (question,) = await contacts(waterveen)
        assert QUESTION in question
