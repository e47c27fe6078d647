"""The sandbox's Telegram as a web application: Bot API, phones, phone page."""

from __future__ import annotations

from aiohttp import web

from bot.sandbox.telegram.body import FILE_LIMIT
from bot.sandbox.telegram.events import Events
from bot.sandbox.telegram.page_routes import PhonePage
from bot.sandbox.telegram.phone_api import PhoneApi
from bot.sandbox.telegram.server import BotApi
from bot.sandbox.telegram.service import Telegram


def telegram_app(telegram: Telegram) -> web.Application:
    """Return an application to serve alone or to mount; its shutdown ends all that runs or hangs at once."""
    app = web.Application(client_max_size=FILE_LIMIT + 65_536)
    events = Events(telegram)
    for part in (BotApi(telegram), PhoneApi(telegram), events, PhonePage(telegram)):
        part.add_routes(app)

    async def shut_down(_: web.Application) -> None:
        await events.close()
        await telegram.close()

    app.on_shutdown.append(shut_down)
    return app
