"""The page `/zaaksysteem/`: what the municipality's own case system shows, and its people's acts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import jinja2
from aiohttp import web

from bot.sandbox.zgw import roots
from bot.sandbox.zgw.desk import Desk
from bot.sandbox.zgw.register import Doc
from bot.sandbox.zgw.server import Zgw

_A_PAGE: Final = 100
_POLICY: Final = (
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
STATES: Final = {
    "taal": ("niet_geplaatst", "wachten", "volgt", "examenklaar", "klaar"),
    "pvt": ("open", "gepland", "gevolgd", "ondertekend"),
    "map": ("open", "themas", "praktijk", "eindgesprek_gepland", "afgerond", "nvt"),
    "participatie": ("open", "loopt", "klaar"),
    "examen": ("niet_aangemeld", "aangemeld", "afgelegd", "bekend"),
}
Act = Callable[[web.Request, Any], None]


def page(zgw: Zgw) -> web.Application:
    """The page of one municipality."""
    app = web.Application(client_max_size=64 * 1024)
    screens = Screens(zgw)
    app.router.add_get("/", screens.cases)
    app.router.add_get("/zaak/{number}", screens.case)
    app.router.add_get("/style.css", screens.style)
    for path, act in screens.acts().items():
        app.router.add_post("/zaak/{number}" + path, screens.posting(act))
    return app


class Screens:
    """Draws the pages and carries out their forms."""

    def __init__(self, zgw: Zgw) -> None:
        self._zgw, self._desk = zgw, Desk(zgw)
        folder = Path(__file__).parent / "templates"
        self._folder = folder
        self._pages = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folder), autoescape=True, undefined=jinja2.StrictUndefined
        )
        self._pages.filters["moment"] = _moment

    def acts(self) -> dict[str, Act]:
        """Forms by the end of their address."""
        desk = self._desk
        return {
            "/taken": self._add_task,
            "/taak/{uuid}/verwerkt": lambda r, form: desk.process_task(r.match_info["uuid"]),
            "/taak/{uuid}/open": lambda r, form: desk.reopen_task(r.match_info["uuid"]),
            "/termijn": lambda r, form: desk.set_term(_number(r), date.fromisoformat(form["einde"])),
            "/onderdeel": lambda r, form: desk.set_part(_number(r), int(form["index"]), form["status"]),
            "/status": lambda r, form: desk.set_status(_number(r), form["status"]),
            "/afspraak/{uuid}": lambda r, form: desk.move_talk(
                r.match_info["uuid"], datetime.fromisoformat(form["begin"])
            ),
            "/afspraak/{uuid}/afgezegd": lambda r, form: desk.cancel_talk(r.match_info["uuid"]),
            "/vraag/{uuid}": lambda r, form: desk.answer(r.match_info["uuid"], form["reactie"].strip()),
            "/vraag/{uuid}/apart": self._answer_apart,
            "/vraag/{uuid}/verwerkt": lambda r, form: desk.deal_with(r.match_info["uuid"]),
        }

    async def cases(self, request: web.Request) -> web.Response:
        """All cases by number, a hundred at a time."""
        rows = sorted(self._zgw.register.rows(roots.CASES), key=lambda r: str(r["identificatie"]))
        text = request.query.get("pagina", "")
        page = max(1, int(text)) if text.isdigit() and len(text) < 6 else 1
        lines = [self._line(row) for row in rows[(page - 1) * _A_PAGE : page * _A_PAGE]]
        before, after = page - 1 or None, page + 1 if page * _A_PAGE < len(rows) else None
        return self._show(request, "zaken.html", lines=lines, count=len(rows), before=before, after=after)

    async def case(self, request: web.Request) -> web.Response:
        """One case with everything that goes back and forth."""
        number = _number(request)
        try:
            row = self._zgw.case(number)
        except KeyError as fault:
            raise web.HTTPNotFound(text=f"Geen zaak {number}.") from fault
        mine: dict[str, Any] = {"zaak": row["uuid"]}
        kinds = self._zgw.register.rows(roots.STATUSTYPEN)
        return self._show(
            request,
            "zaak.html",
            number=number,
            status=self._desk.status(number),
            statuses=[k["omschrijving"] for k in kinds],
            roles=list(self._zgw.register.where(roots.ROLLEN, zaak=row["url"])),
            properties=list(self._zgw.register.where(roots.ZAAKEIGENSCHAPPEN, zaak=row["url"])),
            plan=self._zgw.plan(number),
            states=STATES,
            groups=self._groups(row),
            tasks=self._zgw.tasks(number),
            talks=sorted(self._zgw.objects("afspraak", **mine), key=lambda a: str(a["begin"])),
            absences=[self._absence(a) for a in self._zgw.objects("afmelding", **mine)],
            preparation=next(iter(self._zgw.objects("intakevoorbereiding", **mine)), None),
            questions=self._questions(row["uuid"]),
        )

    async def style(self, request: web.Request) -> web.Response:
        """The style sheet."""
        text = (self._folder / "zaaksysteem.css").read_text(encoding="utf-8")
        return web.Response(text=text, content_type="text/css")

    def posting(self, act: Act) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        """A handler that carries out a form and goes back to the case."""

        async def post(request: web.Request) -> web.StreamResponse:
            if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
                raise web.HTTPForbidden(text="Dit formulier kwam van een andere site; er is niets gewijzigd.")
            try:
                act(request, await request.post())
            except KeyError as fault:
                raise web.HTTPNotFound(
                    text="Dit onderdeel bestaat niet (meer); er is niets gewijzigd."
                ) from fault
            except ValueError as fault:
                raise web.HTTPBadRequest(
                    text="Dit is geen geldige datum of waarde; er is niets gewijzigd."
                ) from fault
            raise web.HTTPSeeOther(f"{_home(request)}zaak/{_number(request)}")

        return post

    def _show(self, request: web.Request, name: str, **values: Any) -> web.Response:
        text = self._pages.get_template(name).render(home=_home(request), gemeente=self._zgw.name, **values)
        headers = {
            "Content-Security-Policy": _POLICY,
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        }
        return web.Response(text=text, content_type="text/html", headers=headers)

    def _add_task(self, request: web.Request, form: Any) -> None:
        title, due = str(form["titel"]).strip(), str(form.get("voor", ""))
        if not title:
            raise ValueError("titel")
        why = str(form.get("waarom", "")).strip()
        data: Doc = {
            "bewijs": "zelfmelding",
            "gegeven_door": {"rol": "gemeente", "naam": f"Gemeente {self._zgw.name}"},
        }
        if why:
            data["waarom"] = {"nl": why}
        self._desk.add_task(_number(request), title[:120], date.fromisoformat(due) if due else None, data)

    def _answer_apart(self, request: web.Request, form: Any) -> None:
        case = self._zgw.case(_number(request))
        role = next(
            self._zgw.register.where(roots.ROLLEN, zaak=case["url"], betrokkeneType="medewerker"), None
        )
        who = role["betrokkeneIdentificatie"] if role else {}
        name = f"{who.get('voorletters', '')} {who.get('achternaam', '')}".strip()
        self._desk.answer_apart(request.match_info["uuid"], str(form["reactie"]).strip(), by=name)

    def _line(self, row: Doc) -> Doc:
        number = row["identificatie"]
        tasks = self._zgw.tasks(number)
        waiting = [q for q in self._questions(row["uuid"]) if not q["reactie"]]
        return {
            "number": number,
            "status": self._desk.status(number),
            "open": sum(t["status"] == "open" for t in tasks),
            "done": sum(t["status"] == "afgerond" for t in tasks),
            "questions": len(waiting),
            "absences": sum(
                a["status"] == "gemeld" for a in self._zgw.objects("afmelding", zaak=row["uuid"])
            ),
        }

    def _questions(self, case_uuid: str) -> list[Doc]:
        register = self._zgw.register
        about = register.pointing(roots.ONDERWERPOBJECTEN, "onderwerpobjectidentificator", case_uuid)
        rows = (register.get(roots.KLANTCONTACTEN, s["klantcontact"]["uuid"]) for s in about)
        return [self._zgw.klant.contact(row) for row in rows if row is not None]

    def _groups(self, row: Doc) -> list[Doc]:
        links = self._zgw.register.where(roots.ZAAKOBJECTEN, zaak=row["url"], objectTypeOverige="lesgroep")
        uuids = {roots.last(link["object"]) for link in links}
        return [g for g in self._zgw.objects("lesgroep") if g["uuid"] in uuids]

    def _absence(self, absence: Doc) -> Doc:
        row = self._zgw.register.get(roots.OBJECTS, absence["les"])
        lesson = row["_records"][-1]["data"] if row else {}
        return {**absence, "begin": lesson.get("begin", ""), "soort": lesson.get("onderdeel", "")}


def _number(request: web.Request) -> str:
    return request.match_info["number"]


def _home(request: web.Request) -> str:
    return request.path.split("/zaaksysteem/", 1)[0] + "/zaaksysteem/"


def _moment(text: str) -> str:
    days = ("ma", "di", "wo", "do", "vr", "za", "zo")
    if not text:
        return ""
    at = datetime.fromisoformat(text)
    return f"{days[at.weekday()]} {at:%d-%m-%Y %H:%M}"
