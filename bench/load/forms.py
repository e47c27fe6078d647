"""Parameters of a call, in whichever of the three ways a library sends them."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from bench.load import text

NESTED = ("reply_markup", "link_preview_options", "menu_button", "scope", "commands", "allowed_updates")
NUMBERS = ("chat_id", "message_id", "retry_after")


def parameters(content_type: bytes, body: bytes) -> dict[str, Any]:
    """Read a body as JSON, as a form in the URL's way, or in parts."""
    if not body:
        return {}
    kind = content_type.split(b";")[0].strip().lower()
    if kind == b"application/json":
        found = text.read(body)
        return found if isinstance(found, dict) else {}
    if kind == b"multipart/form-data":
        return _typed(_parts(content_type, body))
    return _typed(dict(parse_qsl(body.decode(), keep_blank_values=True)))


def _parts(content_type: bytes, body: bytes) -> dict[str, str]:
    _, _, rest = content_type.partition(b"boundary=")
    fields: dict[str, str] = {}
    for part in body.split(b"--" + rest.strip().strip(b'"'))[1:-1]:
        head, _, value = part.partition(b"\r\n\r\n")
        _, _, named = head.partition(b'name="')
        fields[named.split(b'"')[0].decode()] = value.removesuffix(b"\r\n").decode()
    return fields


def _typed(fields: dict[str, str]) -> dict[str, Any]:
    typed: dict[str, Any] = dict(fields)
    for name in NESTED:
        if isinstance(typed.get(name), str) and typed[name]:
            typed[name] = text.read(typed[name])
    for name in NUMBERS:
        if typed.get(name):
            typed[name] = int(typed[name])
    return typed
