"""Turn what a bot sent as text or caption into what a phone shows: parsed, cleaned, trimmed, measured."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.sandbox.telegram.errors import bad_request, not_implemented
from bot.sandbox.telegram.html import HtmlReader
from bot.sandbox.telegram.schema import bot_api, utf16_length

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_ENTITY_LIMIT = 100
# Telegram's `clean_input_string` drops carriage returns, line separators and old bidi controls (U+2028-202E).
_DROPPED = re.compile("[\r\u2028-\u202e]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f]")
_COMMAND = re.compile(r"(?<![\w/<>])/([a-zA-Z0-9_]{1,64})(?![\w/])")

Entity = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FormattedText:
    """A plain text with its entities, offsets and lengths in UTF-16 units."""

    text: str
    entities: tuple[Entity, ...] = ()


def message_text(params: Mapping[str, Any]) -> FormattedText:
    """Return the text of a message, 1-4096 UTF-16 units after parsing."""
    if not params.get("text"):
        raise bad_request("message text is empty")
    found = _format(params["text"], params.get("parse_mode"), params.get("entities"))
    if not found.text:
        raise bad_request("text must be non-empty")
    if utf16_length(found.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return found


def caption(params: Mapping[str, Any]) -> FormattedText:
    """Return the caption of a file, 0-1024 UTF-16 units after parsing."""
    found = _format(params.get("caption", ""), params.get("parse_mode"), params.get("caption_entities"))
    if utf16_length(found.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return found


def typed_text(text: str) -> FormattedText:
    """Return what a person typed, with the commands in it marked, as Telegram does."""
    entities = tuple(
        {"type": "bot_command", "offset": utf16_length(text[: found.start()]), "length": len(found[0])}
        for found in _COMMAND.finditer(text)
    )
    return FormattedText(text, entities)


def _format(text: str, mode: str | None, entities: list[Entity] | None) -> FormattedText:
    if mode:
        text, entities = _parse(text, mode)
    found = list(entities or ())
    _check(found, utf16_length(text))
    return _clean(text, found[:_ENTITY_LIMIT])


def _parse(text: str, mode: str) -> tuple[str, list[Entity]]:
    if mode.lower() == "html":
        return HtmlReader(text).read()
    if mode.lower() in {"markdown", "markdownv2"}:
        raise not_implemented(f"parse_mode {mode}")
    raise bad_request("unsupported parse_mode")


def _check(entities: list[Entity], length: int) -> None:
    for entity in entities:
        if entity["type"] not in bot_api().entity_kinds:
            raise bad_request(f"can't parse MessageEntity: Unsupported type {entity['type']} specified")
        if entity["offset"] < 0 or entity["length"] < 0 or entity["offset"] + entity["length"] > length:
            raise bad_request(
                f"entity beginning at UTF-16 offset {entity['offset']} ends after the end of the text "
                f"at UTF-16 offset {entity['offset'] + entity['length']}"
            )


def _clean(text: str, entities: list[Entity]) -> FormattedText:
    text = _CONTROL.sub(" ", text) if _CONTROL.search(text.replace("\r", "")) else text
    kept = _DROPPED.sub("", text) if _DROPPED.search(text) else text
    trimmed = kept.strip()
    if trimmed == text or not entities:
        return FormattedText(trimmed, tuple(entities))
    return FormattedText(trimmed, _moved(text, kept, entities))


def _moved(text: str, kept: str, entities: list[Entity]) -> tuple[Entity, ...]:
    """Shift entities over what was dropped and trimmed; one that lost all its text goes."""
    lead = utf16_length(kept) - utf16_length(kept.lstrip())
    end = utf16_length(kept.strip())
    places = [0]
    for char in text:
        step = 0 if _DROPPED.match(char) else 1
        for _ in range(utf16_length(char)):
            places.append(places[-1] + step)
    moved = []
    for entity in entities:
        start = min(max(places[entity["offset"]] - lead, 0), end)
        stop = min(max(places[entity["offset"] + entity["length"]] - lead, 0), end)
        if stop > start:
            moved.append({**entity, "offset": start, "length": stop - start})
    return tuple(moved)
