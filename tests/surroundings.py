"""What others see of a newcomer's day: the municipality's lists, the planner's counts, the case system."""

from __future__ import annotations

from datetime import datetime

from bot.state.items import short
from bot.store.records import InvitationRecord, Person
from tests.town import TestTown


async def surroundings(town: TestTown, names: tuple[str, ...]) -> dict[str, str]:
    """Everything that others see of these people, each under a key that stays the same."""
    people = [one for one in await town.waterveen.store.persons.all() if one.first_name in names]
    seen = {f"link:{one.first_name}": f"municipality: {one.first_name} is {one.channel}" for one in people}
    seen |= await _invitations(town, people)
    seen |= await _alarms(town, people)
    seen |= _case_system(town, people)
    for one in people:
        for delivery in await town.waterveen.store.deliveries.of_person(one.id):
            what = _item(town, delivery.item)
            why = f" ({delivery.reason})" if delivery.reason else ""
            said = f"delivery: {what}, version {delivery.version}, {one.first_name}: {delivery.state}{why}"
            seen[f"{delivery.item}:{one.first_name}"] = said
    return seen


async def _invitations(town: TestTown, people: list[Person]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in people:
        for made in await town.waterveen.store.invitations.of_person(one.id):
            said = f"municipality: invitation of {one.first_name} ({made.way}) is {_stands(made)}"
            found[f"invitation:{made.id}"] = said
    return found


def _stands(made: InvitationRecord) -> str:
    if made.ended:
        return "ended"
    if made.used_by:
        return "used"
    return "opened" if made.opened_at else "made"


async def _alarms(town: TestTown, people: list[Person]) -> dict[str, str]:
    names = {one.id: one.first_name for one in people}
    found: dict[str, str] = {}
    for alarm in reversed(await town.waterveen.store.alarms.all()):
        if alarm.person in names or alarm.person is None:
            about = f", {names[alarm.person]}" if alarm.person else ""
            found[f"alarm:{alarm.id}"] = f"alarm: {alarm.kind}{about}{', closed' if alarm.closed_by else ''}"
    return found


def _case_system(town: TestTown, people: list[Person]) -> dict[str, str]:
    system = town.case_system
    cases = {one.case_uuid: one.first_name for one in people}
    seen: dict[str, str] = {}
    for told in system.objects("afmelding"):
        if told["zaak"] in cases:
            which = lesson_name(town, told["les"])
            line = f"case system: absence of {cases[told['zaak']]}, {which}, {told['status']}"
            reason = "no reason" if told.get("reden", "niet_gegeven") == "niet_gegeven" else "WITH A REASON"
            seen[told["uuid"]] = f"{line}, {reason}"
    for task in system.objects("externetaak"):
        if (name := cases.get(task["koppeling"]["uuid"])) and task["status"] != "open":
            seen[task["uuid"]] = f"case system: task of {name}, {task['titel']}, {task['status']}"
    for talk in system.objects("afspraak"):
        said = [talk.get("antwoord", {}).get(key) for key in ("keuze", "voorkeur")]
        said += ["interpreter asked for"] if talk.get("tolk", {}).get("gevraagdOp") else []
        if (name := cases.get(talk["zaak"])) and any(said):
            answer = ", ".join(filter(None, said))
            seen[talk["uuid"]] = f"case system: appointment of {name}, {_moment(talk['begin'])}, {answer}"
    for lesson in system.objects("les"):
        if lesson["versie"] > 1:
            moved = f"{lesson_name(town, lesson['uuid'])}, {lesson['status']}, version {lesson['versie']}"
            seen[lesson["uuid"]] = f"case system: lesson {moved}"
    for contact in system.klantcontacten():
        answered = ", answered" if contact["reactie"] else ""
        seen[contact["uuid"]] = f"case system: {contact['onderwerp']}{answered}"
    return seen


def _item(town: TestTown, item: str) -> str:
    kind, _, name = item.partition(":")
    if kind == "appointment":
        starts = next(one["begin"] for one in town.case_system.objects("afspraak") if one["uuid"] == name)
        return f"{kind} {_moment(starts)}"
    return f"{kind} {lesson_name(town, name)}" if kind in {"lesson", "reminder"} else kind


def lesson_name(town: TestTown, uuid: str) -> str:
    """A lesson by its day, time and group."""
    lesson = next((one for one in town.case_system.objects("les") if one["uuid"] == uuid), None)
    if lesson is None:
        return "of an appointment"
    group = next(one for one in town.demo.town.groups if one.uuid == lesson["lesgroep"])
    return f"{_moment(lesson['begin'])} {group.code}"


def _moment(wire: str) -> str:
    return f"{datetime.fromisoformat(wire):%a %d %b %H:%M}"


def lesson_id(town: TestTown, group: str, wall: str) -> str:
    """The UUID of a group's lesson that begins at this local moment, e.g. `2026-11-26 09:00`."""
    begins = datetime.fromisoformat(wall)
    wanted = next(one for one in town.demo.town.groups if one.code == group)
    return next(
        str(one["uuid"])
        for one in town.case_system.objects("les", lesgroep=wanted.uuid)
        if datetime.fromisoformat(one["begin"]).replace(tzinfo=None) == begins
    )


def handle_of(uuid: str) -> str:
    """How callback data name this lesson, task or appointment."""
    return short(f"x:{uuid}")
