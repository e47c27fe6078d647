"""People to turn to: caseworker, school, coach, employer, DUO (screen-data §1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.cases.model import Contact, Group, Hours, PartKind, Provider
from bot.dialogs.fills.hours import hours
from bot.dialogs.fills.moment import listed
from bot.state.scene import Scene
from bot.state.turn import Outcome
from bot.state.values import Joined, Raw, Term, Value
from bot.tenant import Medewerker, Moment

ROLES = {
    "caseworker": "klantmanager",
    "school": "school",
    "coach": "begeleider",
    "employer": "werkgever",
    "duo": "duo",
}
"""Arguments of the people's screens and the roles of the case."""


@dataclass(frozen=True, slots=True)
class Someone:
    """Whom one can turn to; `calls` are hours to phone, `reads` hours in which written questions are read."""

    role: str
    name: str | None = None
    phone: str | None = None
    calls: tuple[Hours, ...] = ()
    reads: tuple[Hours, ...] = ()
    languages: tuple[str, ...] = ()

    @property
    def shown_name(self) -> Value:
        """The name as registered; missing where nobody is named."""
        return Raw(self.name) if self.name else None


def caseworker(scene: Scene) -> Someone:
    """Return the caseworker: the plan's contact, else the tenant's entry, else the team behind them."""
    snapshot = scene.facts.snapshot if scene.facts else None
    named = _contact(scene, "klantmanager") or (snapshot.caseworker if snapshot else None)
    invited = scene.invitation.caseworker if scene.invitation and not snapshot else None
    name = named.name if named else invited
    staff = scene.tenant.medewerker(snapshot.caseworker_id if snapshot else None) or _staff(scene, name)
    team = scene.tenant.team
    return Someone(
        "caseworker",
        name or (staff.naam if staff else None),
        (named.phone if named else None) or (staff.telefoon if staff else None) or team.telefoon,
        (named.hours if named else ()) or _hours(staff.bellen if staff else ()) or _hours(team.bellen),
        _hours(staff.lezen if staff else ()) or _hours(team.lezen),
        (named.languages if named else ()) or (staff.talen if staff else ()),
    )


def school(scene: Scene) -> Someone:
    """Return the school of the person's lessons; its name and phone may be missing."""
    groups = [g.group for g in scene.facts.groups] if scene.facts else []
    lessons = sorted(groups, key=lambda group: group.part is PartKind.PARTICIPATION)
    found = _provider(lessons[0].provider) if lessons else None
    contact = _contact(scene, "school")
    if found is None and contact is None:
        return Someone("school", _planned_provider(scene))
    if found is None:
        return _person("school", contact)
    phone = found.phone or (contact.phone if contact else None)
    return Someone(
        "school", found.name, phone, found.calls or (contact.hours if contact else ()), (), found.languages
    )


def school_of(scene: Scene, group: str | None) -> Someone:
    """Return the school or work place of one group; of an unknown group that of the lessons."""
    groups = [g.group for g in scene.facts.groups] if scene.facts else []
    found: Group | None = next((g for g in groups if g.id == group), None)
    return _provider(found.provider) if found else school(scene)


def someone(scene: Scene, role: str) -> Someone | None:
    """Return the person of this role, or None where the case names none."""
    if role == "caseworker":
        return caseworker(scene)
    if role == "school":
        found = school(scene)
        return found if found.name or found.phone else None
    if role == "duo":
        return Someone("duo", "DUO")
    contact = _contact(scene, ROLES.get(role, role))
    return _person(role, contact) if contact else None


def call(scene: Scene, who: Someone) -> Outcome:
    """Say name, phone and hours as first line. Outcomes: ok, unavailable."""
    if not who.phone:
        return Outcome("unavailable", scene.session, first=Term("first-unavailable"))
    said = {"name": who.shown_name, "phone": Raw(who.phone), "hours": hours(who.calls)}
    return Outcome("ok", scene.session, first=Term("first-call", said))


def not_sent(who: Someone) -> Term:
    """Say that something did not arrive, and whom to call."""
    phone = Raw(who.phone) if who.phone else None
    return Term("first-not-sent", {"name": who.shown_name, "phone": phone})


def townhall(scene: Scene) -> Someone:
    """Return the town hall."""
    gemeente = scene.tenant.gemeente
    return Someone("townhall", gemeente.stadhuis, gemeente.telefoon, _hours(gemeente.openingstijden))


def languages(who: Someone) -> Joined | None:
    """Return {languages}."""
    return listed(*(language(tag) for tag in who.languages))


def language(tag: str) -> Term:
    """Return the name of a language; an unknown one shows its tag."""
    return Term(f"lang-{tag}", otherwise=Raw(tag))


def _contact(scene: Scene, role: str) -> Contact | None:
    plan = scene.facts.snapshot.plan if scene.facts else None
    return next((c for c in plan.contacts if c.role == role), None) if plan else None


def _staff(scene: Scene, name: str | None) -> Medewerker | None:
    return next((m for m in scene.tenant.medewerkers if name and m.naam == name), None)


def _planned_provider(scene: Scene) -> str | None:
    plan = scene.facts.snapshot.plan if scene.facts else None
    return next((part.provider for part in plan.parts if part.provider), None) if plan else None


def _provider(provider: Provider) -> Someone:
    return Someone("school", provider.name, provider.phone, provider.hours, (), provider.languages)


def _person(role: str, contact: Contact | None) -> Someone:
    if contact is None:
        return Someone(role)
    return Someone(role, contact.name, contact.phone, contact.hours, (), contact.languages)


def _hours(moments: Iterable[Moment]) -> tuple[Hours, ...]:
    return tuple(moment.hours for moment in moments)
