"""Text of both directions in one line: isolates around values, a mark where a line would turn wrong."""

from __future__ import annotations

import re
import unicodedata

FSI = "\u2068"
PDI = "\u2069"
RLM = "\u200f"

_CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]")
_PHONE = re.compile(r"\+?[\d ()-]{6,20}")
_CAPITALS = frozenset({"nl", "en", "tr"})
_BEGIN = re.compile("^((?:[^\\w\\s“(]+ )?[\u2066-\u2068]+)(?!https?:)([a-zà-žı])", re.MULTILINE)
_OPEN = frozenset("\u2066\u2067\u2068")


def bare(text: str) -> str:
    """Take out direction marks and private-use characters, so that a value cannot break its line."""
    return _CONTROLS.sub("", text)


def unbroken(text: str) -> str:
    """Keep a phone number on one line: its spaces become no-break spaces."""
    return text.replace(" ", "\u00a0") if _PHONE.fullmatch(text) else text


def begun(text: str, tag: str) -> str:
    """Begin every line with a capital, also after an icon, where the language's script has capitals."""
    if tag not in _CAPITALS:
        return text
    return _BEGIN.sub(lambda found: found[1] + _capital(found[2], tag), text)


def _capital(letter: str, tag: str) -> str:
    return "İ" if tag == "tr" and letter == "i" else letter.upper()


def isolate(text: str) -> str:
    """Isolate each line of a text; an isolate cannot reach past the end of its line."""
    return "\n".join(f"{FSI}{line}{PDI}" for line in text.split("\n"))


def led(text: str, rtl: bool) -> str:
    """Begin each line with a right-to-left mark where its first strong letter would turn it left-to-right."""
    if not rtl:
        return text
    return "\n".join(line if _leads_right(line) else RLM + line for line in text.split("\n"))


def balanced(text: str) -> bool:
    """Say whether every line closes each isolate that it opens."""
    return all(_depth(line) == 0 for line in text.split("\n"))


def _depth(line: str) -> int:
    depth = 0
    for char in line:
        depth += (char in _OPEN) - (char == PDI)
        if depth < 0:
            return depth
    return depth


def _leads_right(line: str) -> bool:
    """Apply rules P2 and P3 of the Unicode bidirectional algorithm: isolates do not count."""
    depth = 0
    for char in line:
        if char in _OPEN:
            depth += 1
        elif char == PDI:
            depth -= 1
        elif depth == 0 and unicodedata.bidirectional(char) in {"L", "R", "AL"}:
            return unicodedata.bidirectional(char) != "L"
    return False
