"""Who takes part: people with one plan, tasks and lessons each, so that every act is possible for all."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from bot.sandbox.town import Person, Town

LIKE = "Samira"


class Crowd(Town):
    """The example town with `count` people who all are like Samira."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count

    @cached_property
    def people(self) -> tuple[Person, ...]:
        pattern = next(one for one in super().people if one.first_name == LIKE)
        return tuple(
            replace(pattern, number=f"WV-{9000 + n}", first_name=f"Kees{n}", language="en")
            for n in range(self.count)
        )
