"""Callback data: a button carries its own place, sealed for one link of one tenant (design §5, threat T7)."""

from __future__ import annotations

import hmac
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass

from bot.channels.base import Button

LONGEST = 64
"""Bytes of callback data (Bot API, InlineKeyboardButton)."""
MAC_BYTES = 9
MAC_LENGTH = 12
_PLACE = re.compile(r"([a-z][a-z0-9_.]*)/([A-Za-z][A-Za-z0-9_-]*)/(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a button's data names; `genuine` is False for forged, foreign, old and unreadable data."""

    screen: str = ""
    event: str = ""
    arg: str = ""
    genuine: bool = False


class Callbacks:
    """Writes and reads callback data of one tenant: 12 characters of MAC, then `screen/event/arg`."""

    def __init__(self, key: bytes, tenant: str) -> None:
        self._key = key
        self._tenant = tenant

    def encode(self, button: Button, link: str) -> str:
        """Return the data of a button for this link; raises `ValueError` where it is longer than 64 bytes."""
        place = f"{button.screen}/{button.event}/{button.arg}"
        data = self._mac(place, link) + place
        if len(data.encode()) > LONGEST:
            raise ValueError(f"callback data of {button.screen}/{button.event} exceed {LONGEST} bytes")
        return data

    def decode(self, data: str, link: str) -> Pressed:
        """Read what came back from a phone; never raises, for Telegram says that apps can send anything."""
        mac, place = data[:MAC_LENGTH], data[MAC_LENGTH:]
        parts = _PLACE.fullmatch(place)
        if parts is None or len(data) > LONGEST:
            return Pressed()
        genuine = hmac.compare_digest(_bytes(mac), _bytes(self._mac(place, link)))
        return Pressed(parts[1], parts[2], parts[3], genuine)

    def _mac(self, place: str, link: str) -> str:
        sealed = b"\0".join((b"callback 1", _bytes(self._tenant), _bytes(link), _bytes(place)))
        return urlsafe_b64encode(hmac.digest(self._key, sealed, "sha256")[:MAC_BYTES]).decode()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
