"""Strict scalars for what comes over the wire: a wrong type is an error, never a guess."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Annotated, Any, ClassVar
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt

from bot.cases.model import Hours, Text
from bot.cases.written import FIRST_YEAR, LAST_YEAR
from bot.clock import local
from bot.personal_numbers import without_bsn
from bot.tenant import WEEKDAYS


def names(text: str) -> frozenset[str]:
    """Names of fields, parted by spaces."""
    return frozenset(text.split())


class Edge(BaseModel):
    """Frozen; fields that we do not use are not read at all. `leaves` names those that we know of."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    leaves: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def strange(cls, doc: object) -> int:
        """How many fields of a document are none that we know; only their number is of use to anybody."""
        if not isinstance(doc, dict):
            return 0
        read = {field.alias or name for name, field in cls.model_fields.items()}
        return sum(1 for name in doc if name not in read and name not in cls.leaves)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("a text is expected")
    return value


def _sane(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError("the year cannot be right")
    return day


def _day(value: Any) -> date:
    text = _text(value)
    if len(text) != 10:
        raise ValueError("a day is written JJJJ-MM-DD")
    return _sane(date.fromisoformat(text))


def _aware(value: Any) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    _sane(moment)
    if moment.tzinfo is None:
        raise ValueError("an offset from UTC is missing")
    return moment


def _wall(value: Any) -> datetime:
    return local(_aware(value))


def _loose_wall(value: Any) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    _sane(moment)
    return moment if moment.tzinfo is None else local(moment)


def _hour(value: Any) -> time:
    text = _text(value)
    if len(text) != 5:
        raise ValueError("a time is written UU:MM")
    return time.fromisoformat(text)


def _uuid(value: Any) -> str:
    return str(UUID(_text(value)))


Day = Annotated[date, BeforeValidator(_day)]
"""JJJJ-MM-DD."""
Wall = Annotated[datetime, BeforeValidator(_wall)]
"""A date-time with offset, as naive local wall time."""
LooseWall = Annotated[datetime, BeforeValidator(_loose_wall)]
"""The same where the offset may be missing, because no server checks it."""
Instant = Annotated[datetime, BeforeValidator(_aware)]
"""A date-time with offset."""
Hour = Annotated[time, BeforeValidator(_hour)]
Uuid = Annotated[str, BeforeValidator(_uuid)]
Number = Annotated[float, Field(strict=True, ge=0, le=100_000)]
Vrij = Annotated[str, AfterValidator(without_bsn)]
"""A text that somebody wrote freely: a citizen service number in it is taken out before anything is kept."""
Int = StrictInt
Bool = StrictBool


class Tekst(Edge):
    """A text with key and human-checked translations."""

    nl: Vrij
    sleutel: str | None = None
    vertalingen: dict[str, Vrij] = Field(default={})

    @property
    def text(self) -> Text:
        """The same in the case model."""
        return Text(self.nl, self.sleutel or None, tuple(sorted(self.vertalingen.items())))


class Moment(Edge):
    """A weekly moment."""

    dag: str
    begin: Hour
    einde: Hour

    @property
    def hours(self) -> Hours:
        """The same in the case model; `ValueError` for an unknown day."""
        return Hours([str(day) for day in WEEKDAYS].index(self.dag) + 1, self.begin, self.einde)
