"""The parts of the plan as values: where each stands, what comes next, who acts (screen-data §2, §5)."""

from __future__ import annotations

from collections.abc import Iterable

from bot.cases.model import Facts, Part, PartKind, Party, Plan
from bot.dialogs.fills.moment import said
from bot.dialogs.fills.text import worded
from bot.state.scene import Scene
from bot.state.values import Day, Joined, Raw, Term, Value

DONE, NOW, LATER = "klaar", "nu", "later"
PHASES: dict[PartKind, tuple[set[str], set[str], set[str]]] = {
    **dict.fromkeys(
        (PartKind.LANGUAGE, PartKind.KNM, PartKind.BRIDGING, PartKind.LITERACY),
        ({"klaar"}, {"volgt", "examenklaar"}, {"niet_geplaatst", "wachten"}),
    ),
    PartKind.PVT: ({"ondertekend"}, {"gepland", "gevolgd"}, {"open"}),
    PartKind.MAP: ({"afgerond"}, {"themas", "praktijk"}, {"open", "eindgesprek_gepland"}),
    PartKind.PARTICIPATION: ({"klaar"}, {"loopt"}, {"open"}),
    PartKind.EXAM: (set(), {"aangemeld", "afgelegd", "bekend"}, {"niet_aangemeld"}),
}
"""Statuses that count as done, now and later where the plan itself names no phase."""

NOT_APPLICABLE = "nvt"
FINAL_TALK = "eindgesprek_gepland"
NAMED = 3
WITHOUT_HOURS = {PartKind.PVT, PartKind.EXAM}
KINDS = {
    PartKind.PVT: {"pvt_bijeenkomst", "pvt_ondertekening"},
    PartKind.MAP: {"map_eindgesprek"},
    PartKind.EXAM: {"examen"},
}


def applicable(plan: Plan) -> tuple[Part, ...]:
    """Return the parts that this plan has."""
    return tuple(part for part in plan.parts if part.status != NOT_APPLICABLE)


def phase(part: Part) -> str | None:
    """Return klaar, nu or later; None for a status nobody knows."""
    if part.phase in {DONE, NOW, LATER}:
        return part.phase
    done, now, later = PHASES[part.kind]
    return next(
        (name for name, known in ((DONE, done), (NOW, now), (LATER, later)) if part.status in known), None
    )


def overview(plan: Plan) -> dict[str, Value]:
    """Return {done}, {now} and {later}: at most three names each, then how many more."""
    found: dict[str, list[Value]] = {DONE: [], NOW: [], LATER: []}
    parts = applicable(plan)
    for part in (p for p in parts if p.kind is not PartKind.EXAM):
        if (where := phase(part)) is not None:
            found[where].append(name(part))
    exams = {phase(p) for p in parts if p.kind is PartKind.EXAM}
    if exams:
        found[DONE if exams == {DONE} else NOW if NOW in exams else LATER].append(Term("part-examen"))
    return {"done": _few(found[DONE]), "now": _few(found[NOW]), "later": _few(found[LATER])}


def _few(names: list[Value]) -> Value:
    if len(names) > NAMED:
        names = [*names[:NAMED], Term("and-more", {"n": len(names) - NAMED})]
    return Joined(tuple(names), "list") if names else None


def name(part: Part) -> Term:
    """Return {part}; a planned final talk is called that."""
    if part.kind is PartKind.MAP and part.status == FINAL_TALK:
        return Term("part-eindgesprek")
    return Term(f"part-{part.kind}")


def hours(part: Part) -> dict[str, Value]:
    """Return {hours}, {target}, {known_until} and {unknown}: never a number without the day until which it is
    known.
    """
    if part.kind in WITHOUT_HOURS:
        return {"hours": None, "target": None, "known_until": None, "unknown": None}
    if part.hours_known is None or part.known_until is None:
        return {"hours": None, "target": None, "known_until": None, "unknown": Term("hours-unknown")}
    whole = part.hours_known == int(part.hours_known)
    known: Value = int(part.hours_known) if whole else Raw(f"{part.hours_known:g}")
    return {
        "hours": known,
        "target": part.hours_target,
        "known_until": Day(part.known_until),
        "unknown": None,
    }


def reporter(scene: Scene, part: Part) -> Value:
    """Return {reporter} where hours are shown."""
    if part.hours_known is None or part.known_until is None:
        return None
    rules = (r.uren_door for r in scene.tenant.profiel.onderdeel if r.soort == part.kind and r.uren_door)
    party = part.reported_by or next(rules, None)
    return Term(f"party-{party}") if party else None


def actors(scene: Scene, part: Part) -> Value:
    """Return {who} acts for this part."""
    return parties(acting(scene, part))


def acting(scene: Scene, part: Part) -> tuple[Party, ...]:
    """Return who acts: as the plan says, else as the tenant says for a part of this kind and status."""
    rules = (
        r for r in scene.tenant.profiel.onderdeel if r.soort == part.kind and r.status in {None, part.status}
    )
    return part.acts or next((r.aan_zet for r in rules if r.aan_zet), ())


def parties(those: Iterable[Party]) -> Value:
    """Return parties in a row."""
    named = tuple(Term(f"party-{party}") for party in those)
    return Joined(named, "and") if named else None


def levels(plan: Plan, part: Part) -> Value:
    """Return {level} in the language part: per skill where they differ."""
    if part.kind is not PartKind.LANGUAGE:
        return None
    lines = tuple(
        Term("level-line", {"skill": Term(f"skill-{skill}"), "level": Raw(level)})
        for skill, level in plan.levels
    )
    if lines:
        return Joined(lines, "list")
    return Raw(plan.level) if plan.level else None


def stand(part: Part) -> Value:
    """Return {now}."""
    return Term(f"stand-{part.kind}-{part.status}", otherwise=None)


def next_step(scene: Scene, facts: Facts, part: Part) -> Value:
    """Return {next}: the part's next lesson or appointment, its date, or the step that the plan names."""
    lessons = [le.starts for le in facts.lessons if le.part is part.kind and not le.cancelled]
    kinds = KINDS.get(part.kind, set())
    appointments = [a.starts for a in facts.snapshot.appointments if a.kind in kinds and not a.cancelled]
    ahead = [starts for starts in (*lessons, *appointments) if starts > scene.wall]
    if ahead:
        return said(min(ahead))
    if part.on is not None and part.on >= scene.wall.date():
        return Day(part.on, weekday=True)
    return worded(part.next_step) if part.next_step else None


def provider(facts: Facts, part: Part) -> Value:
    """Return {provider}."""
    groups = [g.group for g in facts.groups]
    linked = next((g.provider.name for g in groups if g.id == part.group or g.part is part.kind), None)
    found = part.provider or linked
    return Raw(found) if found else None
