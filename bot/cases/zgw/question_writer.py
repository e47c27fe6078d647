"""Writes a question or a wish to be called back: a contact about the case, and a task for the caseworker."""

from __future__ import annotations

from typing import Any, Final, TypeVar

from pydantic import ValidationError

from bot.cases.asking import task_number
from bot.cases.model import Write, WriteKind, pieces
from bot.cases.wall import wall
from bot.cases.zgw.actors import Actors
from bot.cases.zgw.api import Api
from bot.cases.zgw.edge import Edge
from bot.cases.zgw.edge_klant import Klantcontact, Made
from bot.cases.zgw.edge_zaak import Rol
from bot.cases.zgw.message_text import LONGEST, language_code, whole_text
from bot.cases.zgw.task_writer import CHANNEL
from bot.clock import instant
from bot.errors import BadAnswer

SOURCE: Final = "wegwijs"
SUBJECT: Final = "onderwerpobject__onderwerpobjectidentificatorObjectId"
_EXPAND: Final = "gingOverOnderwerpobjecten"
_WORDS: Final = {
    WriteKind.QUESTION: ("Vraag van inburgeraar", "Vraag van inburgeraar beantwoorden"),
    WriteKind.CALLBACK: ("Terugbelverzoek van inburgeraar", "Inburgeraar terugbellen"),
}
_FOLLOWS: Final = "Vervolgvraag van inburgeraar"
_HOW: Final = {
    WriteKind.QUESTION: "Vraag uit de chat van Wegwijs. Antwoord in het Nederlands in het veld 'reactie' van "
    "het klantcontact, of met een nieuw klantcontact dat aan dit klantcontact is gekoppeld; zet daarna deze "
    "taak op verwerkt. De inburgeraar leest het antwoord in de chat, met een vertaling door een machine. "
    "Zet geen BSN, V-nummer of rekeningnummer in het antwoord. De chat is niet voor besluiten: die gaan per "
    "brief.",
    WriteKind.CALLBACK: "Verzoek uit de chat van Wegwijs. Bel de inburgeraar terug en zet deze taak op "
    "verwerkt. Wat u bij dit klantcontact schrijft, komt niet in de chat.",
}
"""What a colleague must know, in the task itself: where to answer, and what the person gets of it."""
Data = TypeVar("Data", bound=Edge)


class QuestionWriter:
    """Nothing in Klantinteracties is idempotent, so every step is looked for before it is made."""

    def __init__(self, klant: Api) -> None:
        self._klant, self._actors = klant, Actors(klant)

    async def write(self, case_uuid: str, write: Write, caseworker: Rol | None) -> None:
        """Bring the question to the caseworker once, however often this is called."""
        texts = pieces(whole_text(write), LONGEST)
        there = await self._there(case_uuid, write)
        contacts: list[Klantcontact] = []
        for number, text in enumerate(texts, 1):
            part = f"{number}/{len(texts)}"
            contacts.append(there.get(part) or await self._make(case_uuid, write, part, text))
        for contact in contacts:
            if not contact.actors:
                await self._link(contact)
        if not any(contact.tasks for contact in contacts):
            await self._task(contacts[0], write, caseworker)

    async def _there(self, case_uuid: str, write: Write) -> dict[str, Klantcontact]:
        docs = await self._klant.pages("klantcontacten", [(SUBJECT, case_uuid), ("expand", _EXPAND)])
        found = [read_edge(Klantcontact, doc, "klantcontact") for doc in docs]
        mine = [c for c in found if c.metadata.get("berichtId") == write.id and about(c, case_uuid)]
        return {str(c.metadata.get("deel")): c for c in mine}

    async def _make(self, case_uuid: str, write: Write, part: str, text: str) -> Klantcontact:
        made = await self._klant.send("POST", "maak-klantcontact", _contact(case_uuid, write, part, text))
        return read_edge(Made, made, "klantcontact").klantcontact

    async def _link(self, contact: Klantcontact) -> None:
        actor = await self._actors.bot()
        body = {"actor": {"uuid": actor}, "klantcontact": {"uuid": contact.uuid}}
        await self._klant.send("POST", "actorklantcontacten", body)

    async def _task(self, contact: Klantcontact, write: Write, caseworker: Rol | None) -> None:
        actor = await self._actors.colleague(caseworker) if caseworker else await self._actors.team()
        body = {
            # Without a number the notification of an internal task is refused by Open Notificaties.
            "nummer": task_number(write.id),
            "gevraagdeHandeling": _WORDS[write.kind][1],
            "aanleidinggevendKlantcontact": {"uuid": contact.uuid},
            "toegewezenAanActoren": [{"uuid": actor}],
            "toelichting": _HOW[write.kind],
            "status": "te_verwerken",
        }
        await self._klant.send("POST", "internetaken", body)


def about(contact: Klantcontact, case_uuid: str) -> bool:
    """Whether a contact is about this case."""
    subjects = contact.parts.subjects
    return any(s.identificator is not None and s.identificator.id == case_uuid for s in subjects)


def read_edge(shape: type[Data], doc: object, where: str) -> Data:
    """Check a document; `BadAnswer` names the place."""
    try:
        return shape.model_validate(doc)
    except (ValidationError, ValueError):
        raise BadAnswer(where) from None


def _contact(case_uuid: str, write: Write, part: str, text: str) -> dict[str, Any]:
    metadata = {"bron": SOURCE, "berichtId": write.id, "deel": part}
    if write.original.strip():
        metadata["vertaling"] = "machine"
    if write.follows:
        metadata["vervolgOp"] = write.follows
    subject = _FOLLOWS if write.follows and write.kind is WriteKind.QUESTION else _WORDS[write.kind][0]
    return {
        "klantcontact": {
            "kanaal": CHANNEL,
            "onderwerp": subject,
            "inhoud": text,
            "taal": language_code(write.language),
            "vertrouwelijk": True,
            "indicatieContactGelukt": True,
            "plaatsgevondenOp": instant(wall(write.at)).isoformat(timespec="seconds").replace("+00:00", "Z"),
            "metadata": metadata,
        },
        "betrokkene": {"rol": "klant", "initiator": True, "wasPartij": None},
        "onderwerpobject": {
            "wasKlantcontact": None,
            "onderwerpobjectidentificator": {
                "objectId": case_uuid,
                "codeObjecttype": "zaak",
                "codeRegister": "open-zaak",
                "codeSoortObjectId": "uuid",
            },
        },
    }
