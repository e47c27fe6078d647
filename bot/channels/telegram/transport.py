"""Carries Bot API requests for python-telegram-bot's `Bot`.

Calls go over connections of our own (`keepalive.py`), which cost a fifth of aiohttp's processor time and a
hundredth of httpx'; files and long polling go over aiohttp.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NoReturn, cast

import aiohttp
from pydantic_core import PydanticSerializationError, from_json, to_json
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.channels.telegram.keepalive import LARGEST_ANSWER, NoConnection, NoConnectionInTime, Pool

CALL_SECONDS = 10.0
CONNECT_SECONDS = 5.0

Timeout = Any
"""python-telegram-bot's `ODVInput[float]`: seconds, None for no limit, or "not given"."""


class NotSent(NetworkError):
    """No connection came about: Telegram never saw the request, so a repeat cannot double anything."""


class NotSentInTime(TimedOut, NotSent):
    """No connection came about within the time allowed for it."""


class AiohttpTransport(BaseRequest):
    """Connections to the Bot API, opened at first use; errors never show the address with the token."""

    __slots__ = ("_connections", "_seconds", "_session")

    def __init__(self, *, connections: int = 128, seconds: float = CALL_SECONDS) -> None:
        self._connections = connections
        self._seconds = seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds a whole call may take where the caller names none."""
        return self._seconds

    async def initialize(self) -> None:
        """Open the pool."""
        self._open()

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        write_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        connect_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        pool_timeout: Timeout = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one request; `read_timeout` bounds the whole, `connect_timeout` the way to a connection."""
        timeout = aiohttp.ClientTimeout(
            total=_seconds(read_timeout, self._seconds), connect=_seconds(connect_timeout, CONNECT_SECONDS)
        )
        body, headers = _body(request_data), _headers(request_data)
        fault: TelegramError
        try:
            async with self._open().request(
                method, url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                status, payload = response.status, await _read(response)
            fault = _stranger(status)
            if _is_answer(status, payload):
                return status, payload
        except (TimeoutError, aiohttp.ClientError, OSError) as cause:
            fault = _fault(cause)
        # Raised outside the handler so that not even its context holds the cause, which may hold the address.
        raise fault

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer; unlike the original it does not log what it cannot read."""
        try:
            answer = from_json(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            _unreadable()
        return answer

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=50),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )
        return self._session


class Transport(AiohttpTransport):
    """Calls without files over connections that stay open; everything else over aiohttp."""

    __slots__ = ("_pool",)

    def __init__(self, *, connections: int = 128, seconds: float = CALL_SECONDS) -> None:
        super().__init__(connections=connections, seconds=seconds)
        self._pool: Pool | None = None

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._pool is not None:
            self._pool.close()
            self._pool = None
        await super().shutdown()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        write_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        connect_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        pool_timeout: Timeout = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one request; `read_timeout` bounds the whole, `connect_timeout` the way to a connection."""
        if method != "POST" or (request_data is not None and request_data.contains_files):
            return await super().do_request(
                url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
            )
        if self._pool is None:
            self._pool = Pool(self._connections, self.USER_AGENT)
        fault: TelegramError
        try:
            status, payload = await self._pool.post(
                url,
                _json(request_data.parameters if request_data else {}),
                seconds=_seconds(read_timeout, self._seconds),
                connect_seconds=_seconds(connect_timeout, CONNECT_SECONDS),
            )
            fault = _stranger(status)
            if _is_answer(status, payload):
                return status, payload
        except (TimeoutError, OSError, ValueError) as cause:
            fault = _fault(cause)
        # Raised outside the handler so that not even its context holds the cause, which may hold the address.
        raise fault


@dataclass(frozen=True, slots=True)
class PlainData:
    """Stands for a `RequestData` (which is final) whose parameters are plain JSON values already."""

    parameters: Mapping[str, Any]
    contains_files: Literal[False] = False


PLAIN = (str, int, float, dict, list)


def request_data(parameters: Mapping[str, Any]) -> RequestData:
    """Return the data of a request; only what is not plain is looked through for files and objects."""
    if all(isinstance(value, PLAIN) for value in parameters.values()):
        return cast(RequestData, PlainData(parameters))
    return RequestData([RequestParameter.from_input(name, value) for name, value in parameters.items()])


def _seconds(given: Timeout, otherwise: float) -> float | None:
    seconds: float | None = otherwise if given is BaseRequest.DEFAULT_NONE else given
    return seconds


def _body(data: RequestData | None) -> bytes | aiohttp.FormData | None:
    if data is None:
        return None
    if not data.contains_files:
        return _json(data.parameters)
    form = aiohttp.FormData(default_to_multipart=True)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, media_type) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=media_type)
    return form


def _json(parameters: Mapping[str, Any]) -> bytes:
    try:
        return to_json(parameters)
    except PydanticSerializationError:  # half a surrogate pair, from text that somebody cut
        return json.dumps(parameters, ensure_ascii=False).encode("utf-8", "replace")


def _headers(data: RequestData | None) -> dict[str, str]:
    return {"Content-Type": "application/json"} if data is not None and not data.contains_files else {}


async def _read(response: aiohttp.ClientResponse) -> bytes:
    found = bytearray()
    async for piece in response.content.iter_chunked(1 << 16):
        found += piece
        if len(found) > LARGEST_ANSWER:
            raise aiohttp.ClientPayloadError("The answer is too large.")
    return bytes(found)


def _is_answer(status: int, payload: bytes) -> bool:
    """Whether a refusal is in Telegram's own words: what stands in between may not block a person for us."""
    if status < 300:
        return True
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        return False
    return isinstance(answer, dict) and answer.get("ok") is False and "error_code" in answer


def _stranger(status: int) -> NetworkError:
    return NetworkError(f"Something before Telegram answers {status}.")


def _fault(cause: BaseException) -> TelegramError:
    if isinstance(cause, aiohttp.ConnectionTimeoutError | NoConnectionInTime):
        return NotSentInTime("No connection to Telegram in time.")
    if isinstance(cause, TimeoutError):
        return TimedOut("Telegram did not answer in time.")
    if isinstance(cause, aiohttp.ClientConnectorError | NoConnection):
        return NotSent("No connection to Telegram.")
    return NetworkError(f"The connection to Telegram broke ({type(cause).__name__}).")


def _unreadable() -> NoReturn:
    raise NetworkError("Telegram's answer cannot be read.")
