"""Many sessions out of one: every key and field of a person who has walked, copied under other ids."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any

CHUNK = 500
Command = tuple[Any, ...]


class Copier:
    """Copies what stands in Redis about one person. `ids` are the person's names there (chat, link…)."""

    def __init__(self, redis: Any, ids: Sequence[str]) -> None:
        self._redis = redis
        self._ids: tuple[bytes, ...] = tuple(one.encode() for one in ids)
        self._made = 0
        self._dumps: list[tuple[bytes, bytes]] = []
        self._shared: list[tuple[bytes, bytes, list[tuple[bytes, bytes]]]] = []
        for key in self._redis.scan_iter(count=1000):
            if self._mine(key):
                self._dumps.append((key, self._redis.dump(key)))
            elif entries := list(self._entries(key)):
                self._shared.append((key, self._redis.type(key), entries))

    def copy(self, count: int) -> None:
        """Make so many more of this person."""
        for start in range(0, count, CHUNK):
            pipe = self._redis.pipeline(transaction=False)
            for _ in range(min(CHUNK, count - start)):
                for command in self._commands():
                    pipe.execute_command(*command)
            pipe.execute()

    def _mine(self, text: bytes) -> bool:
        return any(one in text for one in self._ids)

    def _entries(self, key: bytes) -> Iterator[tuple[bytes, bytes]]:
        match self._redis.type(key):
            case b"hash":
                found = self._redis.hscan_iter(key)
            case b"set":
                found = ((member, b"") for member in self._redis.sscan_iter(key))
            case _:
                return
        yield from ((name, value) for name, value in found if self._mine(name) or self._mine(value))

    def _commands(self) -> Iterator[Command]:
        self._made += 1
        names = {one: b"7%09d" % self._made if one.isdigit() else _fresh(one) for one in self._ids}

        def other(text: bytes) -> bytes:
            for old, new in names.items():
                text = text.replace(old, new)
            return text

        for key, dump in self._dumps:
            yield "RESTORE", other(key), 0, dump
        for key, kind, entries in self._shared:
            for name, value in entries:
                # A field that is no id of ours is a hash of one: another person has another.
                field = other(name) if self._mine(name) else _fresh(name)
                yield ("HSET", key, field, other(value)) if kind == b"hash" else ("SADD", key, field)


def _fresh(text: bytes) -> bytes:
    """Another text of the same length."""
    return os.urandom(len(text)).hex().encode()[: len(text)]
