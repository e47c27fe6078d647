"""A bare Bot API client, for tests that must see Telegram's very words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import aiohttp


@dataclass(frozen=True, slots=True)
class Caller:
    """Calls the Bot API over HTTP and returns what Telegram answered."""

    session: aiohttp.ClientSession
    base: str
    token: str

    async def __call__(self, method: str, **params: Any) -> Any:
        """Return the result of a call that must succeed."""
        answer = await self.answer(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, **params: Any) -> str:
        """Return the description of a call that must be refused."""
        answer = await self.answer(method, **params)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def answer(self, method: str, **params: Any) -> dict[str, Any]:
        """Return the whole answer; its error code must be the HTTP status."""
        url = f"{self.base}/bot{self.token}/{method}"
        async with self.session.post(url, json=params) as response:
            body: dict[str, Any] = await response.json()
            assert body.get("error_code", 200) == response.status
            return body
