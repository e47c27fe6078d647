"""What each credential may do: enough, and nothing beyond it (least rights)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from bot.cases.doctor.exam import NAMES, Exam
from bot.cases.doctor.explain import unusable
from bot.cases.doctor.report import By, Line, Section, ok, unknown, warning, wrong
from bot.cases.zgw.urls import uuid_of

WRITTEN: Final = frozenset({"externetaak", "afmelding", "afspraak"})
"""Object types in which a person's own acts are written."""
PLANNED: Final = frozenset({"les", "lesgroep"})
_SCOPES: Final[Mapping[str, frozenset[str]]] = {
    "zrc": frozenset({"zaken.lezen"}),
    "ztc": frozenset({"catalogi.lezen"}),
    "nrc": frozenset({"notificaties.consumeren"}),
    "ac": frozenset({"autorisaties.lezen"}),
}
_BY_HAND: Final = (
    "Look at the application of Wegwijs in Open Zaak: zaken.lezen on the case types of the profile, "
    "catalogi.lezen, notificaties.consumeren, and no tick at 'all authorisations'."
)
READ, WRITE = "read_only", "read_and_write"


async def rights(exam: Exam) -> Section:
    """Look at all credentials."""
    lines = [*await _zgw(exam), *await _objects(exam), *_klant(exam)]
    return Section("Rights", tuple(lines))


async def application(exam: Exam) -> Mapping[str, Any] | None:
    """What the Autorisaties API says of our application; None where we cannot or may not ask it."""
    root = exam.target.roots.get("autorisaties") or _beside(exam.target.roots.get("zaken"))
    credential = exam.credential("autorisaties")
    if root is None or credential is None or exam.target.client_id is None or "zaken" in exam.down:
        return None
    query = [("clientId", exam.target.client_id)]
    answer = await exam.wire.get(root, "applicaties/consumer", credential.header(""), query)
    return answer.body if answer.ok and isinstance(answer.body, dict) else None


def _beside(zaken: str | None) -> str | None:
    """Where Open Zaak has its Autorisaties API; same server, so the credential goes to no stranger."""
    end = "zaken/api/v1/"
    return zaken.removesuffix(end) + "autorisaties/api/v1/" if zaken and zaken.endswith(end) else None


async def _zgw(exam: Exam) -> list[Line]:
    hindrance = exam.hindrance("zaken")
    if hindrance is not None:
        return [hindrance]
    found = await application(exam)
    if found is None:
        text = (
            "ZGW: Wegwijs may not read its own authorisations, so it cannot be seen whether it may do more."
        )
        return [unknown(text, _BY_HAND, By.CASES)]
    beyond = list(_beyond(found))
    return beyond or [ok("ZGW: the application may read, and nothing beyond that.")]


def _beyond(found: Mapping[str, Any]) -> Iterator[Line]:
    if found.get("heeftAlleAutorisaties") is True:
        text = "ZGW: the application has all authorisations: it may read and change every case."
        yield wrong(text, f"Take the tick away. {_BY_HAND}", By.CASES)
    more: dict[str, set[str]] = {}
    for entry in _rows(found.get("autorisaties")):
        component = str(entry.get("component", ""))
        scopes = entry.get("scopes")
        given = {str(scope) for scope in scopes} if isinstance(scopes, list) else set()
        more.setdefault(component, set()).update(given - _SCOPES.get(component, frozenset()))
    beyond = sorted(scope for scopes in more.values() for scope in scopes)
    if beyond:
        yield wrong(
            f"ZGW: the application may do more than it needs: {', '.join(beyond)}.", _BY_HAND, By.CASES
        )


async def _objects(exam: Exam) -> list[Line]:
    hindrance = exam.hindrance("objecten")
    if hindrance is not None:
        return [hindrance]
    mapped = {kind.uuid: name for name, kind in exam.target.object_types.items()}
    lines: list[Line] = []
    for key, must, may in (
        ("objecten_token", {name: READ for name in mapped.values()}, {}),
        ("objecten_schrijf_token", {name: WRITE for name in WRITTEN & set(mapped.values())}, {}),
        ("rooster_token", {name: WRITE for name in PLANNED & set(mapped.values())}, {"afmelding": READ}),
    ):
        lines += await _token(exam, key, mapped, must, {**must, **may})
    return lines


async def _token(
    exam: Exam, key: str, mapped: Mapping[str, str], must: Mapping[str, str], may: Mapping[str, str]
) -> list[Line]:
    name = f"{NAMES['objecten']} ({key})"
    if key in exam.refused:
        return [unknown(f"{name}: not asked again, as it refuses the token.")]
    answer = await exam.all("objecten", "permissions", key=key)
    if not answer.ok:
        return [unusable(name, answer)]
    given = {mapped.get(uuid_of(row.get("type")) or "", ""): str(row.get("mode", "")) for row in answer.rows}
    strangers = sum(uuid_of(row.get("type")) not in mapped for row in answer.rows)
    given.pop("", None)
    found = list(_compared(name, given, must, may))
    if strangers:
        text = f"{name}: may also see {strangers} object types that the profile does not map."
        found.append(wrong(text, "Take these permissions from the token.", By.OBJECTS))
    return found or [ok(f"{name}: {_listed(given)}; nothing beyond that.")]


def _compared(
    name: str, given: Mapping[str, str], must: Mapping[str, str], may: Mapping[str, str]
) -> Iterator[Line]:
    missing = sorted(kind for kind in must if kind not in given)
    if missing:
        what = "read" if must[missing[0]] == READ else "write"
        text = f"{name}: may not {what} {', '.join(missing)}."
        yield wrong(text, f"Give the token permission {must[missing[0]]} there.", By.OBJECTS)
    weak = sorted(kind for kind, mode in must.items() if mode == WRITE and given.get(kind) == READ)
    if weak:
        text = f"{name}: may only read {', '.join(weak)}, so what people do cannot be written."
        yield wrong(text, "Make the permission read_and_write there.", By.OBJECTS)
    strong = sorted(kind for kind, mode in given.items() if mode == WRITE and may.get(kind) != WRITE)
    if strong:
        text = f"{name}: may write {', '.join(strong)}, which it never needs."
        yield wrong(text, "Make the permission read_only there, or take it away.", By.OBJECTS)
    idle = sorted(kind for kind, mode in given.items() if mode == READ and kind not in may)
    if idle:
        text = f"{name}: may read {', '.join(idle)}, which it never needs."
        yield warning(text, "Take these permissions from the token.", By.OBJECTS)


def _klant(exam: Exam) -> list[Line]:
    hindrance = exam.hindrance("klantinteracties")
    if hindrance is not None:
        return [hindrance]
    text = "Klantinteracties API: knows no scopes, so its token reads and changes everything there."
    return [ok(f"{text} Only the role writer uses it; keep it from other processes.")]


def _listed(given: Mapping[str, str]) -> str:
    kinds = {mode: sorted(kind for kind, own in given.items() if own == mode) for mode in (READ, WRITE)}
    words = {READ: "may read", WRITE: "may write"}
    return (
        "; ".join(f"{words[mode]} {', '.join(names)}" for mode, names in kinds.items() if names) or "nothing"
    )


def _rows(value: object) -> list[dict[str, Any]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
