"""Settings: read once from the environment, frozen, every fault reported together."""

from __future__ import annotations

import base64
import os
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.errors import ConfigError

PREFIX = "WEGWIJS_"
CONTENT = Path(__file__).resolve().parent / "content"
"""A link to the folder beside `bot`, so that an installed package carries the texts too."""
KEY_BYTES = 32


class Settings(BaseModel):
    """How this installation runs.

    Names in the environment are `WEGWIJS_` plus the field in capitals; also REDIS_URL.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    tenants: Path
    """Folder of tenant files (*.toml)."""
    master_key_file: Path
    """File with the 32-byte master key, base64; never in Redis, never in the environment."""
    public_url: str
    """Where Telegram and the case systems reach us, without a slash at the end."""
    name: str = Field(default_factory=socket.gethostname)
    """Name of this process; two processes on one host need two names, and keep them when they start again."""
    redis_url: str | None = None
    """Your own Redis or Valkey; without it an embedded one runs in `data`."""
    data: Path = Path("var/data")
    fsync: Literal["always", "everysec"] = "always"
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8080
    bot_api: str = "https://api.telegram.org"
    link_base: str = "https://t.me/"
    updates: Literal["webhook", "polling"] = "webhook"
    content: Path = CONTENT
    translator_url: str | None = None
    """A LibreTranslate server of your own; without it free text stays as it was written."""
    translator_key: str = ""
    log: Literal["json", "plain"] = "json"

    @property
    def https(self) -> bool:
        """Whether browsers reach us by https."""
        return self.public_url.startswith("https://")

    def master_key(self) -> bytes:
        """Read the master key; raises `ConfigError`."""
        try:
            key = base64.b64decode(self.master_key_file.read_text(encoding="ascii").strip(), validate=True)
        except (OSError, ValueError) as fault:
            raise ConfigError(
                (f"{self.master_key_file}: the master key cannot be read ({fault}).",)
            ) from fault
        if len(key) != KEY_BYTES:
            raise ConfigError(
                (f"{self.master_key_file}: the master key must be {KEY_BYTES} bytes in base64.",)
            )
        return key


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings; raises `ConfigError` with every missing, wrong and unknown variable."""
    given = {name[len(PREFIX) :].lower(): value for name, value in environ.items() if name.startswith(PREFIX)}
    if environ.get("REDIS_URL"):
        given["redis_url"] = environ["REDIS_URL"]
    try:
        return Settings.model_validate(given)
    except ValidationError as fault:
        raise ConfigError(
            tuple(_say(e["loc"], e["type"], e["msg"]) for e in fault.errors(include_input=False))
        ) from fault


def _say(where: tuple[int | str, ...], kind: str, message: str) -> str:
    name = PREFIX + str(where[0]).upper()
    if kind == "missing":
        return f"{name} is missing. See docs/operations.md."
    if kind == "extra_forbidden":
        return f"{name} is not a setting of Wegwijs. Is it misspelt?"
    return f"{name}: {message}."


def make_master_key(path: Path) -> None:
    """Write a fresh master key, readable by the owner only; an existing one is never replaced."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(base64.b64encode(os.urandom(KEY_BYTES)).decode() + "\n")
