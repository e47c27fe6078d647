"""The pages of an invitation: case number, facts, person, then a letter or a QR code on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from bot.clock import local
from bot.console.inviting import OFFICE, Invited, Known, find_all, find_case, invite, invite_again
from bot.console.letters import letters, qr_svg
from bot.console.pages import page
from bot.console.table import Fault, Row, check, decode, personal_number, read
from bot.console.visit import Visit, not_here
from bot.errors import CaseApiAway, CaseApiDenied, CaseHidden, Throttled
from bot.store.records import InvitationRecord, Person


@dataclass(frozen=True, slots=True)
class Form:
    """What was typed about a person, to show it again."""

    case_number: str = ""
    first_name: str = ""
    birth_year: str = ""
    language: str = "nl"
    audio: bool = False
    way: str = "letter"


async def show(visit: Visit) -> web.StreamResponse:
    """console.invite: the first step asks for the case number."""
    return _first(visit, "", "")


def _first(visit: Visit, number: str, fault: str, status: int = 200) -> web.Response:
    return page(visit, "invite.html", {"number": number, "fault": fault}, status=status)


async def find(visit: Visit) -> web.StreamResponse:
    """Find the case and show its facts as of now; a wrong number says so (A2)."""
    number = str((await visit.request.post()).get("case_number", "")).strip()
    known, fault = await _look_up(visit, number)
    if known is None:
        return _first(visit, "" if fault == "personal_number" else number, fault, 422)
    old = await visit.store.persons.by_case(known.found.case_uuid)
    found = known.found
    year = "" if found.birth_year is None else str(found.birth_year)
    name = old.first_name if old else found.first_name
    form = Form(found.case_number, name, year, _language(visit, known, old))
    await visit.audit("case_looked_up", old.id if old else None)
    return _second(visit, known, form, old, "")


async def _look_up(visit: Visit, number: str) -> tuple[Known | None, str]:
    if personal_number(number):
        return None, "personal_number"
    if not number:
        return None, "case_number"
    try:
        known = await find_case(visit, number[:40])
    except CaseHidden as hidden:
        return None, f"hidden_{hidden.reason}"
    except (CaseApiAway, CaseApiDenied, Throttled):
        return None, "case_away"
    return known, "" if known else "no_such_case"


def _language(visit: Visit, known: Known, old: Person | None) -> str:
    wanted = old.language if old else known.found.snapshot.language
    return wanted if wanted in visit.deps.languages else "nl"


def _second(
    visit: Visit, known: Known, form: Form, old: Person | None, fault: str, status: int = 200
) -> web.Response:
    context = {
        "form": form,
        "snapshot": known.found.snapshot,
        "begun_at": known.begun_at,
        "known": old,
        "fault": fault,
        "languages": visit.deps.languages,
        "wall": local(visit.deps.clock()),
        "minutes": visit.tenant.codes.kantoor_minuten,
    }
    return page(visit, "invite_person.html", context, status=status)


async def create(visit: Visit) -> web.StreamResponse:
    """Make the invitation and show it: a letter to print, or a QR code with its ring (A3, A4)."""
    form = await _form(visit)
    known, fault = await _look_up(visit, form.case_number)
    if known is None:
        return _first(visit, form.case_number, fault, 422)
    wrong = check(
        form.case_number, form.first_name, form.birth_year, form.language, visit.deps.languages, _year(visit)
    )
    if wrong:
        old = await visit.store.persons.by_case(known.found.case_uuid)
        return _second(visit, known, form, old, wrong[0], 422)
    row = Row(1, form.case_number, form.first_name, int(form.birth_year), form.language)
    invited = await invite(visit, known, row, form.way, audio=form.audio)
    return _made(visit, invited)


async def _form(visit: Visit) -> Form:
    sent = await visit.request.post()
    texts = {
        name: str(sent.get(name, "")).strip()
        for name in ("case_number", "first_name", "birth_year", "language")
    }
    way = OFFICE if sent.get("way") == OFFICE else "letter"
    return Form(**texts, audio="audio" in sent, way=way)


def _year(visit: Visit) -> int:
    return local(visit.deps.clock()).year


def _made(visit: Visit, invited: Invited) -> web.Response:
    if invited.made.record.way == OFFICE:
        return _qr(visit, invited.person, invited.made.record, invited.made.secret, "nobody")
    return _print(visit, (invited,))


def _print(visit: Visit, invited: tuple[Invited, ...]) -> web.Response:
    context = {"letters": letters(visit, invited), "gemeente": visit.tenant.gemeente}
    return page(visit, "letters.html", context)


def _qr(visit: Visit, person: Person, record: InvitationRecord, secret: str, state: str) -> web.Response:
    link = visit.deps.deep_link(visit.tenant.bot.gebruikersnaam, secret)
    whole = max(1, int((record.expires - record.made_at).total_seconds()))
    left = max(0, int((record.expires - visit.deps.clock()).total_seconds()))
    context = {
        "person": person,
        "invitation": record,
        "secret": secret,
        "link": link,
        "qr": qr_svg(link),
        "state": state,
        "left": left,
        "whole": whole,
    }
    return page(visit, "qr.html", context)


async def again(visit: Visit) -> web.StreamResponse:
    """Draw the same QR code again with its state, for browsers without script; the form holds the secret."""
    form = await visit.request.post()
    secret = str(form.get("secret", ""))
    record = await visit.store.invitations.by_text(secret) if secret else None
    person = await visit.store.persons.get(record.person) if record else None
    if record is None or person is None or record.way != OFFICE:
        raise await not_here(visit, "qr")
    return _qr(visit, person, record, secret, await how_far(visit, record))


async def state(visit: Visit) -> web.StreamResponse:
    """Return how far an invitation has come, for the ring on the screen."""
    id = visit.request.match_info["invitation"]
    record = await visit.store.invitations.get(id)
    if record is None:
        raise await not_here(visit, f"invitation {id[:24]}")
    left = max(0, int((record.expires - visit.deps.clock()).total_seconds()))
    return web.json_response({"state": await how_far(visit, record), "left": left})


async def how_far(visit: Visit, record: InvitationRecord) -> str:
    """Name how far an invitation has come: nobody, opened, linked, or ended."""
    if record.used_by is not None:
        person = await visit.store.persons.get(record.person)
        return "linked" if person and person.channel in {"linked", "muted"} else "opened"
    if record.ended or record.expires <= visit.deps.clock():
        return "ended"
    return "opened" if record.opened_at else "nobody"


async def table(visit: Visit) -> web.StreamResponse:
    """Invite everybody of a table, or nobody where a line is wrong."""
    form = await visit.request.post()
    upload = form.get("file")
    text = decode(upload.file.read()) if isinstance(upload, web.FileField) and upload.filename else ""
    text = text or str(form.get("table", ""))
    result = read(text, visit.deps.languages, _year(visit))
    try:
        known, missing = await find_all(visit, result.rows)
    except (CaseApiAway, CaseApiDenied, Throttled):
        known, missing = (), (Fault(1, "case_away"),)
    faults = result.faults or missing
    if faults:
        return page(visit, "table.html", {"text": text, "faults": faults}, status=422)
    pairs = zip(known, result.rows, strict=True)
    return _print(visit, tuple([await invite(visit, one, row, "letter") for one, row in pairs]))


async def show_table(visit: Visit) -> web.StreamResponse:
    """The page where a table is pasted or uploaded."""
    return page(visit, "table.html", {"text": "", "faults": ()})


async def show_letters(visit: Visit) -> web.StreamResponse:
    """Ask for the birth years of a selection: they are not stored, and a typed code needs them."""
    people = [
        p for id in visit.request.query.getall("person", []) if (p := await visit.store.persons.get(id))
    ]
    return page(visit, "letters_form.html", {"people": people, "years": {}, "wrong": ()})


async def make_letters(visit: Visit) -> web.StreamResponse:
    """Make letters for a selection."""
    form = await visit.request.post()
    people = [p for id in form.getall("person", []) if (p := await visit.store.persons.get(str(id)))]
    years = {p.id: str(form.get(f"year-{p.id}", "")).strip() for p in people}
    fits = {p.id: check("-", "-", years[p.id], "nl", ("nl",), _year(visit)) is None for p in people}
    wrong = tuple(p.id for p in people if not fits[p.id])
    if wrong or not people:
        return page(
            visit, "letters_form.html", {"people": people, "years": years, "wrong": wrong}, status=422
        )
    return _print(visit, tuple([await invite_again(visit, p, int(years[p.id]), "letter") for p in people]))
