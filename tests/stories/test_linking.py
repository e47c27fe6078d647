"""From a code to home."""

from __future__ import annotations

import pytest

from tests.town import TestTown

pytestmark = pytest.mark.story


async def test_filmon_scans_the_code_on_the_screen_and_sees_today(waterveen: TestTown) -> None:
    phone = await waterveen.linked("Filmon")
    assert "23" in phone.messages()[-1].text
    assert (await waterveen.waterveen.store.persons.by_number("WV-0002")) is not None
