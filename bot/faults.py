"""Names a fault for operators: its type and where it arose, never a value."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb

from bot.errors import BadAnswer

HERE = Path(__file__).parent


def named(fault: BaseException) -> str:
    """Name a fault, e.g. "KeyError in dialogs/fills/lessons.py:42 (week)"."""
    kind = type(fault).__name__
    frames = [frame for frame in extract_tb(fault.__traceback__) if HERE in Path(frame.filename).parents]
    where = f" in {Path(frames[-1].filename).relative_to(HERE)}:{frames[-1].lineno}" if frames else ""
    # What could not be read is named by our own code and tells nothing about its content.
    what = f" ({fault.where})" if isinstance(fault, BadAnswer) else f" ({frames[-1].name})" if frames else ""
    return f"{kind}{where}{what}"
