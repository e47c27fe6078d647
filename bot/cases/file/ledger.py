"""What people did, for the municipality to take over: one CSV file a month, one line an act, each once."""

from __future__ import annotations

import csv
import fcntl
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

KEPT: Final = timedelta(days=62)
END: Final = "\r\n"
"""Ends a line and stands nowhere in one, so that a line that broke off in a crash is known and cut off."""
_FORMULA: Final = ("=", "+", "-", "@", "\t")


@dataclass(frozen=True, slots=True)
class Act:
    """One act. `item` is our id of what it is about, `onderwerp` the municipality's own.

    `regel` is the mark of the delivered line at that moment: as long as the line is the same, the act is
    shown over it. `tijd` is an instant; `begin` and `einde` local time.
    """

    id: str
    tijd: str
    wat: str
    zaaknummer: str = ""
    groep: str = ""
    onderwerp: str = ""
    tekst: str = ""
    taal: str = ""
    oorspronkelijk: str = ""
    status: str = ""
    begin: str = ""
    einde: str = ""
    plaats: str = ""
    reden: str = ""
    versie: str = ""
    item: str = ""
    regel: str = ""


COLUMNS: Final = tuple(one.name for one in fields(Act))


class Ledger:
    """The folder with the acts; several processes may write."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: tuple[tuple[str, int, int], ...] = ()
        self._acts: tuple[Act, ...] = ()

    def acts(self) -> tuple[Act, ...]:
        """All acts that are kept, in their order; read again only when a file has changed."""
        files = sorted(self._folder.glob("acties-*.csv"))
        seen = tuple((f.name, f.stat().st_mtime_ns, f.stat().st_size) for f in files)
        if seen != self._seen:
            self._acts = tuple(act for file in files for act in _read(file))
            self._seen = seen
        return self._acts

    def write(self, act: Act, now: datetime) -> None:
        """Append an act unless it stands there already; on the disk before this returns."""
        with self._alone():
            if any(known.id == act.id for known in self.acts()):
                return
            self._tidy(now)
            descriptor = os.open(self._folder / f"acties-{now:%Y-%m}.csv", os.O_RDWR | os.O_CREAT, 0o600)
            with os.fdopen(descriptor, "r+b") as handle:
                whole = handle.read().rpartition(END.encode())
                handle.seek(len(whole[0]) + len(whole[1]))
                handle.truncate()
                handle.write(_lines(act, heading=not whole[0]))
                handle.flush()
                os.fsync(handle.fileno())

    def _tidy(self, now: datetime) -> None:
        oldest = f"acties-{now - KEPT:%Y-%m}.csv"
        for file in self._folder.glob("acties-*.csv"):
            if file.name < oldest:
                file.unlink(missing_ok=True)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (self._folder / ".slot").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _lines(act: Act, heading: bool) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator=END)
    if heading:
        text.write("\ufeff")
        writer.writerow(COLUMNS)
    writer.writerow([_harmless(getattr(act, column)) for column in COLUMNS])
    return text.getvalue().encode()


def _read(file: Path) -> Iterator[Act]:
    text = "".join(file.read_bytes().decode("utf-8-sig").rpartition(END)[:2])
    for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=";"):
        yield Act(**{column: _plain(row[column]) for column in COLUMNS})


def _harmless(text: str) -> str:
    """What a spreadsheet would take for a formula is marked as text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if text.startswith((*_FORMULA, "'")) else text


def _plain(text: str) -> str:
    return text[1:] if text.startswith("'") else text
