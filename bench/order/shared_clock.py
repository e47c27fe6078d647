"""One clock for many processes: eight bytes in a file that everybody maps; only the campaign moves it."""

from __future__ import annotations

import mmap
import struct
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

_NUMBER = struct.Struct("d")


@dataclass
class SharedClock:
    """Reads the file at every call. A frozen process finds on waking that it has become later."""

    file: Path
    _map: mmap.mmap = field(init=False, repr=False)

    def __post_init__(self) -> None:
        with self.file.open("r+b") as handle:
            self._map = mmap.mmap(handle.fileno(), _NUMBER.size)

    @classmethod
    def make(cls, file: Path, now: datetime) -> SharedClock:
        """A new clock that stands at this instant."""
        file.write_bytes(_NUMBER.pack(now.timestamp()))
        return cls(file)

    def __call__(self) -> datetime:
        """The present."""
        return datetime.fromtimestamp(_NUMBER.unpack_from(self._map)[0], UTC)

    def move_to(self, now: datetime) -> None:
        """Move on; raises `ValueError` for a step back."""
        if now < self():
            raise ValueError("A clock is never moved back.")
        _NUMBER.pack_into(self._map, 0, now.timestamp())

    def forward(self, by: timedelta) -> None:
        """Move on by this much."""
        self.move_to(self() + by)
