"""A small municipality over real HTTP, and a client that signs in as the bot does."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.sandbox.zgw import Application, Clients, ObjectKey, Zgw, roots, serving
from bot.sandbox.zgw.catalogus import finder
from bot.sandbox.zgw.zaak import new_case, new_property, new_role, new_status

NOW = datetime(2026, 11, 23, 7, 10, tzinfo=UTC)
RSIN = "123456782"
CASE = "65fcf664-2219-474b-a128-754cc193eeff"
GROUP = "c21c442d-babe-4a41-9998-0859f239387e"
TASK = "8b66db16-95a8-48ea-b46d-63c981171233"
ALL = frozenset(
    {"zaken.lezen", "zaken.aanmaken", "zaken.bijwerken", "zaken.statussen.toevoegen", "catalogi.lezen"}
)
CRS = {"Accept-Crs": "EPSG:4326", "Content-Crs": "EPSG:4326"}


@dataclass
class FakeClock:
    """Stands still until it is moved."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class FakeSleep:
    """Wakes at once and remembers for how long it was asked to sleep."""

    asked: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)


def token(secret: str, clock: FakeClock, **claims: Any) -> str:
    """Sign a ZGW token; a claim given as None is left out."""
    found = {"client_id": "beheer", "iat": int(clock().timestamp()), **claims}
    parts = [{"alg": "HS256", "typ": "JWT"}, {k: v for k, v in found.items() if v is not None}]
    text = ".".join(base64.urlsafe_b64encode(json.dumps(p).encode()).rstrip(b"=").decode() for p in parts)
    sign = hmac.new(secret.encode(), text.encode(), hashlib.sha256).digest()
    return f"Bearer {text}.{base64.urlsafe_b64encode(sign).rstrip(b'=').decode()}"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    body: Any
    headers: Mapping[str, str]

    @property
    def code(self) -> str:
        """The code of a refusal, or of its first faulty field."""
        params = self.body.get("invalidParams") or self.body.get("invalid_params") or [self.body]
        return str(params[0]["code"])

    @property
    def results(self) -> list[Any]:
        """The page."""
        return list(self.body["results"])


class Client:
    """Calls the APIs by their paths; `auth` fits the API unless another is given."""

    def __init__(self, address: str, http: aiohttp.ClientSession, clock: FakeClock) -> None:
        self.address, self._http, self._clock = address, http, clock

    def auth_for(self, path: str) -> str:
        keyed = path.startswith((roots.OBJECTEN, roots.KLANT))
        return "Token sleutel" if keyed else token("geheim", self._clock)

    async def ask(
        self, method: str, path: str, body: Any = None, auth: str | None = None, **headers: str
    ) -> Answer:
        path = path.removeprefix(self.address)
        sent = {
            "Accept": "application/json",
            **CRS,
            "Authorization": self.auth_for(path) if auth is None else auth,
        }
        sent |= {k.replace("_", "-"): v for k, v in headers.items()}
        sent = {k: v for k, v in sent.items() if v}
        data = None if body is None else json.dumps(body)
        async with self._http.request(method, self.address + path, data=data, headers=sent) as answer:
            text = await answer.text()
            found = json.loads(text) if text and answer.content_type == "application/json" else text
            return Answer(answer.status, found, answer.headers)

    async def get(self, path: str, **more: Any) -> Answer:
        return await self.ask("GET", path, **more)

    async def post(self, path: str, body: Any, **more: Any) -> Answer:
        return await self.ask("POST", path, body, **more)

    async def patch(self, path: str, body: Any, **more: Any) -> Answer:
        return await self.ask("PATCH", path, body, **more)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def sleep() -> FakeSleep:
    return FakeSleep()


@pytest.fixture
def zgw(clock: FakeClock, sleep: FakeSleep) -> Zgw:
    """Waterveen with one case, one lesson group and one task."""
    clients = Clients(
        applications=(
            Application("beheer", "geheim", ALL | {"notificaties.consumeren"}),
            Application("wegwijs", "geheim-bot", frozenset({"zaken.lezen", "catalogi.lezen"})),
            Application("elders", "geheim-elders", ALL, frozenset({"ZT-ANDERS"})),
        ),
        object_keys=(ObjectKey("beheer", "sleutel"), ObjectKey("school", "school", {"les": "read_only"})),
        klant_keys=("sleutel",),
    )
    found = Zgw("Waterveen", RSIN, clients, clock=clock, sleep=sleep)
    given = {"identificatie": "WV-0001", "bronorganisatie": RSIN, "verantwoordelijkeOrganisatie": RSIN}
    case = new_case(found.register, {**given, "startdatum": "2026-03-02"}, found.case_type, CASE)
    kinds = finder(found.register, roots.ROLTYPEN, "omschrijving")
    person = {"betrokkeneType": "natuurlijk_persoon"}
    new_role(found.register, case, kinds("Inburgeraar"), person)
    who = {"identificatie": "km-001", "achternaam": "Postma", "voorletters": "A."}
    role = {"betrokkeneType": "medewerker", "betrokkeneIdentificatie": who}
    new_role(found.register, case, kinds("Klantmanager"), role)
    statuses = finder(found.register, roots.STATUSTYPEN, "omschrijving")
    for name, at in (("PIP vastgesteld", "2026-03-16T09:00:00Z"), ("Traject loopt", "2026-05-11T07:00:00Z")):
        new_status(found.register, case, statuses(name), {"datumStatusGezet": at})
    new_property(found.register, case, finder(found.register, roots.EIGENSCHAPPEN, "naam")("leerroute"), "B")
    found.objecten.add("lesgroep", group_data(), GROUP)
    found.objecten.add("externetaak", task_data(), TASK)
    return found


@pytest.fixture
async def api(zgw: Zgw, clock: FakeClock) -> AsyncIterator[Client]:
    async with serving(zgw) as address, aiohttp.ClientSession() as http:
        yield Client(address, http, clock)


@pytest.fixture(scope="session")
def recorded() -> dict[str, Any]:
    """Answers of the real servers by file, then by name."""
    folder = Path(__file__).parent / "recorded"
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in folder.glob("*.json")}


def group_data() -> dict[str, Any]:
    return {
        "code": "B1-2",
        "naam": "B1-2",
        "onderdeel": "taal",
        "aanbieder": {"naam": "Taalschool De Brug"},
        "begindatum": "2026-05-11",
        "status": "actief",
    }


def lesson_data(day: str = "2026-11-26", **more: Any) -> dict[str, Any]:
    return {
        "lesgroep": GROUP,
        "volgnummer": 1,
        "onderdeel": "taal",
        "datum": day,
        "begin": f"{day}T09:00:00+01:00",
        "einde": f"{day}T12:00:00+01:00",
        "status": "gepland",
        "versie": 1,
        **more,
    }


def task_data(**more: Any) -> dict[str, Any]:
    return {
        "titel": "Meld je aan bij een huisarts",
        "status": "open",
        "soort": "portaalformulier",
        "verloopdatum": "2026-12-15T23:59:00+01:00",
        "identificatie": {"type": "zaak", "value": CASE},
        "koppeling": {"registratie": "zaak", "uuid": CASE},
        "portaalformulier": {
            "formulier": {"soort": "id", "value": "inburgering-taak-gedaan"},
            "data": {"bewijs": "zelfmelding"},
        },
        "verwerker_taak_id": "18af0b6a-967b-4f81-bb8e-a44988e0c2f0",
        "eigenaar": "inburgering",
        **more,
    }


@pytest.fixture
def sign() -> Any:
    return token


@pytest.fixture
def case_url() -> str:
    return f"{roots.CASES}/{CASE}"


@pytest.fixture
def group() -> str:
    return GROUP


@pytest.fixture
def task() -> str:
    return TASK


@pytest.fixture
def lesson() -> Any:
    return lesson_data


@pytest.fixture
def task_fields() -> Any:
    return task_data
