"""What a profile maps and what it leaves hidden, in lines for `wegwijs check`."""

from __future__ import annotations

from collections.abc import Iterable

from bot.cases.model import State
from bot.tenant import Profiel
from bot.tenant.names import BERICHTEN, FEITEN, OBJECTTYPEN


def overview(profile: Profiel) -> tuple[str, ...]:
    """Say in a few lines how the municipality's case type is read."""
    statuses = ", ".join(f"{rule.omschrijving} = {rule.staat.value}" for rule in profile.status)
    found = [f"case types: {', '.join(profile.zaaktypen)}"] if profile.zaaktypen else []
    found += [f"deelzaken: {rule.zaaktype} = {rule.onderdeel}" for rule in profile.deelzaken]
    found += [
        f"status types: {statuses or 'none'}; every other status is hidden",
    ]
    if profile.zaaktypen:  # a nightly file has columns instead
        found += [
            f"properties: {len(profile.eigenschappen)} of {len(FEITEN)}"
            f"{_hidden(FEITEN, profile.eigenschappen)}",
            f"object types: {len(profile.objecttypen)} of {len(OBJECTTYPEN)}"
            f"{_hidden(OBJECTTYPEN, profile.objecttypen)}",
        ]
    found += [
        f"told: {', '.join(profile.berichten) or 'nothing'}"
        f"{_hidden(BERICHTEN, profile.berichten, 'not told')}",
    ]
    return (*found, *(f"note: {note}" for note in notes(profile)))


def notes(profile: Profiel) -> tuple[str, ...]:
    """What is allowed, but probably not meant."""
    found = []
    if not any(rule.staat is State.COMPLETED for rule in profile.status):
        found.append("no status type is mapped to completed, so nobody is congratulated at the end.")
    counted = [name for name in profile.eigenschappen if name.startswith("uren") and name != "urenBekendTot"]
    if counted and "urenBekendTot" not in profile.eigenschappen:
        found.append(f"{', '.join(counted)}: hours are never shown without urenBekendTot, so map that too.")
    if {"termijnStart", "termijnEinde"} & set(profile.eigenschappen) and not {
        "termijnStart",
        "termijnEinde",
    } <= set(profile.eigenschappen):
        found.append("a term is shown only where termijnStart and termijnEinde are both mapped.")
    return tuple(found)


def _hidden(known: Iterable[str], mapped: Iterable[str], word: str = "hidden") -> str:
    missing = [name for name in known if name not in set(mapped)]
    return f"; {word}: {', '.join(missing)}" if missing else ""
