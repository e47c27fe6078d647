"""A Telegram of one's own for demo, tests and benchmark: Bot API server, phones, phone page.

telegram = Telegram()
telegram.add_bot("1001:AAA", "WaterveenWegwijsBot", "Wegwijs")
app = telegram_app(telegram)            # serve it, and give the bot its address as Bot API server
samira = telegram.phone("samira", language_code="ar")
"""

from __future__ import annotations

from bot.sandbox.telegram.app import telegram_app
from bot.sandbox.telegram.clock import StepClock
from bot.sandbox.telegram.faults import Faults
from bot.sandbox.telegram.limits import Limits
from bot.sandbox.telegram.message import Message
from bot.sandbox.telegram.phone import Phone
from bot.sandbox.telegram.query import Query
from bot.sandbox.telegram.service import Call, Telegram
from bot.sandbox.telegram.sight import NotSeen

__all__ = [
    "Call",
    "Faults",
    "Limits",
    "Message",
    "NotSeen",
    "Phone",
    "Query",
    "StepClock",
    "Telegram",
    "telegram_app",
]
