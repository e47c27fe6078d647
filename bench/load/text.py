"""JSON as fast as this Python can."""

from __future__ import annotations

import importlib
import importlib.util
import json
from collections.abc import Callable
from typing import Any


def _plain(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _best() -> tuple[Callable[[Any], bytes], Callable[[bytes | str], Any]]:
    if importlib.util.find_spec("orjson") is None:
        return _plain, json.loads
    orjson: Any = importlib.import_module("orjson")
    return orjson.dumps, orjson.loads


write, read = _best()
