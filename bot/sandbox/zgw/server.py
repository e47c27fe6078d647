"""The case servers of one municipality, in memory, with the faces that tests, demo and benchmark need."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.clock import Clock, system_clock
from bot.sandbox.zgw import autorisaties, catalogi, catalogus, roots
from bot.sandbox.zgw.access import Application, Clients, application, klant_key, object_key
from bot.sandbox.zgw.exchange import Api, Exchange, Sleep
from bot.sandbox.zgw.faults import Faults
from bot.sandbox.zgw.fout import OPEN_NOTIFICATIES, OPEN_OBJECT, OPEN_ZAAK
from bot.sandbox.zgw.journal import Journal
from bot.sandbox.zgw.klant import Klant
from bot.sandbox.zgw.notices import Notices
from bot.sandbox.zgw.notificaties import Notificaties
from bot.sandbox.zgw.objecten import Objecten
from bot.sandbox.zgw.objecttypen import Objecttypen
from bot.sandbox.zgw.register import Doc, Register
from bot.sandbox.zgw.rights import CaseRights
from bot.sandbox.zgw.schema import CONTENT, Schemas
from bot.sandbox.zgw.zaakdelen import Zaakdelen
from bot.sandbox.zgw.zaken import Zaken


class Zgw:
    """One municipality's case system.

    `base_url` is where `app()` is reached (no slash at the end) and may be set later. `file` keeps everything
    between runs. `interval` is the beat of the notices in seconds.
    """

    def __init__(
        self,
        name: str,
        rsin: str,
        clients: Clients,
        *,
        base_url: str = "",
        clock: Clock = system_clock,
        sleep: Sleep = asyncio.sleep,
        interval: float = 0.0,
        file: Path | None = None,
        schemas: Path = CONTENT,
    ) -> None:
        self.name, self.rsin, self.clients = name, rsin, clients
        self.register = Register(clock, base_url.rstrip("/"))
        self.faults, self.journal = Faults(), Journal()
        self.notices = Notices(self.register, sleep, interval)
        self.rights = CaseRights(self.register, self.notices)
        self.types = Schemas()
        self.types.publish(self.register, schemas)
        self.case_type = catalogus.publish(self.register, rsin)
        self.objecten = Objecten(self.register, self.notices, self.types)
        self.klant = Klant(self.register, self.notices)
        self.zaakdelen = Zaakdelen(self.register, self.rights)
        self.notificaties = Notificaties(self.register, self.notices)
        self._exchange = Exchange(self.register, self.journal, self.faults, sleep)
        self._file = file
        self.restored = self._restore()

    @property
    def base_url(self) -> str:
        """Where the servers are reached."""
        return self.register.base_url

    @base_url.setter
    def base_url(self, url: str) -> None:
        self.register.base_url = url.rstrip("/")

    def app(self) -> web.Application:
        """All APIs and the page `/zaaksysteem/`, to be run alone or mounted below a prefix."""
        from bot.sandbox.zgw.page import page  # the page acts through this class

        app = web.Application()
        for api in self._apis():
            app.add_subapp(api.root, self._exchange.application(api))
        app.add_subapp("/zaaksysteem/", page(self))
        app.on_cleanup.append(self._close)
        app.middlewares.append(self._keeping)
        return app

    def case(self, number: str) -> Doc:
        """A case by its number, for assertions; `KeyError` if there is none."""
        found = next(self.register.where(roots.CASES, identificatie=number), None)
        if found is None:
            raise KeyError(number)
        return found

    def objects(self, type_name: str, **data: object) -> list[Doc]:
        """Objects of a type as `{uuid, index, **data}`, oldest first; `data` narrows to exact values."""
        kind = next(self.register.where(roots.OBJECTTYPES, name=type_name))
        rows = self.register.where(roots.OBJECTS, type=kind["url"])
        found = [
            {"uuid": r["uuid"], "index": r["_records"][-1]["index"], **r["_records"][-1]["data"]}
            for r in rows
        ]
        return [doc for doc in found if all(doc.get(k) == v for k, v in data.items())]

    def tasks(self, number: str) -> list[Doc]:
        """External tasks of a case."""
        uuid = self.case(number)["uuid"]
        return [t for t in self.objects("externetaak") if t.get("koppeling", {}).get("uuid") == uuid]

    def plan(self, number: str) -> Doc | None:
        """The living plan of a case, or None before there is one."""
        return next(iter(self.objects("inburgeringsplan", zaak=self.case(number)["uuid"])), None)

    def klantcontacten(self) -> list[Doc]:
        """Contacts with all that hangs on them, oldest first."""
        return [self.klant.contact(row) for row in self.register.rows(roots.KLANTCONTACTEN)]

    def save(self) -> None:
        """Keep everything in the file, if there is one."""
        if self._file is None:
            return
        fresh = self._file.with_suffix(".new")
        fresh.write_text(self.register.dump(), encoding="utf-8")
        fresh.replace(self._file)

    def _restore(self) -> bool:
        if self._file is None or not self._file.exists():
            return False
        self.register.restore(self._file.read_text(encoding="utf-8"))
        for row in self.register.rows(roots.OBJECTTYPES):
            if "_version" in row:  # kept by a release in which a type had one version
                row["_versions"] = [row.pop("_version")]
        self.case_type = next(self.register.where(roots.ZAAKTYPEN, identificatie=catalogus.ZAAKTYPE))
        return True

    def _apis(self) -> tuple[Api, ...]:
        zaken = Zaken(self.register, self.rights)
        return (
            Api(
                "catalogi",
                roots.CATALOGI,
                "1.3.1",
                OPEN_ZAAK,
                self._application,
                catalogi.routes(self.register),
            ),
            Api(
                "zaken",
                roots.ZAKEN,
                "1.5.1",
                OPEN_ZAAK,
                self._application,
                (*zaken.routes(), *self.zaakdelen.routes()),
            ),
            Api(
                "objecten",
                roots.OBJECTEN,
                "2.7.0",
                OPEN_OBJECT,
                lambda header: object_key(header, self.clients),
                (*self.objecten.routes(), *Objecttypen(self.register).routes()),
                crs_on_writes=True,
            ),
            Api(
                "autorisaties",
                roots.AUTORISATIES,
                "1.0.0",
                OPEN_ZAAK,
                self._application,
                autorisaties.routes(self.register),
            ),
            Api("klantinteracties", roots.KLANT, "0.9.0", OPEN_ZAAK, self._klant_key, self.klant.routes()),
            Api(
                "notificaties",
                roots.NOTIFICATIES,
                "1.0.0",
                OPEN_NOTIFICATIES,
                self._application,
                self.notificaties.routes(),
            ),
        )

    def _application(self, header: str | None) -> Application:
        return application(header, self.clients, self.register.clock().timestamp())

    def _klant_key(self, header: str | None) -> None:
        klant_key(header, self.clients)

    @web.middleware
    async def _keeping(self, request: web.Request, handler: Any) -> web.StreamResponse:
        answer: web.StreamResponse = await handler(request)
        if request.method not in {"GET", "HEAD"}:
            self.save()
        return answer

    async def _close(self, app: web.Application) -> None:
        await self.notices.close()
        self.save()


@asynccontextmanager
async def serving(zgw: Zgw, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Run one municipality alone; gives its address and sets `base_url`. Port 0 takes a free one."""
    runner = web.AppRunner(zgw.app(), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    await site.start()
    address = f"http://{host}:{runner.addresses[0][1]}"
    zgw.base_url = address
    try:
        yield address
    finally:
        await runner.cleanup()
