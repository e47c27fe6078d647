"""Every route of the console in one place, each with its guard; a test walks it."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from bot.console import (
    confirm,
    invite,
    lesson,
    people,
    person,
    remind,
    sent,
    signin,
    stuck,
    timetable,
    today,
    unreachable,
)
from bot.console.api import docs
from bot.console.api.operations import OPERATIONS
from bot.console.api.route import wrapped
from bot.console.guard import Page, Plain, Signed, signed_page, tenant_page
from bot.console.roles import Guard

API = "/api/v1"


@dataclass(frozen=True, slots=True)
class Route:
    """One route: who may, and the handler with its guard already around it."""

    method: str
    path: str
    name: str
    guard: Guard
    handler: Plain


def _open(method: str, path: str, name: str, handler: Plain) -> Route:
    return Route(method, path, name, Guard.OPEN, handler)


def _signed(method: str, path: str, name: str, handler: Signed) -> Route:
    return Route(method, path, name, Guard.SIGNED_IN, signed_page(handler))


def _case(method: str, path: str, name: str, handler: Page) -> Route:
    return Route(method, f"/{{tenant}}{path}", name, Guard.CASEWORKER, tenant_page(Guard.CASEWORKER, handler))


def _plan(method: str, path: str, name: str, handler: Page) -> Route:
    return Route(
        method, f"/{{tenant}}/school{path}", name, Guard.PLANNER, tenant_page(Guard.PLANNER, handler)
    )


def _admin(method: str, path: str, name: str, handler: Page) -> Route:
    return Route(method, f"/{{tenant}}{path}", name, Guard.ADMIN, tenant_page(Guard.ADMIN, handler))


PAGES: tuple[Route, ...] = (
    _open("GET", "/signin", "signin", signin.show),
    _open("POST", "/signin", "signin_post", signin.sign_in),
    _open("GET", f"{API}/", "api_docs", docs.page),
    _open("GET", f"{API}/openapi.json", "api_openapi", docs.openapi),
    _signed("GET", "/", "home", signin.home),
    _signed("GET", "/resume", "resume", signin.resume),
    _signed("POST", "/signout", "signout", signin.sign_out),
    _case("GET", "/today", "today", today.show),
    _case("GET", "/today/not-seen", "not_seen", today.not_seen),
    _case("GET", "/people", "people", people.show),
    _case("GET", "/people/{person}", "person", person.show),
    _case("POST", "/people/{person}/confirm", "person_confirm", person.confirm),
    _case("POST", "/people/{person}/refuse", "person_refuse", person.refuse),
    _case("POST", "/people/{person}/thaw", "person_thaw", person.thaw),
    _case("POST", "/people/{person}/end", "person_end", person.end),
    _case("GET", "/confirm", "confirm", confirm.show),
    _case("GET", "/alarms", "alarms", confirm.alarms),
    _case("POST", "/alarms/{alarm}/close", "alarm_close", confirm.close),
    _case("GET", "/invite", "invite", invite.show),
    _case("POST", "/invite/find", "invite_find", invite.find),
    _case("POST", "/invite", "invite_create", invite.create),
    _case("POST", "/invite/qr", "invite_again", invite.again),
    _case("GET", "/invite/table", "invite_table", invite.show_table),
    _case("POST", "/invite/table", "invite_table_post", invite.table),
    _case("GET", "/invitations/{invitation}/state", "invitation_state", invite.state),
    _case("GET", "/letters", "letters", invite.show_letters),
    _case("POST", "/letters", "letters_post", invite.make_letters),
    _case("GET", "/remind", "remind", remind.show),
    _case("GET", "/remind/preview", "remind_preview", remind.preview),
    _case("POST", "/remind/letters", "remind_letters", remind.print_letters),
    _case("POST", "/remind", "remind_send", remind.send),
    _case("GET", "/sent", "sent", sent.show_all),
    _case("GET", "/sent/{campaign}", "campaign", sent.show),
    _case("POST", "/sent/{campaign}/undo", "campaign_undo", sent.undo),
    _case("GET", "/unreachable", "unreachable", unreachable.show),
    _case("POST", "/unreachable/{person}", "hand_over", unreachable.hand_over),
    _admin("GET", "/stuck", "stuck", stuck.show),
    _admin("GET", "/stuck/{letter}", "stuck_letter", stuck.letter),
    _admin("POST", "/stuck/{letter}/retry", "stuck_retry", stuck.retry),
    _admin("POST", "/stuck/{letter}/discard", "stuck_discard", stuck.discard),
    _plan("GET", "", "timetable", timetable.show),
    _plan("GET", "/absences", "absences", timetable.absences),
    _plan("GET", "/lessons/{lesson}", "lesson", lesson.show),
    _plan("GET", "/lessons/{lesson}/preview", "lesson_preview", lesson.preview),
    _plan("POST", "/lessons/{lesson}", "lesson_change", lesson.change),
    _plan("POST", "/changes/{change}/undo", "change_undo", lesson.undo),
    _plan("POST", "/changes/{change}/now", "change_now", lesson.now),
    _plan("POST", "/changes/{change}/again", "change_again", lesson.again),
)

ROUTES: tuple[Route, ...] = PAGES + tuple(
    Route(one.method, f"{API}{one.path}", one.name, one.guard, wrapped(one)) for one in OPERATIONS
)


def add_routes(app: web.Application) -> None:
    """Add every route, and nothing else."""
    for route in ROUTES:
        app.router.add_route(route.method, route.path, route.handler, name=_name(app, route))


def _name(app: web.Application, route: Route) -> str | None:
    """Two methods of one path share a resource; its first name counts."""
    return None if any(r.path == route.path for r in ROUTES[: ROUTES.index(route)]) else route.name
