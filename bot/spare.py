"""Keeps out of memory what our libraries would load for terminals: a server never uses it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

TERMINAL = ("rich", "pygments", "click", "greenlet")
"""What structlog and httpx try to import, and do without where it is not installed: some 5 MB in all."""


@contextmanager
def without(names: tuple[str, ...] = TERMINAL) -> Iterator[None]:
    """Import as if these were not installed; whoever asks for them later gets them."""
    hidden = [name for name in names if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]
