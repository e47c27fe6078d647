"""Thousands of wrong answers: no crash, nothing of anybody else, and never silently less.

`WEGWIJS_MUTATED=20000 pytest tests/cases/zgw/test_mutated.py` plays the full number, `WEGWIJS_SEED` another.
"""

from __future__ import annotations

import json
import os
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, fields

import aiohttp
import pytest

from bot.cases.model import GroupFacts, Snapshot
from bot.cases.zgw.adapter import ZgwCases
from bot.cases.zgw.api import Line
from bot.errors import WegwijsError
from bot.tenant import Tenant
from tests.cases.conftest import World
from tests.cases.zgw.bases import Base, bases
from tests.cases.zgw.canned import Canned, Said
from tests.cases.zgw.mutations import Mutation, mutated, texts

HOW_MANY = int(os.environ.get("WEGWIJS_MUTATED", "2000"))
SEED = int(os.environ.get("WEGWIJS_SEED", "20261124"))
TOUCHES = {
    "rollen": {"caseworker", "caseworker_id"},
    "koppeling": {"tasks"},
    "zaak__exact": {"plan", "appointments", "absences", "caseworker"},
}
"""Which parts of a snapshot may differ where only this answer is wrong; any where it is the case itself."""
Found = Snapshot | GroupFacts | WegwijsError
VALUES = {"naam", "waarde", "objectTypeOverige", "object", "titel", "zaaktype", "zaak", "omschrijving"}
"""Texts of which any other text is as good to the eye: no reader can see that these were changed."""


@dataclass
class Seen:
    """What thousands of readings came to."""

    outcomes: Counter[str]

    def add(self, outcome: str) -> None:
        self.outcomes[outcome] += 1


async def _read(
    base: Base, answers: Mapping[str, Said], world: World
) -> Snapshot | GroupFacts | WegwijsError:
    tenant: Tenant = base.tenant
    line = Line(Canned(answers).session, world.clock, attempts=2, sleep=world.naps, chance=lambda: 0.5)
    cases = ZgwCases(tenant, line.session, world.clock, line)
    try:
        if base.group:
            return await cases.read_group(base.group)
        return await cases.read_case(base.case)
    except WegwijsError as fault:
        str(fault)
        return fault


@pytest.mark.timeout(600)
async def test_a_wrong_answer_is_seen_or_changes_nothing_else(
    world: World, session: aiohttp.ClientSession
) -> None:
    print(f"seed {SEED}, {HOW_MANY} answers")
    dice, seen = random.Random(SEED), Seen(Counter())
    every = await bases(world, session)
    for base in every:
        assert await _read(base, base.answers, world) == base.right, "unchanged answers read the same"
    for number in range(HOW_MANY):
        base = dice.choice(every)
        address = dice.choice(sorted(base.answers))
        body, status, how = mutated(base.answers[address].body, base.others(address), base.ids, dice)
        answers = {**base.answers, address: Said(body, status, base.answers[address].headers)}
        found = await _read(base, answers, world)
        where = f"seed {SEED}, number {number}, {base.name}, {address}: {how}"
        _judge(base, address, body, how, found, where, seen)
    print(dict(seen.outcomes))
    assert min(seen.outcomes[one] for one in ("failed", "named", "same")) > HOW_MANY // 20, seen.outcomes


def _judge(
    base: Base,
    address: str,
    body: bytes,
    how: Mutation,
    found: Found,
    where: str,
    seen: Seen,
) -> None:
    if isinstance(found, WegwijsError):
        said = str(found)
        assert not any(" " in text and text in said for text in base.foreign | base.own), where
        return seen.add("failed")
    shown = repr(found)
    assert not any(repr(text)[1:-1] in shown for text in base.foreign), f"{where}: somebody else's"
    if isinstance(found, GroupFacts):
        assert isinstance(base.right, GroupFacts)
        assert found.group.id == base.group, where
        assert len(found.lessons) >= len(base.right.lessons), f"{where}: fewer lessons"
        return seen.add("same" if found == base.right else "value")
    assert isinstance(base.right, Snapshot)
    assert (found.case_uuid, found.suspended) == (base.case, False), where
    named = set(found.unreadable) - set(base.right.unreadable)
    less = _less(base.right, found, how)
    assert not less or named, f"{where}: silently less {less}"
    touched = next((parts for mark, parts in TOUCHES.items() if mark in address), None)
    if touched is not None:
        differ = {f.name for f in fields(Snapshot) if getattr(found, f.name) != getattr(base.right, f.name)}
        assert differ <= touched | {"unreadable"}, f"{where}: {differ} differ"
    if found.state is not base.right.state or found.informs is not base.right.informs:
        told = named or how.path[-1:] in {("omschrijving",), ("einddatum",), ("volgnummer",), ("informeren",)}
        assert told, f"{where}: another state, silently"
    seen.add("named" if named else "same" if found == base.right else "value")


def _less(right: Snapshot, found: Snapshot, how: Mutation) -> set[str]:
    """Name what is shorter than it should be, but for what no reader can see."""
    last = how.path[-1] if how.path else None
    if last in VALUES and how.kind in {"type", "swapped"}:
        return set()
    lists = {"tasks", "appointments", "absences", "groups", "documents"}
    less = {name for name in lists if len(getattr(found, name)) < len(getattr(right, name))}
    if right.plan is None:
        return less
    if found.plan is None:
        return less | {"plan"}
    if how.undetectable:
        return less
    inner = ("parts", "agreements", "contacts", "progress_talks")
    less |= {name for name in inner if len(getattr(found.plan, name)) < len(getattr(right.plan, name))}
    return less | {
        name for name in ("term", "waiting") if getattr(right.plan, name) and not getattr(found.plan, name)
    }


def test_the_play_has_texts_to_look_for() -> None:
    doc = json.loads('{"a": [{"nl": "Bij de kapper"}], "b": "kort"}')
    assert set(texts(doc)) == {"Bij de kapper"}
