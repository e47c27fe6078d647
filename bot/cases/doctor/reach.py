"""Steps that need no right: whether each API answers, whether the clocks agree, whether we are let in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from bot.cases.doctor.exam import BY_TOKEN, KEYED, NAMES, USED, Exam
from bot.cases.doctor.explain import unusable
from bot.cases.doctor.report import By, Line, Section, ok, unknown, warning, wrong
from bot.cases.doctor.wire import Answer, Query

SMALL, LARGE = timedelta(seconds=30), timedelta(minutes=5)
NOBODY: Final = "00000000-0000-4000-8000-000000000000"
_FIRST: Final[Mapping[str, str]] = {
    "zaken": "zaken",
    "catalogi": "zaaktypen",
    "objecten": "permissions",
    "klantinteracties": "klantcontacten",
    "notificaties": "kanaal",
    "taken": "externetaken",
}
_RIGHT: Final[Mapping[str, str]] = {
    "zaken": "Give the application the scope zaken.lezen on the case types of the profile.",
    "catalogi": "Give the application the scope catalogi.lezen.",
    "notificaties": "Give the application the scope notificaties.consumeren.",
    "objecten": "Give the token rights on the object types.",
    "klantinteracties": "Make a token for Wegwijs in Open Klant.",
    "taken": "Make a token for Wegwijs in the Taken API.",
}


def question(api: str, organisation: str | None = None) -> tuple[str, Query]:
    """A question that is allowed to whom may read, and whose answer holds nothing of anybody."""
    query: Query = ()
    if api == "zaken":
        query = [("identificatie", "WEGWIJS-DOCTOR-0"), ("bronorganisatie", organisation or "000000000")]
    elif api == "catalogi":
        query = [("identificatie", "WEGWIJS-DOCTOR-0")]
    elif api == "klantinteracties":
        query = [("onderwerpobject__onderwerpobjectidentificatorObjectId", NOBODY)]
    elif api == "taken":
        query = [("isGerelateerdAan", f"urn:uuid:{NOBODY}")]
    return _FIRST[api], query


async def reachable(exam: Exam) -> tuple[Section, Section]:
    """Whether each API answers at all, with what delay, and what time it has there."""
    lines: list[Line] = []
    skews: dict[str, timedelta] = {}
    for api in USED:
        root = exam.target.roots.get(api)
        if root is None:
            lines += _no_root(api)
            continue
        answer = await exam.wire.get(root, *_without_key(api, exam))
        if answer.skew is not None:
            skews[api] = answer.skew
        if answer.fault:
            exam.down.add(api)
            lines.append(unusable(NAMES[api], answer))
        else:
            exam.versions[api] = answer.version
            lines.append(_answered(api, root, answer))
    return Section("Reachable", tuple(lines)), Section("Clock", _clock(skews))


def _without_key(api: str, exam: Exam) -> tuple[str, None, Query]:
    path, query = question(api, exam.target.organisation)
    return path, None, query


def _no_root(api: str) -> tuple[Line, ...]:
    if api == "taken":
        return ()
    if api == "notificaties":
        text = "Notificaties API: not configured, so changes are seen by the hourly reading only."
        return (warning(text, "Set zaaksysteem.notificaties in the tenant file.", By.HOST),)
    return (wrong(f"{NAMES[api]}: no usable root.", f"Set zaaksysteem.{api} in the tenant file.", By.HOST),)


def _answered(api: str, root: str, answer: Answer) -> Line:
    way = "TLS" if root.startswith("https://") else "without TLS, on this machine"
    if answer.status == 404 or answer.status >= 500 or 300 <= answer.status < 400:
        return unusable(NAMES[api], answer)
    if 200 <= answer.status < 300:
        text = f"{NAMES[api]}: anybody may read here, without any credential."
        return wrong(text, "Close it: something in front of the API lets everybody in.", By.NETWORK)
    version = f", version {answer.version}" if answer.version else ""
    return ok(f"{NAMES[api]} answers in {answer.seconds:.2f} s ({way}{version}).")


def _clock(skews: Mapping[str, timedelta]) -> tuple[Line, ...]:
    if not skews:
        return (unknown("No answer told the time."),)
    worst = max(skews, key=lambda api: abs(skews[api]))
    off = abs(skews[worst])
    if off < SMALL:
        return (ok("The clocks here and there agree."),)
    direction = "behind" if skews[worst] > timedelta() else "ahead of"
    text = f"The clock of this machine is {_long(off)} {direction} that of the {NAMES[worst]}."
    all_same = len(skews) > 1 and all(abs(skew - skews[worst]) < SMALL for skew in skews.values())
    whose = "All APIs agree with each other, so it is this machine. " if all_same else ""
    fix = f"{whose}Let both take their time from NTP. Tokens are refused where clocks differ too much."
    return (wrong(text, fix, By.HOST) if off >= LARGE else warning(text, fix, By.HOST),)


def _long(time: timedelta) -> str:
    seconds = round(time.total_seconds())
    if seconds < 90:
        return f"{seconds} seconds"
    return f"{round(seconds / 60)} minutes" if seconds < 5400 else f"{seconds / 3600:.1f} hours"


async def let_in(exam: Exam) -> Section:
    """Whether each API accepts its credential."""
    lines = [line for api in USED if api in exam.target.roots for line in await _signed_in(exam, api)]
    same = {exam.target.keys.get("objecten_token")} & {
        exam.target.keys.get("objecten_schrijf_token"),
        exam.target.keys.get("rooster_token"),
    } - {None}
    if same:
        text = "Objects API: the token that reads and one that writes are the same."
        lines.append(wrong(text, "Make a token for each: reading must not be able to write.", By.OBJECTS))
    return Section("Credentials", tuple(lines) or (unknown("There is no API to sign in to."),))


async def _signed_in(exam: Exam, api: str) -> list[Line]:
    if api in exam.down:
        return [unknown(f"{NAMES[api]}: not asked again, as it cannot be reached.")]
    if api in KEYED:
        return [await _key(exam, api, key) for key in KEYED[api]]
    return [await _key(exam, api, BY_TOKEN.get(api))]


async def _key(exam: Exam, api: str, key: str | None) -> Line:
    name = NAMES[api] + (f" ({key})" if api in KEYED else "")
    if exam.credential(api, key) is None:
        exam.refused.add(key or api)
        missing = f"zaaksysteem.{key}" if key else "zaaksysteem.client_id and zaaksysteem.geheim"
        return wrong(f"{name}: there is no usable credential.", f"Set {missing} in the tenant file.", By.HOST)
    path, query = question(api, exam.target.organisation)
    answer = await exam.get(api, path, query, key)
    if not answer.ok:
        exam.refused.add(key if api in KEYED and key else api)
        return unusable(name, answer, _RIGHT[api])
    return ok(f"{name}: let in.")
