"""A reminder before it leaves: whom it reaches, how it reads in every language and level, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.clock import instant
from bot.console.deps import ConsoleDeps
from bot.console.standing import Standing
from bot.schools.reach import Reach, reach
from bot.store.records import Campaign
from bot.tenant import Tenant

LEVELS = ("L0", "L1", "L2")
UNDO = timedelta(seconds=60)
EVENING = time(19, 0)
MOST_ALONE = 25
MOST_WORDS = 40
WHEN = ("now", "evening", "moment")


@dataclass(frozen=True, slots=True)
class TextFault:
    """Why a text may not be sent, and where it stands: language and level; `word` is the forbidden one."""

    code: str
    language: str
    level: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class LanguagePreview:
    """How a reminder reads in one language; `people` counts per level who gets which text."""

    language: str
    people: Mapping[str, int]
    texts: Mapping[str, str]

    @property
    def total(self) -> int:
        """How many people read it in this language."""
        return sum(self.people.values())


@dataclass(frozen=True, slots=True)
class Plan:
    """A reminder as it would leave now."""

    reach: Reach
    previews: tuple[LanguagePreview, ...]
    faults: tuple[TextFault, ...]


def prepare(
    deps: ConsoleDeps, tenant: Tenant, template: str, fields: Mapping[str, str], people: Sequence[Standing]
) -> Plan:
    """Work out whom a reminder reaches and how it reads for them; Dutch is always among the texts."""
    who = reach(one.person for one in people)
    reached = {person.id for person in who.reached}
    counts: dict[str, dict[str, int]] = {}
    for one in people:
        if one.person.id in reached:
            levels = counts.setdefault(one.language, dict.fromkeys(LEVELS, 0))
            levels[one.level if one.level in LEVELS else "L1"] += 1
    counts.setdefault("nl", dict.fromkeys(LEVELS, 0))
    ordered = sorted(counts.items(), key=lambda pair: (-sum(pair[1].values()), pair[0]))
    previews = tuple(
        _preview(deps, tenant, template, fields, language, levels) for language, levels in ordered
    )
    faults = tuple(
        f for p in previews for level in LEVELS for f in check(deps, p.language, level, p.texts[level])
    )
    return Plan(who, previews, faults)


def _preview(
    deps: ConsoleDeps,
    tenant: Tenant,
    template: str,
    fields: Mapping[str, str],
    language: str,
    people: Mapping[str, int],
) -> LanguagePreview:
    texts = {level: deps.preview(tenant, template, fields, language, level) for level in LEVELS}
    return LanguagePreview(language, people, texts)


def check(deps: ConsoleDeps, language: str, level: str, text: str) -> tuple[TextFault, ...]:
    """Return what forbids sending a text: more than 40 words, or a word that no message may contain."""
    faults = [TextFault("too_long", language, level)] if len(text.split()) > MOST_WORDS else []
    found = deps.forbidden(text, language.split("-")[0])
    faults.extend(TextFault("forbidden", language, level, word) for word in found)
    return tuple(faults)


def leaves_at(when: str, moment: str, fields: Mapping[str, str], now: datetime) -> datetime | None:
    """Return when a reminder leaves, 60 seconds from now at the earliest; None for a past or wrong moment.

    `moment` is naive local time as a browser sends it (2026-12-02T19:00).
    """
    soonest = now + UNDO
    if when == "now":
        return soonest
    wished = _evening(fields) if when == "evening" else _moment(moment)
    if wished is None or instant(wished) < now:
        return None
    return max(soonest, instant(wished))


def _evening(fields: Mapping[str, str]) -> datetime | None:
    if "date" not in fields:
        return None
    return datetime.combine(date.fromisoformat(fields["date"]) - timedelta(days=1), EVENING)


def _moment(text: str) -> datetime | None:
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        return None
    return parsed if parsed.tzinfo is None else None


def campaign(
    id: str,
    template: str,
    fields: Mapping[str, str],
    people: Sequence[Standing],
    by: str,
    now: datetime,
    at: datetime,
) -> Campaign:
    """Make the record of a reminder; its id is the form's, so that a second click is the same reminder."""
    return Campaign(id, template, dict(fields), tuple(one.person.id for one in people), by, now, at)
