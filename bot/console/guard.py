"""Lets in who may come in, before any handler runs: session, grant, role, and that a form is ours."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote, urlsplit

from aiohttp import web

from bot.console.deps import DEPS
from bot.console.origin import SAFE, own_page
from bot.console.pages import address
from bot.console.roles import ALLOWED, Guard, roles_in
from bot.console.sessions import cookie_name, csrf_fits, find_session
from bot.console.visit import SignedIn, Visit, not_here
from bot.errors import NotAllowed
from bot.store.records import ConsoleSession

Page = Callable[[Visit], Awaitable[web.StreamResponse]]
Signed = Callable[[web.Request, SignedIn], Awaitable[web.StreamResponse]]
Plain = Callable[[web.Request], Awaitable[web.StreamResponse]]
KEPT_FIELDS = 400


async def signed_in(request: web.Request) -> SignedIn:
    """Return who is signed in; sends everybody else to the sign-in page and keeps a half-written form."""
    deps = request.app[DEPS]
    token = request.cookies.get(cookie_name(deps.https), "")
    found = await find_session(deps.store, token, deps.clock())
    staff = await deps.store.staff.get(found.session.staff) if found else None
    if found is None or staff is None or not found.live:
        if found is not None and request.method not in SAFE:
            await _keep(request, found.session)
        raise _to_sign_in(request)
    if request.method not in SAFE:
        await _own_form(request, found.session)
    return SignedIn(staff, found.session)


async def _own_form(request: web.Request, session: ConsoleSession) -> None:
    form = await request.post()
    if not own_page(request) or not csrf_fits(session, str(form.get("csrf", ""))):
        raise web.HTTPForbidden(reason="Not from this page")


async def _keep(request: web.Request, session: ConsoleSession) -> None:
    """Keep the form of somebody whose session ended in the middle (X36); files and tokens are not kept."""
    if not own_page(request):
        return
    form = await request.post()
    fields = [[k, v] for k, v in form.items() if isinstance(v, str) and k != "csrf"][:KEPT_FIELDS]
    session.draft.clear()
    session.draft.update({"path": request.path, "fields": fields})
    await request.app[DEPS].store.sessions.put(session)


def _to_sign_in(request: web.Request) -> web.HTTPSeeOther:
    where = request.path_qs if request.method in SAFE else ""
    path = address(request, "signin")
    return web.HTTPSeeOther(f"{path}?next={quote(where, safe='')}" if where else path)


def own_path(path: str) -> bool:
    """Whether a path leads to ourselves: no scheme, no host, no backslash."""
    parts = urlsplit(path)
    return path.startswith("/") and not path.startswith("//") and "\\" not in path and not parts.netloc


def tenant_page(guard: Guard, handler: Page) -> Plain:
    """Wrap a page of a municipality; who has no grant or not this role sees "not found"."""

    async def guarded(request: web.Request) -> web.StreamResponse:
        signed = await signed_in(request)
        return await handler(await _visit(request, signed, guard))

    return guarded


async def _visit(request: web.Request, signed: SignedIn, guard: Guard) -> Visit:
    deps, wanted = request.app[DEPS], request.match_info["tenant"]
    roles = roles_in(signed.staff, wanted)
    if wanted not in deps.tenants or not roles & ALLOWED[guard]:
        await _note_foreign(request, signed)
        raise NotAllowed
    tenant = deps.tenants[wanted]
    return Visit(
        request, tenant, deps.store.tenant(tenant), roles, signed.staff.id, signed.staff.school, signed
    )


async def _note_foreign(request: web.Request, signed: SignedIn) -> None:
    """One alarm line in the colleague's own municipality (A22)."""
    deps = request.app[DEPS]
    own = next((deps.tenants[where] for where, _ in signed.staff.grants if where in deps.tenants), None)
    if own is not None:
        store = deps.store.tenant(own)
        roles = roles_in(signed.staff, own.id)
        await not_here(Visit(request, own, store, roles, signed.staff.id, None, signed), request.path)


def signed_page(handler: Signed) -> Plain:
    """Wrap a page for everybody who is signed in."""

    async def guarded(request: web.Request) -> web.StreamResponse:
        return await handler(request, await signed_in(request))

    return guarded


def kept_form(session: ConsoleSession) -> dict[str, Any] | None:
    """Return the form that was kept when the session before this one ended."""
    return session.draft if session.draft.get("path") else None
