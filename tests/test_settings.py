"""Settings are read once, and every fault is reported in one go."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.settings import make_master_key, read_settings

GOOD = {
    "WEGWIJS_TENANTS": "tenants",
    "WEGWIJS_MASTER_KEY_FILE": "key",
    "WEGWIJS_PUBLIC_URL": "https://wegwijs.example",
}


def test_good_settings_are_read() -> None:
    settings = read_settings(GOOD | {"REDIS_URL": "redis://127.0.0.1:6379/0", "PATH": "/bin"})
    assert settings.redis_url == "redis://127.0.0.1:6379/0"
    assert settings.https


def test_every_fault_is_named_together() -> None:
    with pytest.raises(ConfigError) as caught:
        read_settings({"WEGWIJS_TENANTS": "t", "WEGWIJS_PORT": "many", "WEGWIJS_PRT": "1"})
    text = str(caught.value)
    for name in (
        "WEGWIJS_MASTER_KEY_FILE is missing",
        "WEGWIJS_PUBLIC_URL is missing",
        "WEGWIJS_PORT:",
        "WEGWIJS_PRT",
    ):
        assert name in text


def test_a_fault_never_repeats_a_value() -> None:
    with pytest.raises(ConfigError) as caught:
        read_settings(GOOD | {"WEGWIJS_FSYNC": "geheim-9f2"})
    assert "geheim-9f2" not in str(caught.value)


def test_a_master_key_is_made_once_and_read(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "master.key"
    make_master_key(path)
    settings = read_settings(GOOD | {"WEGWIJS_MASTER_KEY_FILE": str(path)})
    key = settings.master_key()
    make_master_key(path)
    assert settings.master_key() == key
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", ["", "short", "AAAA"], ids=["empty", "not base64", "too short"])
def test_a_wrong_master_key_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "master.key"
    path.write_text(content)
    with pytest.raises(ConfigError):
        read_settings(GOOD | {"WEGWIJS_MASTER_KEY_FILE": str(path)}).master_key()
