"""Plays one cell in a town of its own."""

from __future__ import annotations

import tempfile
import traceback
from pathlib import Path
from random import Random
from time import monotonic

from structlog.testing import capture_logs

from bench.matrix.cell import Cell, Outcome, Run
from bench.matrix.checks import Broken, Checks
from bench.matrix.stage import staged
from bench.matrix.translations import translating
from bot.sandbox.proxy import HttpProxy

LANGUAGES = ("ar", "ti", "fa", "tr", "en", "nl")


async def played(cell: Cell, seed: int, *, timed: bool = True, strict: bool = False) -> Outcome:
    """Play a cell; a crash of the play is an outcome too. The language follows from name and seed."""
    random = Random(f"{seed}:{cell.name}")
    language = random.choice(LANGUAGES)
    checks, begun, crash = Checks(timed, strict), monotonic(), ""
    facts: dict[str, object] = {}
    with tempfile.TemporaryDirectory(prefix="wm-") as folder, capture_logs() as logs:
        try:
            async with translating() as address:
                translator = HttpProxy(lambda: address, random.randrange(1 << 30))
                await translator.start()
                try:
                    async with staged(Path(folder), random.randrange(1 << 30), translator) as stage:
                        run = Run(stage, checks, random, language, logs, facts)  # type: ignore[arg-type]
                        try:
                            await cell.play(run)
                        finally:
                            language = run.language
                finally:
                    await translator.stop()
        except Broken:
            pass
        except Exception as fault:
            where = traceback.extract_tb(fault.__traceback__)
            last = next((f for f in reversed(where) if "matrix" in f.filename), where[-1])
            crash = f"{type(fault).__name__} at {Path(last.filename).name}:{last.lineno}: {fault}"
    return Outcome(
        cell, language, monotonic() - begun, tuple(checks.all), tuple(checks.replies), facts, crash
    )
