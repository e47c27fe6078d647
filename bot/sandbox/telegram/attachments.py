"""What a person can attach instead of a text, as the Bot API describes it."""

from __future__ import annotations

from typing import Any

from bot.sandbox.telegram.person import Person

_FILE = {"file_unique_id": "u-phone", "file_size": 24_576}

KINDS = ("photo", "sticker", "document", "voice", "contact", "location")


def media(kind: str, person: Person) -> dict[str, Any]:
    """Return the Message fields of an attachment; the sandbox keeps no bytes of what people send."""
    if kind == "photo":
        return {"photo": [{"file_id": "phone-photo", **_FILE, "width": 1280, "height": 960}]}
    if kind == "sticker":
        return {"sticker": _sticker()}
    if kind == "document":
        name = {"file_name": "brief.pdf", "mime_type": "application/pdf"}
        return {"document": {"file_id": "phone-document", **_FILE, **name}}
    if kind == "voice":
        return {"voice": {"file_id": "phone-voice", **_FILE, "duration": 4, "mime_type": "audio/ogg"}}
    if kind == "contact":
        contact = {"phone_number": "+31000123450", "first_name": person.first_name, "user_id": person.id}
        return {"contact": contact}
    if kind == "location":
        return {"location": {"latitude": 52.0907, "longitude": 5.1214}}
    raise ValueError(f"a phone sends {', '.join(KINDS)}, not {kind!r}")


def _sticker() -> dict[str, Any]:
    return {
        "file_id": "phone-sticker",
        **_FILE,
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": "👍",
    }
