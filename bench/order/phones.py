"""Phones that type and tap at random, never anything that ends the chat."""

from __future__ import annotations

import asyncio
import random

from bench.order.journal import Ledger
from bench.order.people import Newcomer
from bot.sandbox.telegram import Phone, Telegram

COMMANDS = ("/today", "/help", "/language", "/privacy", "/today", "/help")
WORDS = ("hallo", "Dank je wel", "Wanneer is mijn les?", "ok", "مرحبا", "ቀጺልና")
LEFT_ALONE = ("privacy", "linking", "choices", "consent")
"""Buttons of these dialogs could end or silence the chat."""


def phone_of(telegram: Telegram, one: Newcomer, bot: str) -> Phone:
    """The phone of somebody who is linked already."""
    phone = telegram.phone(f"phone-{one.number}", first_name="Samira", language_code="en", shown=False)
    phone.current = bot
    phone.chat(bot).started = True
    return phone


class Typist:
    """One phone with restless fingers; at most `most` of its updates wait at a time."""

    def __init__(
        self, telegram: Telegram, phone: Phone, ledger: Ledger, rng: random.Random, most: int = 5
    ) -> None:
        self._telegram, self._phone, self._ledger, self._rng, self._most = telegram, phone, ledger, rng, most

    async def run(self, pause: float) -> None:
        """Type and tap until cancelled, with about this many seconds between."""
        while True:
            await asyncio.sleep(self._rng.uniform(0, 2 * pause))
            if self._ledger.open(self._phone.person.id) < self._most:
                await self.acts()

    async def acts(self) -> None:
        """One act, noted in the ledger."""
        chat = self._phone.person.id
        account = self._telegram.account()
        data = self._buttons()
        sent = account.updates.next_id
        if data and self._rng.random() < 0.55:
            message, button = self._rng.choice(data)
            await self._phone.taps(button, message_id=message)
            self._ledger.send(chat, sent, "tap")
        elif self._rng.random() < 0.5:
            await self._phone.says(self._rng.choice(COMMANDS))
            self._ledger.send(chat, sent, "text")
        else:
            await self._phone.says(self._rng.choice(WORDS))
            self._ledger.send(chat, sent, "text")

    def _buttons(self) -> list[tuple[int, str]]:
        messages = [one for one in self._phone.messages() if one.from_bot][-3:]
        found = [
            (message.id, str(dict(button)["callback_data"]))
            for message in messages
            for row in message.rows
            for button in row
            if "callback_data" in dict(button)
        ]
        return [(message, data) for message, data in found if not any(word in data for word in LEFT_ALONE)]
