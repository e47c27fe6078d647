"""`python -m bot` is `wegwijs`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from bot.errors import ConfigError
from bot.loop import run


def main(words: Sequence[str]) -> None:
    """Run the command line; who serves for months does without its library (5 MB)."""
    if words[:1] != ["serve"] or any(word.startswith("-") for word in words):
        from bot.cli import main as command_line

        return command_line()
    try:
        from bot.serve import serve

        run(serve(words[1:]))
    except ConfigError as fault:
        print(fault, file=sys.stderr)
        sys.exit(2)


main(sys.argv[1:])
