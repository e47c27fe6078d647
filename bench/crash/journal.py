"""The server's own append-only file: the history that no process we kill can falsify."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import hiredis

Command = list[bytes]
Step = tuple[Command, ...]
"""What happened in one step: a single command, or all that one script wrote."""
CHUNK = 1 << 20


def steps(folder: Path) -> Iterator[Step]:
    """Everything that was written below a server's folder, in order."""
    reader = hiredis.Reader()
    within: list[Command] | None = None
    for file in sorted((folder / "appendonlydir").glob("*.incr.aof"), key=_number):
        with file.open("rb") as stream:
            while piece := stream.read(CHUNK):
                reader.feed(piece)
                while (command := reader.gets()) is not False:
                    name = command[0].upper()
                    if name == b"MULTI":
                        within = []
                    elif name == b"EXEC":
                        yield tuple(within or ())
                        within = None
                    elif within is None:
                        yield (command,)
                    else:
                        within.append(command)


def _number(file: Path) -> int:
    return int(file.name.split(".")[2])


@dataclass(frozen=True, slots=True)
class Commit:
    """One committed turn: its place in the link's order, and the step that it was."""

    link: str
    event: str
    rev: int
    step: Step


@dataclass
class LinkHistory:
    """What the store knew of one link."""

    arrived: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    turns: list[Commit] = field(default_factory=list)
    buried: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    recorded: set[int] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)


@dataclass
class History:
    """The order of everything, by link; `writes` are the ids of promised writes, in order, by person."""

    links: dict[str, LinkHistory] = field(default_factory=dict)
    writes: dict[str, list[str]] = field(default_factory=dict)

    def take(self, step: Step) -> Commit | None:
        """Follow one step; answers the turn that it committed, if it was one."""
        commit: Commit | None = None
        revised: dict[str, int] = {}
        for command in step:
            name, parts = command[0].upper(), command[1:]
            key = parts[0].decode("utf-8", "replace") if parts else ""
            owner, _, rest = key.partition(":l:")[2].partition(":")
            if owner:
                link = self.links.setdefault(owner, LinkHistory())
                if rest == "mail":
                    event = self._mail(link, name, parts)
                    if event is not None and owner in revised:
                        commit = Commit(owner, event, revised[owner], step)
                        self._turn(link, commit)
                    elif event is not None:
                        link.buried.append(event)
                elif rest == "log" and name == b"ZADD":
                    link.recorded |= {int(member) for member in parts[2::2]}
                elif not rest and name == b"HSET" and b"session" in parts[1::2]:
                    revised[owner] = int(dict(zip(parts[1::2], parts[2::2], strict=True))[b"rev"])
            elif key.endswith(":writes") and name == b"RPUSH" and ":p:" in key:
                person = key.partition(":p:")[2].partition(":")[0]
                self.writes.setdefault(person, []).extend(part.decode() for part in parts[1:])
        for owner in revised:
            if commit is None or commit.link != owner:
                self.links[owner].faults.append(f"revision {revised[owner]} was committed without an event")
        return commit

    def _mail(self, link: LinkHistory, name: bytes, parts: list[bytes]) -> str | None:
        """Follow a mailbox; answers what left it at its head."""
        if name == b"RPUSH":
            for event in (part.split(b"\x1f", 1)[0].decode() for part in parts[1:]):
                if event in link.arrived:
                    link.faults.append(f"{event} is in the mailbox twice")
                link.arrived.append(event)
                link.waiting.append(event)
        elif name == b"LPOP":
            return link.waiting.pop(0)
        elif name in {b"DEL", b"UNLINK"}:
            link.dropped += link.waiting
            link.waiting.clear()
        return None

    def _turn(self, link: LinkHistory, commit: Commit) -> None:
        before = link.turns[-1].rev if link.turns else None
        if before is not None and commit.rev != before + 1:
            link.faults.append(f"revision {commit.rev} follows {before}")
        link.turns.append(commit)
