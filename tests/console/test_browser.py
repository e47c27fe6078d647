"""The console in a real browser: accessible, live, and the same without script and with the keyboard."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace

import pytest
from aiohttp.test_utils import TestServer
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

from bot.console.deps import ConsoleDeps
from bot.schools import campaigns, leave
from bot.store.records import Campaign, Delivery, DeliveryState
from tests.chromium import launched
from tests.clocks import NOW, Hands
from tests.console.fakes import FakeTenantStore
from tests.console.town import PASSWORD, STAFF, THURSDAY

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]

Browses = Callable[..., AbstractAsyncContextManager[Page]]
WIDE, NARROW = (1280, 900), (390, 844)

CASEWORKER: tuple[str, ...] = (
    "today",
    "people",
    "people/samira",
    "invite",
    "invite/table",
    "confirm",
    "alarms",
    "sent",
)
CASEWORKER += ("unreachable", "today/not-seen", "remind?person=samira&person=rahel&template=bring-id")
CASEWORKER += ("letters?person=samira", "sent/campaign-0001")
PLANNER = ("school?week=2026-W48", f"school/lessons/{THURSDAY}", "school/absences")


@pytest.fixture
def browses(server: TestServer) -> Browses:
    """A signed-in browser: who, language, size, and whether it runs scripts."""

    @asynccontextmanager
    async def opened(
        who: str, language: str = "en", size: tuple[int, int] = WIDE, script: bool = True
    ) -> AsyncIterator[Page]:
        async with launched() as browser:
            context = await browser.new_context(
                base_url=str(server.make_url("/")),
                locale=language,
                viewport={"width": size[0], "height": size[1]},
                java_script_enabled=script,
            )
            page = await context.new_page()
            await page.goto("/signin")
            await page.fill("#email", STAFF[who].email)
            await page.fill("#password", PASSWORD)
            await page.press("#password", "Enter")
            await page.wait_for_url(lambda url: "/signin" not in url)
            yield page

    return opened


@pytest.fixture
async def busy(town: FakeTenantStore) -> FakeTenantStore:
    """A town in which something of everything happens."""
    await town.alarms.raise_("link_to_confirm", "laila")
    await town.alarms.raise_("code_used_twice", "samira")
    await town.alarms.raise_("question", "samira", "Mag mijn dochter mee?")
    who = ("samira", "filmon", "elif", "mehmet", "rahel")
    await town.campaigns.put(
        Campaign("campaign-0001", "bring-id", {"date": "2026-12-03"}, who, "anneke", NOW, NOW)
    )
    await campaigns.leave(town, "campaign-0001", NOW)
    await town.deliveries.record(Delivery("campaign:campaign-0001", "samira", 1, DeliveryState.SEEN, NOW))
    return town


async def violations(page: Page) -> list[str]:
    """What axe finds on a page."""
    found = await Axe().run(page)
    return [f"{v['id']}: {node['html'][:140]}" for v in found.response["violations"] for node in v["nodes"]]


async def sideways(page: Page) -> bool:
    """Whether the page must be scrolled sideways."""
    return bool(
        await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )


@pytest.mark.parametrize(
    ("language", "size"), [("nl", WIDE), ("en", NARROW)], ids=["Dutch, wide", "English, narrow"]
)
@pytest.mark.parametrize(("who", "paths"), [("anneke", CASEWORKER), ("ingrid", PLANNER)])
async def test_every_page_is_accessible_and_fits_its_screen(
    browses: Browses,
    busy: FakeTenantStore,
    who: str,
    paths: tuple[str, ...],
    language: str,
    size: tuple[int, int],
) -> None:
    async with browses(who, language, size) as page:
        for path in paths:
            await page.goto(f"/waterveen/{path}")
            assert (path, await violations(page)) == (path, [])
            assert (path, await sideways(page)) == (path, False)


async def test_pages_that_a_form_leads_to_are_accessible(browses: Browses, busy: FakeTenantStore) -> None:
    async with browses("anneke") as page:
        await page.goto("/waterveen/invite")
        await page.fill("#case_number", "WV-0002")
        await page.click("main button.primary")
        assert await violations(page) == []
        await page.fill("#birth_year", "1990")
        await page.fill("#first_name", "Filmon")
        await page.click("text=QR on screen")
        assert await violations(page) == []
        await page.goto("/waterveen/remind?person=samira&person=filmon&person=rahel&template=bring-id")
        await page.fill("#f-date", "2026-12-03")
        await page.click("text=③ Preview")
        assert await violations(page) == []


async def test_a_letter_is_one_a4_page_in_print(browses: Browses) -> None:
    async with browses("anneke") as page:
        await page.goto("/waterveen/invite/table")
        await page.fill("#table", "WV-0002; Filmon; 1990; ti\nWV-0009; Yusuf; 1991; ar")
        await page.click("text=Make letters")
        assert await violations(page) == []
        printed = await page.pdf(format="A4", prefer_css_page_size=True)
        assert printed.count(b"/Type /Page\n") == 2


async def test_the_qr_becomes_linked_on_the_screen_without_a_click(
    browses: Browses, town: FakeTenantStore
) -> None:
    async with browses("anneke") as page:
        await page.goto("/waterveen/invite")
        await page.fill("#case_number", "WV-0009")
        await page.press("#case_number", "Enter")
        await page.fill("#first_name", "Yusuf")
        await page.fill("#birth_year", "1991")
        await page.click("text=QR on screen")
        await page.wait_for_selector("text=used by nobody yet")
        record = town.invitations.records["invitation-0"]
        town.invitations.records[record.id] = replace(record, opened_at=NOW)
        await page.wait_for_selector("text=opened", timeout=5_000)
        town.invitations.records[record.id] = replace(record, used_by="link-new")
        town.persons.records[record.person] = replace(town.persons.records[record.person], channel="linked")
        await page.wait_for_selector(".state-linked", timeout=5_000)


async def test_acknowledgements_arrive_while_the_page_is_open(
    browses: Browses, town: FakeTenantStore
) -> None:
    async with browses("ingrid") as page:
        await page.goto(f"/waterveen/school/lessons/{THURSDAY}")
        await page.click("text=Show preview >> nth=0")
        await page.click("text=Cancel lesson")
        await page.wait_for_selector("text=Leaves in")
        await page.click("text=Now")
        await page.wait_for_selector(".ack-understood:has-text('0')")
        await town.deliveries.record(
            Delivery(f"lesson:{THURSDAY}", "samira", 2, DeliveryState.UNDERSTOOD, NOW)
        )
        await page.wait_for_selector(".ack-understood:has-text('Samira')", timeout=8_000)


async def test_seconds_count_down_and_undo_takes_it_back(browses: Browses, town: FakeTenantStore) -> None:
    async with browses("ingrid") as page:
        await page.goto(f"/waterveen/school/lessons/{THURSDAY}")
        await page.click("text=Show preview >> nth=0")
        await page.click("text=Cancel lesson")
        await page.wait_for_selector("[data-seconds]:text-matches('^11[0-8]$')")
        await page.click("text=Undo")
        await page.wait_for_selector("text=Taken back. Nothing has left.")
        assert town.jobs.planned == {}


async def test_a_double_click_on_send_sends_once(browses: Browses, town: FakeTenantStore) -> None:
    async with browses("anneke") as page:
        await page.goto("/waterveen/remind?person=samira&template=call-us")
        await page.click("text=③ Preview")
        await page.dblclick("text=Send to 1")
        await page.wait_for_selector("text=Leaves in")
        await page.go_back()
        await page.click("text=Send to 1")
        await page.wait_for_selector("text=Leaves in")
    assert len(town.campaigns.records) == 1


async def test_search_narrows_while_typing(browses: Browses) -> None:
    async with browses("anneke") as page:
        await page.goto("/waterveen/people")
        await page.type("#q", "elif")
        await page.wait_for_selector("text=1 person")
        assert await page.locator("tbody tr").count() == 1


async def test_without_script_a_reminder_is_sent(browses: Browses, town: FakeTenantStore) -> None:
    async with browses("anneke", script=False) as page:
        await page.goto("/waterveen/people")
        await page.check("[value=samira]")
        await page.click("button:has-text('Remind')")
        await page.select_option("#template", "call-us")
        await page.click("text=Choose")
        await page.click("text=③ Preview")
        await page.click("text=Send to 1")
        await page.wait_for_selector("text=Look again")
    assert len(town.campaigns.records) == 1


async def test_with_the_keyboard_alone_one_reaches_the_content_and_sees_where_one_is(
    browses: Browses,
) -> None:
    async with browses("anneke") as page:
        await page.goto("/waterveen/people")
        await page.keyboard.press("Tab")
        assert await page.evaluate("document.activeElement.className") == "skip"
        await page.keyboard.press("Enter")
        await page.keyboard.press("Tab")
        outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert await page.evaluate("document.querySelector('main').contains(document.activeElement)")
        assert outline == "solid"


async def test_every_target_is_at_least_24_pixels(browses: Browses, busy: FakeTenantStore) -> None:
    small = """() =>
        [...document.querySelectorAll('button, select, nav a, .button, input:not([type=hidden])')]
        .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
        .filter(([, r]) => r.width && (r.width < 24 || r.height < 24)).map(([h]) => h)"""
    async with browses("anneke", size=NARROW) as page:
        for path in CASEWORKER:
            await page.goto(f"/waterveen/{path}")
            assert (path, await page.evaluate(small)) == (path, [])


async def test_a_page_reports_no_fault_of_the_content_policy(browses: Browses, busy: FakeTenantStore) -> None:
    said: list[str] = []
    async with browses("anneke") as page:
        page.on("console", lambda message: said.append(message.text))
        for path in CASEWORKER:
            await page.goto(f"/waterveen/{path}")
        await asyncio.sleep(0)
    assert said == []


async def test_after_the_undo_time_the_page_shows_what_became_of_it(
    browses: Browses, town: FakeTenantStore, clock: Hands, deps: ConsoleDeps
) -> None:
    async with browses("ingrid") as page:
        await page.goto(f"/waterveen/school/lessons/{THURSDAY}")
        await page.click("text=Show preview >> nth=0")
        await page.click("text=Cancel lesson")
        await page.wait_for_selector("text=Leaves in")
        clock.forward(seconds=119)
        await page.reload()
        change = next(iter(town.changes.records))
        await leave.leave(town, change)
        await page.wait_for_selector(".ack-understood", timeout=8_000)
        assert not await page.is_visible("text=Leaves in")
