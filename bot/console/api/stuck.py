"""Stuck messages over the HTTP API."""

from __future__ import annotations

from bot.console import stuck
from bot.console.api.models import DiscardIn, FailingOut, StuckOut, StucksOut
from bot.console.api.problem import Problem
from bot.console.api.route import Answer
from bot.console.visit import Visit
from bot.store.records import DeadLetter, Retried

WHY_NOT = {
    Retried.GONE: ("not_waiting", "Somebody else dealt with it already."),
    Retried.UNREADABLE: ("unreadable", "The event cannot be read; it can only be discarded."),
    Retried.ENDED: ("link_ended", "The link of this event has ended."),
}


def _out(letter: DeadLetter) -> StuckOut:
    return StuckOut(
        id=letter.id,
        link=letter.link,
        kind=letter.kind,
        reason=letter.reason,
        tries=letter.tries,
        retries=letter.retries,
        at=letter.at,
        state=letter.state,
        can_retry=letter.kept,
        by=letter.by,
        why=letter.why,
        ended_at=letter.ended_at,
    )


async def show_all(visit: Visit, _: None) -> Answer:
    """List stuck messages and jobs that keep failing."""
    jobs = [
        FailingOut(
            kind=job.kind, key=job.key, times=job.times, since=job.since, reason=job.reason, again=job.again
        )
        for job in await stuck.failing(visit.store)
    ]
    letters = [_out(letter) for letter in await visit.store.dead.all()]
    return Answer(StucksOut(letters=letters, failing=jobs))


async def retry(visit: Visit, _: None) -> Answer:
    """Try one once more."""
    letter = await stuck.the_letter(visit)
    done = await stuck.tried(visit, letter)
    if done is not Retried.OK:
        raise Problem.of_status(409, *WHY_NOT[done])
    return await _again(visit)


async def discard(visit: Visit, body: DiscardIn) -> Answer:
    """Give one up for good."""
    letter = await stuck.the_letter(visit)
    if not await stuck.given_up(visit, letter, body.reason):
        raise Problem.of_status(409, *WHY_NOT[Retried.GONE])
    return await _again(visit)


async def _again(visit: Visit) -> Answer:
    return Answer(_out(await stuck.the_letter(visit)))
