"""Nothing personal goes to a translator: names, numbers, dates, addresses become tokens first (design §7)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

TOKEN = re.compile(r"⟦\s*(\d+)\s*⟧")
WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
"""Arabic-Indic and Persian digits, written as the Dutch letters write them."""
SHORT = 4
_PARTICLES = frozenset(
    {"'t", "aan", "al", "de", "den", "der", "el", "en", "het", "in", "la", "op", "te", "ten"}
)
_PARTICLES |= {"ter", "tot", "van", "von", "voor"}
"""Parts of names that are words of every text: alone they name nobody, masked they spoil a translation."""
_PIECES = re.compile(
    r"""
    \S+@\S+                                   # an e-mail address
    | https?://\S+ | www\.\S+                 # an address on the web
    | \b[A-Z]{2}\d{2}[A-Z0-9 ]{10,30}\b       # a bank account (IBAN)
    | \b\d{4}\s?[A-Z]{2}\b                    # a postcode
    | [+\d][\d\s().:/,-]*\d | \d              # any number: date, time, phone, amount, BSN
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with tokens ⟦1⟧, ⟦2⟧ … in place of what is personal or must not change."""

    text: str
    pieces: tuple[str, ...]

    def unmask(self, translated: str) -> str:
        """Put the pieces back, digits as Western digits."""
        return TOKEN.sub(lambda found: self.pieces[int(found[1]) - 1].translate(WESTERN), translated)

    def intact(self, translated: str) -> bool:
        """Whether every token came back exactly as often, and no number appeared beside them."""
        tokens = [int(number) for number in TOKEN.findall(translated)]
        rest = TOKEN.sub("", translated)
        wanted = Counter(range(1, len(self.pieces) + 1))
        return Counter(tokens) == wanted and not any(sign.isdecimal() for sign in rest)


def mask(text: str, names: Iterable[str] = ()) -> Masked:
    """Mask every number, address and each of the known names (of person, caseworker, school)."""
    pieces: list[str] = []
    known = sorted(
        {
            name
            for whole in names
            for name in (whole, *(part for part in whole.split() if part.lower() not in _PARTICLES))
            if len(name) > 1
        },
        key=len,
        reverse=True,
    )
    patterns = [_word(name) for name in known]
    name_pattern = re.compile("|".join(patterns), re.IGNORECASE) if patterns else None

    def token(found: re.Match[str]) -> str:
        pieces.append(found[0])
        return f"⟦{len(pieces)}⟧"

    plain = text.replace("⟦", "(").replace("⟧", ")")
    masked = _PIECES.sub(token, plain)
    if name_pattern is not None:
        masked = _outside_tokens(masked, name_pattern, token)
    return Masked(masked, tuple(pieces))


def _word(name: str) -> str:
    """Match a name where a word begins; it may carry an ending (Turkish, Persian) unless it is very short."""
    return rf"(?<!\w){re.escape(name)}" + (r"(?!\w)" if len(name) < SHORT else "")


def _outside_tokens(text: str, pattern: re.Pattern[str], token: object) -> str:
    parts = re.split(r"(⟦\d+⟧)", text)
    return "".join(part if TOKEN.fullmatch(part) else pattern.sub(token, part) for part in parts)  # type: ignore[call-overload]
