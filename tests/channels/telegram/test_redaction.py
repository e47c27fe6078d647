"""Threat T18, T22: a bot token never shows in a log, whoever writes the line."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.channels.telegram.client import Client
from bot.channels.telegram.redaction import HIDDEN, Redaction, redact_logs
from tests.channels.telegram.fakes import TOKEN


@pytest.fixture
def root() -> Iterator[logging.Logger]:
    """A root logger of the test's own."""
    root = logging.Logger("root of the test", logging.DEBUG)
    root.addHandler(logging.StreamHandler(io.StringIO()))
    redact_logs(Redaction(), root)
    yield root
    for name in ("telegram", "httpx", "httpcore", "aiohttp.access", "aiohttp.client"):
        logging.getLogger(name).setLevel(logging.NOTSET)


def written(root: logging.Logger) -> str:
    handler = root.handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    text: str = handler.stream.getvalue()
    return text


def test_a_token_in_a_message_or_its_arguments_is_hidden(root: logging.Logger) -> None:
    root.info("POST https://api.telegram.org/bot%s/getMe", TOKEN)
    root.info(f"the token {TOKEN} was rejected")

    assert TOKEN not in written(root)
    assert written(root).count(HIDDEN) == 2


def test_a_token_in_a_traceback_is_hidden(root: logging.Logger) -> None:
    try:
        raise ValueError(f"bad address /bot{TOKEN}/getMe")
    except ValueError:
        root.exception("failed")

    assert TOKEN not in written(root)
    assert "ValueError: bad address /bot[token]/getMe" in written(root)


def test_a_token_in_a_field_is_hidden(root: logging.Logger) -> None:
    root.handlers[0].setFormatter(logging.Formatter("%(message)s %(url)s"))
    root.info("called", extra={"url": f"/bot{TOKEN}/getMe"})

    assert written(root) == "called /bot[token]/getMe\n"


def test_a_token_that_does_not_look_like_one_is_hidden_when_it_is_named() -> None:
    assert Redaction(["1001:short"]).redact("x 1001:short y") == "x [token] y"


def test_structlog_hides_tokens_too() -> None:
    event = Redaction()(None, "info", {"event": "called", "url": f"/bot{TOKEN}/x", "status": 200})

    assert event == {"event": "called", "url": "/bot[token]/x", "status": 200}


async def test_no_library_logs_the_token_or_a_text_even_at_debug(
    client: Client,
    caplog: pytest.LogCaptureFixture,
    root: logging.Logger,
    spoken: list[structlog.typing.EventDict],
) -> None:
    caplog.set_level(logging.DEBUG)
    await client.call("getMe")
    with pytest.raises(Exception, match="Chat not found"):
        await client.call("sendMessage", {"chat_id": 7, "text": "a secret text"})
    await client.bot.get_me()

    assert TOKEN not in caplog.text + repr(spoken)
    assert "a secret text" not in caplog.text + repr(spoken)
