"""Answers of a case system by address, given without a network: thousands of readings take seconds."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import unquote

import aiohttp
from yarl import URL

NOT_FOUND = json.dumps({"code": "not_found", "title": "Niet gevonden.", "status": 404}).encode()


@dataclass(frozen=True)
class Said:
    """One answer."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class _Response:
    said: Said

    @property
    def status(self) -> int:
        return self.said.status

    @property
    def headers(self) -> Mapping[str, str]:
        return self.said.headers

    @property
    def content(self) -> _Response:
        return self

    async def iter_chunked(self, size: int) -> AsyncIterator[bytes]:
        yield self.said.body

    def close(self) -> None:
        pass

    async def __aenter__(self) -> _Response:
        return self

    async def __aexit__(self, *_: object) -> None:
        pass


class Canned:
    """Stands for a client session; what it does not know is not found."""

    def __init__(self, answers: Mapping[str, Said]) -> None:
        self.answers = dict(answers)

    def request(self, method: str, address: URL, **_: object) -> _Response:
        """Answer."""
        return _Response(self.answers.get(spelt(address), Said(NOT_FOUND, 404)))

    @property
    def session(self) -> aiohttp.ClientSession:
        """The same as the adapter wants it."""
        return cast(aiohttp.ClientSession, self)


class Recorder:
    """Passes calls on to a real session and keeps what is answered."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session
        self.answers: dict[str, Said] = {}

    def request(self, method: str, address: URL, **more: Any) -> _Kept:
        """Ask and keep."""
        return _Kept(self, spelt(address), self._session.request(method, address, **more))

    @property
    def session(self) -> aiohttp.ClientSession:
        """The same as the adapter wants it."""
        return cast(aiohttp.ClientSession, self)


class _Kept:
    def __init__(self, recorder: Recorder, address: str, asked: Any) -> None:
        self._recorder, self._address, self._asked = recorder, address, asked

    async def __aenter__(self) -> _Response:
        async with self._asked as response:
            said = Said(await response.read(), response.status, dict(response.headers))
        self._recorder.answers[self._address] = said
        return _Response(said)

    async def __aexit__(self, *_: object) -> None:
        pass


def spelt(address: URL) -> str:
    """An address without its host."""
    return unquote(address.raw_path_qs)
