"""Lines that somebody types, without holding anything up: from a terminal, a pipe or a file."""

from __future__ import annotations

import asyncio
import os


class TypedLines:
    """Reads lines from a file descriptor; None is the end. Use it as a context manager in a running loop."""

    def __init__(self, fd: int = 0) -> None:
        self._fd = fd
        self._lines: asyncio.Queue[str | None] = asyncio.Queue()
        self._rest = b""
        self._watched = False

    def __enter__(self) -> TypedLines:
        try:
            asyncio.get_running_loop().add_reader(self._fd, self._read)
            self._watched = True
        except PermissionError:
            # A plain file cannot be watched; it is all there already.
            while self._read():
                pass
        return self

    def __exit__(self, *fault: object) -> None:
        self._unwatch()

    async def next(self) -> str | None:
        """The next line without its end; None when nothing more comes."""
        return await self._lines.get()

    def end(self) -> None:
        """Stop asking (Ctrl-C)."""
        self._lines.put_nowait(None)

    def _unwatch(self) -> None:
        if self._watched:
            self._watched = False
            asyncio.get_running_loop().remove_reader(self._fd)

    def _read(self) -> bool:
        try:
            data = os.read(self._fd, 65_536)
        except OSError:
            data = b""
        *whole, self._rest = (self._rest + data).split(b"\n")
        for line in whole:
            self._lines.put_nowait(line.decode("utf-8", "replace").rstrip("\r"))
        if not data:
            self._unwatch()
            if self._rest:
                self._lines.put_nowait(self._rest.decode("utf-8", "replace"))
            self._lines.put_nowait(None)
        return bool(data)
