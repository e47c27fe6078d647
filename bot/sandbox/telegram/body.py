"""Read a call's parameters from query, JSON, form or multipart, each in the type that the Bot API expects."""

from __future__ import annotations

import json
from collections.abc import Mapping

from aiohttp import BodyPartReader, web

from bot.sandbox.telegram.errors import Refused, bad_request
from bot.sandbox.telegram.schema import Field, Shape
from bot.sandbox.telegram.upload import Upload

FILE_LIMIT = 50 * 1024 * 1024
"""Bytes that a bot may upload (Bot API, "Sending files")."""

_PLAIN = frozenset({"String", "Integer", "Float", "Boolean", "InputFile"})
_TRUE = frozenset({"true", "yes", "1"})
_FALSE = frozenset({"false", "no", "0", ""})


async def read_params(request: web.Request, shape: Shape) -> dict[str, object]:
    """Return the parameters of a call; texts of forms and queries become numbers, booleans and objects."""
    params: dict[str, object] = {name: from_text(shape, name, value) for name, value in request.query.items()}
    if request.method == "POST" and request.body_exists:
        params.update(await _read_body(request, shape))
    return params


async def _read_body(request: web.Request, shape: Shape) -> dict[str, object]:
    if request.content_type == "application/json":
        return from_json(shape, await request.read())
    if request.content_type == "application/x-www-form-urlencoded":
        form = await request.post()
        return {name: from_text(shape, name, str(value)) for name, value in form.items()}
    if request.content_type == "multipart/form-data":
        return await _read_multipart(request, shape)
    raise bad_request(f"content type {request.content_type} can't be read")


def from_json(shape: Shape, body: bytes) -> dict[str, object]:
    """Return the parameters of a JSON body; objects may be JSON texts inside it, as Telegram allows."""
    try:
        raw = json.loads(body) if body else {}
    except ValueError:
        raise bad_request("can't parse JSON") from None
    if not isinstance(raw, dict):
        raise bad_request("can't parse JSON: an Object is expected")
    return {name: _unpack(shape.fields.get(name), value) for name, value in raw.items() if value is not None}


def from_text(shape: Shape, name: str, text: str) -> object:
    """Give one text of a form or query the type of its field; what does not fit stays a text."""
    field = shape.fields.get(name)
    if field is None:
        return text
    if "Integer" in field.types and text.lstrip("-").isdigit():
        return int(text)
    if "Float" in field.types:
        return _number(text)
    if "Boolean" in field.types and text.lower() in _TRUE | _FALSE:
        return text.lower() in _TRUE
    return _unpack(field, text)


def _number(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text


def _unpack(field: Field | None, value: object) -> object:
    if field is None or not isinstance(value, str) or not _PLAIN.isdisjoint(field.types):
        return value
    try:
        return json.loads(value)
    except ValueError:
        kind = "reply keyboard markup" if field.name == "reply_markup" else field.name
        raise bad_request(f"can't parse {kind} JSON object") from None


async def _read_multipart(request: web.Request, shape: Shape) -> dict[str, object]:
    texts: dict[str, str] = {}
    files: dict[str, Upload] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad_request("can't parse multipart body")
        if part.filename is None:
            texts[part.name] = await part.text()
        else:
            media_type = part.headers.get("Content-Type", "application/octet-stream")
            files[part.name] = Upload(part.filename, media_type, await _content(part))
    return _join(shape, texts, files)


async def _content(part: BodyPartReader) -> bytes:
    """Count the bytes ourselves: aiohttp's size limit does not hold for `multipart()`."""
    content = bytearray()
    while chunk := await part.read_chunk(65_536):
        content += chunk
        if len(content) > FILE_LIMIT:
            raise Refused(413, "Request Entity Too Large")
    return bytes(content)


def _join(shape: Shape, texts: Mapping[str, str], files: Mapping[str, Upload]) -> dict[str, object]:
    params: dict[str, object] = {}
    attached: set[str] = set()
    for name, text in texts.items():
        key = text.removeprefix("attach://")
        if text.startswith("attach://") and key in files:
            attached.add(key)
            params[name] = files[key]
        else:
            params[name] = from_text(shape, name, text)
    params.update({name: upload for name, upload in files.items() if name not in attached})
    return params
