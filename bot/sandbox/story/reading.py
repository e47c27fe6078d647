"""A page of the console or the case system as plain lines, for transcripts."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser

Attrs = Sequence[tuple[str, str | None]]
_BEGIN_LINES = frozenset(
    {"p", "div", "section", "article", "ul", "ol", "li", "form", "tr", "table", "dl", "dt", "nav", "aside"}
    | {"h1", "h2", "h3", "br", "details", "summary", "main", "fieldset", "blockquote", "label"}
)
_END_LINES = _BEGIN_LINES - {"dt", "label"}
_BEFORE = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "- ", "dd": ": ", "button": " [", "a": " "}
_AFTER = {"button": "]", "td": " | ", "th": " | ", "span": " ", "a": " "}
_HIDDEN = frozenset({"script", "style", "svg", "noscript", "head"})


def readable(html: str) -> str:
    """What the main part of a page says: headings, lines, [buttons], <fields>, table cells between bars."""
    reader = _Lines()
    begin, end = html.find("<main"), html.find("</main>")
    reader.feed(html[max(begin, 0) : end if end > begin else len(html)])
    reader.close()
    return "\n".join(reader.lines())


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._skipped = 0
        self._options: list[tuple[bool, str]] | None = None
        self._hover: list[tuple[str, str]] = []

    def lines(self) -> list[str]:
        """The lines; empty ones and bare list signs are left out."""
        found = [" ".join(line.split()).replace(" ,", ",") for line in "".join(self._parts).split("\n")]
        return [line.removesuffix(" |") for line in found if line.strip("-|:# ")]

    def handle_starttag(self, tag: str, attrs: Attrs) -> None:
        own = {name: value or "" for name, value in attrs}
        if self._skipped or tag in _HIDDEN:
            self._skipped += tag != "input"
        elif tag == "select":
            self._options = []
        elif tag == "option" and self._options is not None:
            self._options.append(("selected" in own, ""))
        else:
            self._begin(tag, own)

    def _begin(self, tag: str, own: dict[str, str]) -> None:
        self._parts.append("\n" if tag in _BEGIN_LINES else "")
        self._parts.append(_BEFORE.get(tag, ""))
        if own.get("title"):
            self._hover.append((tag, own["title"]))
        if own.get("role") == "img" and own.get("aria-label"):
            self._parts.append(f"(picture: {own['aria-label']})")
        if tag in {"input", "textarea"}:
            self._parts.append(_field(own))

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= tag != "input"
        elif tag == "select":
            self._end_select()
        elif self._options is None:
            if self._hover and self._hover[-1][0] == tag:
                self._parts.append(f" (hover: {self._hover.pop()[1]})")
            self._parts.append(_AFTER.get(tag, "") + ("\n" if tag in _END_LINES else ""))

    def _end_select(self) -> None:
        options, self._options = self._options or [], None
        chosen = [text for selected, text in options if selected] or [text for _, text in options]
        self._parts.append(f" <{' '.join(next(iter(chosen), '').split())}> ")

    def handle_data(self, data: str) -> None:
        if self._skipped:
            return
        if self._options is None:
            self._parts.append(data.replace("\n", " "))
        elif self._options:
            selected, text = self._options[-1]
            self._options[-1] = (selected, text + data)


def _field(own: dict[str, str]) -> str:
    kind = own.get("type", "text")
    if kind in {"checkbox", "radio"}:
        return "[x] " if "checked" in own else "[ ] "
    return "" if kind == "hidden" else f" <{own.get('value', '')}>"
