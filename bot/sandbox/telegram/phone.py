"""A phone: one Telegram user with a chat per bot, for tests, the phone page and the main story.

samira = telegram.phone("samira", language_code="ar")
await samira.start("code-from-the-letter")
await samira.sees("أهلاً")
tap = await samira.taps("العربية")
await tap.answered()
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.sandbox.telegram import attachments, member
from bot.sandbox.telegram.account import Account
from bot.sandbox.telegram.bell import Found
from bot.sandbox.telegram.chat import Chat
from bot.sandbox.telegram.message import Message
from bot.sandbox.telegram.methods.reach import chat_as_api, message_as_api
from bot.sandbox.telegram.person import Person
from bot.sandbox.telegram.query import Query
from bot.sandbox.telegram.sight import NotSeen, Wanted, fits, line
from bot.sandbox.telegram.text import typed_text
from bot.sandbox.telegram.updates import TAP_LIFETIME, TEXT_LIFETIME, member_queue, tap_queue, text_queue

if TYPE_CHECKING:
    from bot.sandbox.telegram.service import Telegram

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
_QUERIES_KEPT = 1_000
_FIRST_GROUP_ID = -4_000_000_000


class Phone:
    """What a person can do with a phone; `bot` is a username, by default the one last spoken to."""

    def __init__(self, telegram: Telegram, person: Person) -> None:
        self._telegram = telegram
        self.person = person
        self.current: str | None = None

    @property
    def name(self) -> str:
        """Return the phone's key in the sandbox."""
        return self.person.name

    # What it shows

    def chat(self, bot: str | None = None) -> Chat:
        """Return the private chat with a bot."""
        account = self._account(bot)
        if self.person.id not in account.chats:
            account.chats[self.person.id] = Chat(self.person.id, person=self.name)
        return account.chats[self.person.id]

    def messages(self, bot: str | None = None) -> tuple[Message, ...]:
        """Return the messages that the phone shows, oldest first."""
        return self.chat(bot).visible()

    def mark(self, bot: str | None = None) -> int:
        """Return the present revision; give it to `sees` as `since` to accept later changes only."""
        return self.chat(bot).revision

    async def sees(
        self, wanted: Wanted, *, timeout: float = 5.0, since: int = 0, bot: str | None = None
    ) -> Message:
        """Wait (seconds) for a message of the bot with this text, button or property; return the newest."""

        def look() -> Message | None:
            newest_first = reversed(self.messages(bot))
            return next((one for one in newest_first if one.revision > since and fits(one, wanted)), None)

        return await self._wait_for(look, f"to see {wanted!r}", timeout, bot)

    async def no_longer_sees(self, wanted: Wanted, *, timeout: float = 5.0, bot: str | None = None) -> None:
        """Wait until no message of the bot has this text, button or property."""

        def look() -> bool | None:
            return True if not any(fits(one, wanted) for one in self.messages(bot)) else None

        await self._wait_for(look, f"until {wanted!r} is gone", timeout, bot)

    def transcript(self, bot: str | None = None) -> str:
        """Return what the phone shows as plain lines, for failures and stories."""
        return "\n".join(line(message) for message in self.messages(bot)) or "(nothing)"

    # What the person does

    async def start(self, payload: str = "", *, bot: str | None = None) -> Message:
        """Open a bot by its link and press START; a blocked bot is unblocked first, as Telegram asks."""
        if not _PAYLOAD.fullmatch(payload):
            raise ValueError("a start payload has at most 64 characters A-Z, a-z, 0-9, _ and -")
        await self.unblocks(bot=bot)
        return await self.says(f"/start {payload}".strip(), bot=bot)

    async def says(self, text: str, *, bot: str | None = None) -> Message:
        """Type a text and send it."""
        typed = typed_text(text)
        return self._speak(bot, text=typed.text, entities=typed.entities)

    async def sends(self, kind: str, *, bot: str | None = None, caption: str = "") -> Message:
        """Send a photo, sticker, document, voice, contact or location."""
        return self._speak(bot, kind=kind, text=caption, media=attachments.media(kind, self.person))

    async def sends_photo(self, *, bot: str | None = None, caption: str = "") -> Message:
        """Send a picture."""
        return await self.sends("photo", bot=bot, caption=caption)

    async def sends_sticker(self, *, bot: str | None = None) -> Message:
        """Send a sticker."""
        return await self.sends("sticker", bot=bot)

    async def sends_document(self, *, bot: str | None = None) -> Message:
        """Send a file."""
        return await self.sends("document", bot=bot)

    async def sends_voice(self, *, bot: str | None = None) -> Message:
        """Send a voice message."""
        return await self.sends("voice", bot=bot)

    async def sends_contact(self, *, bot: str | None = None) -> Message:
        """Share the own contact."""
        return await self.sends("contact", bot=bot)

    async def sends_location(self, *, bot: str | None = None) -> Message:
        """Share the place."""
        return await self.sends("location", bot=bot)

    async def taps(self, button: str, *, message_id: int | None = None, bot: str | None = None) -> Query:
        """Tap a button, named by label, part of it or data, of this message or the newest that has it."""
        message, found = self._button(button, message_id, bot)
        if "callback_data" not in found:
            # A link or a text to copy: the phone does that alone, the bot hears nothing.
            link = found.get("url", "")
            return Query("", self.person.id, message.id, "", self._telegram.now(), True, url=link)
        return self._tap(bot, message.id, found["callback_data"])

    async def forges(self, data: str, *, message_id: int | None = None, bot: str | None = None) -> Query:
        """Send a tap that no button offers, as a changed client can (or on a message that is gone)."""
        newest = next((one.id for one in reversed(self.messages(bot)) if one.from_bot), 0)
        return self._tap(bot, message_id or newest, data)

    async def blocks(self, *, bot: str | None = None) -> None:
        """Block the bot: it gets my_chat_member, and 403 from then on."""
        self._set_blocked(bot, True)

    async def unblocks(self, *, bot: str | None = None) -> None:
        """Let the bot write again."""
        self._set_blocked(bot, False)

    async def deletes(self, message_id: int, *, bot: str | None = None) -> None:
        """Delete one message for both sides; the bot hears nothing."""
        self.chat(bot).drop(message_id)
        self._telegram.bell.ring()

    async def clears_chat(self, *, bot: str | None = None) -> None:
        """Empty the chat on the phone only; the bot can still edit what nobody sees any more."""
        chat = self.chat(bot)
        for message in chat.visible():
            chat.put(replace(message, on_phone=False))
        self._telegram.bell.ring()

    async def in_group(self, title: str = "Familie", *, bot: str | None = None) -> Chat:
        """Add the bot to a group and call it there; the returned chat tells whether it left."""
        account = self._account(bot)
        groups = sum(1 for chat in account.chats.values() if chat.kind == "group")
        chat = Chat(_FIRST_GROUP_ID - groups, "group", title, self.name, started=True)
        account.chats[chat.id] = chat
        self._tell_member(account, chat, member.left(account), member.joined(account))
        text = typed_text(f"/start@{account.username}")
        self._hand_in(account, chat, text=text.text, entities=text.entities)
        return chat

    def is_renamed(self, first_name: str, language_code: str | None) -> None:
        """Give the person another first name and app language."""
        self.person = replace(self.person, first_name=first_name, language_code=language_code)
        self._telegram.bell.ring()

    # How it works

    def _account(self, bot: str | None) -> Account:
        return self._telegram.account(bot or self.current)

    def _speak(self, bot: str | None, **parts: Any) -> Message:
        account = self._account(bot)
        chat = self.chat(account.username)
        if chat.blocked:
            raise RuntimeError(f"{self.name} has blocked @{account.username}: unblock it before writing")
        self.current = account.username
        chat.started = True
        return self._hand_in(account, chat, **parts)

    def _hand_in(self, account: Account, chat: Chat, **parts: Any) -> Message:
        date = int(self._telegram.now())
        message = chat.put(
            Message(id=account.next_message_id(), chat_id=chat.id, date=date, from_bot=False, **parts)
        )
        body = message_as_api(self._telegram, account, chat, message)
        self._telegram.tell_bot(account, text_queue(chat.id), "message", body, TEXT_LIFETIME)
        self._telegram.bell.ring()
        return message

    def _tap(self, bot: str | None, message_id: int, data: str) -> Query:
        account = self._account(bot)
        chat = self.chat(account.username)
        now = self._telegram.now()
        query = Query(self._telegram.next_query_id(), self.person.id, message_id, data, now)
        account.queries[query.id] = query
        if len(account.queries) > _QUERIES_KEPT:
            del account.queries[next(iter(account.queries))]
        message = chat.messages.get(message_id)
        body = {
            "id": query.id,
            "from": self.person.as_user(),
            "chat_instance": str(chat.id),
            "data": data,
            "message": message_as_api(self._telegram, account, chat, message)
            if message
            else {"chat": self.person.as_chat(), "message_id": message_id, "date": 0},
        }
        self._telegram.tell_bot(account, tap_queue(self.person.id), "callback_query", body, TAP_LIFETIME)
        self._telegram.chat_changed(account, chat)
        return query

    def _button(self, wanted: str, message_id: int | None, bot: str | None) -> tuple[Message, dict[str, Any]]:
        messages = [one for one in reversed(self.messages(bot)) if message_id in (None, one.id)]
        buttons = [(one, dict(button)) for one in messages for row in one.rows for button in row]
        for is_it in (
            lambda button: button["text"] == wanted,
            lambda button: wanted in button["text"],
            lambda button: button.get("callback_data") == wanted,
        ):
            if found := next(((one, button) for one, button in buttons if is_it(button)), None):
                return found
        labels = ", ".join(button["text"] for _, button in buttons) or "none"
        raise LookupError(f"{self.name} finds no button {wanted!r}; buttons on the phone: {labels}")

    def _set_blocked(self, bot: str | None, blocked: bool) -> None:
        account = self._account(bot)
        chat = self.chat(account.username)
        if chat.blocked == blocked:
            return
        chat.blocked = blocked
        before, after = member.joined(account), member.banned(account)
        self._tell_member(account, chat, *((before, after) if blocked else (after, before)))
        self._telegram.chat_changed(account, chat)

    def _tell_member(self, account: Account, chat: Chat, old: dict[str, Any], new: dict[str, Any]) -> None:
        body = {
            "chat": chat_as_api(self._telegram, chat),
            "from": self.person.as_user(),
            "date": int(self._telegram.now()),
            "old_chat_member": old,
            "new_chat_member": new,
        }
        self._telegram.tell_bot(account, member_queue(chat.id), "my_chat_member", body, TEXT_LIFETIME)

    async def _wait_for(
        self, look: Callable[[], Found | None], what: str, timeout: float, bot: str | None
    ) -> Found:
        try:
            async with asyncio.timeout(timeout):
                return await self._telegram.bell.until(look)
        except TimeoutError:
            shown = self.transcript(bot)
            raise NotSeen(f"{self.name} waited {timeout:g} s {what}. The phone shows:\n{shown}") from None
