"""Free text is translated without anything personal; a doubtful translation is never sent as sure."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from time import monotonic

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from hypothesis import given
from hypothesis import strategies as st

from bot.breaker import Breaker
from bot.errors import TranslatorAway
from bot.translate.gate import Gate
from bot.translate.provider import LARGEST, LibreProvider
from bot.translate.redaction import mask
from tests.clocks import Hands

NAMES = ("Samira", "Anneke Postma", "Taalschool De Brug")
QUESTION = "هل يمكن لابنتي أن تأتي مع سميرة يوم ١٧ الساعة 15:00؟ هاتفي 06 12 34 56 78"


Answer = Callable[[str, str], str]
"""Answers a text in a target language."""


class StandIn:
    """A LibreTranslate server that answers by a given function and keeps what it was asked."""

    def __init__(self, answer: Answer) -> None:
        self.asked: list[str] = []
        self._answer = answer
        self.server = TestServer(web.Application())
        self.server.app.router.add_post("/translate", self._translate)

    async def _translate(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.asked.append(body["q"])
        return web.json_response({"translatedText": self._answer(body["q"], body["target"])})


Start = Callable[[Answer], Awaitable[StandIn]]
"""Starts a stand-in that answers so; the test's end stops it."""


def faithful(text: str, target: str) -> str:
    tokens = " ".join(part for part in text.replace("⟧", "⟧ ").split() if part.startswith("⟦"))
    return f"Mag mijn dochter meekomen {tokens}" if target == "nl" else f"هل يمكن لابنتي القدوم {tokens}"


@pytest.fixture
async def stand_in() -> AsyncIterator[Start]:
    running: list[StandIn] = []

    async def start(answer: Answer) -> StandIn:
        server = StandIn(answer)
        await server.server.start_server()
        running.append(server)
        return server

    yield start
    for server in running:
        await server.server.close()


async def test_numbers_and_names_never_reach_the_translator(stand_in: Start) -> None:
    server = await stand_in(faithful)
    gate = Gate(LibreProvider(str(server.server.make_url("/"))))
    found = await gate.question("Samira vraagt 17 en 15:00, bel 0612345678, a@b.nl", "tr", NAMES)
    everything = " ".join(server.asked)
    for secret in ("Samira", "17", "15:00", "0612345678", "a@b.nl"):
        assert secret not in everything
    assert "15:00" in found.dutch
    gate.close()


async def test_a_faithful_translation_is_sure_and_has_the_numbers_in_western_digits(stand_in: Start) -> None:
    server = await stand_in(faithful)
    gate = Gate(LibreProvider(str(server.server.make_url("/"))))
    found = await gate.question(QUESTION, "ar", NAMES)
    assert found.sure
    assert "17" in found.dutch
    assert "15:00" in found.back
    gate.close()


@pytest.mark.parametrize(
    ("spoilt"),
    [
        pytest.param(lambda text, target: "Mag mijn dochter mee?", id="a number is lost"),
        pytest.param(lambda text, target: faithful(text, target) + " 16", id="a number appears"),
        pytest.param(lambda text, target: text, id="it was not translated"),
    ],
)
async def test_a_doubtful_translation_is_not_sure(stand_in: Start, spoilt: Answer) -> None:
    server = await stand_in(spoilt)
    gate = Gate(LibreProvider(str(server.server.make_url("/"))))
    assert not (await gate.question(QUESTION, "ar", NAMES)).sure
    gate.close()


async def test_a_translator_that_is_away_says_so() -> None:
    gate = Gate(LibreProvider("http://127.0.0.1:1"))
    with pytest.raises(TranslatorAway):
        await gate.question("soru", "tr", ())
    gate.close()


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (web.Response(status=429, headers={"Retry-After": "40"}), 40),
        (web.Response(status=401), 60),
        (web.Response(status=403), 60),
    ],
    ids=["429", "401", "403"],
)
async def test_a_translator_that_wants_no_calls_gets_none(answer: web.Response, seconds: int) -> None:
    async with odd(answer) as (gate, clock, asked):
        for _ in range(seconds + 1):
            with pytest.raises(TranslatorAway):
                await gate.question("soru", "tr", ())
            clock.forward(seconds=1)
        assert len(asked) == 2


@pytest.mark.parametrize(
    "answer",
    [
        web.json_response({"translatedText": {"a": 1}}),
        web.json_response([]),
        web.Response(text="<html>"),
        web.Response(status=302, headers={"Location": "/elsewhere"}),
        web.json_response({"translatedText": "x" * LARGEST}),
        web.Response(status=503),
    ],
    ids=["object", "list", "html", "redirect", "huge", "503"],
)
async def test_odd_answers_are_no_translation_and_open_the_breaker(answer: web.Response) -> None:
    async with odd(answer) as (gate, clock, asked):
        for _ in range(5 + 60):
            with pytest.raises(TranslatorAway):
                await gate.question("soru", "tr", ())
            clock.forward(seconds=1)
        assert len(asked) == 5 + 4


@pytest.mark.parametrize("length", [None, 200], ids=["chunks", "a length"])
async def test_a_body_that_trickles_ends_with_the_deadline(length: int | None) -> None:
    begun = monotonic()
    async with slow(length) as address:
        with pytest.raises(TranslatorAway):
            await asyncio.to_thread(LibreProvider(address, deadline=0.2).translate, "soru", "tr", "nl")
        assert monotonic() - begun < 200 * 0.05 / 2


async def test_texts_of_many_people_at_once_are_never_mixed(stand_in: Start) -> None:
    server = await stand_in(lambda text, target: f"vertaald {text}")
    gate = Gate(LibreProvider(str(server.server.make_url("/"))))
    texts = ["soru " + "abcdefghij"[n] * 3 for n in range(10)]
    found = await asyncio.gather(*(gate.question(text, "tr", ()) for text in texts))
    assert all(text in one.dutch for text, one in zip(texts, found, strict=True))
    gate.close()


@asynccontextmanager
async def odd(answer: web.Response) -> AsyncIterator[tuple[Gate, Hands, list[str]]]:
    """A gate before a translator that always answers so."""
    asked: list[str] = []

    async def translate(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.Response(status=answer.status, headers=answer.headers, body=answer.body)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", translate)
    async with TestServer(app) as server:
        clock = Hands()
        gate = Gate(LibreProvider(str(server.make_url("/"))), breaker=Breaker(clock))
        yield gate, clock, asked
        gate.close()


@asynccontextmanager
async def slow(length: int | None) -> AsyncIterator[str]:
    """A translator whose body comes in small pieces for ever."""

    async def translate(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        answer.content_length = length
        await answer.prepare(request)
        with suppress(ConnectionError):
            for _ in range(200):
                await answer.write(b" ")
                await asyncio.sleep(0.05)
        return answer

    app = web.Application()
    app.router.add_post("/translate", translate)
    async with TestServer(app) as server:
        yield str(server.make_url("/"))


@given(st.text(max_size=200))
def test_masking_keeps_no_digit_and_unmasking_gives_the_text_back(text: str) -> None:
    masked = mask(text)
    outside = "".join(part for part in masked.text.split("⟦") for part in [part.split("⟧", 1)[-1]])
    assert not any(sign in "0123456789" for sign in outside)
    assert masked.intact(masked.text) or not masked.pieces or any(sign.isdecimal() for sign in outside)


async def test_an_answer_is_translated_line_by_line_and_nothing_personal_leaves(stand_in: Start) -> None:
    server = await stand_in(lambda text, target: f"نعم {faithful(text, target)}")
    gate = Gate(LibreProvider(str(server.server.make_url("/"))))
    found = await gate.answer("Ja Samira, om 15.00 uur.\n\nBel 06 12 34 56 78.", "ar", NAMES)
    first, between, last = found.split("\n")
    assert ("15.00" in first, between, "06 12 34 56 78" in last) == (True, "", True)
    assert not any(secret in text for text in server.asked for secret in ("Samira", "15.00", "06 12"))
    gate.close()


async def test_an_answer_of_which_one_line_is_doubtful_has_no_translation(stand_in: Start) -> None:
    server = await stand_in(lambda text, target: faithful(text, target) if "⟦" in text else text)
    gate = Gate(LibreProvider(str(server.server.make_url("/"))))
    assert await gate.answer("Om 15.00 uur.\nNeem uw pas mee.", "ar", NAMES) == ""
    gate.close()


def test_a_name_is_masked_as_a_word_with_its_ending_and_not_inside_other_words() -> None:
    masked = mask("Samira'nın lesi, De Brug in december, de brug", NAMES)
    assert masked.pieces == ("Samira", "Brug", "brug")
    assert "december" in masked.text
