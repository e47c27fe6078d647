"""Signing in and out, choosing a municipality, and going on with a form that was kept."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from bot.console.deps import DEPS
from bot.console.guard import kept_form, own_path
from bot.console.origin import own_page
from bot.console.pages import address, draw
from bot.console.roles import Role, roles_in, tenants_of
from bot.console.sessions import cookie_name, drop_cookie, find_session, open_session, set_cookie
from bot.console.visit import SignedIn
from bot.store.records import Staff


async def show(request: web.Request) -> web.StreamResponse:
    """The sign-in page."""
    return draw(request, "signin.html", {"next": request.query.get("next", ""), "fault": "", "email": ""})


async def sign_in(request: web.Request) -> web.StreamResponse:
    """Check e-mail and password; failed tries are limited before any hashing."""
    if not own_page(request):
        raise web.HTTPForbidden
    form = await request.post()
    deps, now = request.app[DEPS], request.app[DEPS].clock()
    email, where = str(form.get("email", "")).strip().lower(), str(form.get("next", ""))
    address_of = request.remote or ""
    if not deps.tries.allowed(email, address_of, now):
        return _refused(request, email, where, "signin_too_many", 429)
    deps.tries.failed(email, address_of, now)
    staff = next((s for s in await deps.store.staff.all() if s.email.lower() == email), None)
    if not await deps.passwords.fits(staff.password_hash if staff else None, str(form.get("password", ""))):
        return _refused(request, email, where, "signin_wrong", 422)
    assert staff is not None
    deps.tries.succeeded(email, address_of)
    return await _let_in(request, staff, where)


def _refused(request: web.Request, email: str, where: str, fault: str, status: int) -> web.Response:
    response = draw(request, "signin.html", {"next": where, "fault": fault, "email": email}, status=status)
    if status == 429:
        response.headers["Retry-After"] = "900"
    return response


async def _let_in(request: web.Request, staff: Staff, where: str) -> web.StreamResponse:
    deps = request.app[DEPS]
    old = await find_session(deps.store, request.cookies.get(cookie_name(deps.https), ""), deps.clock())
    draft: dict[str, Any] = dict(old.session.draft) if old and old.session.staff == staff.id else {}
    token = await open_session(deps.store, staff, deps.clock(), draft)
    target = (
        address(request, "resume")
        if draft.get("path")
        else where
        if own_path(where)
        else address(request, "home")
    )
    response = web.Response(status=303, headers={"Location": target})
    set_cookie(response, token, https=deps.https)
    return response


async def sign_out(request: web.Request, signed: SignedIn) -> web.StreamResponse:
    """End the session."""
    deps = request.app[DEPS]
    await deps.store.sessions.delete(signed.session.id)
    response = web.Response(status=303, headers={"Location": address(request, "signin")})
    drop_cookie(response, https=deps.https)
    return response


async def home(request: web.Request, signed: SignedIn) -> web.StreamResponse:
    """Go to the only municipality, or choose one."""
    deps = request.app[DEPS]
    mine = tuple(deps.tenants[where] for where in tenants_of(signed.staff) if where in deps.tenants)
    starts = {tenant.id: first_page(request, signed.staff, tenant.id) for tenant in mine}
    if len(mine) == 1:
        raise web.HTTPSeeOther(starts[mine[0].id])
    return draw(request, "choose.html", {"tenants": mine, "starts": starts}, signed=signed)


def first_page(request: web.Request, staff: Staff, tenant: str) -> str:
    """Return where an account begins in a municipality."""
    only_planner = roles_in(staff, tenant) == {Role.PLANNER}
    return address(request, "timetable" if only_planner else "today", tenant=tenant)


async def resume(request: web.Request, signed: SignedIn) -> web.StreamResponse:
    """Show the form that was kept when the session ended, ready to be sent again (X36)."""
    kept = kept_form(signed.session)
    if kept is None:
        raise web.HTTPSeeOther(address(request, "home"))
    context = {"path": kept["path"], "fields": [tuple(pair) for pair in kept["fields"]]}
    response = draw(request, "resume.html", context, signed=signed)
    signed.session.draft.clear()
    await request.app[DEPS].store.sessions.put(signed.session)
    return response
