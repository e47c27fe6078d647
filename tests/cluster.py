"""A three-node cluster of the embedded server, formed by hand: slots split in three, nodes introduced."""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from redis import Redis
from redis.exceptions import RedisError

from bot.store.embedded import EmbeddedServer

SLOTS = 16_384


def free_port() -> int:
    """A port that is free now and whose cluster bus port (+ 10,000) exists."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        if port < 55_000:
            return port


@dataclass
class Cluster:
    """Three nodes on loopback ports; `url` is what the store takes."""

    folder: Path
    nodes: list[EmbeddedServer] = field(default_factory=list)
    ports: list[int] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Address of the cluster."""
        return f"redis+cluster://127.0.0.1:{self.ports[0]}"

    def start(self, deadline: float = 20.0) -> Cluster:
        """Start the nodes, give each a third of the slots, and wait until all agree."""
        for number in range(3):
            port = free_port()
            extra = ("--port", str(port), "--cluster-enabled", "yes", "--bind", "127.0.0.1")
            self.nodes.append(EmbeddedServer(self.folder / f"node{number}", extra=extra).start())
            self.ports.append(port)
        clients = [Redis(port=port, decode_responses=True) for port in self.ports]
        third = SLOTS // 3 + 1
        for number, client in enumerate(clients):
            client.cluster("ADDSLOTSRANGE", number * third, min((number + 1) * third, SLOTS) - 1)
            client.cluster("MEET", "127.0.0.1", self.ports[0])
        until = time.monotonic() + deadline
        while not all(self._agrees(client) for client in clients):
            if time.monotonic() > until:
                raise TimeoutError("The cluster does not form.")
        for client in clients:
            client.close()
        return self

    @staticmethod
    def _agrees(client: Redis) -> bool:
        with suppress(RedisError):
            info = client.cluster("INFO")
            return bool(info["cluster_state"] == "ok" and info["cluster_known_nodes"] == "3")
        return False

    def stop(self) -> None:
        """Stop every node."""
        for node in self.nodes:
            node.stop()
