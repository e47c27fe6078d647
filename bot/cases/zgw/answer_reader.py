"""Reads what became of a case's questions: an answer in the contact (`reactie`), a second contact, or a task
that was dealt with without words.

Klantinteracties gives whoever holds its key every contact of the municipality. So a contact is only looked
at where it is about this case, and only read where it is ours or the answer to one that is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any, Final

from pydantic import ValidationError

from bot.cases.model import Reply
from bot.cases.zgw.api import Api
from bot.cases.zgw.edge_answers import About, Contact
from bot.cases.zgw.edge_klant import Ref
from bot.cases.zgw.question_writer import SOURCE, SUBJECT
from bot.cases.zgw.urls import uuid_of
from bot.errors import CaseNotFound
from bot.personal_numbers import without

DONE: Final = "verwerkt"
COLLEAGUE: Final = "medewerker"
LONGEST_NAME: Final = 60
_EXPAND: Final = "leiddeTotInterneTaken,gingOverOnderwerpobjecten"
_ANSWER_TO: Final = "wasKlantcontact__uuid"
_EARLIEST: Final = datetime.min.replace(tzinfo=UTC)


class AnswerReader:
    """Reads answers; `known` are telephone numbers that an answer may name.

    `counts` as in `Reading`; `watching` tells the operator where an answer held somebody else's things.
    """

    def __init__(
        self,
        klant: Api,
        counts: Counter[str],
        known: Iterable[str],
        watching: Callable[[str], AbstractContextManager[None]],
    ) -> None:
        self._klant, self._counts, self._known, self._watching = klant, counts, tuple(known), watching

    async def replies(self, case_uuid: str, questions: Collection[str], thorough: bool) -> tuple[Reply, ...]:
        """Read what the case system holds of these questions of a case, with one call for all of them.

        A second contact need not name the case; it is looked for where the task was dealt with, and always
        if `thorough`.
        """
        uuid = uuid_of(case_uuid)
        if uuid is None:
            raise CaseNotFound("A case is named by its UUID.")
        with self._watching("klantcontacten"):
            query = [(SUBJECT, uuid), ("expand", _EXPAND)]
            contacts = self._of_case(await self._klant.pages("klantcontacten", query), uuid)
            found = [(id, self._whole(contacts, id)) for id in questions]
            others = [c for c in contacts if c.metadata.get("bron") != SOURCE]
            return tuple(
                [await self._reply(id, parts, others, uuid, thorough) for id, parts in found if parts]
            )

    def _of_case(self, docs: Iterable[Any], case_uuid: str) -> list[Contact]:
        contacts = [contact for doc in docs if (contact := self._contact(doc)) is not None]
        mine = [contact for contact in contacts if contact.cases == {case_uuid}]
        self._counts["foreign"] += len(contacts) - len(mine)
        return mine

    def _whole(self, contacts: Iterable[Contact], id: str) -> list[Contact]:
        """The parts of one question in order; nothing before all of them are there."""
        mine = [c for c in contacts if c.message == id and c.metadata.get("bron") == SOURCE]
        by_place = {str(contact.metadata.get("deel", "1/1")): contact for contact in mine}
        total = max((_number(place.partition("/")[2]) for place in by_place), default=0)
        parts = [by_place.get(f"{number}/{total}") for number in range(1, total + 1)]
        return [part for part in parts if part is not None] if all(parts) else []

    async def _reply(
        self, id: str, parts: list[Contact], others: list[Contact], case_uuid: str, thorough: bool
    ) -> Reply:
        dealt = any(task.status == DONE for part in parts for task in part.parts.tasks)
        uuids = {part.uuid for part in parts}
        second = [contact for contact in others if contact.answers & uuids]
        written = [part.reactie for part in parts if part.reactie.strip()]
        looked = bool(written or second)
        if thorough or (dealt and not looked):
            known = {contact.uuid for contact in second}
            second += [c for c in await self._linked(uuids, case_uuid) if c.uuid not in known]
            looked = True
        if not looked:
            return Reply(id, dealt_with=dealt)
        second.sort(key=lambda contact: (contact.at or _EARLIEST, contact.uuid))
        said = dict.fromkeys(text.strip() for text in (*written, *(c.inhoud for c in second)) if text.strip())
        text, numbers = without("\n\n".join(said), self._known)
        return Reply(id, text, self._name(second), numbers, dealt)

    async def _linked(self, uuids: Collection[str], case_uuid: str) -> list[Contact]:
        """Answers that hang on the question only."""
        found: dict[str, Contact] = {}
        for uuid in sorted(uuids):
            for doc in await self._klant.pages("onderwerpobjecten", [(_ANSWER_TO, uuid)]):
                answer = self._answer(doc, uuid)
                contact = await self._one(answer) if answer is not None else None
                if contact is not None and self._belongs(contact, uuid, case_uuid):
                    found[contact.uuid] = contact
        return list(found.values())

    def _answer(self, doc: object, uuid: str) -> str | None:
        try:
            about = About.model_validate(doc)
        except (ValidationError, ValueError):
            self._counts["unreadable:answer"] += 1
            return None
        if about.was != Ref(uuid=uuid):
            self._counts["foreign"] += 1
            return None
        return about.klantcontact.uuid if about.klantcontact is not None else None

    async def _one(self, uuid: str) -> Contact | None:
        try:
            doc = await self._klant.get(f"klantcontacten/{uuid}", [("expand", "gingOverOnderwerpobjecten")])
        except CaseNotFound:
            return None
        contact = self._contact(doc)
        if contact is None or contact.uuid == uuid:
            return contact
        self._counts["foreign"] += 1
        return None

    def _belongs(self, contact: Contact, question: str, case_uuid: str) -> bool:
        """Whether a contact is the answer that it was said to be, and about no other case."""
        if contact.metadata.get("bron") == SOURCE:
            return False
        mine = question in contact.answers and contact.cases <= {case_uuid}
        if not mine:
            self._counts["foreign"] += 1
        return mine

    def _contact(self, doc: object) -> Contact | None:
        try:
            return Contact.model_validate(doc)
        except (ValidationError, ValueError, OverflowError, RecursionError):
            self._counts["unreadable:answer"] += 1
            return None

    def _name(self, contacts: Iterable[Contact]) -> str:
        names = (a.naam.strip() for c in contacts for a in c.actors if a.kind == COLLEAGUE)
        return without(next((name for name in names if name), "")[:LONGEST_NAME], ())[0]


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 4 else 0
