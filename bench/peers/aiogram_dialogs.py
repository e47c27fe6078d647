"""aiogram_dialog as its guide teaches it: windows with SwitchTo, a getter, RedisStorage with destiny."""

from __future__ import annotations

from typing import Any

import uvloop
from aiogram import Bot, Dispatcher, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import DefaultKeyBuilder
from aiogram.fsm.storage.redis import RedisStorage
from aiogram.types import CallbackQuery, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode, Window, setup_dialogs
from aiogram_dialog.widgets.kbd import SwitchTo
from aiogram_dialog.widgets.text import Const, Format
from aiohttp import web
from menu import BOT_API, PORT, SCREENS, SECRET, STORE, TOKEN, plan_key, read_plan, text_of
from redis.asyncio import Redis

router = Router()


class Menu(StatesGroup):
    """The five screens."""

    home = State()
    plan = State()
    lessons = State()
    lesson = State()
    people = State()


async def count(query: CallbackQuery, button: Any, manager: DialogManager) -> None:
    """Count a step."""
    manager.dialog_data["step"] = manager.dialog_data.get("step", 0) + 1


async def text(dialog_manager: DialogManager, redis: Redis, **_: Any) -> dict[str, str]:
    """What the present screen says."""
    event = dialog_manager.event
    chat = (event.message if isinstance(event, CallbackQuery) else event).chat.id
    plan = read_plan(await redis.get(plan_key(chat)))
    screen = dialog_manager.current_context().state.state.split(":")[1]
    return {"text": text_of(screen, plan, dialog_manager.dialog_data.get("step", 0))}


def window(screen: str) -> Window:
    """A screen with its buttons, one a row."""
    buttons = [
        SwitchTo(Const(label), id=event, state=getattr(Menu, to), on_click=count)
        for label, event, to in SCREENS[screen][1]
    ]
    return Window(Format("{text}"), *buttons, state=getattr(Menu, screen), getter=text)


@router.message(CommandStart())
async def start(message: Message, dialog_manager: DialogManager) -> None:
    """Begin at the menu."""
    await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def on_startup(bot: Bot) -> None:
    """Tell Telegram where we are."""
    await bot.set_webhook(f"http://127.0.0.1:{PORT}/hook", secret_token=SECRET)


def main() -> None:
    """Serve."""
    redis = Redis(unix_socket_path=STORE)
    storage = RedisStorage(redis, key_builder=DefaultKeyBuilder(with_destiny=True))
    dispatcher = Dispatcher(storage=storage, redis=redis)
    dispatcher.include_router(router)
    dispatcher.include_router(Dialog(*(window(screen) for screen in SCREENS)))
    setup_dialogs(dispatcher)
    dispatcher.startup.register(on_startup)
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(BOT_API)))
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=SECRET).register(app, path="/hook")
    setup_application(app, dispatcher, bot=bot)
    web.run_app(app, host="127.0.0.1", port=PORT, access_log=None, print=lambda *_: None)


if __name__ == "__main__":
    uvloop.install()
    main()
