"""Deliveries as a municipality's suite makes them."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.cases.file.tables import CASES, LESSONS, PARTS, TALKS, TASKS
from bot.tenant import Tenant
from tests.tenants import municipality

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
Tables = dict[str, list[dict[str, str]]]


def tenant() -> Tenant:
    """A municipality with three types of status."""
    return municipality(
        "waterveen",
        "Waterveen",
        profiel={
            "bronorganisatie": "123456782",
            "zaaktypen": ["ZT-INBURGERING"],
            "status": [
                {"omschrijving": "Traject loopt", "staat": "in_route"},
                {"omschrijving": "Afgerond", "staat": "completed"},
            ],
            "eigenschappen": {},
            "objecttypen": {},
        },
    )


def case(number: str, **more: str) -> dict[str, str]:
    """A line of a case."""
    usual = {
        "zaaknummer": number,
        "voornaam": "Samira",
        "geboortejaar": "1994",
        "status": "Traject loopt",
        "leerroute": "B",
        "niveau": "B1",
        "pip_datum": "2026-02-16",
        "termijn_start": "2026-02-17",
        "termijn_laatste_dag": "2029-02-16",
        "klantmanager": "km-001",
        "voorkeurstaal": "ar",
        "groepen": "B1-2",
    }
    return usual | more


def part(number: str, **more: str) -> dict[str, str]:
    """A line of a part of the plan."""
    usual = {"soort": "taal", "status": "loopt", "uren_bekend": "120,5", "bekend_tot": "31-10-2026"}
    return {"zaaknummer": number, **usual} | more


def task(number: str, id: str, **more: str) -> dict[str, str]:
    """A line of a task."""
    return {
        "zaaknummer": number,
        "taak": id,
        "titel": "Ga naar het taalcafé",
        "status": "open",
        "uiterlijk": "2026-12-01",
    } | more


def talk(number: str, id: str, **more: str) -> dict[str, str]:
    """A line of an appointment."""
    usual = {"soort": "voortgangsgesprek", "begin": "2026-12-03 10:00", "status": "gepland"}
    return {"zaaknummer": number, "afspraak": id, **usual} | more


def lesson(group: str, id: str, **more: str) -> dict[str, str]:
    """A line of a lesson."""
    usual = {
        "onderdeel": "taal",
        "begin": "2026-11-25 09:00",
        "einde": "2026-11-25 12:00",
        "adres": "Kade 4",
        "aanbieder": "TaalThuis",
    }
    return {"groep": group, "les": id, **usual} | more


def town(cases: int = 10) -> Tables:
    """A small caseload with everything in it."""
    numbers = [f"WV-{n:04d}" for n in range(1, cases + 1)]
    return {
        CASES: [case(n, klantmanager="km-001" if i % 2 else "km-002") for i, n in enumerate(numbers)],
        PARTS: [part(n) for n in numbers],
        TASKS: [task(n, "T1") for n in numbers],
        TALKS: [talk(n, "A1") for n in numbers],
        LESSONS: [
            lesson("B1-2", "L1"),
            lesson("B1-2", "L2", begin="2026-11-27 09:00", einde="2026-11-27 12:00"),
        ],
    }


def as_json(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> bytes:
    """The delivery as JSON."""
    return json.dumps(tables).encode()


def as_csv(rows: Sequence[Mapping[str, str]], delimiter: str = ";") -> bytes:
    """One table as CSV."""
    heads = list(dict.fromkeys(head for row in rows for head in row))
    lines = [delimiter.join(heads), *(delimiter.join(row.get(head, "") for head in heads) for row in rows)]
    return "\r\n".join(lines).encode()


def put(folder: Path, name: str, content: bytes, now: datetime = NOW) -> Path:
    """Lay a settled file into `binnen/`."""
    inbox = folder / "binnen"
    inbox.mkdir(parents=True, exist_ok=True)
    file = inbox / name
    file.write_bytes(content)
    at = (now - timedelta(minutes=5)).timestamp()
    os.utime(file, (at, at))
    return file
