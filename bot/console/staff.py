"""Adds a local account of the console, for the command line and the example town."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from bot.console.passwords import Passwords
from bot.console.ports import Store
from bot.console.roles import Role
from bot.errors import ConfigError
from bot.store.records import Staff

SHORTEST = 12


async def add_staff(
    store: Store,
    email: str,
    name: str,
    password: str,
    grants: Sequence[tuple[str, str]],
    *,
    school: str | None = None,
    identification: str | None = None,
    passwords: Passwords | None = None,
) -> Staff:
    """Create an account, or replace the one with this e-mail; raises `ConfigError` naming every fault."""
    faults = tuple(_faults(email, name, password, grants, school))
    if faults:
        raise ConfigError(faults)
    email = email.strip().lower()
    old = next((s for s in await store.staff.all() if s.email.lower() == email), None)
    staff = Staff(
        old.id if old else secrets.token_urlsafe(12),
        email,
        name.strip(),
        (passwords or Passwords()).hash(password),
        tuple(grants),
        school,
        identification,
    )
    await store.staff.put(staff)
    return staff


def _faults(
    email: str, name: str, password: str, grants: Sequence[tuple[str, str]], school: str | None
) -> list[str]:
    known = {role.value for role in Role}
    faults = [
        f"role {role!r} is none of {', '.join(sorted(known))}" for _, role in grants if role not in known
    ]
    if "@" not in email:
        faults.append("the e-mail address has no @")
    if not name.strip():
        faults.append("the name is missing")
    if len(password) < SHORTEST:
        faults.append(f"the password has fewer than {SHORTEST} characters")
    if not grants:
        faults.append("at least one grant (municipality and role) is needed")
    if any(role == Role.PLANNER.value for _, role in grants) and not school:
        faults.append("a planner needs the name of the school")
    return faults
