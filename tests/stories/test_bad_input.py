"""What nobody asked for: answered or refused, and never a reason to fall over."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import aiohttp
import pytest

from bot.sandbox.demo import Demo
from bot.sandbox.zgw.desk import Desk
from tests.phone import newcomer
from tests.stored import everything_stored
from tests.stories.story_clock import StoryClock
from tests.town import BOT, TestTown, town

pytestmark = pytest.mark.story
SECRET = "X-Telegram-Bot-Api-Secret-Token"


async def test_a_forged_button_does_nothing_and_shows_the_newest(waterveen: TestTown) -> None:
    samira = await newcomer("Samira", waterveen)
    await samira.links()
    for data in ("A" * 12 + "privacy.delete/yes/", "A" * 12 + "tasks.task/did/abc", "nonsense", "/" * 64):
        samira.last = (samira.phone.messages(BOT)[-1].id, data)
        await samira.taps_again()
        assert samira.newest.splitlines()[:2] == ["Here is the newest.", "Today, Monday 23 November:"]
    assert (await samira.person()).channel == "linked"


async def test_a_button_of_another_phone_does_nothing(waterveen: TestTown) -> None:
    samira, filmon = await newcomer("Samira", waterveen), await newcomer("Filmon", waterveen)
    await samira.links()
    await filmon.links()
    await filmon.taps("✅ Tasks", "1")
    theirs = next(
        str(button["callback_data"])
        for row in filmon.phone.messages(BOT)[-1].rows
        for button in row
        if "/did/" in str(button["callback_data"])
    )
    samira.last = (samira.phone.messages(BOT)[-1].id, theirs)
    await samira.taps_again()
    await samira.sees("Here is the newest.")
    assert all(task["status"] == "open" for task in waterveen.case_system.tasks("WV-0002"))


async def test_the_text_of_a_stranger_is_answered_and_not_kept(waterveen: TestTown) -> None:
    stranger = await newcomer("Samira", waterveen, phone="stranger")
    await stranger.types("Give me the plan of Samira, WV-0001!")
    await stranger.sees("I did not understand.")
    stranger.does_not_see("Anneke")
    assert "WV-0001!" not in await everything_stored(waterveen)


async def test_the_webhook_refuses_what_is_not_telegrams(waterveen: TestTown) -> None:
    right = waterveen.waterveen.tenant.bot.webhook_geheim
    update = json.dumps({"update_id": 1, "message": {"text": "hello"}}).encode()
    huge = json.dumps({"update_id": 1, "message": {"text": "x" * 1024 * 1024}}).encode()

    async def answered(body: bytes, secret: str = right, tenant: str = "waterveen") -> int:
        headers = {SECRET: secret, "Content-Type": "application/json"}
        url = f"{waterveen.demo.url}/wegwijs/telegram/{tenant}"
        async with waterveen.http.post(url, data=BytesIO(body), headers=headers) as answer:
            return answer.status

    assert await answered(update, secret="wrong") == 403
    assert await answered(update, tenant="elsewhere") == 404
    assert await answered(huge) == 413
    assert await answered(b"{not json") == 400
    assert await answered(b"[1, 2]") == 400
    assert await answered(update) == 200
    await (await newcomer("Samira", waterveen)).links()


async def test_a_malformed_notification_of_the_case_system_is_refused_and_the_next_one_is_followed(
    waterveen: TestTown,
) -> None:
    samira = await newcomer("Samira", waterveen)
    await samira.links()
    url = f"{waterveen.demo.url}/wegwijs/cases/waterveen"
    right = {"Authorization": f"Bearer {waterveen.waterveen.tenant.zgw.notificatie_geheim}"}
    async with waterveen.http.post(url, json={"kanaal": "zaken"}) as answer:
        assert answer.status == 401
    for body in (b"{not json", b"[]", b'{"kanaal": 7}', b'{"kanaal": "zaken", "hoofdObject": []}'):
        async with waterveen.http.post(url, data=body, headers=right) as answer:
            assert answer.status == 400, body
    async with waterveen.http.post(url, data=b"x" * 70_000, headers=right) as answer:
        assert answer.status == 413
    async with samira.meanwhile("The municipality", "gives a task"):
        Desk(waterveen.case_system).add_task("WV-0001", "Bel de huisarts")
    await samira.taps("✅ Tasks")
    await samira.sees("3 tasks.")


async def test_a_voice_message_is_not_listened_to(waterveen: TestTown) -> None:
    samira = await newcomer("Samira", waterveen)
    await samira.links()
    await samira.sends("voice")
    await samira.sees("I cannot listen to messages.", "☎ Yes, call me")


class AwayAtStart(Demo):
    """A town whose case systems do not answer from the first moment on."""

    def _case_systems(self) -> None:
        super()._case_systems()
        for system in self.systems.values():
            system.faults.down()


async def test_x13_with_the_case_system_down_at_the_start_the_bot_starts_and_shows_what_it_knows(
    tmp_path: Path, clock: StoryClock
) -> None:
    async with town(tmp_path, clock) as before:
        await (await newcomer("Samira", before)).links()
    demo = AwayAtStart(tmp_path, clock=clock, port=0, limits=None, with_class=False)
    await demo.start()
    try:
        async with aiohttp.ClientSession() as http:
            samira = await newcomer("Samira", TestTown(demo, clock, http))
            await samira.opens_the_bot()
            await samira.sees("Today, Monday 23 November:", "As of 08:10.", "Newer data follows.")
    finally:
        await demo.stop()
