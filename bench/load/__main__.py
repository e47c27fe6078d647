"""The load generator as a process: a JSON line in per command, one out per answer (`bench.load.remote`)."""

from __future__ import annotations

import asyncio
import gc
import importlib
import importlib.util
import sys
from typing import Any

from bench.load import text
from bench.load.station import Station


async def main() -> None:
    """Answer commands until "quit" or the end of input; several may be under way at once."""
    station = Station()
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=2**24)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    tasks: set[asyncio.Task[None]] = set()
    while line := await reader.readline():
        command = text.read(line)
        if command["do"] == "quit":
            break
        task = asyncio.create_task(_answer(station, command))
        tasks.add(task)
        task.add_done_callback(tasks.discard)


async def _answer(station: Station, command: dict[str, Any]) -> None:
    number = command.pop("id")
    try:
        answer = {"id": number, "ok": await station.do(**command)}
    except Exception as fault:
        answer = {"id": number, "fault": f"{type(fault).__name__}: {fault}"}
    sys.stdout.buffer.write(text.write(answer) + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)
    if importlib.util.find_spec("uvloop"):
        uvloop: Any = importlib.import_module("uvloop")
        uvloop.run(main())
    else:
        asyncio.run(main())
