"""Addresses of other systems, as an administrator writes them down."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit


def check_root(value: str) -> str:
    """Check where an API begins; raises `ValueError` with a sentence that repeats nothing of the value."""
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise ValueError("must be an address, and this is none") from None
    if parts.scheme not in {"https", "http"} or not host:
        raise ValueError("must be an address that begins with https://")
    if parts.scheme == "http" and not loopback(host):
        raise ValueError("must begin with https://; http is allowed on this machine only (127.0.0.1)")
    if parts.username is not None or parts.password is not None:
        raise ValueError("must hold no name and no password")
    if "?" in value or "#" in value:
        raise ValueError("must end after the path, without ? and #")
    if not value.endswith("/"):
        raise ValueError("must end with a slash")
    return value


def loopback(host: str) -> bool:
    """Whether a name or number means this machine itself."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
