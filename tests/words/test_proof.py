"""What can be said against a text as it is shown."""

from __future__ import annotations

import pytest

from bot.words.bidi import FSI
from bot.words.forbidden import Forbidden
from bot.words.proof import faults, words


def test_a_good_text_has_no_faults(forbidden: Forbidden) -> None:
    assert list(faults("⏰ Tuesday 24 November 13:00, Kade 4.", "en", forbidden, push=True)) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (" ".join(["word"] * 41), "41 words"),
        ("الثلاثاء ٢٤ نوفمبر", "other digits"),
        ("۲۴ نوامبر", "other digits"),
        (f"{FSI}Kade 4", "isolate open"),
        ("See { $day }", "not filled"),
        ("See \ue001", "not filled"),
        ("You get a fine.", "forbidden word"),
        ("There is an exam result.", "forbidden word"),
    ],
    ids=["long", "arabic digits", "persian digits", "open isolate", "variable", "marker", "threat", "result"],
)
def test_each_fault_is_named(forbidden: Forbidden, text: str, what: str) -> None:
    assert any(what in fault for fault in faults(text, "en", forbidden, push=True))


def test_words_are_counted_without_icons_and_quoted_texts() -> None:
    assert words("📚 09:00 Kade 4, room 2.1 – “not these four words”.") == 5


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "U bent statushouder."),
        ("nl", "Uw inburgeringsexamen"),
        ("en", "For refugees"),
        ("ar", "أنت لاجئ في هولندا"),
        ("ar", "برنامج الاندماج"),
        ("ti", "ንስኻ ስደተኛ ኢኻ"),
        ("ti", "ናይ ምውህሃድ ፕሮግራም"),
        ("tr", "Mülteci misiniz?"),
        ("tr", "Sınav sonucunuz var"),
        ("fa", "شما پناهنده هستید"),
        ("fa", "نتیجهٔ امتحان"),
    ],
)
def test_forbidden_words_are_found_in_every_language(forbidden: Forbidden, language: str, text: str) -> None:
    assert forbidden.found(text, language, push=True)


@pytest.mark.parametrize(
    ("language", "text"), [("en", "Define the final day"), ("tr", "Uyumak"), ("nl", "zoekgeld?")]
)
def test_a_word_that_only_contains_one_is_not(forbidden: Forbidden, language: str, text: str) -> None:
    assert not forbidden.found(text, language, push=True)


def test_some_words_are_forbidden_in_pushes_only(forbidden: Forbidden) -> None:
    assert not forbidden.found("Never results, health or money.", "en", push=False)
    assert forbidden.found("Never results, health or money.", "en", push=True)
