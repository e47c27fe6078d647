"""To whom objects belong, remembered because it never changes: most notifications then need no fetch."""

from __future__ import annotations

from collections import OrderedDict

from bot.cases.port import Hint


class Owners:
    """The newest `size` objects with their case or group."""

    def __init__(self, size: int = 20_000) -> None:
        self._size = size
        self._known: OrderedDict[str, Hint] = OrderedDict()

    def remember(self, object_uuid: str, case_uuid: str | None = None, group: str | None = None) -> Hint:
        """Note an owner."""
        hint = Hint(case_uuid=case_uuid, group=group, object_uuid=object_uuid)
        self._known[object_uuid] = hint
        self._known.move_to_end(object_uuid)
        if len(self._known) > self._size:
            self._known.popitem(last=False)
        return hint

    def get(self, object_uuid: str) -> Hint | None:
        """The owner, if known."""
        return self._known.get(object_uuid)
