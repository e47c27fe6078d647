"""The folder that a municipality and Wegwijs share: deliveries come in, what people did goes out.

    binnen/        a delivery is put here (written elsewhere first, then moved, or left alone for a minute)
    vastgehouden/  a delivery that would take away too much, with the reason beside it
    uit/           what people did (`ledger.py`)
    stand.json     what was last taken in

A delivery that was taken in is removed: it stands in `stand.json`, and personal data are kept once.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final

from bot.cases.file.judge import Judgement, judge
from bot.cases.file.stand import Stand, load_stand
from bot.cases.file.tables import FileRefused, Tables, read_tables

SETTLED: Final = timedelta(minutes=1)
"""A file that was touched more recently may still be on its way."""
SHOWN: Final = 20


class Taken(StrEnum):
    """What became of a delivery."""

    IN = "taken in"
    HELD = "held"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Report:
    """What was done with one delivery, for the operator. `lines` never hold a value of the file."""

    file: str
    taken: Taken
    lines: tuple[str, ...]
    judgement: Judgement | None = None

    def __str__(self) -> str:
        return "\n".join((f"{self.file}: {self.taken}", *(f"  {line}" for line in self.lines)))


class Folder:
    """One municipality's folder; several processes may use it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.inbox, self.held, self.outbox = root / "binnen", root / "vastgehouden", root / "uit"
        self._file = root / "stand.json"
        self._seen: tuple[int, int] | None = None
        self._stand: Stand | None = None

    def stand(self) -> Stand | None:
        """What was last taken in; None before the first delivery. Read again only when it has changed."""
        try:
            state = self._file.stat()
        except FileNotFoundError:
            return None
        seen = (state.st_mtime_ns, state.st_size)
        if seen != self._seen:
            self._stand, self._seen = load_stand(self._file.read_text(encoding="utf-8")), seen
        return self._stand

    def take_waiting(self, now: datetime) -> list[Report]:
        """Take in what lies in `binnen/` and is settled, the oldest first."""
        if not self.inbox.is_dir():
            return []
        waiting: list[tuple[float, Path]] = []
        for file in self.inbox.iterdir():
            with suppress(FileNotFoundError):
                if file.is_file() and not file.name.startswith("."):
                    waiting.append((file.stat().st_mtime, file))
        reports: list[Report] = []
        for at, file in sorted(waiting):
            # Another process may take it in, or put it aside, before it is our turn.
            with suppress(FileNotFoundError):
                if now - datetime.fromtimestamp(at, UTC) >= SETTLED:
                    reports.append(self.take(file, now))
        return reports

    def take(self, file: Path, now: datetime, *, accept: bool = False, look_only: bool = False) -> Report:
        """Take in one file. `accept` takes in what would be held; `look_only` changes nothing."""
        with self._alone():
            try:
                found = judge(self.stand(), _tables(file), now, file.name)
            except FileRefused as refused:
                return self._put_aside(file, Report(file.name, Taken.REFUSED, (f"{refused}.",)), look_only)
            if found.held and not accept:
                report = Report(file.name, Taken.HELD, _held_lines(found), found)
                return self._put_aside(file, report, look_only)
            if not look_only:
                self._write(self._file, found.stand.dump())
                self._remove(file)
            return Report(file.name, Taken.IN, _lines(found), found)

    def _put_aside(self, file: Path, report: Report, look_only: bool) -> Report:
        """Only what came by itself is moved; a file that somebody names stays where it is."""
        if not look_only and file.parent == self.inbox:
            self.held.mkdir(exist_ok=True, mode=0o700)
            file.replace(self.held / file.name)
            self._write(self.held / f"{file.name}.reden.txt", f"{report}\n")
        return report

    def _remove(self, file: Path) -> None:
        if file.parent in {self.inbox, self.held}:
            file.unlink(missing_ok=True)
            (self.held / f"{file.name}.reden.txt").unlink(missing_ok=True)

    def _write(self, file: Path, text: str) -> None:
        fresh = file.with_name(f".{file.name}.{os.getpid()}")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as handle:
            handle.write(text)
            handle.flush()
            os.fsync(handle.fileno())
        fresh.replace(file)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (self.root / ".slot").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _tables(file: Path) -> Tables:
    try:
        return read_tables(file)
    except PermissionError:
        raise FileRefused("the user that runs Wegwijs may not read the file") from None


def _held_lines(found: Judgement) -> tuple[str, ...]:
    more = len(found.held) - SHOWN
    return (
        *(f"Held: {reason}." for reason in found.held[:SHOWN]),
        *((f"Held: {more} reasons more.",) if more > 0 else ()),
        "What stood before is still shown. Deliver a whole file, or take this one in with "
        "`wegwijs cases import FILE --accept`.",
        *_lines(found),
    )


def _lines(found: Judgement) -> tuple[str, ...]:
    counted = f"{found.new} new, {found.changed} changed, {found.gone} gone, {found.same} unchanged cases."
    faults = [str(fault) for fault in found.faults[:SHOWN]]
    more = len(found.faults) - len(faults)
    return (counted, *faults, *((f"and {more} more faults",) if more > 0 else ()))
