"""Buttons are laid out for a narrow phone."""

from __future__ import annotations

from bot.channels.base import Button
from bot.words.rows import Group, layout


def button(label: str) -> Button:
    return Button(label, "home.home", "go")


def rows(*groups: Group) -> list[list[str]]:
    return [[b.label for b in row] for row in layout(groups)]


def one(label: str, row: int | None = None) -> Group:
    return Group((button(label),), row)


def test_short_labels_stand_in_pairs() -> None:
    assert rows(one("📚 Lessons"), one("✅ Tasks"), one("🧭 My plan")) == [
        ["📚 Lessons", "✅ Tasks"],
        ["🧭 My plan"],
    ]


def test_a_long_label_has_its_own_row() -> None:
    long = "✉ Rather letter or phone"
    assert rows(one("✅ Yes"), one(long), one("❌ No")) == [["✅ Yes"], [long], ["❌ No"]]


def test_day_buttons_stand_in_one_row() -> None:
    days = tuple(button(day) for day in ("Mon", "Tue", "Wed", "Thu", "Fri"))
    assert rows(Group(days), one("▶ Next week")) == [["Mon", "Tue", "Wed", "Thu", "Fri"], ["▶ Next week"]]


def test_arabic_day_buttons_stand_in_one_row_too() -> None:
    days = tuple(button(day) for day in ("الاثنين", "الثلاثاء", "الخميس", "الجمعة"))
    assert len(rows(Group(days))) == 1


def test_many_like_buttons_break_where_they_no_longer_fit() -> None:
    assert rows(Group(tuple(button("📚 09:00 morning") for _ in range(4)))) == [["📚 09:00 morning"] * 2] * 2


def test_rows_of_like_buttons_are_even() -> None:
    days = tuple(button(day) for day in ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة"))
    assert [len(row) for row in rows(Group(days))] == [3, 2]


def test_declared_rows_hold_together() -> None:
    assert rows(one("a", 1), one("b", 1), one("c", 2)) == [["a", "b"], ["c"]]


def test_direction_marks_take_no_room() -> None:
    label = "\u2068" * 10 + "☎ Call Anneke" + "\u2069" * 10
    assert rows(one(label), one("✅ Yes")) == [[label, "✅ Yes"]]
