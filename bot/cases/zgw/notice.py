"""Decodes notifications: each is only a hint about whose facts may have changed. Nobody is asked meanwhile.

Two shapes exist: the classic one (VNG consumer webhook), and CloudEvents. Open Notificaties sends the latter
to a subscription with `sendCloudevents`: type `nl.overheid.<kanaal>.<resource>.<actie>`, and `data` holds the
kenmerken with hoofdObject. Open Zaak itself sends `nl.overheid.zaken.zaak-gemuteerd` and others with the
case's UUID as subject and its path as `dataref`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from pydantic import Field, ValidationError
from yarl import URL

from bot.cases.port import Hint
from bot.cases.zgw import types
from bot.cases.zgw.edge import Edge
from bot.cases.zgw.owners import Owners
from bot.cases.zgw.types import Types
from bot.cases.zgw.urls import under, uuid_of
from bot.errors import BadAnswer

PREFIX: Final = "nl.overheid."
LOOKED_AT: Final = "nl.overheid.zaken.zaak-geopend"
"""A person looked at the case in a portal: nothing changed."""
_NUMBER: Final = re.compile("[0-9]{10}")
Foreign = Callable[[str], None]
"""Hears the origin of an address that is not under the roots."""


class Notification(Edge):
    """The classic form (VNG consumer webhook)."""

    kanaal: str
    main: str = Field(alias="hoofdObject")
    resource: str
    address: str = Field(alias="resourceUrl")
    actie: str
    kenmerken: dict[str, Any] = Field(default={})


class CloudEvent(Edge):
    """What is read of a CloudEvent 1.0; `data` may be missing or null."""

    specversion: str = Field(pattern=r"^1\.")
    type: str = Field(max_length=255)
    id: str
    source: str
    subject: str | None = None
    dataref: str | None = None
    data: Any = None


class Notices:
    """Addresses in notifications are compared, never fetched: what is read is built from our own roots."""

    def __init__(
        self,
        zaken_root: str,
        objects_root: str,
        klant_root: str,
        kinds: Types,
        owners: Owners,
        foreign: Foreign,
    ) -> None:
        self._questions = f"{klant_root}internetaken/"
        self._cases, self._objects = f"{zaken_root}zaken/", f"{objects_root}objects/"
        self._kinds, self._owners, self._foreign = kinds, owners, foreign

    def hint(self, body: object) -> Hint | None:
        """Decode a body; `BadAnswer` if it is none, None where it concerns nothing of ours."""
        try:
            if isinstance(body, Mapping) and "specversion" in body:
                return self._event(CloudEvent.model_validate(body))
            notice = Notification.model_validate(body)
        except (ValidationError, ValueError, RecursionError):
            raise BadAnswer("notification") from None
        return self._about(notice.kanaal, notice.main, notice.kenmerken)

    def _event(self, event: CloudEvent) -> Hint | None:
        if not event.type.startswith(PREFIX) or event.type == LOOKED_AT:
            return None
        channel = event.type.removeprefix(PREFIX).split(".", 1)[0]
        data = event.data if isinstance(event.data, dict) else {}
        main = data.get("hoofdObject")
        if isinstance(main, str):
            return self._about(channel, main, data)
        if channel == "zaaktypen":
            return Hint(types=True)
        return self._of_open_zaak(event) if event.type.startswith(f"{PREFIX}zaken.zaak-") else None

    def _of_open_zaak(self, event: CloudEvent) -> Hint | None:
        where = event.dataref or ""
        if "://" in where and not self._under(where, self._cases):
            return None
        uuid = uuid_of(event.subject)
        return Hint(case_uuid=uuid) if uuid else None

    def _about(self, channel: str, main: str, traits: Mapping[str, Any]) -> Hint | None:
        if channel == "zaaktypen":
            return Hint(types=True)
        if channel == "zaken":
            uuid = self._known(main, self._cases)
            return Hint(case_uuid=uuid) if uuid else None
        if channel == "internetaken":
            return self._task(main, traits)
        return self._object(main, traits) if channel == "objecten" else None

    def _task(self, main: str, traits: Mapping[str, Any]) -> Hint | None:
        """An internal task is found by the number that we gave it; the text that comes along is not read."""
        number = traits.get("nummer")
        if not isinstance(number, str) or not _NUMBER.fullmatch(number):
            return None
        return Hint(number=number) if self._known(main, self._questions) else None

    def _object(self, main: str, traits: Mapping[str, Any]) -> Hint | None:
        uuid = self._known(main, self._objects)
        # It is spelt in both ways, and only the UUID of a type counts (Open Object 4.0.0).
        name = self._kinds.name(uuid_of(traits.get("objectType") or traits.get("object_type")))
        if uuid is None or name is None:
            return None
        if name == types.LESGROEP:
            return Hint(group=uuid, object_uuid=uuid)
        return self._owners.get(uuid) or Hint(object_uuid=uuid, kind=name)

    def _known(self, address: str, root: str) -> str | None:
        return uuid_of(address) if self._under(address, root) else None

    def _under(self, address: str, root: str) -> bool:
        if under(address, root):
            return True
        self._foreign(_origin(address))
        return False


def _origin(address: str) -> str:
    try:
        return str(URL(address).origin())[:100]
    except ValueError:
        return "no address"
