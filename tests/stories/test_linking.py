"""From a code to home."""

from __future__ import annotations

from pathlib import Path

from tests.town import shown, town


async def test_filmon_scans_the_code_on_the_screen_and_sees_today(tmp_path: Path) -> None:
    async with town(tmp_path) as waterveen:
        phone = await waterveen.linked("Filmon")
        print(shown(phone.messages()[-1]))
        assert "23" in phone.messages()[-1].text
