"""`python -m bench.scale [part…]`: parts of the measurements at scale, printed only."""

from __future__ import annotations

import asyncio
import sys
from time import monotonic

from bench.scale.run import measure


def main() -> int:
    """Measure what is named, or everything."""
    begun = monotonic()

    def say(line: str) -> None:
        print(f"{monotonic() - begun:5.0f} s  {line}", flush=True)

    try:
        sections, faults = asyncio.run(measure(1, say, only=sys.argv[1:]))
    except KeyboardInterrupt:
        return 130
    for section in sections:
        print("\n" + section.markdown())
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
