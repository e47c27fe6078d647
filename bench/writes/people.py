"""People of the campaign: a case each in the sandbox, and what they will ask to be written, in order."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.cases.model import Choice, LessonStatus, Preference, Write, WriteKind
from bot.cases.port import LessonWrite
from bot.clock import local
from bot.sandbox.town.population import Town, fixed_uuid
from bot.sandbox.zgw import Zgw, roots
from bot.sandbox.zgw.catalogus import finder
from bot.sandbox.zgw.desk import task, wall
from bot.sandbox.zgw.zaak import new_case, new_role

GROUP = "B1-2"
EACH = 10
"""Writes for each person: nine of their own and one of the school."""
LONG = "Mag ik later komen? " * 60
"""More than a contact holds, so that it is split."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """One person; `lessons` are to be absent from, to come to after all, and one that moves."""

    number: int
    case: str
    task: str
    talk: str
    lessons: tuple[str, str, str]

    @property
    def id(self) -> str:
        """The person's id in the store."""
        return f"person-{self.number:06d}"

    def writes(self, now: datetime) -> Iterator[Write]:
        """What this person does, a second apart."""
        asks = WriteKind.CALLBACK if self.number % 3 == 0 else WriteKind.QUESTION
        text = LONG if self.number % 3 == 1 else "Mag ik later komen?"
        absent, comes, _ = self.lessons
        acts: tuple[tuple[WriteKind, str, dict[str, object]], ...] = (
            (WriteKind.TASK_DONE, self.task, {}),
            (WriteKind.ABSENCE, absent, {}),
            (WriteKind.ABSENCE, comes, {}),
            (
                WriteKind.APPOINTMENT_ANSWER,
                self.talk,
                {"choice": Choice.OTHER, "preference": Preference.MORNING},
            ),
            (WriteKind.TASK_UNDONE, self.task, {}),
            (WriteKind.INTERPRETER, self.talk, {"language": "tr"}),
            (WriteKind.ABSENCE_WITHDRAWN, comes, {}),
            (asks, f"ask-{self.number}", {"text": text} if asks is WriteKind.QUESTION else {}),
            (WriteKind.APPOINTMENT_ANSWER, self.talk, {"choice": Choice.COME}),
        )
        for n, (kind, item, more) in enumerate(acts):
            at = now + timedelta(seconds=n)
            yield Write(f"{self.id}:{n}", kind, item, at, version=1, **more)  # type: ignore[arg-type]

    def moved(self, group: str, now: datetime) -> LessonWrite:
        """What the school changes for this person's third lesson."""
        starts = local(now).replace(minute=0, second=0, microsecond=0) + timedelta(days=3)
        return LessonWrite(
            f"move-{self.number}",
            self.lessons[2],
            group,
            2,
            local(now),
            LessonStatus.CHANGED,
            starts,
            starts + timedelta(hours=3),
        )


class Cases:
    """Puts people into the sandbox's case system."""

    def __init__(self, zgw: Zgw, town: Town) -> None:
        self._zgw, self.group = zgw, town.group(GROUP).uuid
        self._lesson = zgw.objects("les", lesgroep=self.group)[-1]

    def newcomer(self, number: int, now: datetime) -> Newcomer:
        """A case with a caseworker, a task, a talk and three lessons."""
        register, name = self._zgw.register, f"write/{number}"
        day = str(local(now).date())
        given = {
            "identificatie": f"BW-{number:05d}",
            "bronorganisatie": self._zgw.rsin,
            "verantwoordelijkeOrganisatie": self._zgw.rsin,
            "startdatum": day,
            "registratiedatum": day,
        }
        case = new_case(register, given, self._zgw.case_type, fixed_uuid(name))
        identity = {"identificatie": "km-001", "achternaam": "Postma", "voorletters": "A."}
        role = {"betrokkeneType": "medewerker", "betrokkeneIdentificatie": identity}
        kind = finder(register, roots.ROLTYPEN, "omschrijving")("Klantmanager")
        new_role(register, case, kind, {**role, "roltoelichting": "", "contactpersoonRol": {}})
        starts = local(now).replace(microsecond=0) + timedelta(days=9)
        talk = {
            "zaak": case["uuid"],
            "soort": "voortgangsgesprek",
            "datum": str(starts.date()),
            "begin": wall(starts),
            "status": "gepland",
            "antwoordMogelijk": [str(choice) for choice in Choice],
            "versie": 1,
        }
        return Newcomer(
            number,
            case["uuid"],
            self._add("externetaak", task(case["uuid"], "Brieven", None, {}), f"{name}/task"),
            self._add("afspraak", talk, f"{name}/talk"),
            (self._les(f"{name}/1"), self._les(f"{name}/2"), self._les(f"{name}/3")),
        )

    def _les(self, name: str) -> str:
        data = {k: v for k, v in copy.deepcopy(self._lesson).items() if k not in {"uuid", "index"}}
        return self._add("les", {**data, "versie": 1}, name)

    def _add(self, kind: str, data: dict[str, object], name: str) -> str:
        return str(self._zgw.objecten.add(kind, data, fixed_uuid(name))["uuid"])
