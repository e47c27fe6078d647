"""Turns every error into an answer for people: a page, or problem+json for the HTTP API."""

from __future__ import annotations

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from bot.console.api.problem import Problem, problem_response
from bot.console.deps import DEPS
from bot.console.headers import protect
from bot.console.pages import draw
from bot.errors import CaseApiAway, CaseApiDenied, NotAllowed, Retry, StoreAway

log = structlog.get_logger()
API = "/api/v1"
LARGEST_BODY = 512 * 1024
KNOWN = (400, 403, 404, 405, 413, 415, 503)


@web.middleware
async def answer_faults(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer errors, and put the protecting headers on everything."""
    try:
        if (request.content_length or 0) > LARGEST_BODY:
            raise web.HTTPRequestEntityTooLarge(LARGEST_BODY, request.content_length or 0)
        response = await handler(request)
    except web.HTTPRedirection as fault:
        response = web.Response(status=fault.status, headers={"Location": fault.headers["Location"]})
    except web.HTTPException as fault:
        response = _answer(request, fault.status, fault)
    except Problem as fault:
        response = problem_response(fault)
    except NotAllowed:
        response = _answer(request, 404)
    except (Retry, CaseApiDenied) as fault:
        response = _answer(request, 503, reason="case_away" if _case(fault) else "store_away")
    except Exception:
        log.exception("console_fault", route=request.match_info.route.name, method=request.method)
        response = _answer(request, 500)
    protect(response, https=request.app[DEPS].https)
    return response


def _case(fault: Exception) -> bool:
    return isinstance(fault, CaseApiAway | CaseApiDenied) and not isinstance(fault, StoreAway)


def is_api(request: web.Request) -> bool:
    """Whether this request is for the HTTP API, wherever the console is mounted."""
    return f"{API}/" in request.path


def _answer(
    request: web.Request, status: int, fault: web.HTTPException | None = None, *, reason: str = ""
) -> web.StreamResponse:
    if is_api(request):
        response = problem_response(Problem.of_status(status))
    else:
        known = str(status) if status in KNOWN else "500"
        response = draw(request, "fault.html", {"code": reason or known}, status=status)
    if fault is not None and "Allow" in fault.headers:
        response.headers["Allow"] = fault.headers["Allow"]
    if status == 503:
        response.headers["Retry-After"] = "30"
    return response
