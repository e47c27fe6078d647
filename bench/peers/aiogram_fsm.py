"""aiogram as its guide teaches it: a router, states in RedisStorage, SimpleRequestHandler as webhook."""

from __future__ import annotations

import uvloop
from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.redis import RedisStorage
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram.utils.keyboard import InlineKeyboardBuilder
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web
from menu import BOT_API, PORT, SCREENS, SECRET, STORE, TARGETS, TOKEN, plan_key, read_plan, text_of
from redis.asyncio import Redis

router = Router()


class Menu(StatesGroup):
    """The five screens."""

    home = State()
    plan = State()
    lessons = State()
    lesson = State()
    people = State()


def keyboard(screen: str) -> InlineKeyboardMarkup:
    """The buttons of a screen, one a row."""
    builder = InlineKeyboardBuilder()
    for label, event, _ in SCREENS[screen][1]:
        builder.button(text=label, callback_data=event)
    return builder.adjust(1).as_markup()


async def enter(state: FSMContext, redis: Redis, chat: int, screen: str, step: int) -> str:
    """Keep the new state; returns what its screen says."""
    plan = read_plan(await redis.get(plan_key(chat)))
    await state.set_state(getattr(Menu, screen))
    await state.update_data(step=step)
    return text_of(screen, plan, step)


@router.message(CommandStart())
async def start(message: Message, state: FSMContext, redis: Redis) -> None:
    """Begin at the menu."""
    text = await enter(state, redis, message.chat.id, "home", 0)
    await message.answer(text, reply_markup=keyboard("home"))


async def tapped(query: CallbackQuery, state: FSMContext, redis: Redis, screen: str) -> None:
    """Move on from this screen."""
    target = TARGETS[screen, query.data]
    step = (await state.get_data())["step"] + 1
    text = await enter(state, redis, query.message.chat.id, target, step)
    await query.message.edit_text(text, reply_markup=keyboard(target))
    await query.answer()


def on(screen: str) -> None:
    """Register the handler of a screen's buttons."""
    events = {event for _, event, _ in SCREENS[screen][1]}

    @router.callback_query(getattr(Menu, screen), F.data.in_(events))
    async def handle(query: CallbackQuery, state: FSMContext, redis: Redis) -> None:
        await tapped(query, state, redis, screen)


async def on_startup(bot: Bot) -> None:
    """Tell Telegram where we are."""
    await bot.set_webhook(f"http://127.0.0.1:{PORT}/hook", secret_token=SECRET)


def main() -> None:
    """Serve."""
    for screen in SCREENS:
        on(screen)
    redis = Redis(unix_socket_path=STORE)
    dispatcher = Dispatcher(storage=RedisStorage(redis), redis=redis)
    dispatcher.include_router(router)
    dispatcher.startup.register(on_startup)
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(BOT_API)))
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=SECRET).register(app, path="/hook")
    setup_application(app, dispatcher, bot=bot)
    web.run_app(app, host="127.0.0.1", port=PORT, access_log=None, print=lambda *_: None)


if __name__ == "__main__":
    uvloop.install()
    main()
