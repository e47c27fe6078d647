"""Texts that show what they were given: the console's tests look at values, not at translations."""

from __future__ import annotations

from collections.abc import Mapping

from bot.state.values import Day, Value
from bot.tenant import Tenant

LETTER = {
    "letter-title": "Your days on your phone",
    "letter-phrase": "This is the right chat if it says: {phrase}.",
    "letter-greeting": "Dear {name},",
    "letter-valid": "The code works until {date}.",
    "letter-typed": "Search {bot} in Telegram and type this code:",
    "letter-questions": "Call {caseworker}: {phone}.",
    "place-stadhuis": "town hall",
}


def fake_words(language: str, key: str, values: Mapping[str, Value]) -> str:
    """Put a message into words: the values stand as they are, so that tests see them."""
    plain = {name: _plain(value) for name, value in values.items()}
    if key.startswith("push-lesson-"):
        return f"[{language}] {key} {plain['date']} {plain['from']}"
    return f"[{language}] " + LETTER.get(key, key).format_map(plain)


def _plain(value: Value) -> str:
    if isinstance(value, Day):
        return value.on.isoformat()
    return str(getattr(value, "text", None) or getattr(value, "time", value))


def fake_preview(tenant: Tenant, template: str, fields: Mapping[str, str], language: str, level: str) -> str:
    """Put a reminder into words; a place called balie makes it too long, as a text of 41 words would be."""
    if level == "L0":
        return f"[{language}] signal"
    long = " very" * 41 if fields.get("place") == "balie" else ""
    place = " asylum" if fields.get("place") == "bibliotheek" else ""
    return f"[{language} {level}] {template} {fields.get('date', '')}{long}{place}"


def fake_forbidden(text: str, language: str) -> tuple[str, ...]:
    """Forbid one word."""
    return ("asylum*",) if "asylum" in text else ()
