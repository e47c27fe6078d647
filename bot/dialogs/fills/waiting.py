"""What is waited for, who acts, and when it is expected (home.waiting)."""

from __future__ import annotations

from datetime import timedelta

from bot.cases.model import Facts, Party, State, Waiting
from bot.dialogs.fills.contact import school
from bot.dialogs.fills.moment import said
from bot.dialogs.fills.text import worded
from bot.state.scene import Scene
from bot.state.values import Day, Joined, Raw, Term, Value

WEEK = timedelta(days=7)
STATES = {
    State.OBLIGED,
    State.MATCHED,
    State.INTAKE_PLANNED,
    State.INTAKE_RUNNING,
    State.PLAN_DRAFT,
    State.PLAN_ESTABLISHED,
    State.WAITING_FOR_GROUP,
}


def waits(scene: Scene, facts: Facts) -> bool:
    """Whether this person waits: no lesson in the next days, and the plan or the case says so."""
    soon = any(scene.wall <= le.starts <= scene.wall + WEEK and not le.cancelled for le in facts.lessons)
    plan = facts.snapshot.plan
    return not soon and ((plan is not None and plan.waiting is not None) or facts.snapshot.state in STATES)


def waiting(scene: Scene, facts: Facts) -> dict[str, Value]:
    """Return {what}, {who} and {window}."""
    plan = facts.snapshot.plan
    found = plan.waiting if plan else None
    if found is None:
        what: Value = Term(f"status-{facts.snapshot.state}")
        return {"what": what, "who": _status_acts(scene, facts), "window": _next_appointment(scene, facts)}
    what = worded(found.text) if found.text else Term(f"wait-{found.kind}", otherwise=Term("wait-overig"))
    return {
        "what": what,
        "who": actor(scene, found.acts),
        "window": _window(found) or _next_appointment(scene, facts),
    }


def actor(scene: Scene, party: Party) -> Value:
    """Name who acts: the school and the municipality by their names, others by what they are."""
    if party is Party.MUNICIPALITY:
        return Raw(scene.tenant.gemeente.naam)
    if party is Party.PROVIDER and (name := school(scene).name):
        return Raw(name)
    return Term(f"party-{party}")


def _status_acts(scene: Scene, facts: Facts) -> Value:
    rules = (r for r in scene.tenant.profiel.status if r.staat is facts.snapshot.state and r.aan_zet)
    rule = next(rules, None)
    return Joined(tuple(actor(scene, party) for party in rule.aan_zet), "and") if rule else None


def _window(found: Waiting) -> Value:
    begins, ends = found.expected_from, found.expected_before
    if begins and ends:
        return Term("window-between", {"from_date": Day(begins, year=True), "to_date": Day(ends, year=True)})
    if ends:
        return Term("window-before", {"date": Day(ends, year=True)})
    return Term("window-from", {"date": Day(begins, year=True)}) if begins else None


def _next_appointment(scene: Scene, facts: Facts) -> Value:
    ahead = (a for a in facts.snapshot.appointments if a.starts > scene.wall and not a.cancelled)
    found = min(ahead, key=lambda a: a.starts, default=None)
    return said(found.starts) if found else None
