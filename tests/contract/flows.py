"""What the product does with the case APIs, each once, as its own parts do it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.cases.model import Choice, Lesson, LessonStatus, Place, WriteKind
from bot.cases.notifications import notification_handler
from bot.cases.port import Hint
from bot.cases.subscribe import Subscriber
from bot.cases.zgw.adapter import ZgwCases
from bot.cases.zgw.api import Line
from bot.clock import local
from bot.sandbox.zgw import roots
from bot.sandbox.zgw.catalogus import finder
from tests.contract.conftest import Watched
from tests.contract.spec import Exchange

Flow = Callable[[Watched], Awaitable[None]]
LONG: Final = "Mag ik woensdag later komen? " * 80


async def link(to: Watched) -> None:
    """A case is found by its number when somebody is invited."""
    await to.cases.find("WV-0001")


async def read(to: Watched) -> None:
    """A whole case is read, with all that can hang on it."""
    to.desk.add_document("WV-0001", "Persoonlijk plan inburgering en participatie")
    to.desk.add_property("WV-0001", "leerroute", "B")
    await to.cases.read_case(to.case("Samira"))


async def read_closed(to: Watched) -> None:
    """A case that is closed is read with its result."""
    to.desk.set_status("WV-0001", "Afgerond")
    await to.cases.read_case(to.case("Samira"))


async def read_without_plan(to: Watched) -> None:
    """Somebody who has no plan yet."""
    person = next(p for p in to.town.people if p.municipality == "waterveen" and "plan" not in p.fixture)
    await to.cases.read_case(person.case_uuid)


async def group(to: Watched) -> None:
    """A lesson group is read with its lessons."""
    await to.cases.read_group(to.group("B1-2"))


async def task_done_and_undone(to: Watched) -> None:
    """A task is done, and not done after all."""
    task = (await to.cases.read_case(to.case("Samira"))).tasks[0]
    await to.writes.write(to.case("Samira"), to.intent(WriteKind.TASK_DONE, task.id))
    await to.writes.write(to.case("Samira"), to.intent(WriteKind.TASK_UNDONE, task.id))


async def absence(to: Watched) -> None:
    """Somebody cannot come, says so twice, can come after all, and cannot again."""
    lesson = await _lesson(to)
    for kind in (WriteKind.ABSENCE, WriteKind.ABSENCE, WriteKind.ABSENCE_WITHDRAWN, WriteKind.ABSENCE):
        await to.writes.write(to.case("Samira"), to.intent(kind, lesson.id))


async def question(to: Watched) -> None:
    """A question, sent twice because no answer came the first time."""
    for _ in range(2):
        write = to.intent(WriteKind.QUESTION, "q-1", text="Mag ik later komen?", original="هل", language="ar")
        await to.writes.write(to.case("Samira"), write)


async def long_question(to: Watched) -> None:
    """A question that is longer than one contact may be."""
    await to.writes.write(to.case("Samira"), to.intent(WriteKind.QUESTION, "q-2", text=LONG))


async def callback(to: Watched) -> None:
    """A wish to be called back, in a case that nobody handles."""
    behandelaar = to.zgw.register.where(roots.ROLLEN, omschrijvingGeneriek="behandelaar")
    for row in list(behandelaar):
        to.zgw.register.remove(roots.ROLLEN, row["uuid"])
    await to.writes.write(to.case("Samira"), to.intent(WriteKind.CALLBACK, "q-3", text="Bel mij"))


async def appointment_answers(to: Watched) -> None:
    """Somebody comes, would rather come another time, and needs an interpreter."""
    case = to.case("Mehmet")
    for choice in (Choice.COME, Choice.OTHER):
        found = (await to.cases.read_case(case)).appointments[0]
        answer = to.intent(
            WriteKind.APPOINTMENT_ANSWER, found.id, choice=choice, version=found.version, id=f"a-{choice}"
        )
        await to.writes.write(case, answer)
    await to.writes.write(case, to.intent(WriteKind.INTERPRETER, found.id, language="tr"))


async def owners(to: Watched) -> None:
    """A notification names an object: whose is it?"""
    kinds = ("les", "externetaak", "afspraak", "inburgeringsplan")
    for kind in kinds:
        await to.cases.owner(kind, to.zgw.objects(kind)[0]["uuid"])


async def read_with_titles(to: Watched) -> None:
    """A municipality shows titles of documents."""
    to.desk.add_document("WV-0001", "Persoonlijk plan inburgering en participatie")
    profile = to.tenant.profiel.model_copy(update={"documenttitels": True})
    tenant = to.tenant.model_copy(update={"profiel": profile})
    line = Line(to.http, to.clock, sleep=to.naps, chance=lambda: 0.5)
    await ZgwCases(tenant.reading(), to.http, to.clock, line).read_case(to.case("Samira"))


async def lesson_change(to: Watched) -> None:
    """A planner moves a lesson to another time and place, and cancels it."""
    change = await to.move(place=Place(name="Bibliotheek", address="Plein 2, Waterveen", online=False))
    later = {"starts": change.starts + timedelta(hours=1), "ends": change.ends + timedelta(hours=1)}
    await to.writes.write_lesson(await to.move(**later))
    await to.writes.write_lesson(await to.move(status=LessonStatus.CANCELLED, reason="weer"))


async def subscription(to: Watched) -> None:
    """The bot subscribes, mends its subscription, and is told of every kind of change."""

    async def decode(body: object) -> Hint | None:
        return await to.cases.hint(body)

    async def accept(hint: Hint) -> None:
        return None

    app = web.Application()
    secret = to.tenant.zgw.notificatie_geheim
    app.router.add_post("/bel", notification_handler(decode, accept, str(secret)))
    async with TestServer(app) as server:
        address = str(server.make_url("/bel"))
        for renew in (False, False, True):
            await Subscriber(to.tenant, to.http, to.clock).ensure(address, renew)
        everything_changes(to)
        await to.zgw.notices.settle()
    sent = {"Content-Type": "application/json"}
    told = to.zgw.notices.attempts
    assert {attempt.status for attempt in told} == {204}
    to.wire.exchanges += [
        Exchange("webhook", "POST", "/bel", (), sent, a.body, a.status, {}, None) for a in told
    ]


def everything_changes(to: Watched) -> None:
    """One change of each kind that the case system tells of."""
    desk = to.desk
    desk.add_task("WV-0001", "Breng uw diploma's naar de balie")
    desk.set_term("WV-0001", local(to.clock()).date() + timedelta(days=400))
    desk.set_status("WV-0001", "Gepauzeerd")
    desk.add_document("WV-0001", "Brief")
    case = to.zgw.case("WV-0002")
    kind = finder(to.zgw.register, roots.ROLTYPEN, "omschrijving")("Begeleider")
    to.zgw.rights.tell(case, "rol", f"{roots.ROLLEN}/{kind['uuid']}", "create")


async def _lesson(to: Watched) -> Lesson:
    facts = await to.cases.read_group(to.group("B1-2"))
    return next(le for le in facts.lessons if le.starts > local(to.clock()) and not le.cancelled)


FLOWS: Final[dict[str, Flow]] = {
    flow.__name__: flow
    for flow in (
        link,
        read,
        read_closed,
        read_without_plan,
        group,
        task_done_and_undone,
        absence,
        question,
        long_question,
        callback,
        appointment_answers,
        owners,
        read_with_titles,
        lesson_change,
        subscription,
    )
}
