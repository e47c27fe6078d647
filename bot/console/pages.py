"""Draws a page from its template, with what every page has: words, addresses, the token of the form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import aiohttp_jinja2
from aiohttp import web
from jinja2 import PackageLoader, StrictUndefined

from bot.clock import local
from bot.console import formats
from bot.console.deps import DEPS
from bot.console.texts import Texts, chosen, texts
from bot.console.visit import SignedIn, Visit
from bot.words.tags import NEAR

LANGUAGE_COOKIE = "console_language"


def set_up(app: web.Application) -> None:
    """Make the templates known to the application."""
    aiohttp_jinja2.setup(
        app,
        loader=PackageLoader("bot.console"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        default_helpers=False,
    )


def words_of(request: web.Request) -> Texts:
    """Return the console's words in the language of this browser."""
    cookie = request.query.get("lang") or request.cookies.get(LANGUAGE_COOKIE, "")
    return texts(chosen(request.headers.get("Accept-Language", ""), cookie))


def address(request: web.Request, name: str, /, **parts: str) -> str:
    """Return the path of a named route, wherever the console is mounted."""
    return str(request.app.router[name].url_for(**parts))


def page(
    visit: Visit, template: str, context: Mapping[str, Any] | None = None, *, status: int = 200
) -> web.Response:
    """Draw a page inside a municipality."""

    def url(name: str, /, **parts: str) -> str:
        return address(visit.request, name, tenant=visit.tenant.id, **parts)

    extra = {"tenant": visit.tenant, "roles": visit.roles, "url": url, "visit": visit}
    return draw(visit.request, template, {**extra, **(context or {})}, signed=visit.signed, status=status)


def draw(
    request: web.Request,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    signed: SignedIn | None = None,
    status: int = 200,
) -> web.Response:
    """Draw any page."""
    t, now = words_of(request), request.app[DEPS].clock()
    lang = t.language

    def site(name: str, /, **parts: str) -> str:
        return address(request, name, **parts)

    common: dict[str, Any] = {
        "t": t,
        "lang": lang,
        "site": site,
        "url": site,
        "here": request.path,
        "signed": signed,
        "csrf": signed.session.csrf if signed else "",
        "tenant": None,
        "roles": frozenset(),
        "today": local(now).date(),
        "day": lambda on: formats.day(on, lang),
        "long_day": lambda on: formats.long_day(on, lang),
        "clock": formats.clock,
        "moment": lambda at: formats.moment(at, lang),
        "as_of": lambda at: formats.as_of(at, now, lang),
        "language_name": lambda tag: formats.language_name(tag, lang),
        "shown_as": NEAR.get,
        "flash": request.query.get("done", ""),
    }
    text = aiohttp_jinja2.render_string(template, request, {**common, **(context or {})})
    response = web.Response(text=text, status=status, content_type="text/html", charset="utf-8")
    if request.query.get("lang") == lang:
        response.set_cookie(
            LANGUAGE_COOKIE, lang, path="/", samesite="Strict", httponly=True, max_age=31_536_000
        )
    return response


def see(visit: Visit, name: str, /, *, done: str = "", **parts: str) -> web.HTTPSeeOther:
    """Return the redirect after a form; `done` names the line that the next page shows first."""
    path = address(visit.request, name, tenant=visit.tenant.id, **parts)
    return web.HTTPSeeOther(f"{path}?done={done}" if done else path)
