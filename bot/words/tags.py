"""Language tags: what people and systems write, brought to BCP 47, and to the catalogue that can say it."""

from __future__ import annotations

SOURCE = "en"
"""The catalogue that stands in for a text or language that is not there."""

ALIASES = {
    "pr": "fa-AF",
    "prs": "fa-AF",
    "dari": "fa-AF",
    "per": "fa",
    "pes": "fa",
    "tg": "ti",
    "tir": "ti",
    "ara": "ar",
    "tur": "tr",
    "nld": "nl",
    "dut": "nl",
    "eng": "en",
    "kmr": "ku",
}
"""Codes in use: `pr` for Dari at RefugeeHelp, `TG` and `tir` for Tigrinya at municipalities (domain §6)."""

NEAR = {"fa-AF": "fa"}
"""A language without its own catalogue shows a near one, and says so once."""

RTL = frozenset({"ar", "fa", "ps", "ckb", "ur"})


def canonical(tag: str) -> str:
    """Bring a tag to BCP 47 with regions in capitals: `fa_af` → `fa-AF`, `prs` → `fa-AF`."""
    parts = tag.strip().replace("_", "-").lower().split("-")
    plain = ALIASES.get(parts[0], parts[0])
    if len(parts) == 1 or "-" in plain:
        return plain
    return "-".join([plain, *(part.upper() if len(part) == 2 else part for part in parts[1:])])


def base(tag: str) -> str:
    """Return the language of a tag without region and script."""
    return tag.split("-", 1)[0]


def rtl(tag: str) -> bool:
    """Say whether this language is written from right to left."""
    return base(tag) in RTL
