"""lessons: week, day, lesson; what changed; "I cannot come", without a reason."""

from __future__ import annotations

from bot.dialogs.fills.absences import call_school, come, show_on_map, tell, understood, understood_all
from bot.dialogs.fills.data import known
from bot.dialogs.fills.lessons import absence, absent, cancelled, changes, day, lesson, online, week
from bot.state.declare import SAME, Screen, dialog, do, each, go

WATCHES = frozenset({"lesson", "appointment"})

WITHDRAW = do("withdraw", come, ok="lessons.lesson", started=SAME, gone="lessons.week", unavailable=SAME)
SCHOOL = do("school", call_school, ok=SAME, unavailable=SAME, always=True)

LESSONS = dialog(
    "lessons",
    Screen(
        "lessons.week",
        known(week),
        (
            each("day", go("day", "lessons.day", row=1)),
            each("this", go("this", SAME, row=2)),
            each("next", go("next", SAME, row=2)),
        ),
        watches=WATCHES,
    ),
    Screen(
        "lessons.day",
        known(day),
        (
            each("item", go("item", "lessons.lesson")),
            each("appointment", go("appointment", "appointments.appointment")),
        ),
        up="lessons.week",
        watches=WATCHES,
    ),
    Screen(
        "lessons.lesson",
        known(lesson),
        (
            do("map", show_on_map, ok=SAME, unavailable=SAME, always=True),
            go("online", "lessons.online"),
            go("absence", "lessons.absence"),
            WITHDRAW,
            SCHOOL,
        ),
        up="lessons.day",
        watches=frozenset({"lesson", "own"}),
    ),
    Screen("lessons.online", known(online), (SCHOOL,), up="lessons.lesson", watches=frozenset({"lesson"})),
    Screen(
        "lessons.changes",
        known(changes),
        (
            each(
                "ack",
                do(
                    "ack",
                    understood_all,
                    ok="lessons.week",
                    more=SAME,
                    changed=SAME,
                    unavailable=SAME,
                    always=True,
                ),
            ),
            go("week", "lessons.week"),
        ),
        watches=WATCHES,
    ),
    Screen(
        "lessons.absence",
        known(absence),
        (
            do(
                "yes",
                tell,
                ok="lessons.absent",
                cancelled="lessons.cancelled",
                started="lessons.lesson",
                gone="lessons.week",
                unavailable=SAME,
            ),
            go("no", "lessons.lesson"),
        ),
        up="lessons.lesson",
        watches=frozenset({"lesson"}),
    ),
    Screen(
        "lessons.absent",
        known(absent),
        (WITHDRAW,),
        up="lessons.lesson",
        watches=frozenset({"lesson", "own"}),
    ),
    Screen(
        "lessons.cancelled",
        known(cancelled),
        (
            each(
                "ack",
                do(
                    "ack",
                    understood,
                    ok=SAME,
                    lesson="lessons.lesson",
                    changed="lessons.changes",
                    unavailable="lessons.week",
                    always=True,
                ),
            ),
        ),
        up="lessons.day",
        watches=frozenset({"lesson"}),
    ),
)
