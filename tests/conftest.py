"""One real store server for all tests of a run; whoever opens a store on it empties it first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.store.embedded import EmbeddedServer


@pytest.fixture(scope="session")
def valkey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedServer]:
    """An embedded Valkey."""
    running = EmbeddedServer(tmp_path_factory.mktemp("valkey"), fsync="everysec").start()
    yield running
    running.stop()
