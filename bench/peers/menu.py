"""The menu: five screens with back and home. What all peers show, so that they differ in nothing but how."""

from __future__ import annotations

import json
import os
from typing import Any

TOKEN = os.environ["TOKEN"]
SECRET = os.environ["SECRET"]
BOT_API = os.environ["BOT_API"]
PORT = int(os.environ["PORT"])
STORE = os.environ["STORE"]

# Screen → its title, and its buttons: (label, event, target).
SCREENS: dict[str, tuple[str, tuple[tuple[str, str, str], ...]]] = {
    "home": (
        "Menu",
        (
            ("📚 Lessons", "lessons", "lessons"),
            ("🧭 Plan", "plan", "plan"),
            ("🧑 People", "people", "people"),
        ),
    ),
    "plan": ("My plan", (("⬅ Back", "back", "home"), ("🏠 Home", "home", "home"))),
    "lessons": (
        "My lessons",
        (
            ("Lesson 1", "lesson1", "lesson"),
            ("Lesson 2", "lesson2", "lesson"),
            ("Lesson 3", "lesson3", "lesson"),
            ("⬅ Back", "back", "home"),
            ("🏠 Home", "home", "home"),
        ),
    ),
    "lesson": ("One lesson", (("⬅ Back", "back", "lessons"), ("🏠 Home", "home", "home"))),
    "people": ("My people", (("⬅ Back", "back", "home"), ("🏠 Home", "home", "home"))),
}
TARGETS = {(screen, event): to for screen, (_, buttons) in SCREENS.items() for _, event, to in buttons}


def plan_key(chat: int) -> str:
    """Where a person's plan stands."""
    return f"plan:{chat}"


def text_of(screen: str, plan: dict[str, Any], step: int) -> str:
    """What a screen says."""
    lesson = plan["lessons"][step % len(plan["lessons"])]
    return (
        f"{SCREENS[screen][0]}\n{plan['number']} · step {step}\n"
        f"{lesson['day']} {lesson['begins']}, {lesson['place']}\nTeacher: {lesson['teacher']}"
    )


def read_plan(stored: str | bytes) -> dict[str, Any]:
    """Decode a plan with the standard library, as the guides do."""
    plan: dict[str, Any] = json.loads(stored)
    return plan
