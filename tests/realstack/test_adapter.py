"""The adapter against the sandbox and, where the environment names one, against a real case system.

The same functions for both: what is learnt from the sandbox must hold there. How to run them against an Open
Zaak with its siblings: docs/testing-against-a-real-stack.md.
"""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import pytest

from bot.cases.model import Snapshot, Task, TaskStatus
from bot.cases.write import Write, WriteKind
from bot.cases.zgw.writes import ZgwWrites
from bot.clock import local
from bot.errors import CaseApiDenied, CaseNotFound
from tests.realstack.stack import AWAY, NO_WRITES, WRITE, Stack, named, real, sandbox

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


@pytest.fixture(params=["sandbox", "real"])
async def stack(request: pytest.FixtureRequest) -> AsyncIterator[Stack]:
    if request.param == "sandbox":
        async with sandbox() as found:
            yield found
        return
    known = named()
    if known is None:
        pytest.skip(AWAY)
    async with real(*known, may_write=os.environ.get(WRITE) == "1") as found:
        yield found


async def read(stack: Stack) -> Snapshot:
    return (await stack.cases.find(stack.case_number)).snapshot


def writing(stack: Stack) -> ZgwWrites:
    if stack.writes is None:
        pytest.skip(NO_WRITES)
    return stack.writes


def intent(stack: Stack, kind: WriteKind, item: str, text: str = "") -> Write:
    return Write(f"test-{uuid4()}", kind, item, local(stack.clock()), text=text)


async def test_a_case_is_found_by_its_number_and_read_without_anything_unreadable(stack: Stack) -> None:
    found = await stack.cases.find(stack.case_number)
    assert found.case_number == stack.case_number
    assert found.snapshot.unreadable == ()
    assert found.snapshot == await stack.cases.read_case(found.case_uuid)


async def test_a_number_that_nobody_has_finds_nothing(stack: Stack) -> None:
    with pytest.raises(CaseNotFound):
        await stack.cases.find(f"{stack.case_number}-{uuid4()}")


async def test_a_case_that_is_not_there_is_not_found(stack: Stack) -> None:
    with pytest.raises(CaseNotFound):
        await stack.cases.read_case(str(uuid4()))


async def test_what_is_read_holds_no_number_that_could_be_a_bsn(stack: Stack) -> None:
    for digits in re.findall(r"(?<![\w-])\d{9}(?![\w-])", repr(await read(stack))):
        assert sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=True)) % 11, "a BSN was read"


async def test_lessons_of_a_group_come_in_order_and_are_its_own(stack: Stack) -> None:
    groups = (await read(stack)).groups
    if not groups:
        pytest.skip(f"case {stack.case_number} has no lesson group")
    facts = await stack.cases.read_group(groups[0])
    assert {lesson.group for lesson in facts.lessons} <= {groups[0]}
    assert list(facts.lessons) == sorted(facts.lessons, key=lambda lesson: lesson.starts)


async def test_a_clock_two_hours_behind_is_healed(stack: Stack) -> None:
    found = await stack.with_clock_behind(7200).find(stack.case_number)
    assert found.case_number == stack.case_number


async def test_a_wrong_secret_is_denied(stack: Stack) -> None:
    with pytest.raises(CaseApiDenied):
        await stack.with_secret("x" * 40).find(stack.case_number)


async def test_a_task_is_done_and_not_done_after_all(stack: Stack) -> None:
    writes, snapshot = writing(stack), await read(stack)
    task = next((one for one in snapshot.tasks if one.status is TaskStatus.OPEN), None)
    if task is None:
        pytest.skip(f"case {stack.case_number} has no open task")
    for kind, status in ((WriteKind.TASK_DONE, TaskStatus.DONE), (WriteKind.TASK_UNDONE, TaskStatus.OPEN)):
        await writes.write(snapshot.case_uuid, intent(stack, kind, task.id))
        assert _task(await read(stack), task.id).status is status


async def test_an_absence_is_reported_once_and_withdrawn(stack: Stack) -> None:
    writes, snapshot = writing(stack), await read(stack)
    lessons = (await stack.cases.read_group(snapshot.groups[0])).lessons if snapshot.groups else ()
    lesson = next((one for one in lessons if one.starts > local(stack.clock()) and not one.cancelled), None)
    if lesson is None:
        pytest.skip(f"case {stack.case_number} has no lesson to come")
    for _ in range(2):
        await writes.write(snapshot.case_uuid, intent(stack, WriteKind.ABSENCE, lesson.id))
    reported = [one for one in (await read(stack)).absences if one.lesson == lesson.id]
    assert [one.status for one in reported] == ["gemeld"]
    await writes.write(snapshot.case_uuid, intent(stack, WriteKind.ABSENCE_WITHDRAWN, lesson.id))
    withdrawn = [one for one in (await read(stack)).absences if one.lesson == lesson.id]
    assert [one.status for one in withdrawn] == ["ingetrokken"]


async def test_a_question_that_is_sent_twice_is_there_once(stack: Stack) -> None:
    writes, snapshot = writing(stack), await read(stack)
    question = intent(stack, WriteKind.QUESTION, str(uuid4()), text="Test van Wegwijs: geen antwoord nodig.")
    for _ in range(2):
        await writes.write(snapshot.case_uuid, question)
    assert [one["metadata"]["berichtId"] for one in await contacts(stack, snapshot)].count(question.id) == 1


async def contacts(stack: Stack, snapshot: Snapshot) -> list[dict[str, Any]]:
    """Our contacts about a case, as Klantinteracties lists them."""
    system = stack.tenant.zgw
    asked = {"onderwerpobject__onderwerpobjectidentificatorObjectId": snapshot.case_uuid}
    headers = {"Authorization": f"Token {system.klantinteracties_token}", "Accept": "application/json"}
    address = f"{system.klantinteracties}klantcontacten"
    async with stack.http.get(address, params=asked, headers=headers) as answer:
        found: list[dict[str, Any]] = (await answer.json())["results"]
    return [one for one in found if "berichtId" in one["metadata"]]


def _task(snapshot: Snapshot, task: str) -> Task:
    return next(one for one in snapshot.tasks if one.id == task)
