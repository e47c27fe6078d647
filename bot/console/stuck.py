"""Stuck messages: events that failed again and again, and jobs that keep failing."""

from __future__ import annotations

from collections.abc import Sequence

from aiohttp import web

from bot.console.pages import page, see
from bot.console.ports import TenantStore
from bot.console.visit import Visit, not_here
from bot.store.records import DeadLetter, FailingJob, Retried

FAILS = 3
"""A job that failed this often, one and a half minutes after its first try, is shown."""
RECENT = 50
LONGEST_REASON = 200


async def failing(store: TenantStore) -> Sequence[FailingJob]:
    """Return jobs that keep failing."""
    return [job for job in await store.jobs.failing() if job.times >= FAILS]


async def show(visit: Visit) -> web.StreamResponse:
    """console.stuck: what waits, what keeps failing, and what became of the others."""
    letters = await visit.store.dead.all()
    context = {
        "waiting": [letter for letter in letters if letter.state == "waiting"],
        "over": [letter for letter in letters if letter.state != "waiting"][:RECENT],
        "failing": await failing(visit.store),
    }
    return page(visit, "stuck.html", context)


async def letter(visit: Visit) -> web.StreamResponse:
    """One stuck message: try it once more, or say why it is given up."""
    return page(visit, "stuck_letter.html", {"letter": await the_letter(visit), "missing": False})


async def the_letter(visit: Visit) -> DeadLetter:
    """Return the letter of the address; anything else is not found."""
    id = visit.request.match_info["letter"]
    found = await visit.store.dead.get(id)
    if found is None:
        raise await not_here(visit, f"letter {id[:24]}")
    return found


async def retry(visit: Visit) -> web.StreamResponse:
    """Put the event back into its mailbox."""
    done = await tried(visit, await the_letter(visit))
    raise see(visit, "stuck", done=f"stuck_{done}")


async def tried(visit: Visit, letter: DeadLetter) -> Retried:
    """Try a letter once more, with a line of the audit log."""
    done = await visit.store.dead.retry(letter.id, visit.who)
    if done is Retried.OK:
        await visit.audit("stuck_retried", why=f"{letter.id} {letter.kind}")
    return done


async def discard(visit: Visit) -> web.StreamResponse:
    """Give the event up for good; a reason is needed."""
    found = await the_letter(visit)
    why = str((await visit.request.post()).get("reason", "")).strip()[:LONGEST_REASON]
    if not why:
        return page(visit, "stuck_letter.html", {"letter": found, "missing": True}, status=422)
    done = "discarded" if await given_up(visit, found, why) else "gone"
    raise see(visit, "stuck", done=f"stuck_{done}")


async def given_up(visit: Visit, letter: DeadLetter, why: str) -> bool:
    """Discard a letter, with a line of the audit log; False where somebody was faster."""
    done = await visit.store.dead.discard(letter.id, visit.who, why)
    if done:
        await visit.audit("stuck_discarded", why=f"{letter.id} {letter.kind}: {why}")
    return done
