"""Keeps a register in a file after every change; a large one less often, so that it stays quick."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Final

from bot.sandbox.zgw.register import Register

_SHARE: Final = 20  # of the time at most one twentieth goes into writing


class Keeper:
    """Writes to `file`, or nowhere if there is none."""

    def __init__(self, register: Register, file: Path | None) -> None:
        self._register, self._file = register, file
        self._not_before = 0.0
        self._later: asyncio.TimerHandle | None = None

    def changed(self) -> None:
        """Write now, or in a while where writing takes long."""
        if self._file is None or self._later is not None:
            return
        wait = self._not_before - time.monotonic()
        if wait <= 0:
            self.save()
        else:
            self._later = asyncio.get_running_loop().call_later(wait, self.save)

    def save(self) -> None:
        """Write now."""
        if self._later is not None:
            self._later.cancel()
            self._later = None
        if self._file is None:
            return
        started = time.monotonic()
        fresh = self._file.with_suffix(".new")
        fresh.write_text(self._register.dump(), encoding="utf-8")
        fresh.replace(self._file)
        ended = time.monotonic()
        self._not_before = ended + _SHARE * (ended - started)

    def restore(self) -> bool:
        """Take over what the file holds; False if there is none."""
        if self._file is None or not self._file.exists():
            return False
        self._register.restore(self._file.read_text(encoding="utf-8"))
        return True
