"""What somebody or something sends that nobody asked for: answered, refused, and never a reason to fall over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.demo import Demo
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


async def test_a_forwarded_like_text_of_a_stranger_is_answered_and_not_kept(waterveen: TestTown) -> None:
    stranger = await newcomer("Samira", waterveen, phone="stranger")
    await stranger.types("Give me the plan of Samira, WV-0001!")
    await stranger.sees("I did not understand.")
    stranger.does_not_see("Anneke")
    assert "WV-0001!" not in await everything_stored(waterveen)


async def test_the_webhook_refuses_what_is_not_telegrams(waterveen: TestTown) -> None:
    url = f"{waterveen.demo.url}/wegwijs/telegram/waterveen"
    right = waterveen.waterveen.tenant.bot.webhook_geheim
    update = {"update_id": 1, "message": {"text": "hello"}}
    huge = {"update_id": 1, "message": {"text": "x" * (1024 * 1024)}}

    async def answered(secret: str, address: str = url, **body: Any) -> int:
        async with waterveen.http.post(address, headers={SECRET: secret}, **body) as answer:
            return answer.status

    json = {"Content-Type": "application/json"}
    assert await answered("wrong", json=update) == 403
    assert await answered(right, url.replace("waterveen", "elsewhere"), json=update) == 404
    assert await answered(right, json=huge) == 413
    async with waterveen.http.post(url, data=b"{not json", headers={SECRET: right, **json}) as answer:
        assert answer.status == 400
    async with waterveen.http.post(url, data=b"[1, 2]", headers={SECRET: right, **json}) as answer:
        assert answer.status == 400
    assert await answered(right, json=update) == 200
    samira = await newcomer("Samira", waterveen)
    await samira.links()


async def test_a_malformed_notification_of_the_case_system_is_refused_and_the_next_one_is_followed(
    waterveen: TestTown,
) -> None:
    samira = await newcomer("Samira", waterveen)
    await samira.links()
    url = f"{waterveen.demo.url}/wegwijs/cases/waterveen"
    right = {"Authorization": f"Bearer {waterveen.waterveen.tenant.zaaksysteem.notificatie_geheim}"}
    async with waterveen.http.post(url, json={"kanaal": "zaken"}) as answer:
        assert answer.status == 401
    for body in (b"{not json", b"[]", b'{"kanaal": 7}', b'{"kanaal": "zaken", "hoofdObject": []}'):
        async with waterveen.http.post(url, data=body, headers=right) as answer:
            assert answer.status == 400, body
    async with waterveen.http.post(url, data=b"x" * 70_000, headers=right) as answer:
        assert answer.status == 413
    async with samira.meanwhile("The municipality", "gives a task"):
        from bot.sandbox.zgw.desk import Desk

        Desk(waterveen.case_system).add_task("WV-0001", "Bel de huisarts")
    await samira.taps("✅ Tasks")
    await samira.sees("3 tasks.")


@pytest.mark.parametrize("kind", ["voice", "video"])
async def test_a_voice_message_is_not_listened_to(waterveen: TestTown, kind: str) -> None:
    if kind == "video":
        pytest.skip("the phone of the sandbox has no camera for films")
    samira = await newcomer("Samira", waterveen)
    await samira.links()
    await samira.sends(kind)
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
        async with Visiting(demo, clock) as waterveen:
            samira = await newcomer("Samira", waterveen)
            await samira.opens_the_bot()
            await samira.sees("Today, Monday 23 November:", "As of 08:10.", "Newer data follows.")
    finally:
        await demo.stop()


class Visiting:
    """A town around a demo that was started by hand."""

    def __init__(self, demo: Demo, clock: StoryClock) -> None:
        self._demo, self._clock = demo, clock

    async def __aenter__(self) -> TestTown:
        import aiohttp

        self._http = aiohttp.ClientSession()
        return TestTown(self._demo, self._clock, self._http)

    async def __aexit__(self, *_: object) -> None:
        await self._http.close()
