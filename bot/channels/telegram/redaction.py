"""Keeps bot tokens out of every log: other libraries print addresses, and the Bot API's hold the token."""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Iterable, MutableMapping
from typing import Any

HIDDEN = "[token]"
_TOKEN = re.compile(r"(?<=/bot)\d+:[^/\s\"']+|\d{4,}:[A-Za-z0-9_-]{20,}")
_CHATTY = ("telegram", "httpx", "httpcore", "aiohttp.access", "aiohttp.client", "transitions")


class Redaction(logging.Filter):
    """Hides tokens in records: what looks like one, and those named.

    Belongs on handlers: a filter on a logger does not see the records of the loggers below it.
    """

    def __init__(self, tokens: Iterable[str] = ()) -> None:
        super().__init__()
        self._tokens = tuple(token for token in tokens if token)

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record; it is always kept."""
        record.msg = self.redact(record.getMessage())
        record.args = ()
        if record.exc_info and record.exc_info[0] is not None:
            record.exc_text = self.redact("".join(traceback.format_exception(*record.exc_info)).rstrip())
            record.exc_info = None
        if record.stack_info:
            record.stack_info = self.redact(record.stack_info)
        for name, value in vars(record).items():
            if isinstance(value, str) and name not in ("msg", "exc_text", "stack_info"):
                setattr(record, name, self.redact(value))
        return True

    def redact(self, text: str) -> str:
        """Return a text without tokens."""
        for token in self._tokens:
            text = text.replace(token, HIDDEN)
        return _TOKEN.sub(HIDDEN, text)

    def __call__(
        self, logger: object, method: str, event: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        """Do the same as a structlog processor; stands after the one that formats exceptions."""
        for name, value in event.items():
            if isinstance(value, str):
                event[name] = self.redact(value)
        return event


def redact_logs(redaction: Redaction, root: logging.Logger | None = None) -> None:
    """Put the filter on every handler of the root logger; quieten chatty libraries."""
    for handler in (root or logging.getLogger()).handlers:
        handler.addFilter(redaction)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
