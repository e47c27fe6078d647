"""Shows, makes, mends and removes a subscription, and says in plain words what was found and done."""

from __future__ import annotations

from dataclasses import dataclass

import aiohttp

from bot.cases.subscribe import Channel, Look, State, Subscribed, Subscriber
from bot.cases.subscribe_words import STATES, probed, why
from bot.clock import Clock, system_clock
from bot.errors import WegwijsError
from bot.tenant import Tenant

DONE = {
    Subscribed.CREATED: "Done: the subscription is made. Changes arrive within half a minute from now on.",
    Subscribed.MENDED: "Done: the subscription is mended.",
    Subscribed.UNCHANGED: "Nothing had to be changed. It does not show which secret it sends: after a"
    " change of zaaksysteem.notificatie_geheim run this with --renew.",
}
UNREACHED = "Something is wrong: the subscription stands, but our address does not answer as it should."


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be done."""

    check: bool = False
    remove: bool = False
    renew: bool = False


async def carry_out(
    tenant: Tenant, callback: str, asked: Asked, clock: Clock = system_clock
) -> tuple[bool, list[str]]:
    """Do it; answers whether all is well, and what to say, the result last."""
    lines = [f"{tenant.gemeente.naam} ({tenant.id}): {tenant.zgw.notificaties} → {callback}"]
    found: Look | None = None
    async with aiohttp.ClientSession() as session:
        try:
            subscriber = Subscriber(tenant, session, clock)
            found = await subscriber.look(callback)
            lines += seen(found)
            if asked.remove:
                return True, [*lines, _removed(await subscriber.remove(callback))]
            reached, words = probed(await subscriber.probe(callback))
            lines.append(words)
            if asked.check:
                well = reached and found.state is State.OK and not found.twice
                return well, [*lines, "All is well." if well else _mend(found, reached)]
            done = await subscriber.ensure(callback, asked.renew)
            if done is Subscribed.UNCHANGED and not reached:
                # The server tries our address only where something is changed.
                return False, [*lines, UNREACHED]
            return True, [*lines, DONE[done]]
        except WegwijsError as fault:
            told = why(fault, callback, found.offered if found else ())
            return False, [*lines, *told, "The subscription was not changed."]


def seen(found: Look) -> list[str]:
    """Say how it stands."""
    lines = [STATES[found.state]]
    if found.state is State.DIFFERS and found.mine is not None:
        lines.append(f"  it has   {_channels(found.mine.kanalen)}")
        lines.append(f"  we need  {_channels(found.wanted)}")
    if found.twice:
        lines.append(f"It is there {len(found.twice) + 1} times: every change arrives as often.")
    lines += [
        f"Another address with the same path is subscribed: {one.callback}. It is left alone; if it is an"
        f" earlier address of yours: wegwijs cases subscribe --remove --callback {one.callback}"
        for one in found.elsewhere
    ]
    lines += [
        f"The server has no channel `{name}`: such changes are found by the hourly and nightly reading only."
        for name in found.lacking
    ]
    if found.others:
        lines.append(f"{found.others} subscriptions of other programs are left alone.")
    return lines


def _mend(found: Look, reached: bool) -> str:
    if not reached:
        return "Something is wrong: first let the address answer, then run this again without --check."
    what = "makes it" if found.state is State.MISSING else "mends it"
    return f"Something is wrong: wegwijs cases subscribe {what}."


def _removed(count: int) -> str:
    if not count:
        return "There was nothing to remove."
    return "Done: it is removed. A running Wegwijs makes it again at its next start."


def _channels(channels: tuple[Channel, ...]) -> str:
    shown = [
        f"{one.naam}" + "".join(f" {name}={value}" for name, value in sorted(one.filters.items()))
        for one in channels
    ]
    return ", ".join(sorted(shown)) or "nothing"
