"""The proxy before an HTTP service does what is ordered, to the requests that are meant."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import aiohttp
import pytest
from aiohttp import web

from bot.sandbox.proxy import Effect, Fault, HttpProxy

PAGE = {"count": 3, "next": None, "results": [{"url": f"u{n}", "n": n} for n in range(3)]}


@dataclass
class Service:
    """A service behind its proxy, and a client before it."""

    proxy: HttpProxy
    client: aiohttp.ClientSession
    asked: list[str] = field(default_factory=list)

    async def get(self, path: str = "/things", seconds: float = 2.0) -> tuple[int, bytes]:
        return await self.ask("GET", path, seconds)

    async def ask(self, method: str, path: str, seconds: float = 2.0) -> tuple[int, bytes]:
        timeout = aiohttp.ClientTimeout(total=seconds)
        async with self.client.request(method, self.proxy.url + path, timeout=timeout) as answer:
            return answer.status, await answer.read()


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    asked: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append(f"{request.method} {request.path_qs} {await request.text()}".strip())
        return web.json_response(PAGE, headers={"X-Kept": "yes"})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = int(runner.addresses[0][1])
    proxy = HttpProxy(lambda: ("127.0.0.1", port), seed=1)
    await proxy.start()
    async with aiohttp.ClientSession() as client:
        client._retry_connection = False
        yield Service(proxy, client, asked)
    await proxy.stop()
    await runner.cleanup()


async def test_without_faults_all_goes_through(service: Service) -> None:
    url = f"{service.proxy.url}/things?a=1"
    async with service.client.post(url, data=b"x" * 100_000) as answer:
        assert (answer.status, answer.headers["X-Kept"], await answer.json()) == (200, "yes", PAGE)
    assert service.asked == ["POST /things?a=1 " + "x" * 100_000]
    assert [(one.method, one.target, one.effect) for one in service.proxy.passages] == [
        ("POST", "/things?a=1", "")
    ]


async def test_chunked_requests_and_answers_without_a_body_go_through(service: Service) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"one"
        yield b"two"

    async with service.client.post(f"{service.proxy.url}/things", data=pieces()) as answer:
        assert answer.status == 200
    assert service.asked == ["POST /things onetwo"]


@pytest.mark.parametrize("effect", [Effect.RESET, Effect.CLOSE])
async def test_a_broken_connection_does_nothing(service: Service, effect: Effect) -> None:
    service.proxy.faults.append(Fault(effect))
    with pytest.raises(aiohttp.ClientError):
        await service.get()
    assert service.asked == []


async def test_a_lost_reply_is_of_work_that_was_done(service: Service) -> None:
    service.proxy.faults.append(Fault(Effect.DROP_REPLY, method="POST"))
    with pytest.raises(aiohttp.ClientError):
        await service.ask("POST", "/things")
    assert (await service.get())[0] == 200
    assert service.asked == ["POST /things", "GET /things"]


async def test_a_black_hole_answers_nothing_until_it_heals(service: Service) -> None:
    service.proxy.faults.append(Fault(Effect.BLACK_HOLE))
    asking = asyncio.create_task(service.get(seconds=10))
    while not service.proxy.busy:  # noqa: ASYNC110
        await asyncio.sleep(0)
    service.proxy.heal()
    with pytest.raises(aiohttp.ClientError):
        await asking
    assert service.asked == []


async def test_a_status_of_its_own(service: Service) -> None:
    service.proxy.faults.append(
        Fault(Effect.STATUS, status=429, headers={"Retry-After": "7"}, body=b"{}", times=1)
    )
    async with service.client.get(f"{service.proxy.url}/things") as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (429, "7")
    assert (await service.get())[0] == 200


async def test_twice(service: Service) -> None:
    service.proxy.faults.append(Fault(Effect.TWICE))
    assert (await service.ask("PATCH", "/things"))[0] == 200
    assert service.asked == ["PATCH /things"] * 2


async def test_a_body_that_is_cut(service: Service) -> None:
    service.proxy.faults.append(Fault(Effect.CUT))
    with pytest.raises(aiohttp.ClientPayloadError):
        await service.get()


async def test_a_body_that_trickles_outlasts_a_deadline(service: Service) -> None:
    service.proxy.faults.append(Fault(Effect.TRICKLE, rate=20))
    with pytest.raises(TimeoutError):
        await service.get(seconds=0.3)


async def test_only_matching_requests_are_hit(service: Service) -> None:
    service.proxy.faults.append(Fault(Effect.STATUS, path="/bot1/", status=500))
    assert (await service.get("/bot1/x"))[0] == 500
    assert (await service.get("/bot2/x"))[0] == 200


async def test_bodies_are_replaced(service: Service) -> None:
    for effect in (Effect.NOT_JSON, Effect.WRONG_TYPES, Effect.SHORT_PAGE, Effect.FOREIGN, Effect.HUGE):
        service.proxy.faults[:] = [Fault(effect, donors=({"url": "other"},), size=1000)]
        _, body = await service.get()
        assert body != json.dumps(PAGE).encode(), effect


async def test_the_same_seed_does_the_same_again(service: Service) -> None:
    async def play() -> list[str]:
        service.proxy.__post_init__()
        service.proxy.passages.clear()
        service.proxy.faults[:] = [Fault(Effect.STATUS, chance=0.5)]
        for _ in range(20):
            await service.get()
        return [one.effect for one in service.proxy.passages]

    first = await play()
    assert {"", "status"} == set(first)
    assert await play() == first


async def test_a_proxy_that_is_stopped_refuses_and_comes_back_on_its_port(service: Service) -> None:
    await service.proxy.stop()
    with pytest.raises(aiohttp.ClientConnectorError):
        await service.get()
    await service.proxy.start()
    assert (await service.get())[0] == 200
