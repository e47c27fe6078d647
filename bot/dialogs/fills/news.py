"""What changed in the plan, from what was told before to what is told now."""

from __future__ import annotations

from bot.state.items import read_stands
from bot.state.scene import Scene
from bot.state.values import Joined, Term, Value


def changed_part(scene: Scene) -> dict[str, Value]:
    """Return {part}, {old} and {new}; with several parts changed only their names.

    {date} is missing: the case does not tell when its plan object changed, and the decision's date is
    another one.
    """
    told = scene.session.told.get("plan")
    plan = scene.facts.snapshot.plan if scene.facts else None
    if told is None or plan is None:
        return {"date": None, "part": None, "old": None, "new": None}
    before, now = read_stands(told.shown_before), read_stands(told.shows)
    changed = [
        name for name in (*now, *(n for n in before if n not in now)) if before.get(name) != now.get(name)
    ]
    one = changed[0] if len(changed) == 1 else None
    return {
        "date": None,
        "part": Joined(tuple(_part(name) for name in changed), "and") if changed else None,
        "old": _stand(one, before) if one else None,
        "new": _stand(one, now) if one else None,
    }


def _part(name: str) -> Term:
    kind, _, exam = name.partition("-")
    return Term(f"exam-{exam}") if exam else Term(f"part-{kind}")


def _stand(name: str, stands: dict[str, str]) -> Value:
    status = stands.get(name)
    return Term(f"stand-{name.partition('-')[0]}-{status}", otherwise=None) if status else None
