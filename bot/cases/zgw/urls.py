"""Addresses of the case APIs: only what lies under a configured root is fetched; UUIDs are compared."""

from __future__ import annotations

from uuid import UUID

from yarl import URL


def under(url: str, root: str) -> bool:
    """Whether an address has scheme, host, port and path prefix of a root, and nothing that leaves it."""
    if ".." in url or "%2e" in url.lower() or "\\" in url:
        return False
    try:
        found, base = URL(url), URL(root)
        same = found.origin() == base.origin() and not found.user and not found.password
    except ValueError:
        return False
    return same and found.raw_path.startswith(base.raw_path.rstrip("/") + "/")


def uuid_of(url: object) -> str | None:
    """Return the UUID at the end of an address (or a bare one) in its usual spelling, or None."""
    if not isinstance(url, str):
        return None
    last = url.split("?", 1)[0].rstrip("/").rsplit("/", 1)[-1]
    try:
        return str(UUID(last))
    except ValueError:
        return None
