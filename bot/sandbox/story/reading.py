"""A page of the console or the case system as plain lines, for transcripts."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser

Attrs = Sequence[tuple[str, str | None]]
_BREAKS = frozenset(
    {"p", "div", "section", "article", "ul", "ol", "li", "form", "tr", "table", "dl", "dt", "nav", "aside"}
    | {"h1", "h2", "h3", "br", "details", "summary", "main", "fieldset", "blockquote", "label", "option"}
)
_OPENS = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "- ", "dt": "", "dd": ": "}
_HIDDEN = frozenset({"script", "style", "svg", "noscript", "head", "header", "footer"})
_VOID = frozenset({"input", "br", "img", "meta", "link", "hr"})


def readable(html: str) -> str:
    """What the main part of a page says: headings, lines, [buttons], <fields>, table cells between bars."""
    reader = _Lines()
    reader.feed(html[max(html.find("<main"), 0) :])
    reader.close()
    return "\n".join(reader.lines())


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._skipped = 0
        self._options: list[bool] = []
        self._hover: list[tuple[str, str]] = []

    def lines(self) -> list[str]:
        """The lines; empty ones and bare list signs are left out."""
        text = "".join(self._parts)
        found = [" ".join(line.split()) for line in text.split("\n")]
        return [line.removesuffix(" |") for line in found if line.strip("-|:# ")]

    def handle_starttag(self, tag: str, attrs: Attrs) -> None:
        own = {name: value or "" for name, value in attrs}
        if self._skipped or tag in _HIDDEN:
            self._skipped += tag not in _VOID
            return
        if tag in _BREAKS:
            self._parts.append("\n")
        self._parts.append(_OPENS.get(tag, ""))
        if own.get("title"):
            self._hover.append((tag, own["title"]))
        if own.get("role") == "img" and own.get("aria-label"):
            self._parts.append(f"(picture: {own['aria-label']})")
        if tag in {"input", "textarea"}:
            self._field(own)
        elif tag == "button":
            self._parts.append(" [")
        elif tag == "option":
            self._options.append("selected" in own)
            self._parts.append("  (•) " if self._options[-1] else "  ( ) ")

    def _field(self, own: dict[str, str]) -> None:
        kind = own.get("type", "text")
        if kind in {"checkbox", "radio"}:
            self._parts.append("[x] " if "checked" in own else "[ ] ")
        elif kind != "hidden":
            self._parts.append(f" <{own.get('value', '')}>")

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= tag not in _VOID
            return
        if self._hover and self._hover[-1][0] == tag:
            self._parts.append(f" (hover: {self._hover.pop()[1]})")
        if tag == "button":
            self._parts.append("]")
        elif tag in {"td", "th"}:
            self._parts.append(" | ")
        if tag in _BREAKS:
            self._parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._parts.append(data.replace("\n", " "))
