"""The phone page, driven in a browser, looks and behaves like a phone chat."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from aiohttp.test_utils import TestServer
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Locator, Page, expect

from bot.sandbox.telegram import Phone, StepClock, Telegram, telegram_app
from bot.sandbox.telegram.caller import Caller
from tests.chromium import launched

# One browser for the whole module; its loop must be the one of the tests and of the server they talk to.
pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with launched() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def base(telegram: Telegram) -> AsyncIterator[str]:
    server = TestServer(telegram_app(telegram))
    await server.start_server()
    yield str(server.make_url("")).rstrip("/")
    await server.close()


@pytest_asyncio.fixture(loop_scope="module")
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, samira: Phone) -> AsyncIterator[Page]:
    page = await browser.new_page(viewport={"width": 1200, "height": 800})
    page.set_default_timeout(5_000)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    yield page
    await page.close()
    assert faults == []


def _phone(page: Page, name: str = "samira") -> Locator:
    return page.locator(f"#phone-{name}")


def _keyboard(*rows: list[str]) -> dict[str, object]:
    return {"inline_keyboard": [[{"text": label, "callback_data": label} for label in row] for row in rows]}


async def test_a_scanned_link_opens_start_on_the_phone_and_hides_the_code(
    page: Page, base: str, api: Caller
) -> None:
    await page.goto(f"{base}/t.me/WaterveenWegwijsBot?start=CODE-1&phone=samira")
    await _phone(page).get_by_role("button", name="START").click()
    await expect(_phone(page).locator(".message .text")).to_have_text("/start")
    [update] = await api("getUpdates")
    assert update["message"]["text"] == "/start CODE-1"


async def test_a_link_without_a_phone_asks_which_phone_opens_it(
    page: Page, base: str, api: Caller, telegram: Telegram
) -> None:
    telegram.phone("filmon")
    await page.goto(f"{base}/t.me/WaterveenWegwijsBot?start=CODE-2")
    await page.locator(".scan").get_by_role("button", name="Filmon").click()
    await _phone(page, "filmon").get_by_role("button", name="START").click()
    await expect(_phone(page, "filmon").locator(".message .text")).to_have_text("/start")
    [update] = await api("getUpdates")
    assert update["message"]["from"]["first_name"] == "Filmon"


async def test_a_conversation_is_shown_as_it_goes(
    page: Page, base: str, api: Caller, samira: Phone, clock: StepClock
) -> None:
    await samira.start()
    await page.goto(f"{base}/phone/")
    phone = _phone(page)
    sent = await api(
        "sendMessage",
        chat_id=samira.person.id,
        text="أهلاً بك في \u2068Kade 4\u2069",
        reply_markup=_keyboard(["الدروس", "المهام"], ["🏠"]),
        protect_content=True,
    )
    message = phone.locator(".message.theirs")
    await expect(message.locator(".text")).to_have_css("direction", "rtl")
    await expect(message.locator(".bubble")).to_have_css("user-select", "none")
    await expect(message.get_by_role("img", name="protected")).to_be_visible()
    assert [await row.locator(".key").count() for row in await message.locator(".keys").all()] == [2, 1]

    before = (await api("getUpdates"))[-1]["update_id"]
    await message.get_by_role("button", name="الدروس").click()
    await expect(phone.locator(".key.spinning")).to_have_text("الدروس")
    query = (await api("getUpdates", offset=before + 1, timeout=10))[-1]["callback_query"]
    await api("answerCallbackQuery", callback_query_id=query["id"], text="تم")
    await expect(phone.locator(".key.spinning")).to_have_count(0)
    await expect(phone.get_by_role("status")).to_have_text("تم")

    where = {"chat_id": samira.person.id, "message_id": sent["message_id"]}
    await api("editMessageText", **where, text="<b>دروس</b>", parse_mode="HTML")
    await expect(message.locator(".text b")).to_have_text("دروس")
    await expect(message.locator(".foot")).to_contain_text("edited")
    await api("deleteMessage", **where)
    await expect(message).to_have_count(0)


async def test_a_locked_phone_shows_the_first_line_and_counts(
    page: Page, base: str, api: Caller, samira: Phone
) -> None:
    await samira.start()
    await page.goto(f"{base}/phone/")
    phone = _phone(page)
    await phone.get_by_role("button", name="Lock").click()
    await api("sendMessage", chat_id=samira.person.id, text="📩 Something new\nsecond line")
    await expect(phone.locator(".notice-text")).to_have_text("📩 Something new")
    await expect(page.locator(".people .badge")).to_have_text("1")
    await phone.locator(".lock-screen").click()
    await expect(phone.locator(".message.theirs .text")).to_contain_text("second line")
    await expect(page.locator(".people .badge")).to_have_count(0)


async def test_a_person_writes_attaches_picks_a_command_and_blocks(
    page: Page, base: str, api: Caller, samira: Phone
) -> None:
    await api("setMyCommands", commands=[{"command": "help", "description": "Help"}])
    await samira.start()
    await page.goto(f"{base}/phone/")
    phone = _phone(page)
    await phone.get_by_role("textbox", name="Message").fill("hello")
    await phone.get_by_role("textbox", name="Message").press("Enter")
    await phone.get_by_role("button", name="Attach").click()
    await phone.get_by_role("button", name="Voice").click()
    await phone.get_by_role("button", name="Menu").click()
    await phone.get_by_role("button", name="/help").click()
    await expect(phone.locator(".message")).to_have_count(4)
    await phone.locator("summary").click()
    await phone.get_by_role("button", name="Block the bot").click()
    await expect(phone.get_by_role("button", name="UNBLOCK AND RESTART")).to_be_visible()
    assert "blocked" in await api.refusal("sendMessage", chat_id=samira.person.id, text="hi")
    await phone.get_by_role("button", name="UNBLOCK AND RESTART").click()
    await expect(phone.get_by_role("textbox", name="Message")).to_be_visible()


async def test_people_are_added_and_renamed(page: Page, base: str, telegram: Telegram) -> None:
    await page.goto(f"{base}/phone/")
    await page.get_by_role("button", name="Add person").click()
    await page.get_by_label("First name").fill("ዮሃንስ")
    await page.get_by_label("Language").select_option("ti")
    await page.get_by_role("button", name="Save").click()
    await expect(_phone(page, "phone").locator(".owner")).to_contain_text("ዮሃንስ")
    await _phone(page, "phone").locator("summary").click()
    await _phone(page, "phone").get_by_role("button", name="Name and language").click()
    await page.get_by_label("First name").fill("Yohannes")
    await page.get_by_role("button", name="Save").click()
    await expect(_phone(page, "phone").locator(".owner")).to_contain_text("Yohannes")
    assert telegram.phones["phone"].person.language_code == "ti"


async def test_on_a_small_window_one_phone_fills_the_width(
    page: Page, base: str, api: Caller, samira: Phone, telegram: Telegram
) -> None:
    telegram.phone("filmon")
    await samira.start()
    await api(
        "sendMessage", chat_id=samira.person.id, text="ረዚን" * 60, reply_markup=_keyboard(["ትምህርቲ ናይዚ ሰሙን"])
    )
    await page.set_viewport_size({"width": 360, "height": 740})
    await page.goto(f"{base}/phone/")
    await expect(_phone(page).locator(".key")).to_be_visible()
    box = await _phone(page).bounding_box()
    assert box is not None
    assert box["width"] == 360
    assert await page.evaluate("document.documentElement.scrollWidth") == 360
    assert await page.evaluate("document.documentElement.scrollHeight") == 740


async def test_what_a_bot_sends_never_becomes_markup(
    page: Page, base: str, api: Caller, samira: Phone
) -> None:
    await samira.start()
    await page.goto(f"{base}/phone/")
    hostile = '<img src=x onerror="document.title=1">'
    await api("sendMessage", chat_id=samira.person.id, text=hostile, reply_markup=_keyboard([hostile]))
    await expect(_phone(page).locator(".message.theirs .text")).to_have_text(hostile)
    assert await _phone(page).locator(".message img").count() == 0


async def test_the_page_has_no_accessibility_faults(
    page: Page, base: str, api: Caller, samira: Phone, telegram: Telegram
) -> None:
    telegram.phone("laila", language_code="fa")
    await samira.start()
    await api(
        "sendMessage", chat_id=samira.person.id, text="Call 000 123 45 60", reply_markup=_keyboard(["Open"])
    )
    await page.goto(f"{base}/phone/")
    await expect(_phone(page).locator(".key")).to_be_visible()
    results = await Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


async def test_the_page_allows_scripts_and_styles_from_its_server_only(page: Page, base: str) -> None:
    response = await page.goto(f"{base}/phone/")
    assert response is not None
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
