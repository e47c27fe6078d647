"""deep-translator on a leash: one instance per call, own languages and address, deadline, no public scraper.

Found in trials of deep-translator 1.11.4: a shared instance mixes texts of different callers, no class has a
deadline, and its LibreTranslate class sends the text in the address, where access logs keep it.
"""

from __future__ import annotations

from typing import Protocol

import requests
from deep_translator.base import BaseTranslator

from bot.errors import TranslatorAway

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
        answer = requests.post(f"{self._base_url}/translate", json=body, timeout=(2.0, self._deadline))
        answer.raise_for_status()
        return str(answer.json()["translatedText"])

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
        except Exception as fault:
            raise TranslatorAway(f"The translator does not answer ({type(fault).__name__}).") from fault
