"""One HTTP/1.1 message on a stream: read whole, written whole."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

LONGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Message:
    """The first line, the headers as they came, and the body without its transfer coding."""

    start: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""

    def header(self, name: str) -> str:
        """The value of a header, or an empty text."""
        return next((value for key, value in self.headers if key.lower() == name), "")

    @property
    def method(self) -> str:
        """The method of a request."""
        return self.start.split(" ", 1)[0]

    @property
    def target(self) -> str:
        """The target of a request."""
        return self.start.split(" ")[1]

    @property
    def status(self) -> int:
        """The status of an answer."""
        return int(self.start.split(" ")[1])

    def head(self, length: int | None = None) -> bytes:
        """The head for a body of `length` bytes; hop-by-hop headers are ours."""
        kept = [
            (key, value)
            for key, value in self.headers
            if key.lower() not in {"transfer-encoding", "content-length", "connection", "expect"}
        ]
        kept.append(("Content-Length", str(len(self.body) if length is None else length)))
        lines = [self.start, *(f"{key}: {value}" for key, value in kept), "Connection: close"]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")

    @property
    def whole(self) -> bytes:
        """Head and body."""
        return self.head() + self.body


async def read_message(reader: asyncio.StreamReader) -> Message | None:
    """Read a message; None where the other side ended before one began."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError as end:
        if end.partial:
            raise
        return None
    start, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    headers = tuple((key.strip(), value.strip()) for key, _, value in (line.partition(":") for line in lines))
    message = Message(start, headers)
    return Message(start, headers, await _body(reader, message))


async def _body(reader: asyncio.StreamReader, head: Message) -> bytes:
    if head.header("transfer-encoding").lower() == "chunked":
        return await _chunks(reader)
    length = head.header("content-length")
    if length:
        return await reader.readexactly(min(int(length), LONGEST))
    bodiless = not head.start.startswith("HTTP/") or head.status in {204, 304}
    return b"" if bodiless else await reader.read(-1)


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    found = bytearray()
    while True:
        size = int((await reader.readline()).split(b";")[0], 16)
        found += await reader.readexactly(size)
        await reader.readline()
        if size == 0:
            return bytes(found)


def answer(status: int, headers: dict[str, str], body: bytes) -> Message:
    """An answer of the proxy's own."""
    given = {"Content-Type": "application/json", **headers}
    return Message(f"HTTP/1.1 {status} Fault", tuple(given.items()), body)
