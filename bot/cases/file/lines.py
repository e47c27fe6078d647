"""The lines of a delivery, checked strictly; a fault names column and expectation, never a value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Final, Generic, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from bot.cases.file.tables import Cells, Fault, Row
from bot.cases.model import LessonStatus, PartKind, Party, Route, TaskStatus
from bot.cases.written import FIRST_YEAR, LAST_YEAR, number

_DAYS: Final = ("%Y-%m-%d", "%d-%m-%Y")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}-\d{1,2}-\d{4}", re.ASCII)
_HOUR: Final = re.compile(r"\d{1,2}:\d\d", re.ASCII)
"""A day or moment of which the end is missing is no other day or moment."""


def _day(value: Any) -> date | None:
    if value in (None, ""):
        return None
    for form in _DAYS if _DAY.fullmatch(str(value)) else ():
        try:
            found = datetime.strptime(str(value), form).date()
        except ValueError:
            continue
        if FIRST_YEAR <= found.year <= LAST_YEAR:
            return found
    raise ValueError("a day is written 2026-11-24 or 24-11-2026")


def _moment(value: Any) -> datetime | None:
    if value in (None, ""):
        return None
    text = str(value).replace("T", " ")
    day, _, hour = text.partition(" ")
    for form in _DAYS if _DAY.fullmatch(day) and _HOUR.fullmatch(hour) else ():
        try:
            found = datetime.strptime(text, f"{form} %H:%M")
        except ValueError:
            continue
        if FIRST_YEAR <= found.year <= LAST_YEAR:
            return found
    raise ValueError("a moment is written 2026-11-24 09:00, in Dutch time")


def _number(value: Any) -> float | None:
    return None if value in (None, "") else number(str(value))


def _whole(value: Any) -> int | None:
    found = _number(value)
    if found is not None and not found.is_integer():
        raise ValueError("a whole number is expected")
    return None if found is None else int(found)


def _choice(value: Any) -> Any:
    return str(value).lower() if value else None


def _needed(value: Any) -> Any:
    if value in (None, ""):
        raise ValueError("must be filled in")
    return value


def _codes(value: Any) -> tuple[str, ...]:
    return tuple(one.strip() for one in str(value or "").split("|") if one.strip())


Day = Annotated[date | None, BeforeValidator(_day)]
Moment = Annotated[datetime | None, BeforeValidator(_moment)]
SureMoment = Annotated[datetime, BeforeValidator(_moment), BeforeValidator(_needed)]
Number = Annotated[float | None, BeforeValidator(_number)]
Whole = Annotated[int | None, BeforeValidator(_whole)]
Name = Annotated[str, BeforeValidator(_needed), Field(max_length=200)]
Text = Annotated[str, Field(max_length=2000)]
Codes = Annotated[tuple[str, ...], BeforeValidator(_codes)]


class Line(BaseModel):
    """Frozen; columns that are not known are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", use_enum_values=False)


class ZaakRegel(Line):
    """A case. `status` is written as in the tenant file's `[[profiel.status]]`."""

    zaaknummer: Name
    voornaam: Name
    geboortejaar: Annotated[int, BeforeValidator(_whole), BeforeValidator(_needed), Field(ge=1900, le=2100)]
    status: Name
    leerroute: Annotated[Route | None, BeforeValidator(lambda v: str(v).upper() if v else None)] = None
    niveau: Text = ""
    pip_datum: Day = None
    pip_versie: Whole = None
    termijn_start: Day = None
    termijn_laatste_dag: Day = None
    klantmanager: Text = ""
    voorkeurstaal: Text = ""
    groepen: Codes = ()
    einddatum: Day = None
    resultaat: Text = ""

    @model_validator(mode="after")
    def _fits(self) -> ZaakRegel:
        if (self.termijn_start is None) != (self.termijn_laatste_dag is None):
            raise ValueError("termijn_start and termijn_laatste_dag belong together")
        if self.termijn_start and self.termijn_laatste_dag and self.termijn_laatste_dag < self.termijn_start:
            raise ValueError("termijn_laatste_dag lies before termijn_start")
        if (self.pip_datum is None) != (self.leerroute is None):
            raise ValueError("pip_datum and leerroute belong together")
        return self


class OnderdeelRegel(Line):
    """A part of the plan; hours only with the last day that is counted in them."""

    zaaknummer: Name
    soort: Annotated[PartKind, BeforeValidator(_choice), BeforeValidator(_needed)]
    status: Name
    examen: Annotated[
        Literal["LE", "LU", "SC", "SP", "KNM"] | None,
        BeforeValidator(lambda v: str(v).upper() if v else None),
    ] = None
    uren_doel: Whole = None
    uren_bekend: Number = None
    bekend_tot: Day = None
    uren_door: Annotated[Party | None, BeforeValidator(_choice)] = None
    aanbieder: Text = ""
    datum: Day = None

    @model_validator(mode="after")
    def _dated(self) -> OnderdeelRegel:
        if self.uren_bekend is not None and self.bekend_tot is None:
            raise ValueError("uren_bekend needs bekend_tot, the last day that is counted")
        return self


class TaakRegel(Line):
    """A participation task."""

    zaaknummer: Name
    taak: Name
    titel: Name
    status: Annotated[TaskStatus, BeforeValidator(_choice), BeforeValidator(_needed)]
    uiterlijk: Day = None
    waarom: Text = ""
    gegeven_door: Text = ""
    minuten: Whole = None
    gedaan_op: Day = None


class AfspraakRegel(Line):
    """A personal appointment."""

    zaaknummer: Name
    afspraak: Name
    soort: Annotated[
        Literal[
            "brede_intake",
            "leerbaarheidstoets",
            "pip_gesprek",
            "voortgangsgesprek",
            "pvt_bijeenkomst",
            "pvt_ondertekening",
            "map_eindgesprek",
            "zroute_eindgesprek",
            "examen",
            "overig",
        ],
        BeforeValidator(_choice),
        BeforeValidator(_needed),
    ]
    begin: SureMoment
    einde: Moment = None
    status: Annotated[
        Literal["voorgesteld", "gepland", "bevestigd", "verzet", "afgezegd", "gehouden", "niet_verschenen"],
        BeforeValidator(_choice),
        BeforeValidator(_needed),
    ]
    vorm: Annotated[
        Literal["fysiek", "telefoon", "video"], BeforeValidator(lambda v: _choice(v) or "fysiek")
    ] = "fysiek"
    examen: Annotated[
        Literal["LE", "LU", "SC", "SP", "KNM"] | None,
        BeforeValidator(lambda v: str(v).upper() if v else None),
    ] = None
    adres: Text = ""
    ruimte: Text = ""
    met: Text = ""
    meenemen: Text = ""


class LesRegel(Line):
    """A lesson of a group."""

    groep: Name
    les: Name
    onderdeel: Annotated[PartKind, BeforeValidator(_choice), BeforeValidator(_needed)]
    begin: SureMoment
    einde: SureMoment
    status: Annotated[LessonStatus, BeforeValidator(lambda v: _choice(v) or "gepland")] = LessonStatus.PLANNED
    groep_naam: Text = ""
    aanbieder: Text = ""
    telefoon: Text = ""
    docent: Text = ""
    adres: Text = ""
    ruimte: Text = ""
    online: Annotated[bool, BeforeValidator(lambda v: str(v).lower() in {"ja", "true", "1"})] = False
    meenemen: Text = ""

    @model_validator(mode="after")
    def _ends(self) -> LesRegel:
        if self.einde <= self.begin:
            raise ValueError("einde does not lie after begin")
        return self


Kind = TypeVar("Kind", bound=Line)


@dataclass(frozen=True, slots=True)
class Checked(Generic[Kind]):
    """A line that is in order, with the cells it was made from: those of columns that are known."""

    line: Kind
    cells: Cells


@dataclass(frozen=True, slots=True)
class Broken:
    """A line that is not, with the cells as they are."""

    cells: Cells
    faults: tuple[Fault, ...]


def check(table: str, rows: Iterable[Row], shape: type[Kind]) -> list[Checked[Kind] | Broken]:
    """Check every line of a table."""
    return [_checked(table, row, shape) for row in rows]


def unknown_columns(table: str, rows: Sequence[Row], shape: type[Line]) -> list[Fault]:
    """Name the columns that are passed over, as a misspelt one would be missed in silence."""
    known = set(shape.model_fields)
    found = sorted({heading for row in rows for heading in row.cells} - known)
    return [Fault(table, f"column '{heading}' is not known and is passed over") for heading in found]


def _checked(table: str, row: Row, shape: type[Kind]) -> Checked[Kind] | Broken:
    where = f"{table}, line {row.line}"
    if row.uneven:
        return Broken(row.cells, (Fault(where, "there are more or fewer cells than headings"),))
    try:
        known = {column: text for column, text in row.cells.items() if column in shape.model_fields}
        return Checked(shape.model_validate(known), known)
    except ValidationError as fault:
        errors = fault.errors(include_input=False, include_url=False)
        return Broken(row.cells, tuple(Fault(where, _said(error)) for error in errors))


def _said(error: Any) -> str:
    column = ".".join(str(part) for part in error["loc"] if isinstance(part, str))
    if error["type"] == "missing":
        text = "must be filled in"
    elif error["type"] in {"enum", "literal_error"}:
        text = f"one of {error['ctx']['expected']} is expected"
    else:
        text = str(error["msg"]).removeprefix("Value error, ")
    return f"{column}: {text}" if column else text
