"""The Klantinteracties API (Open Klant 2): questions to the caseworker and what came of them.

As seen on the real servers, notices about contacts are never delivered, so answers must be polled.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from bot.sandbox.zgw import roots
from bot.sandbox.zgw.exchange import Call, Reply, Route
from bot.sandbox.zgw.fout import Fout, invalid
from bot.sandbox.zgw.klantvorm import CONTACT, NO_ADDRESS, NO_NAME, lengths, reference, refers, required
from bot.sandbox.zgw.notices import Notices
from bot.sandbox.zgw.paging import only, paged
from bot.sandbox.zgw.register import Doc, Register

_SUBJECT: Final = "onderwerpobject__onderwerpobjectidentificatorObjectId"


class Klant:
    """Handlers of the API."""

    def __init__(self, register: Register, notices: Notices) -> None:
        self._register, self._notices = register, notices

    def routes(self) -> tuple[Route, ...]:
        """The routes of the API."""
        filters = {
            _SUBJECT,
            f"was{_SUBJECT[0].upper()}{_SUBJECT[1:]}",
            "expand",
            "kanaal",
            "onderwerp",
            "inhoud",
            "reactie",
            "nummer",
            "referentienummer",
            "vertrouwelijk",
            "plaatsgevondenOp",
        }
        subjects = {"klantcontact__uuid", "wasKlantcontact__uuid", _SUBJECT.rsplit("__", 1)[1]}
        actors = {"actoridentificatorObjectId", "naam", "soortActor", "indicatieActief"}
        tasks = {"status", "nummer", "klantcontact__uuid", "aanleidinggevendKlantcontact__uuid"}
        links = {"klantcontact__uuid", "actor__uuid"}
        subjects = {"klantcontact__uuid", "wasKlantcontact__uuid"}
        return (
            Route("POST", "/maak-klantcontact", self._make),
            Route("GET", "/klantcontacten", self._lister(roots.KLANTCONTACTEN, filters, self.contact)),
            Route("POST", "/klantcontacten", self._add_contact),
            *self._single("/klantcontacten", roots.KLANTCONTACTEN, self.contact, tuple(CONTACT)),
            Route("GET", "/onderwerpobjecten", self._lister(roots.ONDERWERPOBJECTEN, subjects, dict)),
            Route("POST", "/onderwerpobjecten", self._add_subject),
            Route("GET", "/actoren", self._lister(roots.ACTOREN, actors, dict)),
            Route("POST", "/actoren", self._add_actor),
            *self._single("/actoren", roots.ACTOREN, dict, ("naam", "indicatieActief", "actorIdentificatie")),
            Route("GET", "/actorklantcontacten", self._lister(roots.ACTORKLANTCONTACTEN, links, dict)),
            Route("POST", "/actorklantcontacten", self._add_link),
            Route("GET", "/internetaken", self._lister(roots.INTERNETAKEN, tasks, dict)),
            Route("POST", "/internetaken", self._add_task),
            *self._single(
                "/internetaken", roots.INTERNETAKEN, dict, ("status", "toelichting", "gevraagdeHandeling")
            ),
        )

    def contact(self, row: Doc) -> Doc:
        """A contact as it is sent, with what hangs on it."""
        register, uuid = self._register, row["uuid"]
        subjects = register.pointing(roots.ONDERWERPOBJECTEN, "klantcontact", uuid)
        people = register.pointing(roots.BETROKKENEN, "hadKlantcontact", uuid)
        tasks = register.pointing(roots.INTERNETAKEN, "aanleidinggevendKlantcontact", uuid)
        links = register.pointing(roots.ACTORKLANTCONTACTEN, "klantcontact", uuid)
        actors = [register.get(roots.ACTOREN, a["actor"]["uuid"]) for a in links]
        return {
            "uuid": uuid,
            "url": row["url"],
            "gingOverOnderwerpobjecten": [reference(s) for s in subjects],
            "hadBetrokkenActoren": [dict(a) for a in actors if a],
            "omvatteBijlagen": [],
            "hadBetrokkenen": [reference(b) for b in people],
            "leiddeTotInterneTaken": [reference(t) for t in tasks],
            **{k: row[k] for k in CONTACT},
        }

    def _make(self, call: Call) -> Reply:
        doc = call.doc
        contact = self._new_contact(doc.get("klantcontact") or {})
        person = self._new_person(contact, doc["betrokkene"]) if doc.get("betrokkene") else None
        subject = self._new_subject(contact, doc["onderwerpobject"]) if doc.get("onderwerpobject") else None
        answer = {"klantcontact": self.contact(contact), "betrokkene": person, "onderwerpobject": subject}
        return Reply(answer, 201)

    def _add_contact(self, call: Call) -> Reply:
        return Reply(self.contact(self._new_contact(call.doc)), 201)

    def _add_subject(self, call: Call) -> Reply:
        contact = self._referred(call.doc, "klantcontact", roots.KLANTCONTACTEN)
        return Reply(self._new_subject(contact, call.doc), 201)

    def _add_actor(self, call: Call) -> Reply:
        doc = call.doc
        required(doc, "naam", "soortActor")
        no_id = {"objectId": "", "codeObjecttype": "", "codeRegister": "", "codeSoortObjectId": ""}
        row = {
            "naam": doc["naam"],
            "soortActor": doc["soortActor"],
            "indicatieActief": doc.get("indicatieActief", True),
            "actoridentificator": {**no_id, **(doc.get("actoridentificator") or {})},
            "actorIdentificatie": doc.get("actorIdentificatie"),
        }
        return Reply(dict(self._register.add(roots.ACTOREN, row)), 201)

    def _add_link(self, call: Call) -> Reply:
        actor = self._referred(call.doc, "actor", roots.ACTOREN)
        contact = self._referred(call.doc, "klantcontact", roots.KLANTCONTACTEN)
        row = {"actor": reference(actor), "klantcontact": reference(contact)}
        return Reply(dict(self._register.add(roots.ACTORKLANTCONTACTEN, row)), 201)

    def _add_task(self, call: Call) -> Reply:
        doc = call.doc
        required(doc, "gevraagdeHandeling", "status")
        lengths(doc)
        contact = self._referred(doc, "aanleidinggevendKlantcontact", roots.KLANTCONTACTEN)
        given = doc.get("toegewezenAanActoren") or []
        actors = [self._referred({"actor": a}, "actor", roots.ACTOREN) for a in given]
        row = {
            "nummer": doc.get("nummer"),
            "referentienummer": doc.get("referentienummer"),
            "gevraagdeHandeling": doc["gevraagdeHandeling"],
            "aanleidinggevendKlantcontact": reference(contact),
            "toegewezenAanActor": reference(actors[0]) if actors else None,
            "toegewezenAanActoren": [reference(a) for a in actors],
            "toelichting": doc.get("toelichting", ""),
            "status": doc["status"],
            "toegewezenOp": self._register.now(),
            "afgehandeldOp": None,
        }
        kept = self._register.add(roots.INTERNETAKEN, row)
        self._tell_task(kept, "create")
        return Reply(dict(kept), 201)

    def write(self, contact: Doc, subject: Doc, actor: str = "") -> Doc:
        """A contact that the municipality's own people make, perhaps with the colleague who made it."""
        made = self._new_contact(contact)
        self._new_subject(made, subject)
        if actor:
            row = {"naam": actor, "soortActor": "medewerker", "indicatieActief": True}
            colleague = self._register.add(roots.ACTOREN, {**row, "actoridentificator": None})
            link = {"actor": reference(colleague), "klantcontact": reference(made)}
            self._register.add(roots.ACTORKLANTCONTACTEN, link)
        return made

    def change(self, row: Doc, given: Mapping[str, Any]) -> None:
        """Change a row; a task that is done gets its moment."""
        row.update(given)
        if row["url"].startswith(roots.INTERNETAKEN):
            row["afgehandeldOp"] = self._register.now() if row["status"] == "verwerkt" else None
            self._tell_task(row, "partial_update")

    def _tell_task(self, row: Doc, action: str) -> None:
        # Open Klant 2.18 sends `nummer: null`, which Open Notificaties refuses: such a notice never arrives.
        if row["nummer"] is not None:
            traits = {k: row[k] for k in ("nummer", "gevraagdeHandeling", "toelichting", "status")}
            self._notices.publish("internetaken", row["url"], "internetaak", row["url"], action, traits)

    def _lister(
        self, root: str, filters: Collection[str], view: Callable[[Doc], Doc]
    ) -> Callable[[Call], Reply]:
        def answer(call: Call) -> Reply:
            only(call, filters)
            expand = [n for group in call.query.getall("expand", []) for n in group.split(",")]
            asked = {k: v for k, v in call.query.items() if k in filters and k != "expand"}
            rows = [r for r in self._among(root, asked) if all(self._fits(r, k, v) for k, v in asked.items())]
            return paged(call, rows, lambda row: self._expanded(view(row), expand))

        return answer

    def _among(self, root: str, asked: Mapping[str, str]) -> list[Doc]:
        """Rows of a collection, newest first; only those about one subject where that is asked."""
        register = self._register
        if _SUBJECT not in asked:
            return register.rows(root)[::-1]
        about = register.pointing(roots.ONDERWERPOBJECTEN, "onderwerpobjectidentificator", asked[_SUBJECT])
        rows = {s["klantcontact"]["uuid"]: register.get(root, s["klantcontact"]["uuid"]) for s in about}
        return [row for row in rows.values() if row is not None][::-1]

    def _single(
        self, path: str, root: str, view: Callable[[Doc], Doc], changeable: Collection[str]
    ) -> tuple[Route, Route]:
        def found(call: Call) -> Doc:
            row = self._register.get(root, call.path["uuid"])
            if row is None:
                raise Fout(404, "not_found")
            return row

        def read(call: Call) -> Reply:
            expand = [n for group in call.query.getall("expand", []) for n in group.split(",")]
            return Reply(self._expanded(view(found(call)), expand))

        def patch(call: Call) -> Reply:
            row = found(call)
            lengths(call.doc)
            self.change(row, {k: v for k, v in call.doc.items() if k in changeable})
            return Reply(view(row))

        return Route("GET", path + "/{uuid}", read), Route("PATCH", path + "/{uuid}", patch)

    def _fits(self, row: Doc, name: str, value: str) -> bool:
        if name == "actoridentificatorObjectId":
            return bool(row["actoridentificator"]["objectId"] == value)
        if name.endswith("__uuid"):
            return refers(
                row.get(name.removesuffix("__uuid")) or row.get("aanleidinggevendKlantcontact"), value
            )
        if not name.lower().endswith("onderwerpobjectidentificatorobjectid"):
            return str(row.get(name)).lower() == value.lower()
        if row["url"].startswith(roots.ONDERWERPOBJECTEN):
            return bool((row["onderwerpobjectidentificator"] or {}).get("objectId") == value)
        own = "wasKlantcontact" if name.startswith("was") else "klantcontact"
        subjects = self._register.pointing(roots.ONDERWERPOBJECTEN, own, row["uuid"])
        return any((s["onderwerpobjectidentificator"] or {}).get("objectId") == value for s in subjects)

    def _expanded(self, doc: Doc, names: list[str]) -> Doc:
        known = {"gingOverOnderwerpobjecten", "hadBetrokkenen", "leiddeTotInterneTaken", "omvatteBijlagen"}
        unknown = set(names) - known
        if unknown:
            text = f"Selecteer een geldige keuze. {min(unknown)} is geen beschikbare keuze."
            raise invalid(("expand", "invalid_choice", text))
        if not names:
            return doc
        parts = {n: [dict(self._register.by_url(r["url"]) or r) for r in doc[n]] for n in sorted(names)}
        return {**doc, "_expand": parts}

    def _new_contact(self, doc: Mapping[str, Any]) -> Doc:
        required(doc, "kanaal", "onderwerp", "vertrouwelijk")
        lengths(doc)
        if any(len(str(v)) > 255 for v in (doc.get("metadata") or {}).values()):
            raise invalid(
                ("metadata", "max_length", "Zorg ervoor dat dit veld niet meer dan 255 karakters bevat.")
            )
        given = {k: doc[k] for k in CONTACT if doc.get(k) is not None}
        moment = given.get("plaatsgevondenOp") or self._register.now()
        return self._register.add(roots.KLANTCONTACTEN, {**CONTACT, **given, "plaatsgevondenOp": moment})

    def _new_person(self, contact: Doc, doc: Mapping[str, Any]) -> Doc:
        row = {
            "wasPartij": doc.get("wasPartij"),
            "hadKlantcontact": reference(contact),
            "digitaleAdressen": [],
            "bezoekadres": dict(NO_ADDRESS),
            "correspondentieadres": dict(NO_ADDRESS),
            "contactnaam": dict(NO_NAME),
            "volledigeNaam": "",
            "rol": doc.get("rol", "klant"),
            "organisatienaam": "",
            "initiator": doc.get("initiator", False),
        }
        return dict(self._register.add(roots.BETROKKENEN, row))

    def _new_subject(self, contact: Doc, doc: Mapping[str, Any]) -> Doc:
        was = doc.get("wasKlantcontact")
        row = {
            "klantcontact": reference(contact),
            "wasKlantcontact": reference(self._referred(doc, "wasKlantcontact", roots.KLANTCONTACTEN))
            if was
            else None,
            "onderwerpobjectidentificator": doc.get("onderwerpobjectidentificator"),
        }
        return dict(self._register.add(roots.ONDERWERPOBJECTEN, row))

    def _referred(self, doc: Mapping[str, Any], field: str, root: str) -> Doc:
        given = doc.get(field)
        row = self._register.get(root, str(given.get("uuid"))) if isinstance(given, dict) else None
        if row is None:
            raise invalid((field, "does_not_exist", "Het object bestaat niet."))
        return row
