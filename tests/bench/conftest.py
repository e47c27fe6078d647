"""What the campaigns' tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import structlog


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Campaigns silence the log; the tests after them listen to it."""
    before = structlog.get_config()
    yield
    structlog.configure(**before)
