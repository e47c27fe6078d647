"""The little of HTTP/1.1 that a loopback needs: whole messages out of a stream of bytes."""

from __future__ import annotations

from dataclasses import dataclass

LARGEST_HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class Message:
    """A request or an answer: its first line, its other head lines (also in small letters), its body."""

    line: bytes
    head: bytes
    low: bytes
    body: bytes

    def header(self, name: bytes) -> bytes:
        """The value of a header, named in small letters; empty where it is missing."""
        start = self.low.find(b"\r\n" + name + b":")
        if start < 0:
            return b""
        start += len(name) + 3
        end = self.head.find(b"\r\n", start)
        return self.head[start : end if end >= 0 else None].strip()

    @property
    def status(self) -> int:
        """The code of an answer."""
        return int(self.line[9:12])


class Reader:
    """Cuts a stream into messages; bodies by length or in chunks."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> list[Message]:
        """Take what has arrived; returns the messages that are whole now."""
        self._rest = self._rest + data if self._rest else data
        found: list[Message] = []
        while (message := self._next()) is not None:
            found.append(message)
        return found

    def _next(self) -> Message | None:
        end = self._rest.find(b"\r\n\r\n")
        if end < 0:
            if len(self._rest) > LARGEST_HEAD:
                raise ValueError("this is no HTTP")
            return None
        whole = self._rest[:end]
        cut = whole.find(b"\r\n")
        line, head = (whole, b"") if cut < 0 else (whole[:cut], whole[cut:])
        message = Message(line, head, head.lower(), b"")
        if message.header(b"transfer-encoding").lower() == b"chunked":
            taken = _chunks(self._rest, end + 4)
            if taken is None:
                return None
            body, after = taken
        else:
            after = end + 4 + int(message.header(b"content-length") or 0)
            if len(self._rest) < after:
                return None
            body = self._rest[end + 4 : after]
        self._rest = self._rest[after:]
        return Message(line, head, message.low, body)


def _chunks(data: bytes, start: int) -> tuple[bytes, int] | None:
    """Join the chunks of a body; None where its end is not here yet."""
    parts: list[bytes] = []
    while True:
        end = data.find(b"\r\n", start)
        if end < 0:
            return None
        size = int(data[start:end].split(b";")[0], 16)
        start = end + 2
        if len(data) < start + size + 2:
            return None
        if size == 0:
            return b"".join(parts), start + 2
        parts.append(data[start : start + size])
        start += size + 2
