"""Finds numbers that nobody may send us: citizen service number, alien number, bank account (X21, X22).

What a person types is withheld as a whole (`look`); in what a colleague writes the numbers are taken out
(`without`), so that they are neither shown nor stored.

The rules, on the safe side, for digits of any script, with or without separators between them:
* BSN: nine digits that pass the eleven-test (weights 9 8 7 6 5 4 3 2 -1, sum divisible by 11).
* V-number: ten digits. It has no check digit, so a telephone number of ten digits is withheld too: that is
  personal as well. A date with an hour ("23 11 2026 09") is let through.
* IBAN: country, length and remainder 1 modulo 97 fit (ISO 13616).
Groups count as one number where one kind of separator stands between them, or where they are written as a BSN
used to be (3-3-3, 4-2-3). Nine digits that fail the test are `UNSURE`, perhaps a mistyped BSN: not kept
either.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import IntEnum

_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_RUN = re.compile(r"[0-9]+(?:[ .,/_-]{1,3}[0-9]+)*")
_GROUP = re.compile(r"[0-9]+")
_GAP = re.compile(r"[^0-9]+")
_IBAN = re.compile(r"(?=([A-Z]{2}[0-9]{2}(?:[ .-]{0,2}[A-Z0-9]){11,30}))")
_IBAN_LENGTHS = {
    country: int(length)
    for length, countries in (
        line.split(":")
        for line in (
            "15:NO",
            "16:BE",
            "18:DK FI FO GL NL SD",
            "19:MK SI",
            "20:AT BA EE KZ LT LU MN XK",
            "21:CH HR LI LV",
            "22:BG BH CR DE GB GE IE ME RS VA",
            "23:AE GI IL IQ OM SO TL",
            "24:AD CZ ES MD PK RO SA SE SK TN VG",
            "25:LY PT ST",
            "26:IS TR",
            "27:BI DJ FR GR IT MC MR SM",
            "28:AL AZ BY CY DO GT HU LB NI PL SV",
            "29:BR EG PS QA UA",
            "30:JO KW MU",
            "31:MT SC",
            "32:LC",
            "33:RU",
        )
    )
    for country in countries.split()
}
"""Length by country, from the IBAN registry of ISO 13616."""
_DUTCH_GROUPS = frozenset({(3, 3, 3), (4, 2, 3)})
_UNSEEN = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")


GAP = "[•••]"
"""Stands where a number was taken out."""


class Finding(IntEnum):
    """What a text holds, the worst of it."""

    NONE = 0
    UNSURE = 1
    PERSONAL = 2


def look(text: str) -> Finding:
    """Say whether a text holds a personal number; keeps and tells nothing of it."""
    plain = _plain(text)
    if any(_is_iban(found) for found in _ibans(plain)):
        return Finding.PERSONAL
    return max((_judge(run.group()) for run in _RUN.finditer(plain)), default=Finding.NONE)


def without(text: str, known: Iterable[str] = ()) -> tuple[str, bool]:
    """Take every personal number out of a text, and every doubtful one; tell whether there was any.

    `known` are numbers that may stay because everybody has them, such as the town hall's telephone.
    """
    plain, places = _placed(text)
    public = {_digits(number) for number in known}
    found = sorted(span for span in (*_numbers(plain, public), *_accounts(plain)))
    kept: list[str] = []
    end = 0
    for first, last in found:
        begins, ends = places[first], places[last - 1] + 1
        if begins >= end:
            kept += (text[end:begins], GAP)
        end = max(end, ends)
    return "".join((*kept, text[end:])), bool(found)


def without_bsn(text: str) -> str:
    """Take every number that can be a citizen service number out of a text, and leave all others.

    For what a municipality writes itself: telephone numbers and references in it are meant to be read.
    """
    if sum(map(str.isdigit, text)) < 9:
        return text
    plain, places = _placed(text)
    kept: list[str] = []
    end = 0
    for first, last in sorted(_numbers(plain, set())):
        digits = _digits(plain[first:last])
        begins, ends = places[first], places[last - 1] + 1
        if len(digits) == 9 and passes_eleven_test(digits) and begins >= end:
            kept += (text[end:begins], GAP)
            end = ends
    return "".join((*kept, text[end:]))


def passes_eleven_test(digits: str) -> bool:
    """Tell whether nine digits can be a citizen service number."""
    total = sum(weight * int(digit) for weight, digit in zip(_BSN_WEIGHTS, digits, strict=True))
    return total % 11 == 0 and digits != "000000000"


def _plain(text: str) -> str:
    """Write digits of every script as 0-9, all separators as a few, letters as capitals."""
    return _placed(text)[0]


def _placed(text: str) -> tuple[str, list[int]]:
    """The same, with the place in the text of each of its characters."""
    placed = [
        (sign, place)
        for place, character in enumerate(text)
        if character not in _UNSEEN
        for sign in _character(character).upper()
    ]
    return "".join(sign for sign, _ in placed), [place for _, place in placed]


def _digits(number: str) -> str:
    return "".join(sign for sign in _plain(number) if sign.isdigit())


def _numbers(plain: str, public: set[str]) -> Iterator[tuple[int, int]]:
    """Yield where personal and doubtful numbers begin and end."""
    for run in _RUN.finditer(plain):
        groups = [group.span() for group in _GROUP.finditer(plain, *run.span())]
        spans = [
            (groups[a][0], groups[b - 1][1]) for a, b in _spans([plain[slice(*group)] for group in groups])
        ]
        allowed = [span for span in spans if _digits(plain[slice(*span)]) in public]
        for first, last in spans:
            inside = any(begins <= first and last <= ends for begins, ends in allowed)
            if not inside and _judge(plain[first:last]) is not Finding.NONE:
                yield first, last


def _accounts(plain: str) -> Iterator[tuple[int, int]]:
    for match in _IBAN.finditer(plain):
        packed = re.sub(r"[ .-]", "", match[1])
        length = _IBAN_LENGTHS.get(packed[:2], 0)
        if 0 < length <= len(packed) and _is_iban(packed[:length]):
            signs = [match.start(1) + at for at, sign in enumerate(match[1]) if sign.isalnum()]
            yield signs[0], signs[length - 1] + 1


def _character(character: str) -> str:
    if character.isascii():
        return " " if character.isspace() else character
    # `digit` also knows the Ethiopic and circled ones, which `decimal` does not.
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(character)
    if category in ("Zs", "Zl", "Zp"):
        return " "
    if category == "Pd":
        return "-"
    return "." if character in "·•٫٬،" else character


def _judge(run: str) -> Finding:
    groups = _GROUP.findall(run)
    gaps = _GAP.findall(run)
    if any(_is_personal(groups[a:b], gaps[a : b - 1]) for a, b in _spans(groups)):
        return Finding.PERSONAL
    whole = sum(map(len, groups)) == 9 and _one_number(groups, gaps)
    return Finding.UNSURE if whole or any(len(group) == 9 for group in groups) else Finding.NONE


def _spans(groups: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of neighbouring groups that hold nine or ten digits together."""
    for start in range(len(groups)):
        length = 0
        for end in range(start, len(groups)):
            length += len(groups[end])
            if length > 10:
                break
            if length >= 9:
                yield start, end + 1


def _is_personal(groups: list[str], gaps: list[str]) -> bool:
    digits = "".join(groups)
    if not _one_number(groups, gaps):
        return False
    return len(digits) == 10 or passes_eleven_test(digits)


def _one_number(groups: list[str], gaps: list[str]) -> bool:
    """Tell one grouped number from several numbers in a row, such as "23-11-2026 09" or "3-11-2026, 24"."""
    if tuple(map(len, groups)) in _DUTCH_GROUPS:
        return True
    return len({gap.strip() for gap in gaps}) <= 1 and not _is_moment(groups)


def _is_moment(groups: list[str]) -> bool:
    years = [group for group in groups if len(group) == 4 and group[:2] in ("19", "20")]
    return len(years) == 1 and all(len(group) <= 2 for group in groups if group not in years)


def _ibans(plain: str) -> Iterator[str]:
    """Yield what has a country's letters and length; words that follow the number are cut off."""
    for match in _IBAN.finditer(plain):
        packed = re.sub(r"[ .-]", "", match[1])
        length = _IBAN_LENGTHS.get(packed[:2], 0)
        if 0 < length <= len(packed):
            yield packed[:length]


def _is_iban(packed: str) -> bool:
    turned = packed[4:] + packed[:4]
    return int("".join(str(int(character, 36)) for character in turned)) % 97 == 1
