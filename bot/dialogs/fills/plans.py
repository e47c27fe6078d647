"""What fills the screens of the plan."""

from __future__ import annotations

from bot.cases.model import Facts, Part, PartKind, Party, Plan
from bot.dialogs.fills import dates as dated
from bot.dialogs.fills import plan as values
from bot.dialogs.fills.appointment import what
from bot.dialogs.fills.contact import caseworker
from bot.dialogs.fills.data import asof, facts_of, fresh
from bot.dialogs.fills.lesson import following
from bot.dialogs.fills.moment import whole
from bot.dialogs.fills.text import worded
from bot.state.declare import Choice, Fill, Instead
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.values import Day, Joined, Raw, Term, Value

PARTS = {
    "language": PartKind.LANGUAGE,
    "bridging": PartKind.BRIDGING,
    "knm": PartKind.KNM,
    "pvt": PartKind.PVT,
    "map": PartKind.MAP,
    "participation": PartKind.PARTICIPATION,
    "literacy": PartKind.LITERACY,
}
MOST = 6
FIRST_PAGE = 5
PAGE = 3
MORE = "more"
NONE = Instead(Place("plan.overview", first=Term("first-no-plan")))


def overview(scene: Scene) -> Fill:
    """Fill the overview."""
    plan = facts_of(scene).snapshot.plan
    if plan is None:
        hidden = frozenset({"parts", "dates", "who", "about"})
        return Fill(asof(scene), text="plan-overview--none", hidden=hidden)
    return Fill(
        {
            "dated_on": Day(plan.dated_on, year=True),
            "route": Term(f"route-{plan.route}"),
            "last_day": whole(plan.term.last_day) if plan.term else None,
            **values.overview(plan),
            **asof(scene),
        }
    )


def parts(scene: Scene) -> Fill | Instead:
    """Fill the choice of parts: only those that the plan has, at most six buttons."""
    plan = facts_of(scene).snapshot.plan
    if plan is None:
        return NONE
    kinds = {part.kind for part in values.applicable(plan)}
    there = [event for event, kind in PARTS.items() if kind in kinds]
    there += ["exams"] if PartKind.EXAM in kinds else []
    every = {*PARTS, "exams", MORE}
    if not there:
        return Fill(text="plan-parts--none", hidden=frozenset(every))
    if len(there) <= MOST:
        return Fill(hidden=frozenset(every - set(there)))
    page = there[FIRST_PAGE:] if scene.arg == MORE else [*there[:FIRST_PAGE], MORE]
    return Fill(hidden=frozenset(every - set(page)))


def _part(scene: Scene) -> tuple[Plan, Part] | None:
    plan = facts_of(scene).snapshot.plan
    found = next((p for p in values.applicable(plan) if p.kind == scene.arg), None) if plan else None
    return (plan, found) if plan and found else None


def part(scene: Scene) -> Fill | Instead:
    """Fill one part."""
    facts, found = facts_of(scene), _part(scene)
    if found is None:
        return Instead(Place("plan.parts", first=Term("first-gone")))
    plan, this = found
    if this.kind is PartKind.EXAM:
        return Instead(Place("plan.exams"))
    lessons = any(le.part is this.kind for le in facts.lessons)
    return Fill(
        {
            "icon": Term(f"icon-{this.kind}"),
            "part": Term(f"part-{this.kind}"),
            "provider": values.provider(facts, this),
            **values.hours(this),
            "reporter": values.reporter(scene, this),
            "level": values.levels(plan, this),
            "now": values.stand(this),
            "next": values.next_step(scene, facts, this),
            "who": values.actors(scene, this),
            **fresh(scene),
        },
        hidden=frozenset() if lessons else frozenset({"lessons"}),
    )


def explain(scene: Scene) -> Fill | Instead:
    """Fill what a part is, and its word in letters."""
    kind = next((kind for kind in PartKind if kind == scene.arg), None)
    if kind is None:
        return Instead(Place("plan.parts"))
    return Fill(
        {"part": Term(f"part-{kind}"), "meaning": Term(f"explain-{kind}"), "dutch": Term(f"dutch-{kind}")}
    )


def exams(scene: Scene) -> Fill | Instead:
    """Fill the exams: a day or how it stands, never a result."""
    facts = facts_of(scene)
    plan = facts.snapshot.plan
    if plan is None:
        return NONE
    found = [p for p in values.applicable(plan) if p.kind is PartKind.EXAM]
    ahead = [
        a
        for a in facts.snapshot.appointments
        if a.kind == "examen" and a.starts > scene.wall and not a.cancelled
    ]
    days = tuple(Choice(a.handle) for a in sorted(ahead, key=lambda a: a.starts)[:1])
    if not found:
        return Fill(text="plan-exams--none", hidden=frozenset({"explain"}), each={"day": days})
    lines = tuple(_exam_line(scene, facts, p) for p in found)
    acting = [party for p in found for party in values.acting(scene, p)]
    who = values.parties(dict.fromkeys(acting))
    return Fill({"exam_lines": Joined(lines), "who": who, **fresh(scene)}, each={"day": days})


def _exam_line(scene: Scene, facts: Facts, exam: Part) -> Term:
    name = Term(f"exam-{exam.exam}", otherwise=Term("part-examen"))
    planned = [
        a.starts.date() for a in facts.snapshot.appointments if a.kind == "examen" and a.exam == exam.exam
    ]
    day = exam.on or min((d for d in planned if d >= scene.wall.date()), default=None)
    if exam.phase == values.DONE:
        return Term("exam-line", {"exam": name, "state": Term("stand-examen-klaar")})
    if day is not None and day >= scene.wall.date():
        return Term("exam-line", {"exam": name, "state": whole(day)})
    return Term("exam-line", {"exam": name, "state": Term(f"stand-examen-{exam.status}", otherwise=None)})


def dates(scene: Scene) -> Fill | Instead:
    """Fill three dates and the last day; the rest follows page by page."""
    facts = facts_of(scene)
    plan = facts.snapshot.plan
    ahead = dated.dates(scene, facts)
    page = min(int(scene.arg), max(0, (len(ahead) - 1) // PAGE)) if scene.arg.isdigit() else 0
    shown = [*ahead[page * PAGE : (page + 1) * PAGE]]
    last = whole(plan.term.last_day) if plan and plan.term else None
    later = (Choice(str(page + 1)),) if len(ahead) > (page + 1) * PAGE else ()
    if not shown:
        return Fill({"last_day": last, **fresh(scene)}, text="plan-dates--none", each={"later": ()})
    lines: dict[str, Value] = {}
    for n in range(PAGE):
        _, lines[f"date{n + 1}"], lines[f"what{n + 1}"] = shown[n] if n < len(shown) else (None, None, None)
    return Fill({**lines, "last_day": last, **fresh(scene)}, each={"later": later})


def who(scene: Scene) -> Fill | Instead:
    """Fill who does what next; the text says "nothing now" for those of whom nothing is known."""
    facts = facts_of(scene)
    if facts.snapshot.plan is None:
        return NONE
    return Fill(
        {
            "municipality": Raw(scene.tenant.gemeente.naam),
            "you": _does(scene, facts, facts.snapshot.plan, Party.PERSON),
            "mun": _does(scene, facts, facts.snapshot.plan, Party.MUNICIPALITY),
            "school": _does(scene, facts, facts.snapshot.plan, Party.PROVIDER),
            "duo": _does(scene, facts, facts.snapshot.plan, Party.DUO),
        }
    )


def _does(scene: Scene, facts: Facts, plan: Plan, party: Party) -> Value:
    if plan.waiting is not None and plan.waiting.acts is party:
        return (
            worded(plan.waiting.text)
            if plan.waiting.text
            else Term(f"wait-{plan.waiting.kind}", otherwise=None)
        )
    if (event := _next_event(scene, facts, party)) is not None:
        return event
    agreed = next((a for a in plan.agreements if a.by is party and not a.done), None)
    if agreed is not None:
        before = Day(agreed.before) if agreed.before else None
        return Term("agreement-before", {"what": worded(agreed.text), "date": before})
    acting = next((p for p in values.applicable(plan) if party in values.acting(scene, p)), None)
    return values.name(acting) if acting else None


def _next_event(scene: Scene, facts: Facts, party: Party) -> Value:
    if party is Party.PROVIDER:
        lesson = following(facts, scene.wall)
        return Term("lesson-on", {"date": Day(lesson.starts.date())}) if lesson else None
    if party not in {Party.PERSON, Party.MUNICIPALITY}:
        return None
    ahead = (a for a in facts.snapshot.appointments if a.starts > scene.wall and not a.cancelled)
    found = min(ahead, key=lambda a: a.starts, default=None)
    if found is None:
        return None
    if party is Party.PERSON:
        return Term("be-at", {"what": what(found), "date": Day(found.starts.date())})
    return Joined((what(found), Day(found.starts.date())), "words")


def about(scene: Scene) -> Fill | Instead:
    """Fill what this is beside the decision."""
    plan = facts_of(scene).snapshot.plan
    if plan is None:
        return NONE
    return Fill({"dated_on": Day(plan.dated_on, year=True), "caseworker": caseworker(scene).shown_name})
