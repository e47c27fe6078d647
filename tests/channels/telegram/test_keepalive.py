"""Connections to the Bot API stay open, and an answer never reaches another request than its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from bot.channels.telegram.keepalive import LARGEST_ANSWER, Broken, NoConnection, Pool, target

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
FINE = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


class Server:
    """A raw HTTP server that answers as a test tells it."""

    def __init__(self) -> None:
        self.connections = 0
        self.talk: Talk = self.fine
        self.url = ""

    async def read(self, reader: asyncio.StreamReader) -> bytes:
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        return await reader.readexactly(length)

    async def fine(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            body = await self.read(reader)
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            await self.talk(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    told = Server()
    listening = await asyncio.start_server(told.handle, "127.0.0.1", 0)
    told.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/bot1/sendMessage"
    yield told
    listening.close()


@pytest.fixture
async def pool() -> AsyncIterator[Pool]:
    made = Pool(4, "wegwijs")
    yield made
    made.close()


async def post(pool: Pool, server: Server, body: bytes = b"{}", seconds: float = 5.0) -> tuple[int, bytes]:
    return await pool.post(server.url, body, seconds=seconds, connect_seconds=2.0)


async def test_one_connection_serves_one_call_after_the_other(pool: Pool, server: Server) -> None:
    assert [await post(pool, server, b"%d" % n) for n in range(3)] == [(200, b"0"), (200, b"1"), (200, b"2")]
    assert server.connections == 1


async def test_calls_at_the_same_time_get_each_their_own_answer(pool: Pool, server: Server) -> None:
    bodies = [b'{"n":%d}' % number for number in range(50)]
    answers = await asyncio.gather(*(post(pool, server, body) for body in bodies))
    assert [body for _, body in answers] == bodies
    assert server.connections <= 4


async def test_a_late_answer_is_not_taken_for_the_next_calls(pool: Pool, server: Server) -> None:
    asked = asyncio.Event()

    async def late(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        body = await server.read(reader)
        if body == b"slow":
            asked.set()
            body = await server.read(reader)  # never comes: the connection is given up
        writer.write(FINE)

    server.talk = late
    slow = asyncio.create_task(post(pool, server, b"slow"))
    await asked.wait()
    slow.cancel()
    await asyncio.gather(slow, return_exceptions=True)
    assert await post(pool, server, b"next") == (200, b"{}")
    assert server.connections == 2


async def test_a_silent_server_is_waited_for_no_longer_than_allowed(pool: Pool, server: Server) -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()

    server.talk = silent
    with pytest.raises(TimeoutError):
        await post(pool, server, seconds=0.05)


async def test_an_answer_in_pieces_and_in_chunks_is_put_together(pool: Pool, server: Server) -> None:
    async def pieces(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await server.read(reader)
        writer.write(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{"o')
        await writer.drain()
        writer.write(b'k\r\n6\r\n": 1}\n\r\n0\r\n\r\n')

    server.talk = pieces
    assert await post(pool, server) == (200, b'{"ok": 1}\n')


@pytest.mark.parametrize(
    "answer",
    [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", b"no http at all\r\n\r\n"],
    ids=["nothing", "half", "nonsense"],
)
async def test_an_answer_that_is_not_whole_is_a_broken_connection(
    pool: Pool, server: Server, answer: bytes
) -> None:
    async def cut(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await server.read(reader)
        writer.write(answer)

    server.talk = cut
    with pytest.raises(Broken):
        await post(pool, server)


async def test_an_endless_answer_is_given_up(pool: Pool, server: Server) -> None:
    async def endless(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await server.read(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (LARGEST_ANSWER * 2))
        while not writer.is_closing():
            writer.write(b"x" * 65536)
            await writer.drain()

    server.talk = endless
    with pytest.raises(Broken):
        await post(pool, server)


async def test_a_connection_that_was_closed_while_idle_is_not_used_again(pool: Pool, server: Server) -> None:
    closed = asyncio.Event()

    async def once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await server.read(reader)
        writer.write(FINE.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        closed.set()

    server.talk = once
    await post(pool, server)
    await closed.wait()
    assert await post(pool, server) == (200, b"{}")
    assert server.connections == 2


async def test_where_nobody_listens_the_call_was_never_sent(pool: Pool) -> None:
    with pytest.raises(NoConnection):
        await pool.post("http://127.0.0.1:1/bot1/x", b"{}", seconds=5.0, connect_seconds=2.0)


@pytest.mark.parametrize("url", ["ftp://a/b", "http:///x", "http://a/b\r\nX: y", "http://a/é"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        target(url, "wegwijs")
