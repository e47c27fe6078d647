"""The case system over HTTP: its API, as any other system of the municipality reads it, and its own page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import aiohttp

from bot.sandbox.story.browser import Browser, Page
from bot.tenant import Tenant

PATIENCE = 20.0


class NotStored(Exception):
    """Something did not reach the case API in time."""


class Cases:
    """One municipality's case system, as its own people see it."""

    def __init__(self, http: aiohttp.ClientSession, tenant: Tenant, browser: Browser) -> None:
        self._http, self._tenant, self._browser = http, tenant, browser
        self._system = tenant.zgw

    async def objects(self, kind: str, *tests: str) -> list[dict[str, Any]]:
        """Objects of one type (Objects API v2), newest record's data; `tests` are `data_attr` filters."""
        uuid = self._tenant.profiel.objecttypen[kind].uuid
        query = [("type", f"{self._system.objecten}objecttypes/{uuid}"), ("pageSize", "100")]
        query += [("data_attr", one) for one in tests]
        headers = {"Authorization": f"Token {self._system.objecten_token}"}
        async with self._http.get(f"{self._system.objecten}objects", params=query, headers=headers) as answer:
            answer.raise_for_status()
            return [one["record"]["data"] for one in (await answer.json())["results"]]

    async def waits_for(
        self, kind: str, test: Callable[[dict[str, Any]], bool], what: str, *tests: str
    ) -> dict[str, Any]:
        """Ask again until an object passes; raises `NotStored`."""
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    for one in await self.objects(kind, *tests):
                        if test(one):
                            return one
                    await asyncio.sleep(0.1)
        except TimeoutError:
            raise NotStored(f"The case API has no {what}.") from None

    async def page(self, number: str) -> Page:
        """The page of one case."""
        return await self._browser.open(f"zaak/{number}")

    async def sends(self, number: str, act: str, holding: dict[str, str], values: dict[str, str]) -> Page:
        """Fill in a form of the case's page, as an official does."""
        page = await self.page(number)
        return await self._browser.send(page, page.form(act, **holding), values)
