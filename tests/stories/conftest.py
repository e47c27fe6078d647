"""Golden transcripts, and a clock that cannot run away on a slow machine."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from difflib import unified_diff
from pathlib import Path

import pytest
import pytest_asyncio

from tests.stories.story_clock import StoryClock
from tests.town import TestTown, town
from tests.transcript import Transcript

TRANSCRIPTS = Path(__file__).parents[1] / "transcripts"
Compare = Callable[[Transcript, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `pytest tests/stories --update` write the transcripts anew."""
    parser.addoption("--update", action="store_true", help="write tests/transcripts anew")


@pytest.fixture
def clock() -> StoryClock:
    """Monday 23 November 2026, 08:10, Amsterdam."""
    return StoryClock()


@pytest_asyncio.fixture
async def waterveen(tmp_path: Path, clock: StoryClock) -> AsyncIterator[TestTown]:
    """A town of its own."""
    async with town(tmp_path, clock) as one:
        yield one


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Compare:
    """Compare a transcript with its file."""

    def compare(record: Transcript, name: str) -> None:
        file = TRANSCRIPTS / f"{name}.txt"
        if request.config.getoption("--update", default=False):
            file.write_text(record.text, encoding="utf-8")
        wanted = file.read_text(encoding="utf-8")
        if record.text != wanted:
            played = record.text.splitlines()
            lines = unified_diff(wanted.splitlines(), played, "written", "played", lineterm="")
            pytest.fail("\n".join(lines), pytrace=False)

    return compare
