"""Where a bot wants its updates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

MAX_CONNECTIONS = 40


@dataclass(frozen=True, slots=True)
class Webhook:
    """A registered webhook; no secret means that no header is sent."""

    url: str
    secret: str = ""
    max_connections: int = MAX_CONNECTIONS
    ip_address: str = ""


@dataclass(slots=True)
class WebhookHealth:
    """What getWebhookInfo tells about failures; dates are Unix seconds."""

    last_error_date: int | None = None
    last_error_message: str = ""
    failing_since: float | None = None

    def as_api(self) -> dict[str, Any]:
        """Return the fields that WebhookInfo carries after a failure."""
        if self.last_error_date is None:
            return {}
        return {
            "last_error_date": self.last_error_date,
            "last_error_message": self.last_error_message,
        }
