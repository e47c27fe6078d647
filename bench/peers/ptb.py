"""python-telegram-bot as its guide teaches it: ConversationHandler, persistence, run_webhook, httpx.

The persistence is flushed after every update: with the guide's minute between flushes a kill loses a minute.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any

import uvloop
from menu import BOT_API, PORT, SCREENS, SECRET, STORE, TARGETS, TOKEN, plan_key, read_plan, text_of
from redis.asyncio import Redis
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    BasePersistence,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    PersistenceInput,
    TypeHandler,
)


class RedisPersistence(BasePersistence):
    """Conversations and user data, a hash each; all of it is loaded at the start, as the interface wants."""

    def __init__(self, redis: Redis) -> None:
        super().__init__(PersistenceInput(bot_data=False, chat_data=False, callback_data=False))
        self.redis = redis

    async def get_conversations(self, name: str) -> dict[tuple[int, ...], object]:
        """Every conversation of this handler."""
        stored = await self.redis.hgetall(f"ptb:conversations:{name}")
        return {tuple(json.loads(key)): json.loads(state) for key, state in stored.items()}

    async def update_conversation(self, name: str, key: tuple[Any, ...], new_state: object | None) -> None:
        """Keep where one conversation stands."""
        await self.redis.hset(f"ptb:conversations:{name}", json.dumps(key), json.dumps(new_state))

    async def get_user_data(self) -> dict[int, dict[str, Any]]:
        """Everybody's data."""
        stored = await self.redis.hgetall("ptb:users")
        return {int(user): json.loads(data) for user, data in stored.items()}

    async def update_user_data(self, user_id: int, data: dict[str, Any]) -> None:
        """Keep one person's data."""
        await self.redis.hset("ptb:users", str(user_id), json.dumps(data))

    async def refresh_user_data(self, user_id: int, user_data: dict[str, Any]) -> None:
        """Nobody else writes them."""

    async def drop_user_data(self, user_id: int) -> None:
        """Forget one person."""
        await self.redis.hdel("ptb:users", str(user_id))

    async def flush(self) -> None:
        """Nothing is kept back."""

    async def get_bot_data(self) -> dict[str, Any]:
        """None."""
        return {}

    async def update_bot_data(self, data: dict[str, Any]) -> None:
        """None."""

    async def refresh_bot_data(self, bot_data: dict[str, Any]) -> None:
        """None."""

    async def get_chat_data(self) -> dict[int, dict[str, Any]]:
        """None."""
        return {}

    async def update_chat_data(self, chat_id: int, data: dict[str, Any]) -> None:
        """None."""

    async def refresh_chat_data(self, chat_id: int, chat_data: dict[str, Any]) -> None:
        """None."""

    async def drop_chat_data(self, chat_id: int) -> None:
        """None."""

    async def get_callback_data(self) -> None:
        """None."""

    async def update_callback_data(self, data: Any) -> None:
        """None."""


def keyboard(screen: str) -> InlineKeyboardMarkup:
    """The buttons of a screen, one a row."""
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=event)] for label, event, _ in SCREENS[screen][1]]
    )


async def text(context: ContextTypes.DEFAULT_TYPE, chat: int, screen: str) -> str:
    """What a screen says."""
    redis: Redis = context.application.bot_data["redis"]
    plan = read_plan(await redis.get(plan_key(chat)))
    return text_of(screen, plan, context.user_data["step"])


async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> str:
    """Begin at the menu."""
    context.user_data["step"] = 0
    await update.message.reply_text(
        await text(context, update.effective_chat.id, "home"), reply_markup=keyboard("home")
    )
    return "home"


def on(screen: str) -> list[CallbackQueryHandler]:
    """The handlers of a screen's buttons."""

    async def tapped(update: Update, context: ContextTypes.DEFAULT_TYPE) -> str:
        query = update.callback_query
        target = TARGETS[screen, query.data]
        context.user_data["step"] += 1
        await query.edit_message_text(
            await text(context, update.effective_chat.id, target), reply_markup=keyboard(target)
        )
        await query.answer()
        return target

    return [CallbackQueryHandler(tapped, pattern=f"^{event}$") for _, event, _ in SCREENS[screen][1]]


async def flush(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Keep what this update changed, now."""
    await context.application.update_persistence()


async def post_init(application: Application) -> None:
    """Give the handlers the connection."""
    application.bot_data["redis"] = application.persistence.redis


def main() -> None:
    """Serve."""
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    application = (
        Application.builder()
        .token(TOKEN)
        .base_url(f"{BOT_API}/bot")
        .persistence(RedisPersistence(Redis(unix_socket_path=STORE)))
        .post_init(post_init)
        .build()
    )
    application.add_handler(
        ConversationHandler(
            entry_points=[CommandHandler("start", start)],
            states={screen: on(screen) for screen in SCREENS},
            fallbacks=[CommandHandler("start", start)],
            name="menu",
            persistent=True,
            allow_reentry=True,
            per_message=False,
        )
    )
    application.add_handler(TypeHandler(Update, flush), group=1)
    application.run_webhook(
        listen="127.0.0.1",
        port=PORT,
        url_path="hook",
        webhook_url=f"http://127.0.0.1:{PORT}/hook",
        secret_token=SECRET,
        bootstrap_retries=5,
    )


if __name__ == "__main__":
    main()
