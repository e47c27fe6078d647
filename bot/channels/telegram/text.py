"""Cleans text that people type: what a letter needs stays, what could break or disguise a text goes."""

from __future__ import annotations

import re

LONGEST = 4096
"""Characters of a Telegram message (Bot API, sendMessage)."""

# Lone surrogates, control characters but tab and line feed, and bidi controls, which could make a text show
# other than it is. ZWNJ and ZWJ (U+200C, U+200D) stay: Persian and Dari cannot be written without them.
_UNWANTED = re.compile(
    "[\ud800-\udfff\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]"
)


def clean(text: str) -> str:
    """Return a typed text without surrogates, control and bidi characters."""
    return _UNWANTED.sub("", text.replace("\r\n", "\n")).strip()
