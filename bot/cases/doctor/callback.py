"""The subscription at the Notificaties API, and our own address that it calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from bot.cases.doctor.exam import Exam
from bot.cases.doctor.explain import unusable
from bot.cases.doctor.report import By, Line, Section, ok, unknown, warning, wrong
from bot.cases.doctor.wire import Answer
from bot.cases.subscribe import PROBE, WANTED
from bot.tenant.addresses import loopback

NEEDED: Final = ("zaken", "objecten")
"""Without these no change of a case or of a lesson is heard of; the others only save questions."""
_SUBSCRIBE: Final = (
    "Run `wegwijs cases subscribe` while Wegwijs runs, or start Wegwijs anew: it subscribes itself."
)


async def subscription(exam: Exam) -> Section:
    """Whether changes are told to us, and all that we need."""
    title = "Subscription"
    if "notificaties" not in exam.target.roots:
        return Section(title, (unknown("There is no Notificaties API in the tenant file."),))
    hindrance = exam.hindrance("notificaties")
    if hindrance is not None:
        return Section(title, (hindrance,))
    if exam.target.callback is None:
        return Section(title, (unknown("Our own address is not known: WEGWIJS_PUBLIC_URL."),))
    answer = await exam.all("notificaties", "abonnement")
    if not answer.ok:
        return Section(title, (unusable("Subscriptions", answer),))
    return Section(title, tuple(_judged(exam, exam.target.callback, answer.rows)))


def _judged(exam: Exam, callback: str, rows: Sequence[Mapping[str, Any]]) -> Iterator[Line]:
    mine = [row for row in rows if row.get("callbackUrl") == callback]
    end = f"/cases/{exam.target.tenant}"
    others = [r for r in rows if r not in mine and str(r.get("callbackUrl", "")).rstrip("/").endswith(end)]
    if not mine:
        text = "There is no subscription for our address, so changes are seen by the hourly reading only."
        yield wrong(text, _SUBSCRIBE, By.HOST)
    if others:
        text = f"{len(others)} subscriptions of this tenant point to another address, perhaps a former one."
        yield warning(text, "Delete them in the admin of the Notificaties API.", By.CASES)
    if len(mine) > 1:
        text = (
            f"There are {len(mine)} subscriptions for our address, so every change is told {len(mine)} times."
        )
        yield warning(text, "Delete all but one in the admin of the Notificaties API.", By.CASES)
    if mine:
        yield from _channels(exam, mine[0])


def _channels(exam: Exam, row: Mapping[str, Any]) -> Iterator[Line]:
    listed = row.get("kanalen")
    channels = [c for c in listed if isinstance(c, dict)] if isinstance(listed, list) else []
    names = sorted({str(channel.get("naam")) for channel in channels})
    missing = [name for name in NEEDED if name not in names]
    if missing:
        text = f"The subscription lacks the channel {' and '.join(missing)}."
        yield wrong(text, _SUBSCRIBE, By.HOST)
    useful = [name for name in WANTED if name not in {*names, *NEEDED}]
    if useful:
        text = f"The subscription lacks the channel {' and '.join(useful)}."
        yield warning(text, f"{_SUBSCRIBE} Not every server has it.", By.HOST)
    organisations = {
        str(filters["bronorganisatie"])
        for channel in channels
        if channel.get("naam") == "zaken" and isinstance(filters := channel.get("filters"), dict)
        if filters.get("bronorganisatie")
    }
    if organisations and exam.target.organisation and exam.target.organisation not in organisations:
        text = "The subscription is for cases of another organisation than profiel.bronorganisatie."
        yield wrong(text, _SUBSCRIBE, By.HOST)
    elif not missing:
        yield ok(
            f"One subscription for our address, with the channels {', '.join(names)}. Which secret it sends "
            "cannot be seen: after a change of it run `wegwijs cases subscribe --renew`."
        )


async def callback(exam: Exam) -> Section:
    """Whether our own address answers as the Notificaties API expects it: 401, then 204."""
    title, address = "Callback", exam.target.callback
    if address is None:
        return Section(title, (unknown("Our own address is not known: WEGWIJS_PUBLIC_URL."),))
    lines: list[Line] = []
    parts = urlsplit(address)
    if parts.scheme != "https" and not loopback(parts.hostname or ""):
        text = "WEGWIJS_PUBLIC_URL is not https, so the secret of the subscription can be read on its way."
        lines.append(wrong(text, "Give Wegwijs a certificate and set an address with https://.", By.HOST))
    without = await exam.wire.post(address, None, PROBE)
    if without.fault or without.status not in {401, 403}:
        return Section(title, (*lines, _closed(without)))
    lines.append(ok("Our address refuses who has no secret."))
    if exam.target.notice_secret is None:
        text = "With the secret it was not tried, as zaaksysteem.notificatie_geheim cannot be used."
        return Section(title, (*lines, unknown(text)))
    answer = await exam.wire.post(address, f"Bearer {exam.target.notice_secret}", PROBE)
    lines.append(_opened(answer))
    return Section(title, tuple(lines))


def _closed(answer: Answer) -> Line:
    if answer.fault:
        fix = "Start Wegwijs, and look at WEGWIJS_PUBLIC_URL, the proxy in front and the firewall."
        return wrong(f"Our own address {answer.fault}.", fix, By.HOST)
    if 200 <= answer.status < 300:
        text = f"Our address lets in who has no secret ({answer.status}): that cannot be Wegwijs."
        return wrong(text, "Let the proxy pass /cases/ on to Wegwijs unchanged.", By.HOST)
    text = f"Our address answers {answer.status} instead of 401."
    return wrong(text, "Let the proxy pass /cases/ on to Wegwijs; is this tenant served there?", By.HOST)


def _opened(answer: Answer) -> Line:
    if answer.status == 204:
        return ok("Our address accepts the secret of the tenant file.")
    if answer.status in {401, 403}:
        text = "Our address refuses the secret of the tenant file: the running Wegwijs has another one."
        return wrong(text, "Start Wegwijs anew, then run `wegwijs cases subscribe --renew`.", By.HOST)
    if answer.fault:
        return wrong(f"Our own address {answer.fault} when the secret comes along.", "Try again.", By.HOST)
    text = f"Our address answers {answer.status} instead of 204 to a test."
    return wrong(text, "Look at the log of Wegwijs and of the proxy in front.", By.HOST)
