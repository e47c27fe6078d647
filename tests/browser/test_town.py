"""The running program in a browser: phones and console, click by click."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Opens, accessible
from tests.town import TestTown

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
CONSOLE = "/wegwijs/console"
CASEWORKER = ("today", "people", "invite", "invite/table", "confirm", "alarms", "sent", "unreachable")
TO_WAITING = ("start.hello/yes/", "reading.choice/read/", "linking.who/yes/")
TO_HOME = ("push.link.ready/begin/", "consent.what/yes/", "consent.phone/me/", "consent.level/ok/")


def key(page: Page, place: str) -> Locator:
    """The newest button of this place on Samira's phone."""
    return page.locator(f'#phone-samira button.key[data-data*="{place}"]').last


async def signs_in(page: Page, running: TestTown, staff: str) -> None:
    """Sign in with the demo's account."""
    colleague = running.demo.town.colleague(staff)
    await page.fill("#email", colleague.email)
    await page.fill("#password", colleague.password)
    await page.press("#password", "Enter")
    await page.wait_for_url(lambda url: "/signin" not in url)


async def waits_for_confirmation(opens: Opens) -> Page:
    """Open Samira's letter on her phone and tap until the municipality must confirm."""
    phones = await opens("/")
    await phones.get_by_role("link", name="open on Samira's phone").click()
    await phones.locator("#phone-samira .foot-area").get_by_role("button", name="START").click()
    for place in TO_WAITING:
        await key(phones, place).click()
    await expect(key(phones, "linking.waiting/call/")).to_be_visible()
    return phones


async def test_samira_links_and_a_reminder_reaches_her(opens: Opens, running: TestTown) -> None:
    phones = await waits_for_confirmation(opens)
    console = await opens(f"{CONSOLE}/signin")
    await signs_in(console, running, "km-001")
    await console.locator("a.counter", has_text="links to confirm").click()
    await console.get_by_role("button", name="Confirm").click()
    await expect(console.get_by_role("status")).to_contain_text("confirmed")
    for place in (*TO_HOME, "reminders.when/evening/"):
        await key(phones, place).click()
    await expect(key(phones, "home.home/lessons/")).to_be_visible()

    await console.goto(f"{CONSOLE}/waterveen/people")
    await console.get_by_role("checkbox", name="WV-0001").check()
    await console.get_by_role("button", name="Remind").click()
    await console.get_by_label("Template").select_option("bring-id")
    await console.get_by_label("Date").fill("2026-12-03")
    await console.get_by_role("button", name="Preview").click()
    await expect(console.get_by_text("Reaches 1 of 1")).to_be_visible()
    await console.get_by_role("button", name="Send to 1").click()
    await expect(console.get_by_role("button", name="Undo")).to_be_visible()
    await running.moves_on(seconds=61)
    await key(phones, "push.reminder/ack/").click()
    await expect(key(phones, "push.reminder/home/")).to_be_visible()
    await console.reload()
    await expect(console.locator(".flow .state-understood .n")).to_have_text("1")


async def test_every_page_of_a_caseworker_is_accessible(opens: Opens, running: TestTown) -> None:
    await waits_for_confirmation(opens)
    console = await opens(f"{CONSOLE}/signin")
    await accessible(console)
    await signs_in(console, running, "km-001")
    for path in CASEWORKER:
        await console.goto(f"{CONSOLE}/waterveen/{path}")
        await accessible(console)
    await console.goto(f"{CONSOLE}/waterveen/people")
    await console.get_by_role("link", name="Samira").first.click()
    await accessible(console)


async def test_a_planners_pages_are_accessible(opens: Opens, running: TestTown) -> None:
    console = await opens(f"{CONSOLE}/signin")
    await signs_in(console, running, "pl-001")
    await accessible(console)
    await console.locator("a[href*='/school/lessons/']").last.click()
    await accessible(console)
    await console.get_by_role("button", name="Show preview").first.click()
    await accessible(console)
    await console.goto(f"{CONSOLE}/waterveen/school/absences")
    await accessible(console)


async def test_the_phones_are_accessible_in_a_language_from_right_to_left(opens: Opens) -> None:
    phones = await waits_for_confirmation(opens)
    await expect(phones.locator("#phone-samira .bubble p.text").last).to_have_attribute("dir", "auto")
    direction = await phones.locator("#phone-samira .bubble p.text").last.evaluate(
        "element => getComputedStyle(element).direction"
    )
    assert direction == "rtl"
    await accessible(phones)


async def test_the_first_page_and_the_case_system_are_accessible(opens: Opens) -> None:
    first = await opens("/")
    await accessible(first)
    await first.get_by_role("link", name="Case system of Waterveen").click()
    await accessible(first)
    await first.get_by_role("link", name="WV-0001").click()
    await accessible(first)
