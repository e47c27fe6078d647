"""A stand-in for a LibreTranslate server: one sentence in every language, so that the gate's checks hold."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bench.matrix.day import QUESTION

SENTENCES = {
    "nl": QUESTION,
    "en": "May my daughter come along?",
    "ar": "هل يمكن لابنتي القدوم معي؟",
    "fa": "آیا دخترم می‌تواند همراه من بیاید؟",
    "ti": "ጓለይ ምሳይ ክትመጽእ ትኽእል ዶ?",
    "tr": "Kızım benimle gelebilir mi?",
}


@asynccontextmanager
async def translating() -> AsyncIterator[tuple[str, int]]:
    """Serve it on a free port; gives host and port."""

    async def translate(request: web.Request) -> web.Response:
        body = await request.json()
        return web.json_response({"translatedText": SENTENCES[body["target"]]})

    app = web.Application()
    app.router.add_post("/translate", translate)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield "127.0.0.1", runner.addresses[0][1]
    finally:
        await runner.cleanup()
