"""What the sandbox's store holds after the campaign: effects are counted there, not in what we were told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bench.writes.people import EACH, Newcomer
from bot.cases.overlay import absence_id
from bot.sandbox.zgw import Zgw, roots
from bot.sandbox.zgw.register import Doc


def effects(zgw: Zgw, people: Sequence[Newcomer]) -> int:
    """Count changes of objects since they were put in, and questions that reached a desk."""
    objects = {row["uuid"]: row for row in zgw.register.rows(roots.OBJECTS)}
    changed = sum(
        len(objects[uuid]["_records"]) - 1 for one in people for uuid in (one.task, one.talk, *one.lessons)
    )
    absences = sum(
        len(objects[uuid]["_records"]) for one in people for uuid in _absences(one) if uuid in objects
    )
    return changed + absences + len(zgw.register.rows(roots.INTERNETAKEN))


def faults(zgw: Zgw, people: Sequence[Newcomer]) -> Iterator[str]:
    """Name everything that is not as these people left it."""
    found, wanted = effects(zgw, people), len(people) * EACH
    if found != wanted:
        yield f"{found} effects of {wanted} writes"
    objects = {row["uuid"]: row["_records"][-1] for row in zgw.register.rows(roots.OBJECTS)}
    asked = _questions(zgw)
    for one in people:
        yield from (f"person {one.number}: {what}" for what in _faults_of(one, objects, asked))


def _faults_of(one: Newcomer, objects: dict[str, Doc], asked: Counter[str]) -> Iterator[str]:
    task, talk = objects[one.task], objects[one.talk]
    if (task["index"], task["data"]["status"]) != (3, "open"):
        yield f"the task is {task['data']['status']} after {task['index'] - 1} changes"
    answer = talk["data"].get("antwoord", {}).get("keuze")
    if (talk["index"], answer, "tolk" in talk["data"]) != (4, "bevestigen", True):
        yield f"the appointment says {answer} after {talk['index'] - 1} changes"
    states = [
        (objects[u]["index"], objects[u]["data"]["status"]) if u in objects else None for u in _absences(one)
    ]
    if states != [(1, "gemeld"), (2, "ingetrokken")]:
        yield f"the absences are {states}"
    if objects[one.lessons[2]]["index"] != 2:
        yield f"the lesson was moved {objects[one.lessons[2]]['index'] - 1} times"
    parts = 2 if one.number % 3 == 1 else 1
    if (asked[f"contact:{one.id}"], asked[f"task:{one.id}"], asked[f"actor:{one.id}"]) != (parts, 1, parts):
        yield f"the question stands as {[asked[f'{what}:{one.id}'] for what in ('contact', 'task', 'actor')]}"


def _questions(zgw: Zgw) -> Counter[str]:
    """Contacts, tasks and links of the bot, by the person who asked."""
    found: Counter[str] = Counter()
    who = {c["uuid"]: str(c["metadata"]["berichtId"]).split(":")[0] for c in zgw.klantcontacten()}
    found.update(f"contact:{one}" for one in who.values())
    for root, field, what in (
        (roots.INTERNETAKEN, "aanleidinggevendKlantcontact", "task"),
        (roots.ACTORKLANTCONTACTEN, "klantcontact", "actor"),
    ):
        for row in zgw.register.rows(root):
            found[f"{what}:{who[row[field]['uuid']]}"] += 1
    return found


def _absences(one: Newcomer) -> tuple[str, str]:
    absent, comes, _ = one.lessons
    return absence_id(one.case, absent), absence_id(one.case, comes)
