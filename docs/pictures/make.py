"""`make pictures`: plays a morning in the demo town with a real browser and keeps what was on the screens."""

from __future__ import annotations

import asyncio
import base64
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from math import ceil, floor
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from playwright.async_api import Browser, FloatRect, Locator, Page, async_playwright  # noqa: E402

from bot.sandbox.arrivals import STEPS, invite, tap  # noqa: E402
from bot.sandbox.clock import MovedClock  # noqa: E402
from bot.sandbox.demo import Demo  # noqa: E402
from bot.store.outbox import UNLIMITED  # noqa: E402

ARABIC, ENGLISH = "samira", "class-wv-0105"
CLASSMATES = ("0101", "0102", "0103", "0104", "0106", "0107")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync")  # fmt: skip
CALM = """
body { background: #fff !important; }
.log { background: #cfe0e4 !important; scrollbar-width: none !important; }
.case { box-shadow: none !important; }
.toast { display: none !important; }
"""
"""Flat colours keep the files small."""
LARGEST = 400_000
ALBUM = """<style>
body {{ margin: 0; padding: 8px; display: flex; flex-wrap: wrap; gap: 16px; background: {paper}; }}
img {{ display: block; width: {width}px; align-self: start; }}
</style>{images}"""
LANGUAGES = {"nl": "start.language", "en": "start.language2", "ar": "start.language", "ti": "start.language",
             "tr": "start.language", "fa": "start.language2"}  # fmt: skip
"""On which page of languages each one stands."""


@dataclass
class Studio:
    """The running town and the browser that looks at it."""

    demo: Demo
    browser: Browser

    async def page(self, path: str, width: int, height: int) -> Page:
        """Open a page of the town, at twice its size, on the town's day."""
        context = await self.browser.new_context(
            viewport={"width": width, "height": height},
            device_scale_factor=2,
            bypass_csp=True,
            locale="en-GB",
        )
        page = await context.new_page()
        await page.clock.set_fixed_time(self.demo.clock())
        await page.goto(self.demo.url + path)
        return page


@asynccontextmanager
async def studio() -> AsyncIterator[Studio]:
    """Start the town in a temporary folder, its class linked, without Telegram's pace."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with tempfile.TemporaryDirectory() as folder:
        demo = Demo(Path(folder), 0, clock=MovedClock(), limits=None)
        await demo.start()
        for town in demo.app.municipalities.values():
            town.store.outbox.limits = dict(UNLIMITED)
        try:
            assert demo.arriving is not None
            await demo.arriving
            async with async_playwright() as play:
                browser = await play.chromium.launch(executable_path=chromium, args=FLAGS)
                yield Studio(demo, browser)
                await browser.close()
        finally:
            await demo.stop()


async def link_samira(demo: Demo) -> None:
    """Samira scans her code at the desk and answers the questions."""
    samira = demo.town.person("Samira")
    letter = await invite(demo.app.municipalities[samira.municipality], samira, demo.clock, "office")
    phone = demo.telegram.phone(ARABIC)
    await phone.start(letter.secret, bot=letter.bot)
    for step in STEPS:
        await tap(phone, step, letter.bot)


async def press(phones: Page, phone: str, place: str) -> None:
    """Tap the first button of this place (`screen/event/`) and wait until the chat has answered."""
    key = phones.locator(f'#phone-{phone} .key[data-data*="{place}"]').first
    words = await key.get_attribute("data-data")
    await key.click()
    await phones.mouse.move(0, 0)
    await phones.locator(f'#phone-{phone} .key[data-data="{words}"]').wait_for(state="detached")


async def sees(phones: Page, phone: str, place: str) -> None:
    """Wait for a button of this place."""
    await phones.locator(f'#phone-{phone} .key[data-data*="{place}"]').first.wait_for()


async def frame(phones: Page, phone: str) -> bytes:
    """One phone as it stands now."""
    await phones.wait_for_timeout(400)
    return await phones.locator(f"#phone-{phone} .case").screenshot(animations="disabled")


async def album(browser: Browser, frames: list[bytes], columns: int, width: int, paper: str) -> bytes:
    """Pictures of this width side by side."""
    total = columns * (width + 16)
    page = await browser.new_page(viewport={"width": total, "height": 100}, device_scale_factor=2)
    encoded = (base64.b64encode(one).decode() for one in frames)
    images = "".join(f'<img src="data:image/png;base64,{one}">' for one in encoded)
    await page.set_content(ALBUM.format(images=images, width=width, paper=paper))
    return await page.screenshot(full_page=True)


async def sign_in(page: Page, name: str, demo: Demo) -> None:
    """Sign in at the console as a colleague of the town."""
    colleague = demo.town.colleague(name)
    await page.locator("input[name=email]").fill(colleague.email)
    await page.locator("input[type=password]").fill(colleague.password)
    await page.locator("main form button").first.click()
    await page.locator("nav a").first.wait_for()


async def open_phones(studio: Studio) -> Page:
    """The phone page with an Arabic and an English phone, both at home."""
    await link_samira(studio.demo)
    english = studio.demo.telegram.phone(ENGLISH)
    english.person = replace(english.person, shown=True, language_code="en")
    phones = await studio.page("/phone/", 1500, 920)
    await phones.add_style_tag(content=CALM)
    await choose(phones, "en")
    return phones


async def choose(phones: Page, language: str) -> None:
    """Change the language of the English phone, and go home."""
    for place in ("home.home/more/", "home.more/language/", "language.language/text/"):
        await press(phones, ENGLISH, place)
    page = LANGUAGES[language]
    if page.endswith("2"):
        await press(phones, ENGLISH, "start.language/more/")
    for place in (f"{page}/{language}/", "language.language/back/", "home.more/home/"):
        await press(phones, ENGLISH, place)


async def homes(phones: Page) -> list[bytes]:
    """The home screen in every language, English last."""
    found = []
    for language in ("ar", "ti", "fa", "tr", "nl", "en"):
        await choose(phones, language)
        await phones.wait_for_timeout(400)
        found.append(await newest(phones.locator(f"#phone-{ENGLISH} .message").last))
    return found


async def newest(message: Locator) -> bytes:
    """A message with its buttons, without the empty side of the chat."""
    whole, keys = await message.bounding_box(), await message.locator(".keyboard").bounding_box()
    assert whole is not None
    assert keys is not None
    left, right = floor(keys["x"]), ceil(keys["x"] + keys["width"])
    clip: FloatRect = {"x": left, "y": whole["y"], "width": right - left, "height": whole["height"]}
    return await message.page.screenshot(clip=clip)


def keep(name: str, picture: bytes) -> None:
    """Write a picture; one that would slow the page down is refused."""
    if len(picture) > LARGEST:
        raise SystemExit(f"{name} has {len(picture)} bytes; at most {LARGEST} are wanted.")
    (HERE / name).write_bytes(picture)
    print(f"docs/pictures/{name}: {len(picture) // 1000} kB")


async def move_the_lesson(planner: Page) -> None:
    """The planner moves this morning's lesson by an hour, so near that it leaves at once."""
    await planner.locator(".lesson a").first.click()
    await planner.get_by_label("From").fill("10:00")
    await planner.get_by_label("To").fill("13:00")
    await planner.locator("form.stack button").click()
    await planner.locator("form[data-once] button.primary").click()


async def answer(demo: Demo) -> None:
    """Some of the class understand, one cannot come at the new time."""
    bot = demo.app.municipalities["waterveen"].tenant.bot.gebruikersnaam
    for number in CLASSMATES:
        await tap(demo.telegram.phone(f"class-wv-{number}"), "push.lesson.moved/ack/", bot)
    last = demo.telegram.phone("class-wv-0108")
    await tap(last, "push.lesson.moved/absence/", bot)
    await tap(last, "lessons.absence/yes/", bot)


async def make() -> None:
    """Play the morning."""
    async with studio() as at:
        phones = await open_phones(at)
        planner = await at.page("/wegwijs/console/", 1180, 800)
        await sign_in(planner, "Ingrid Smit", at.demo)
        keep("languages.png", await album(at.browser, await homes(phones), 3, 270, "#cfe0e4"))
        home = await frame(phones, ENGLISH)
        for phone in (ENGLISH, ARABIC):
            for place in ("home.home/lessons/", "lessons.week/day/", "lessons.day/item/"):
                await press(phones, phone, place)
        await move_the_lesson(planner)
        for phone in (ENGLISH, ARABIC):
            await sees(phones, phone, "push.lesson.moved/ack/")
        moved = [await frame(phones, phone) for phone in (ENGLISH, ARABIC)]
        keep("conversation.png", await album(at.browser, [home, *moved], 3, 340, "#fff"))
        await answer(at.demo)
        await picture_console(at, planner)


async def picture_console(at: Studio, planner: Page) -> None:
    """The planner's timetable, the caseworker's people, and the preview of a reminder."""
    await planner.locator("nav a", has_text="Timetable").first.click()
    keep("timetable.png", await planner.screenshot(clip={"x": 0, "y": 0, "width": 1180, "height": 560}))
    caseworker = await at.page("/wegwijs/console/", 1180, 760)
    await sign_in(caseworker, "Anneke Postma", at.demo)
    await caseworker.locator("nav a", has_text="People").first.click()
    for name in ("Samira", "Nour", "Selam", "Zeynep"):
        await caseworker.locator("tr", has_text=name).locator("input").check()
    await caseworker.evaluate("scrollTo(0, 0)")
    keep("people.png", await caseworker.screenshot())
    await caseworker.get_by_role("button", name="Remind").click()
    await caseworker.locator("select[name=template]").select_option("bring-id")
    await caseworker.locator("input[name=date]").fill("2026-12-03")
    await caseworker.locator("input[name=time]").fill("10:00")
    await caseworker.locator("select[name=place]").select_option("stadhuis")
    await caseworker.locator("form.stack button.primary").click()
    await caseworker.locator(".levels").first.wait_for()
    whole: FloatRect = {"x": 0, "y": 0, "width": 1180, "height": 1110}
    keep("reminder.png", await caseworker.screenshot(full_page=True, clip=whole))


if __name__ == "__main__":
    asyncio.run(make())
