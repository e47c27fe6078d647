"""Filling a municipality's case system with its people, relative to a given day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.clock import instant
from bot.sandbox.town.plan import plan_of, properties_of
from bot.sandbox.town.population import Person, Town, fixed_uuid
from bot.sandbox.town.shift import Shift, monday
from bot.sandbox.town.timetable import lesgroep, lessons
from bot.sandbox.zgw import roots
from bot.sandbox.zgw.catalogus import finder
from bot.sandbox.zgw.desk import task
from bot.sandbox.zgw.register import Doc
from bot.sandbox.zgw.server import Zgw
from bot.sandbox.zgw.zaak import new_case, new_object_link, new_property, new_role, new_status

Tick = Callable[[], None]
"""Called after each group and each person."""


def seed(zgw: Zgw, town: Town, municipality: str, today: date, tick: Tick | None = None) -> None:
    """Put groups, lessons and people of a municipality into its case system; nobody is told."""
    seeding = _Seeding(zgw, town, today)
    step = tick or (lambda: None)
    for group in town.groups:
        if group.municipality == municipality:
            seeding.group(group.code)
            step()
    for person in town.people:
        if person.municipality == municipality:
            seeding.person(person)
            step()


class _Seeding:
    def __init__(self, zgw: Zgw, town: Town, today: date) -> None:
        self._zgw, self._town, self._shift = zgw, town, Shift.to(today)
        self._register = zgw.register
        # A record with a later first day would be invisible, so everything was registered weeks ago.
        self._start = monday(today) - timedelta(weeks=4)

    def group(self, code: str) -> None:
        group = self._town.group(code)
        self._add("lesgroep", lesgroep(self._town, group, self._shift), group.uuid)
        for uuid, doc in lessons(self._town, group, self._shift):
            self._add("les", doc, uuid)

    def person(self, person: Person) -> None:
        case = self._case(person)
        self._roles(person, case)
        plan = plan_of(self._town, person, self._shift)
        kinds = finder(self._register, roots.EIGENSCHAPPEN, "naam")
        for name, value in properties_of(person, plan).items():
            new_property(self._register, case, kinds(name), value)
        if plan is not None:
            row = self._add("inburgeringsplan", plan, fixed_uuid(f"{person.number}/plan"))
            self._link(case, row, "inburgeringsplan", "plan van")
        for code in person.groups:
            group = self._register.get(roots.OBJECTS, self._town.group(code).uuid)
            assert group is not None
            self._link(case, group, "lesgroep", "neemt deel aan")
        for entry in person.fixture.get("taak", []):
            self._task(person, entry)
        for entry in person.fixture.get("afspraak", []):
            self._talk(person, entry)

    def _case(self, person: Person) -> Doc:
        first = min(person.fixture["status"].values())
        day = str(self._shift.day(first))
        given = {
            "identificatie": person.number,
            "bronorganisatie": self._zgw.rsin,
            "verantwoordelijkeOrganisatie": self._zgw.rsin,
            "omschrijving": f"Inburgering {person.number}",
            "startdatum": day,
            "registratiedatum": day,
        }
        case = new_case(self._register, given, self._zgw.case_type, person.case_uuid)
        kinds = finder(self._register, roots.STATUSTYPEN, "omschrijving")
        for name, since in person.fixture["status"].items():
            at = instant(datetime.combine(self._shift.day(since), time(9))).astimezone(UTC)
            moment = at.isoformat().replace("+00:00", "Z")
            new_status(self._register, case, kinds(name), {"datumStatusGezet": moment})
        return case

    def _roles(self, person: Person, case: Doc) -> None:
        kinds = finder(self._register, roots.ROLTYPEN, "omschrijving")
        self._role(case, kinds("Inburgeraar"), "natuurlijk_persoon", {"voornamen": person.first_name})
        name = self._town.colleague(person.caseworker).name
        first, _, last = name.partition(" ")
        identity = {"identificatie": person.caseworker, "achternaam": last, "voorletters": f"{first[0]}."}
        self._role(case, kinds("Klantmanager"), "medewerker", identity)
        for school in self._town.schools:
            if school.teaches and any(self._town.group(code).school == school.id for code in person.groups):
                unit = {"identificatie": school.id, "naam": school.name}
                self._role(case, kinds("Taalschool"), "organisatorische_eenheid", unit, school.phone)

    def _role(self, case: Doc, kind: Doc, party: str, identity: Doc, phone: str = "") -> None:
        given: dict[str, Any] = {"betrokkeneType": party, "betrokkeneIdentificatie": identity}
        given["roltoelichting"] = kind["omschrijving"].lower()
        given["contactpersoonRol"] = {"telefoonnummer": phone}
        new_role(self._register, case, kind, given)

    def _link(self, case: Doc, row: Doc, kind: str, words: str) -> None:
        new_object_link(
            self._register,
            case,
            {"object": row["url"], "objectTypeOverige": kind, "relatieomschrijving": words},
        )

    def _task(self, person: Person, entry: Doc) -> None:
        key = f"taak.{entry['naam']}"
        giver = entry.get("door") or self._town.colleague(person.caseworker).name
        data: Doc = {
            "titel_sleutel": key,
            "gegeven_door": {"rol": "gemeente", "naam": giver},
            "bewijs": entry["bewijs"],
        }
        if entry.get("waarom"):
            data["uitleg_sleutel"] = f"{key}.waarom"
        if "minuten" in entry:
            data["duur_minuten"] = entry["minuten"]
        if "plaats" in entry:
            data["plaats_sleutel"] = entry["plaats"]
        if "stappen" in entry:
            data["stappen"] = [
                {"sleutel": f"{key}.{n}", **step} for n, step in enumerate(entry["stappen"], 1)
            ]
        doc = task(person.case_uuid, entry["titel"], self._shift.day(entry["voor"]), data)
        doc["verwerker_taak_id"] = fixed_uuid(f"{person.number}/verwerker/{entry['naam']}")
        self._add("externetaak", doc, fixed_uuid(f"{person.number}/taak/{entry['naam']}"))

    def _talk(self, person: Person, entry: Doc) -> None:
        given = dict(entry)
        name, place = given.pop("naam"), given.pop("plaats", None)
        doc: Doc = {
            "zaak": person.case_uuid,
            **self._shift.wire(given),
            "datum": str(self._shift.day(given["begin"].date())),
            "versie": 1,
        }
        doc.setdefault("vorm", "fysiek")
        if place is not None:
            doc["locatie"] = self._town.place(person.municipality, place)
        self._add("afspraak", doc, fixed_uuid(f"{person.number}/afspraak/{name}"))

    def _add(self, kind: str, doc: Doc, uuid: str) -> Doc:
        return self._zgw.objecten.add(kind, doc, uuid, self._start, check=False)
