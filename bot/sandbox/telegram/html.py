"""Parse `parse_mode=HTML` into text and entities, refusing what Telegram refuses (Bot API, "HTML style")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bot.sandbox.telegram.errors import Refused, bad_request
from bot.sandbox.telegram.schema import utf16_length

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot));?")
_SPECIAL = re.compile("[<&]")
_TAG_NAME = re.compile(r"[^\s/>]*")
_ATTRIBUTE = re.compile(r"\s+([^\s=>]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>\"']+))?")
_LINK = re.compile(r"(https?|tg|mailto|tel)://?[^\s]+|[^\s/]+\.[^\s]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    start: int
    extra: dict[str, Any] | None


def _fault(why: str) -> Refused:
    return bad_request(f"can't parse entities: {why}")


class HtmlReader:
    """Walks once over a marked-up text and gathers plain text and entities (offsets in UTF-16 units)."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._at = 0
        self._text: list[str] = []
        self._length = 0
        self._open: list[_Open] = []
        self._entities: list[dict[str, Any]] = []

    def read(self) -> tuple[str, list[dict[str, Any]]]:
        """Return the plain text and its entities in order."""
        while self._at < len(self._markup):
            self._step()
        if self._open:
            raise _fault(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        self._entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self._text), self._entities

    def _step(self) -> None:
        char = self._markup[self._at]
        if char == "<":
            if self._markup.startswith("</", self._at):
                self._close_tag()
            else:
                self._open_tag()
            return
        if char == "&" and (found := _REFERENCE.match(self._markup, self._at)):
            self._add(_NAMED.get(found[3] or "") or chr(int(found[1], 16) if found[1] else int(found[2])))
            self._at = found.end()
            return
        end = _SPECIAL.search(self._markup, self._at + 1)
        stop = end.start() if end else len(self._markup)
        self._add(self._markup[self._at : stop])
        self._at = stop

    def _add(self, text: str) -> None:
        self._text.append(text)
        self._length += utf16_length(text)

    def _offset(self) -> int:
        return len(self._markup[: self._at].encode())

    def _open_tag(self) -> None:
        name_match = _TAG_NAME.match(self._markup, self._at + 1)
        name = name_match[0].lower() if name_match else ""
        if name not in _TAGS:
            if not name and self._at + 1 >= len(self._markup):
                raise _fault(f"Unclosed start tag at byte offset {self._offset()}")
            raise _fault(f'Unsupported start tag "{name}" at byte offset {self._offset()}')
        position = self._at + 1 + len(name)
        attributes: dict[str, str] = {}
        while found := _ATTRIBUTE.match(self._markup, position):
            attributes[found[1].lower()] = (found[2] or "").strip("\"'")
            position = found.end()
        end = self._markup.find(">", position)
        if end < 0 or self._markup[position:end].strip():
            raise _fault(f'Unclosed start tag "{name}" at byte offset {self._offset()}')
        self._open.append(_Open(name, self._length, self._extra(name, attributes)))
        self._at = end + 1

    def _extra(self, name: str, attributes: dict[str, str]) -> dict[str, Any] | None:
        """Return what the tag adds to its entity; None means that the tag makes no entity of its own."""
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _fault(f'Tag "span" must have class "tg-spoiler" at byte offset {self._offset()}')
        if name == "a":
            return {"url": attributes["href"]} if _LINK.fullmatch(attributes.get("href", "")) else None
        if name == "blockquote" and "expandable" in attributes:
            return {"type": "expandable_blockquote"}
        if name == "tg-emoji":
            return {"custom_emoji_id": attributes.get("emoji-id", "")}
        if name == "code" and attributes.get("class", "").startswith("language-"):
            parent = self._open[-1] if self._open else None
            if parent and parent.tag == "pre" and parent.extra is not None:
                parent.extra["language"] = attributes["class"].removeprefix("language-")
                return None
        return {}

    def _close_tag(self) -> None:
        end = self._markup.find(">", self._at)
        if not self._open:
            raise _fault(f"Unexpected end tag at byte offset {self._offset()}")
        if end < 0:
            raise _fault(f"Unclosed end tag at byte offset {self._offset()}")
        name = self._markup[self._at + 2 : end].strip().lower()
        opened = self._open.pop()
        if name and name != opened.tag:
            raise _fault(
                f"Unmatched end tag at byte offset {self._offset()}, "
                f'expected "</{opened.tag}>", found "</{name}>"'
            )
        self._at = end + 1
        length = self._length - opened.start
        if length and opened.extra is not None:
            self._entities.append(
                {"type": _TAGS[opened.tag], "offset": opened.start, "length": length, **opened.extra}
            )
