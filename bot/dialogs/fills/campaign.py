"""What a caseworker's reminder says: its template with the fields that the caseworker filled in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, time

from bot.dialogs.fills.contact import caseworker
from bot.dialogs.fills.moment import day
from bot.state.scene import Scene
from bot.state.values import At, Dutch, Raw, Term, Value

ADDITION = "addition"


def reminder(scene: Scene, shows: str) -> dict[str, Value]:
    """Return {short}, {full} and {addition} from what the session keeps of the reminder (JSON)."""
    kept = json.loads(shows)
    who = caseworker(scene)
    fields: dict[str, Value] = {"caseworker": who.shown_name, "phone": Raw(who.phone) if who.phone else None}
    fields.update(template_fields(kept.get("fields", {})))
    addition = fields.pop(ADDITION, None)
    template = f"template-{kept['template']}"
    return {"short": Term(template, fields), "full": Term(f"{template}--full", fields), "addition": addition}


def template_fields(given: Mapping[str, object]) -> dict[str, Value]:
    """Turn the fields of a form into values.

    date and starts are ISO, time (or from) and to are HH:MM, place is a key or words.
    """
    return {name: value for key, text in given.items() for name, value in _field(key, str(text)).items()}


def _field(key: str, text: str) -> dict[str, Value]:
    if not text:
        return {key: None}
    try:
        if key == "date":
            return day(date.fromisoformat(text))
        if key in {"from", "time", "to"}:
            return {"to" if key == "to" else "from": At(time.fromisoformat(text))}
        if key == "starts":
            starts = datetime.fromisoformat(text)
            return {**day(starts.date()), "from": At(starts.time())}
    except ValueError:
        return {key: Raw(text)}
    if key == "place":
        return {key: Term(f"place-{text}", otherwise=Raw(text)) if text.isidentifier() else Raw(text)}
    return {key: Dutch(text) if key == ADDITION else Raw(text)}
