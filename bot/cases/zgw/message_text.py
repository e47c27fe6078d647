"""The text of a question as the case system can hold it: never cut, only split."""

from __future__ import annotations

from typing import Final

from bot.cases.model import Write, WriteKind

LONGEST: Final = 1000
# ISO 639-2/B, which Klantinteracties wants; `und` is that list's own code for an unknown language.
LANGUAGES: Final = {
    "nl": "dut",
    "en": "eng",
    "ar": "ara",
    "ti": "tir",
    "tr": "tur",
    "fa": "per",
    "ps": "pus",
    "ku": "kur",
    "so": "som",
    "uk": "ukr",
    "ru": "rus",
    "fr": "fre",
    "es": "spa",
    "am": "amh",
    "zh": "chi",
    "pl": "pol",
}


def language_code(tag: str) -> str:
    """Turn a BCP 47 tag into the three letters of the case system."""
    return LANGUAGES.get(tag.split("-")[0].lower(), "und")


def whole_text(write: Write) -> str:
    """The Dutch text, followed by the person's own words where a machine translated them."""
    text = write.text.strip()
    if write.kind is WriteKind.CALLBACK and not text:
        text = "De inburgeraar vraagt om teruggebeld te worden."
    original = write.original.strip()
    if not original or original == text:
        return text
    heading = f"Oorspronkelijke tekst ({write.language}), hierboven vertaald door een machine:"
    return f"{text}\n\n{heading}\n{original}"
