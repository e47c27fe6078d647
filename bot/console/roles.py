"""Roles and what each may do."""

from __future__ import annotations

from enum import StrEnum

from bot.store.records import Staff


class Role(StrEnum):
    """Role of a grant, or of an API key."""

    CASEWORKER = "caseworker"
    PLANNER = "planner"
    ADMIN = "admin"


class Guard(StrEnum):
    """Who may use a route. Every route names one."""

    OPEN = "open"
    SIGNED_IN = "signed_in"
    CASEWORKER = "caseworker"
    PLANNER = "planner"
    ADMIN = "admin"
    API_CASEWORKER = "api_caseworker"
    API_PLANNER = "api_planner"
    API_ADMIN = "api_admin"


ALLOWED: dict[Guard, frozenset[Role]] = {
    Guard.CASEWORKER: frozenset({Role.CASEWORKER, Role.ADMIN}),
    Guard.PLANNER: frozenset({Role.PLANNER, Role.ADMIN}),
    Guard.ADMIN: frozenset({Role.ADMIN}),
    Guard.API_CASEWORKER: frozenset({Role.CASEWORKER, Role.ADMIN}),
    Guard.API_PLANNER: frozenset({Role.PLANNER, Role.ADMIN}),
    Guard.API_ADMIN: frozenset({Role.ADMIN}),
}


def roles_in(staff: Staff, tenant: str) -> frozenset[Role]:
    """Return the roles of an account in one municipality."""
    known = {role.value for role in Role}
    return frozenset(Role(role) for where, role in staff.grants if where == tenant and role in known)


def tenants_of(staff: Staff) -> tuple[str, ...]:
    """Return the municipalities of an account, each once."""
    return tuple(dict.fromkeys(where for where, _ in staff.grants))
