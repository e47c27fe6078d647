"""What the municipality's own people do in their case system; every act is told to subscribers."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any, Final
from uuid import uuid4

from bot.clock import AMSTERDAM
from bot.sandbox.zgw import roots
from bot.sandbox.zgw.catalogus import finder
from bot.sandbox.zgw.documenten import new_document, new_document_link
from bot.sandbox.zgw.register import Doc
from bot.sandbox.zgw.server import Zgw
from bot.sandbox.zgw.zaak import new_property, statuses

_IN_CASE: Final = {"pvt": "pvtStatus", "map": "mapStatus"}


def wall(moment: datetime) -> str:
    """Write naive local wall time with its UTC offset, as the schemas want it."""
    return moment.replace(tzinfo=AMSTERDAM).isoformat(timespec="seconds")


def end_of_day(day: date) -> str:
    """Write the last minute of a local day."""
    return wall(datetime.combine(day, time(23, 59)))


class Desk:
    """A caseworker's hands on one municipality's case system; unknown cases and objects raise `KeyError`."""

    def __init__(self, zgw: Zgw) -> None:
        self._zgw, self._register = zgw, zgw.register

    def add_task(
        self,
        number: str,
        title: str,
        due: date | None = None,
        data: Doc | None = None,
        uuid: str | None = None,
    ) -> str:
        """Give a task; returns its UUID. `data` holds the keys of the reviewed texts."""
        case = self._zgw.case(number)
        row = self._zgw.objecten.add("externetaak", task(case["uuid"], title, due, data or {}), uuid)
        self._tell_object(row, "create")
        return str(row["uuid"])

    def process_task(self, uuid: str) -> None:
        """Set a task that was done to `verwerkt`."""
        self._zgw.objecten.change(self._object(uuid), {"data": {"status": "verwerkt"}})

    def reopen_task(self, uuid: str) -> None:
        """Set a task back to `open`."""
        self._zgw.objecten.change(self._object(uuid), {"data": {"status": "open"}})

    def set_term(self, number: str, end_exclusive: date) -> None:
        """Change the end of the term in the case and in the plan; DUO's end is exclusive."""
        self._set_property(number, "termijnEinde", f"{end_exclusive:%Y%m%d}")
        plan = self._plan(number)
        self._change_plan(plan, {"termijn": {"einddatumExclusief": str(end_exclusive)}})

    def set_part(self, number: str, index: int, status: str) -> None:
        """Change the status of the plan's part at `index`; its phase follows from the status again."""
        plan = self._plan(number)
        parts: list[Doc] = [dict(p) for p in plan["_records"][-1]["data"]["onderdelen"]]
        parts[index]["status"] = status
        parts[index].pop("fase", None)
        name = _IN_CASE.get(parts[index]["soort"])
        if name:
            self._set_property(number, name, status)
        self._change_plan(plan, {"onderdelen": parts})

    def move_talk(self, uuid: str, begin: datetime) -> None:
        """Give an appointment another moment (naive local time); it stays as long as it was."""
        row = self._object(uuid)
        data = row["_records"][-1]["data"]
        new: dict[str, Any] = {"datum": str(begin.date()), "begin": wall(begin), "status": "gepland"}
        if data.get("einde"):
            length = datetime.fromisoformat(data["einde"]) - datetime.fromisoformat(data["begin"])
            new["einde"] = wall(begin + length)
        self._zgw.objecten.change(row, {"data": {**new, "versie": data["versie"] + 1}})

    def cancel_talk(self, uuid: str) -> None:
        """Call an appointment off."""
        row = self._object(uuid)
        version = row["_records"][-1]["data"]["versie"] + 1
        self._zgw.objecten.change(row, {"data": {"status": "afgezegd", "versie": version}})

    def answer(self, uuid: str, text: str) -> None:
        """Answer a question in its contact; the internal tasks it led to are done."""
        self._zgw.klant.change(self._contact(uuid), {"reactie": text})
        self.deal_with(uuid)

    def answer_apart(self, uuid: str, text: str, *, by: str = "", case: str = "", done: bool = True) -> str:
        """Answer with a contact of its own that hangs on the question, as contact centres do.

        It names no case unless one is given. Returns its UUID.
        """
        question = self._contact(uuid)
        contact = {
            "kanaal": "telegram",
            "onderwerp": question["onderwerp"],
            "inhoud": text,
            "vertrouwelijk": False,
        }
        subject: Doc = {"wasKlantcontact": {"uuid": uuid}}
        if case:
            subject["onderwerpobjectidentificator"] = {
                "objectId": case,
                "codeObjecttype": "zaak",
                "codeRegister": "open-zaak",
                "codeSoortObjectId": "uuid",
            }
        made = self._zgw.klant.write(contact, subject, by)
        if done:
            self.deal_with(uuid)
        return str(made["uuid"])

    def deal_with(self, uuid: str) -> None:
        """Set the internal tasks of a question to `verwerkt`."""
        for row in self._register.rows(roots.INTERNETAKEN):
            if row["aanleidinggevendKlantcontact"]["uuid"] == self._contact(uuid)["uuid"]:
                self._zgw.klant.change(row, {"status": "verwerkt"})

    def _contact(self, uuid: str) -> Doc:
        contact = self._register.get(roots.KLANTCONTACTEN, uuid)
        if contact is None:
            raise KeyError(uuid)
        return contact

    def set_status(self, number: str, name: str) -> None:
        """Give a case a status by its omschrijving; the end status gets the result `Voldaan` first."""
        case = self._zgw.case(number)
        kind = self._of_type(case, roots.STATUSTYPEN, name)
        if kind["isEindstatus"] and not any(self._register.where(roots.RESULTATEN, zaak=case["url"])):
            result = self._of_type(case, roots.RESULTAATTYPEN, "Voldaan")
            doc = {"zaak": case["url"], "resultaattype": result["url"], "toelichting": ""}
            kept = self._register.add(roots.RESULTATEN, doc)
            self._zgw.rights.tell(case, "resultaat", kept["url"], "create")
        moment = self._register.clock().astimezone(UTC).isoformat().replace("+00:00", "Z")
        self._zgw.zaakdelen.set_status(case, kind, {"datumStatusGezet": moment})

    def add_document(self, number: str, title: str, kind: str = "PIP") -> str:
        """Put a document with a case; returns its UUID. The title is in the link, and in the document."""
        case = self._zgw.case(number)
        sort = finder(self._register, roots.INFORMATIEOBJECTTYPEN, "omschrijving")(kind)
        document = new_document(self._register, self._zgw.rsin, title, sort)
        row = new_document_link(self._register, case, document, {"titel": title})
        self._zgw.rights.tell(case, "zaakinformatieobject", row["url"], "create")
        return str(document["uuid"])

    def add_property(self, number: str, name: str, value: str) -> None:
        """Give a property (again): the server takes a second one of the same name without a word."""
        case = self._zgw.case(number)
        row = new_property(
            self._register, case, self._of_type(case, roots.EIGENSCHAPPEN, name, "naam"), value
        )
        self._zgw.rights.tell(case, "zaakeigenschap", row["url"], "create")

    def status(self, number: str) -> str:
        """The present status of a case, or nothing."""
        found = statuses(self._register, self._zgw.case(number))
        kind = self._register.by_url(found[0]["statustype"]) if found else None
        return str(kind["omschrijving"]) if kind else ""

    def _set_property(self, number: str, name: str, value: str) -> None:
        case = self._zgw.case(number)
        row = next(self._register.where(roots.ZAAKEIGENSCHAPPEN, zaak=case["url"], naam=name), None)
        action = "partial_update" if row else "create"
        if row is None:
            kind = self._of_type(case, roots.EIGENSCHAPPEN, name, "naam")
            row = new_property(self._register, case, kind, value)
        row["waarde"] = value
        self._zgw.rights.tell(case, "zaakeigenschap", row["url"], action)

    def _of_type(self, case: Doc, root: str, name: str, field: str = "omschrijving") -> Doc:
        """A type by its name, of the version of the type of case that this case has."""
        found = next(self._register.where(root, zaaktype=case["zaaktype"], **{field: name}), None)
        if found is None:
            raise KeyError(name)
        return found

    def _change_plan(self, plan: Doc, data: Doc) -> None:
        version = plan["_records"][-1]["data"]["versie"] + 1
        self._zgw.objecten.change(plan, {"data": {**data, "versie": version}})

    def _plan(self, number: str) -> Doc:
        plan = self._zgw.plan(number)
        if plan is None:
            raise KeyError(number)
        return self._object(plan["uuid"])

    def _object(self, uuid: str) -> Doc:
        row = self._register.get(roots.OBJECTS, uuid)
        if row is None:
            raise KeyError(uuid)
        return row

    def _tell_object(self, row: Doc, action: str) -> None:
        traits = {"objectType": row["type"]}
        self._zgw.notices.publish("objecten", row["url"], "object", row["url"], action, traits)


def task(case_uuid: str, title: str, due: date | None, data: Doc) -> Doc:
    """The data of an external task (v2); it names the case, never a person."""
    found: Doc = {
        "titel": title,
        "status": "open",
        "soort": "portaalformulier",
        "identificatie": {"type": "zaak", "value": case_uuid},
        "koppeling": {"registratie": "zaak", "uuid": case_uuid},
        "verwerker_taak_id": str(uuid4()),
        "eigenaar": "inburgering",
        "portaalformulier": {"formulier": {"soort": "id", "value": "inburgering-taak-gedaan"}, "data": data},
    }
    if due is not None:
        found["verloopdatum"] = end_of_day(due)
    return found
