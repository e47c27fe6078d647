"""The order in which updates were stored, read from the server's own append-only file.

It is the one witness that neither the intake nor the workers can influence: what a mailbox took stands there
in the order in which it took it, also after a worker has taken it out again.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterator
from pathlib import Path

NO_REWRITE = ("--auto-aof-rewrite-percentage", "0")
"""For the server: a rewritten file no longer holds what was taken out."""
_PUSHED = re.compile(
    rb"\$5\r\nRPUSH\r\n\$\d+\r\n\{b\d+\}:[a-z-]+:l:([^:\r]+):mail\r\n\$(\d+)\r\n", re.IGNORECASE
)


def stored(folder: Path) -> Iterator[tuple[str, str]]:
    """Every event that entered a mailbox, as (link, stored text), oldest first."""
    for file in sorted((folder / "appendonlydir").glob("*.incr.aof"), key=_number):
        if not file.stat().st_size:
            continue
        with file.open("rb") as handle, mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ) as data:
            for found in _PUSHED.finditer(data):
                end = found.end() + int(found[2])
                yield found[1].decode(), data[found.end() : end].decode("utf-8", "surrogateescape")


def _number(file: Path) -> int:
    return int(file.name.split(".")[-3])
