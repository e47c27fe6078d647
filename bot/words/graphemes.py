"""Cutting names without breaking them."""

from __future__ import annotations

import unicodedata


def first_grapheme(text: str) -> str:
    """Return the first letter as it is seen: a base character with its marks, exactly as it was written."""
    text = text.strip()
    end = 1
    while end < len(text) and (unicodedata.combining(text[end]) or text[end] in "\u200c\u200d\ufe0f"):
        end += 1
    return text[:end]
