"""The people at the desks, by the doors that they use: the console's pages and its HTTP API."""

from __future__ import annotations

import re
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

import aiohttp

from bot.cases.model import Lesson
from bot.console.api.keys import make_key
from bot.console.roles import Role
from tests.town import TestTown

SAME = {"Sec-Fetch-Site": "same-origin"}
CSRF = re.compile(r'name="csrf" value="([^"]+)"')


@dataclass
class Planner:
    """Ingrid, planner of De Brug, by the HTTP API."""

    town: TestTown
    key: str
    school: str = "Taalschool De Brug"

    async def cancels(self, group: str, wall: str) -> dict[str, Any]:
        """Cancel a group's lesson."""
        return await self._changes(group, wall, act="cancel")

    async def moves(self, group: str, wall: str, to: str, until: str = "") -> dict[str, Any]:
        """Move a group's lesson to another moment."""
        ends = {"ends": until.replace(" ", "T")} if until else {}
        return await self._changes(group, wall, act="move", starts=to.replace(" ", "T"), **ends)

    async def counts(self, group: str, wall: str) -> dict[str, list[str]]:
        """Who understood, saw, has not seen, and has no phone link, by first name."""
        lesson = await self._lesson(group, wall)
        answer = await self._asks("GET", f"/lessons/{lesson.id}/acknowledgements")
        return {name: answer[name] for name in ("understood", "seen", "not_yet", "no_link")}

    async def absences(self) -> list[dict[str, Any]]:
        """Announced absences of the own school."""
        found: list[dict[str, Any]] = (await self._asks("GET", "/absences"))["absences"]
        return found

    async def _changes(self, group: str, wall: str, **change: str) -> dict[str, Any]:
        lesson = await self._lesson(group, wall)
        body = {"lesson": lesson.id, "version": lesson.version, **change}
        return await self._asks("POST", "/changes", body)

    async def _lesson(self, group: str, wall: str) -> Lesson:
        """The lesson as it stands on the planner's page, own changes included."""
        begins = datetime.fromisoformat(wall)
        return next(
            lesson
            for facts in await self.town.waterveen.store.groups.all()
            for lesson in facts.lessons
            if facts.group.code == group and lesson.starts == begins
        )

    async def _asks(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self.key}", "Idempotency-Key": str(uuid.uuid4())}
        url = f"{self.town.console}/api/v1{path}"
        async with self.town.http.request(method, url, json=body, headers=headers) as answer:
            found: dict[str, Any] = await answer.json()
            assert answer.status < 300, found
            return found


async def ingrid(town: TestTown) -> Planner:
    """Give the planner of De Brug an API key."""
    record, key = make_key("rooster", "waterveen", Role.PLANNER, "Taalschool De Brug")
    await town.demo.app.store.api_keys.put(record)
    return Planner(town, key)


@dataclass
class Caseworker:
    """Anneke, caseworker of Waterveen, at the pages of the console."""

    town: TestTown
    http: aiohttp.ClientSession = field(repr=False)

    async def signs_in(self) -> None:
        """Sign in as in the demo."""
        anneke = self.town.demo.town.colleague("km-001")
        form = {"email": anneke.email, "password": anneke.password, "next": ""}
        async with self.http.post(f"{self.town.console}/signin", data=form, headers=SAME) as answer:
            assert answer.status == 200, await answer.text()

    async def confirms(self, person: str) -> None:
        """Confirm a link that waits."""
        await self._sends(person, "confirm")

    async def opens_again(self, person: str) -> None:
        """Open a frozen phone again."""
        await self._sends(person, "thaw")

    async def ends_link(self, person: str) -> None:
        """End the link of a lost phone."""
        await self._sends(person, "end", reason="phone_lost")

    async def _sends(self, person: str, act: Literal["confirm", "thaw", "end"], **form: str) -> None:
        await self.signs_in()  # A session ends by itself after a while, and the clock may have moved on.
        address = f"{self.town.console}/waterveen/people/{person}"
        async with self.http.get(address) as page:
            found = CSRF.search(await page.text())
        assert found is not None, "the page has no form"
        fields = {"csrf": found.group(1), **form}
        async with self.http.post(f"{address}/{act}", data=fields, headers=SAME) as answer:
            assert answer.status == 200, await answer.text()


@asynccontextmanager
async def anneke(town: TestTown) -> AsyncIterator[Caseworker]:
    """Anneke at her browser."""
    # The jar of a browser also keeps cookies of an address that is a number.
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
        yield Caseworker(town, http)
