"""deep-translator on a leash: one instance per call, own languages and address, deadline, no public scraper.

Found in trials of deep-translator 1.11.4: a shared instance mixes texts of different callers, no class has a
deadline, and its LibreTranslate class sends the text in the address, where access logs keep it.
"""

from __future__ import annotations

import json
from time import monotonic
from typing import Protocol

import requests
from deep_translator.base import BaseTranslator

from bot.errors import TranslatorAway

LARGEST = 1 << 20
"""Bytes of one answer; a question has at most some thousand letters."""
USUAL_PAUSE = 5.0
LONGEST_PAUSE = 900.0
DENIED_SECONDS = 60.0


class LeaveAlone(TranslatorAway):
    """The translator wants to be left alone for `seconds`: it is busy, or refuses our key."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"The translator is left alone for {seconds:.3g} seconds.")
        self.seconds = seconds


LANGUAGES = {
    "dutch": "nl",
    "english": "en",
    "arabic": "ar",
    "tigrinya": "ti",
    "turkish": "tr",
    "persian": "fa",
}


class Provider(Protocol):
    """Translates one already masked text; blocking, called in a thread."""

    def translate(self, text: str, source: str, target: str) -> str:
        """Translate; raises `TranslatorAway`."""


class _LibreCall(BaseTranslator):  # type: ignore[misc]
    """One call to a self-hosted LibreTranslate: text in the body, never in the address."""

    def __init__(self, url: str, key: str, source: str, target: str, deadline: float) -> None:
        super().__init__(base_url=url.rstrip("/"), languages=LANGUAGES, source=source, target=target)
        self._key = key
        self._deadline = deadline

    def translate(self, text: str, **_: object) -> str:
        body = {"q": text, "source": self._source, "target": self._target, "format": "text"}
        if self._key:
            body["api_key"] = self._key
        until = monotonic() + self._deadline
        with requests.post(
            f"{self._base_url}/translate",
            json=body,
            timeout=(2.0, self._deadline),
            stream=True,
            allow_redirects=False,
        ) as answer:
            if answer.status_code in {401, 403}:
                raise LeaveAlone(DENIED_SECONDS)
            if answer.status_code == 429:
                raise LeaveAlone(_pause(answer.headers.get("Retry-After", "")))
            answer.raise_for_status()
            found = json.loads(_read(answer, until))["translatedText"]
        if not isinstance(found, str):
            raise TypeError("the translation is no text")
        return found

    def translate_file(self, path: str, **_: object) -> str:
        raise NotImplementedError("Wegwijs translates no files.")

    def translate_batch(self, batch: list[str], **_: object) -> list[str]:
        return [self.translate(text) for text in batch]


class LibreProvider:
    """A LibreTranslate server of the municipality's own."""

    def __init__(self, url: str, key: str = "", deadline: float = 5.0) -> None:
        self._url = url
        self._key = key
        self._deadline = deadline

    def translate(self, text: str, source: str, target: str) -> str:
        """Translate one masked text."""
        try:
            return _LibreCall(self._url, self._key, source, target, self._deadline).translate(text)
        except TranslatorAway:
            raise
        except Exception as fault:
            raise TranslatorAway(f"The translator does not answer ({type(fault).__name__}).") from fault


def _read(answer: requests.Response, until: float) -> bytes:
    """Read a body whole; its deadline counts for all of it, not for each piece."""
    found = bytearray()
    # `iter_content` waits until a piece is full, however slowly it comes.
    while piece := answer.raw.read1(1 << 14, decode_content=True):
        found += piece
        if len(found) > LARGEST:
            raise ValueError("the answer is too large")
        if monotonic() > until:
            raise TimeoutError("the answer takes too long")
    return bytes(found)


def _pause(retry_after: str) -> float:
    """Read `Retry-After` in seconds; a date, or nothing, is the usual pause."""
    return min(float(retry_after), LONGEST_PAUSE) if retry_after.isdecimal() else USUAL_PAUSE
