"""The reminders that a caseworker can send; their words are the messages `template-…` of the catalogues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

PLACES = ("stadhuis", "balie", "bibliotheek", "werkplek_groen")


@dataclass(frozen=True, slots=True)
class Template:
    """A reminder: its key without `template-`, the fields that must be filled, and those that may."""

    key: str
    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields in the order of the form."""
        return self.needs + self.may


TEMPLATES: tuple[Template, ...] = (
    Template("bring-id", ("date",), ("time", "place")),
    Template("bring-papers", ("date",), ("time", "place")),
    Template("be-there", ("date", "time"), ("place",)),
    Template("desk", ("date", "time"), ("place",)),
    Template("call-us"),
    Template("letter"),
)


def template(key: str) -> Template | None:
    """Find a template by its key."""
    return next((one for one in TEMPLATES if one.key == key), None)


def read_fields(
    chosen: Template, sent: Mapping[str, str], today: date
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the fields that are well-formed, and the names of those that are missing or wrong.

    A date is ISO (2026-12-03) and not over yet, a time 24 hours (10:00), a place one of `PLACES`.
    """
    fields = {name: sent.get(name, "").strip() for name in chosen.fields}
    wrong = tuple(
        name for name, value in fields.items() if not _fits(name, value, name in chosen.needs, today)
    )
    return {name: value for name, value in fields.items() if value and name not in wrong}, wrong


def _fits(name: str, value: str, needed: bool, today: date) -> bool:
    if not value:
        return not needed
    try:
        match name:
            case "date":
                return date.fromisoformat(value).isoformat() == value and value >= today.isoformat()
            case "time":
                return time.fromisoformat(value).strftime("%H:%M") == value
            case _:
                return value in PLACES
    except ValueError:
        return False
