"""The phones over HTTP JSON, for the page and for the main story in another process."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.sandbox.telegram.attachments import KINDS
from bot.sandbox.telegram.phone import Phone
from bot.sandbox.telegram.phone_view import chat_json, message_json, phone_json, phones_json, query_json
from bot.sandbox.telegram.service import Telegram

Model = TypeVar("Model", bound=BaseModel)


class NewPhone(BaseModel):
    """A phone to add."""

    model_config = ConfigDict(extra="forbid")
    name: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,31}$")
    first_name: str = Field(default="", max_length=64)
    language_code: str | None = Field(default=None, max_length=8)


class Renaming(BaseModel):
    """Another first name and app language."""

    model_config = ConfigDict(extra="forbid")
    first_name: str = Field(min_length=1, max_length=64)
    language_code: str | None = Field(default=None, max_length=8)


class Act(BaseModel):
    """What a person does; which fields count depends on the act."""

    model_config = ConfigDict(extra="forbid")
    bot: str | None = None
    payload: str = ""
    text: str = Field(default="", max_length=4096)
    button: str = ""
    message_id: int | None = None
    forged: bool = False
    title: str = "Familie"


class PhoneApi:
    """Routes below `/phone/api/`."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def add_routes(self, app: web.Application) -> None:
        """Serve the phones of this Telegram."""
        app.router.add_get("/phone/api/phones", self.phones)
        app.router.add_post("/phone/api/phones", self.add_phone)
        app.router.add_get("/phone/api/phones/{phone}", self.phone)
        app.router.add_patch("/phone/api/phones/{phone}", self.rename)
        app.router.add_get("/phone/api/phones/{phone}/chats/{bot}/messages", self.messages)
        app.router.add_post("/phone/api/phones/{phone}/{act}", self.act)
        app.router.add_get("/phone/api/files/{file}", self.file)

    async def phones(self, request: web.Request) -> web.Response:
        """List all phones."""
        return web.json_response(phones_json(self._telegram))

    async def add_phone(self, request: web.Request) -> web.Response:
        """Add a phone, or return the one of this name."""
        new = await _read(request, NewPhone)
        phone = self._telegram.phone(new.name, language_code=new.language_code, first_name=new.first_name)
        return web.json_response(phone_json(self._telegram, phone), status=201)

    async def phone(self, request: web.Request) -> web.Response:
        """Show one phone."""
        return web.json_response(phone_json(self._telegram, self._find(request)))

    async def rename(self, request: web.Request) -> web.Response:
        """Give the person another name and app language."""
        wish = await _read(request, Renaming)
        phone = self._find(request)
        phone.is_renamed(wish.first_name, wish.language_code)
        return web.json_response(phone_json(self._telegram, phone))

    async def messages(self, request: web.Request) -> web.Response:
        """Show one chat."""
        phone = self._find(request)
        try:
            return web.json_response(chat_json(self._telegram, phone, request.match_info["bot"]))
        except LookupError as fault:
            raise _problem(web.HTTPNotFound, str(fault)) from None

    async def act(self, request: web.Request) -> web.Response:
        """Let the person start, text, tap, send a photo … location, block, unblock, delete, clear, group."""
        phone = self._find(request)
        wish = await _read(request, Act)
        try:
            return web.json_response(await self._perform(phone, request.match_info["act"], wish))
        except (LookupError, ValueError, RuntimeError) as fault:
            raise _problem(web.HTTPConflict, str(fault)) from None

    async def _perform(self, phone: Phone, act: str, wish: Act) -> dict[str, Any]:
        bot = wish.bot
        if act == "tap":
            tap = phone.forges if wish.forged else phone.taps
            return query_json(await tap(wish.button, message_id=wish.message_id, bot=bot))
        if act == "start":
            return message_json(self._telegram, await phone.start(wish.payload, bot=bot))
        if act == "text":
            if not wish.text.strip():
                raise ValueError("an empty text can't be sent")
            return message_json(self._telegram, await phone.says(wish.text, bot=bot))
        if act in KINDS:
            return message_json(self._telegram, await phone.sends(act, bot=bot, caption=wish.text))
        await self._settle(phone, act, wish)
        return phone_json(self._telegram, phone)

    async def _settle(self, phone: Phone, act: str, wish: Act) -> None:
        if act == "block":
            await phone.blocks(bot=wish.bot)
        elif act == "unblock":
            await phone.unblocks(bot=wish.bot)
        elif act == "clear":
            await phone.clears_chat(bot=wish.bot)
        elif act == "group":
            await phone.in_group(wish.title, bot=wish.bot)
        elif act == "delete" and wish.message_id is not None:
            await phone.deletes(wish.message_id, bot=wish.bot)
        else:
            raise ValueError(f"a phone can't {act}")

    async def file(self, request: web.Request) -> web.Response:
        """Hand out a file that a bot sent; only pictures and sound are shown, everything else is saved."""
        stored = self._telegram.files.find(request.match_info["file"])
        if stored is None:
            raise _problem(web.HTTPNotFound, "there is no such file")
        media_type = stored.upload.media_type
        shown = media_type in {"image/png", "image/jpeg", "image/webp"} or media_type.startswith("audio/")
        return web.Response(
            body=stored.upload.content,
            content_type=media_type if shown else "application/octet-stream",
            headers={"Content-Disposition": "inline" if shown else "attachment"},
        )

    def _find(self, request: web.Request) -> Phone:
        phone = self._telegram.phones.get(request.match_info["phone"])
        if phone is None:
            raise _problem(web.HTTPNotFound, f"there is no phone {request.match_info['phone']!r}")
        return phone


async def _read(request: web.Request, model: type[Model]) -> Model:
    # JSON only: a form of a foreign page can't be sent across origins with this type.
    if request.content_type != "application/json":
        raise _problem(web.HTTPUnsupportedMediaType, "send JSON")
    try:
        return model.model_validate_json(await request.read() or b"{}")
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(map(str, first["loc"])) or "body"
        raise _problem(web.HTTPBadRequest, f"{where}: {first['msg']}") from None


def _problem(kind: type[web.HTTPError], detail: str) -> web.HTTPError:
    body = json.dumps({"title": kind.__name__.removeprefix("HTTP"), "detail": detail})
    return kind(text=body, content_type="application/problem+json")
