"""A file on its way to a phone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came in a multipart body: name, media type, bytes."""

    name: str
    media_type: str
    content: bytes
