"""A place becomes a view: first line, text, buttons, footer, protection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.state.declare import Choice, Fill, Instead, Screen, do, each, go
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import Notice, Outcome, Priority
from bot.state.values import At, Day, Dutch, Raw, Term, Value, Weekday
from bot.words.bidi import RLM, balanced, bare
from bot.words.catalogues import Catalogues
from bot.words.render import Screens, render, render_push

from .conftest import NOW

SceneIn = Callable[..., Scene]
Few = Callable[..., Screens]

MOMENT: dict[str, Value] = {
    "weekday": Weekday(2),
    "date": Day(date(2026, 11, 24)),
    "from": At(time(13)),
    "to": At(time(16)),
    "place": Raw("Kade 4"),
    "icon": "📚",
    "what": Term("part-taal"),
    "school": Raw("De Brug"),
}


def act(scene: Scene) -> Outcome:
    return Outcome("ok", scene.session)


def lesson(fill: Fill, *, sensitive: bool = False) -> Screen:
    edges = (
        go("map", "lessons.lesson"),
        go("absence", "lessons.absence"),
        do("withdraw", act, ok="=", unavailable="="),
    )
    return Screen("lessons.lesson", lambda scene: fill, edges, up="lessons.day", sensitive=sensitive)


def text(view_text: str) -> list[str]:
    return bare(view_text).split("\n")


def test_text_and_buttons_of_a_screen(catalogues: Catalogues, scene_in: SceneIn, few: Few) -> None:
    screens = few(lesson(Fill(MOMENT, hidden=frozenset({"withdraw"}))))
    view = render(screens, catalogues, scene_in("en"), Place("lessons.lesson", "abc"))
    assert text(view.text) == [
        "📚 Dutch.",
        "Tuesday 24 November, 13:00–16:00.",
        "📍 Your school knows the place.",
    ]
    assert [[(b.label, b.event, b.arg) for b in row] for row in view.rows] == [
        [("📍 Map", "map", "abc"), ("🙋 I cannot come", "absence", "abc")],
        [("⬅ Back", "back", "abc")],
    ]
    assert not view.protected
    assert not view.rtl


def test_what_just_happened_is_the_first_line(catalogues: Catalogues, scene_in: SceneIn, few: Few) -> None:
    screens = few(lesson(Fill(MOMENT, first=Term("first-school-knows"))))
    view = render(screens, catalogues, scene_in("en"), Place("lessons.lesson", first=Term("first-newest")))
    assert text(view.text)[:2] == ["Here is the newest.", "🙋 The school knows."]


def test_another_text_keeps_the_buttons_of_its_screen(
    catalogues: Catalogues, scene_in: SceneIn, few: Few
) -> None:
    screens = few(lesson(Fill(MOMENT, text="lessons-lesson--online")))
    view = render(screens, catalogues, scene_in("en"), Place("lessons.lesson"))
    assert "💻 Online: do not travel." in text(view.text)
    assert view.rows[0][0].label == "📍 Map"


def test_one_button_per_choice(catalogues: Catalogues, scene_in: SceneIn, few: Few) -> None:
    days = tuple(Choice(f"2026-11-{n}", {"weekday": Weekday(n - 22, short=True)}) for n in (23, 26))
    week = Screen(
        "lessons.week",
        lambda scene: Fill({"next": Raw("–")}, text="lessons-week--nogroup", each={"day": days}),
        (each("day", go("day", "lessons.day")),),
    )
    view = render(few(week), catalogues, scene_in("en"), Place("lessons.week"))
    assert [(b.label, b.arg) for b in view.rows[0]] == [("Mon", "2026-11-23"), ("Thu", "2026-11-26")]


def test_a_button_without_its_name_is_not_shown(catalogues: Catalogues, scene_in: SceneIn, few: Few) -> None:
    people = Screen(
        "people.list", lambda scene: Fill(), (go("coach", "people.person"), go("duo", "people.person"))
    )
    view = render(few(people), catalogues, scene_in("en"), Place("people.list"))
    assert [b.event for b in view.rows[0]] == ["duo"]


def test_a_first_level_screen_has_home_and_home_has_no_footer(
    catalogues: Catalogues, scene_in: SceneIn, few: Few
) -> None:
    more = Screen("help.help", lambda scene: Fill())
    home = Screen("home.home", lambda scene: Fill(text="home-more"))
    screens = few(more, home)
    assert [b.event for b in render(screens, catalogues, scene_in("en"), Place("help.help")).rows[-1]] == [
        "home"
    ]
    assert render(screens, catalogues, scene_in("en"), Place("home.home")).rows == ()


def test_a_screen_that_cannot_be_shown_gives_way(catalogues: Catalogues, scene_in: SceneIn, few: Few) -> None:
    gone = Screen("tasks.task", lambda scene: Instead(Place("tasks.list", first=Term("first-task-gone"))))
    tasks = Screen("tasks.list", lambda scene: Fill(text="tasks-list--none"))
    view = render(few(gone, tasks), catalogues, scene_in("en"), Place("tasks.task"))
    assert text(view.text) == ["This task is gone. Here are your tasks.", "No tasks now."]


@pytest.mark.parametrize(("level", "sensitive"), [("L0", False), ("L1", True)], ids=["signal", "sensitive"])
def test_protected(catalogues: Catalogues, scene_in: SceneIn, few: Few, level: str, sensitive: bool) -> None:
    screens = few(lesson(Fill(MOMENT), sensitive=sensitive))
    assert render(screens, catalogues, scene_in("en", level), Place("lessons.lesson")).protected


def test_a_right_to_left_screen_is_marked_so(catalogues: Catalogues, scene_in: SceneIn, few: Few) -> None:
    view = render(few(lesson(Fill(MOMENT))), catalogues, scene_in("fa-AF"), Place("lessons.lesson"))
    assert view.rtl or "fa" not in catalogues.languages
    assert balanced(view.text)
    assert not view.rtl or all(line[0] in RLM or not line[0].isascii() for line in view.text.split("\n"))


def test_a_screen_without_any_text_is_an_error(catalogues: Catalogues, scene_in: SceneIn, few: Few) -> None:
    with pytest.raises(LookupError, match="nowhere-at"):
        render(
            few(Screen("nowhere.at", lambda scene: Fill())), catalogues, scene_in("en"), Place("nowhere.at")
        )


@pytest.fixture
def pushes(few: Few) -> Screens:
    return few(
        Screen("push.signal", lambda scene: Fill(), (go("open", "home.home"),), footer=False),
        Screen(
            "push.lesson.cancelled", lambda scene: Fill(MOMENT), (do("ack", act, ok="=", unavailable="="),)
        ),
        Screen(
            "push.task.new",
            lambda scene: Fill({"task": Dutch("Bel Jan")}),
            (go("open", "tasks.task"),),
            footer=False,
        ),
        Screen("push.lesson.moved", lambda scene: Instead(Place("push.signal"))),
        Screen("push.link.ready", lambda scene: Fill(), (go("begin", "consent.what"),), footer=False),
        Screen("push.reminder", lambda scene: Fill(), footer=False),
    )


def notice(screen: str, **values: Value) -> Notice:
    return Notice("lesson:1", 2, screen, "abc", Priority.URGENT, NOW, values=values)


def test_level_1_has_day_time_and_place_only(
    catalogues: Catalogues, scene_in: SceneIn, pushes: Screens
) -> None:
    view = render_push(pushes, catalogues, scene_in("en"), notice("push.lesson.cancelled"))
    assert view is not None
    assert text(view.text) == [
        "❌ Tuesday 24 November 13:00 is cancelled.",
        "Do not come.",
        "Your school tells you the next day.",
    ]
    assert [(b.event, b.arg) for b in view.rows[0]] == [("ack", "abc")]


def test_level_2_adds_what_and_where(catalogues: Catalogues, scene_in: SceneIn, pushes: Screens) -> None:
    shown = notice("push.lesson.cancelled", next=Raw("Thursday"))
    view = render_push(pushes, catalogues, scene_in("en"), shown, "L2")
    assert view is not None
    assert text(view.text)[-2:] == ["Next: Thursday.", "Dutch, De Brug."]


def test_level_0_is_one_sentence_and_protected(
    catalogues: Catalogues, scene_in: SceneIn, pushes: Screens
) -> None:
    view = render_push(pushes, catalogues, scene_in("en", "L0"), notice("push.lesson.cancelled"))
    assert view is not None
    assert text(view.text) == ["📩 There is something new for you."]
    assert [(b.screen, b.event, b.arg) for b in view.rows[0]] == [("push.signal", "open", "abc")]
    assert view.protected


def test_free_dutch_falls_back_to_level_1(catalogues: Catalogues, scene_in: SceneIn, pushes: Screens) -> None:
    view = render_push(pushes, catalogues, scene_in("en", "L2"), notice("push.task.new"))
    assert view is not None
    assert text(view.text) == ["✅ There is a new task."]


def test_the_way_in_is_open_at_every_level(
    catalogues: Catalogues, scene_in: SceneIn, pushes: Screens
) -> None:
    view = render_push(pushes, catalogues, scene_in("en", "L0"), notice("push.link.ready"))
    assert view is not None
    assert [b.event for b in view.rows[0]] == ["begin"]


def test_a_notice_whose_facts_are_gone_is_not_sent(
    catalogues: Catalogues, scene_in: SceneIn, pushes: Screens
) -> None:
    assert render_push(pushes, catalogues, scene_in("en"), notice("push.lesson.moved")) is None


def test_a_reminder_with_nothing_to_say_is_still_a_signal(
    catalogues: Catalogues, scene_in: SceneIn, pushes: Screens
) -> None:
    view = render_push(pushes, catalogues, scene_in("en"), notice("push.reminder"))
    assert view is not None
    assert text(view.text) == ["📩 There is something new for you."]


def test_a_push_whose_time_is_over_is_not_sent(
    catalogues: Catalogues, scene_in: SceneIn, pushes: Screens
) -> None:
    said = replace(notice("push.lesson.cancelled"), not_after=NOW)
    assert render_push(pushes, catalogues, scene_in("en"), said) is None
    ahead = replace(said, not_after=NOW + timedelta(seconds=1))
    assert render_push(pushes, catalogues, scene_in("en"), ahead) is not None
