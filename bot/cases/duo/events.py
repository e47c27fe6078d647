"""DUO's events, and what the bot does at each: data, with the source beside it.

Codes and meanings: `Gebeurtenissen.md` and `Attentiesignalen.md` of DUO's exchange with municipalities
(Wi2021). An event is a thin notice: a code, a time and a person. What it is about is read afterwards, as far
as we need it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from bot.cases.news import NewsKind


class Resource(StrEnum):
    """What is read of a person at DUO; the values are those of the tenant file."""

    DUTY = "inburgeringsplicht"
    TERM = "termijn"
    HOURS = "uren"
    PLAN = "pip"
    MAP = "map"
    PVT = "pvt"
    EXAMS = "examens"


class Standing(StrEnum):
    """How the obligation stands; a later one in this list is more silent."""

    OBLIGED = "obliged"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"


SILENCE: Mapping[Standing, int] = MappingProxyType({one: number for number, one in enumerate(Standing)})
"""How silent each standing is."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """What follows from an event. `reads` again; `standing` as of now; `news` on the phone, never what it
    says; `handover` is told to a colleague; `ignored` says why nothing at all follows.
    """

    meaning: str
    reads: tuple[Resource, ...] = ()
    standing: Standing | None = None
    news: NewsKind | None = None
    handover: bool = False
    ignored: str = ""


COLLEAGUES = (
    "an attention signal for the caseworker, who has it in DUO's portal; the person can do nothing with it"
)
DECIDED = "a decision of DUO: its letter tells it, and the bot is no channel for decisions"
_NEW = (Resource.DUTY,)
_WHOLE = (Resource.DUTY, Resource.TERM, Resource.PLAN, Resource.MAP, Resource.PVT)


def _attention(meaning: str) -> Reaction:
    return Reaction(meaning, ignored=COLLEAGUES)


REACTIONS: Mapping[str, Reaction] = MappingProxyType(
    {
        # A new obligation. The next step, the intake talk, is an appointment of the case system.
        "SS101": Reaction("obliged", _NEW, Standing.OBLIGED),
        "SS128": Reaction("obliged, pension age within six months", _NEW, Standing.OBLIGED),
        "SS139": Reaction("obliged, the ten weeks for the plan have begun", _NEW, Standing.OBLIGED),
        "SS129": Reaction("temporary exemption withdrawn, no route yet", _NEW, Standing.OBLIGED),
        # Moved. Handing over is a colleague's act: the bot takes nobody along by itself.
        "SS120": Reaction("settled in this municipality without a plan", _NEW, handover=True),
        "SS121": Reaction("settled in this municipality with an earlier plan", _WHOLE, handover=True),
        # Another target group: which rules hold may change, and with them route, term and hours. Which group
        # it is, is never read: it tells why somebody is here.
        "SS124": Reaction("target group changed", (*_WHOLE, Resource.HOURS)),
        "SS125": Reaction("target group changed", (*_WHOLE, Resource.HOURS)),
        # The end, for now or for good.
        "SS109": Reaction("temporary exemption granted", _NEW, Standing.PAUSED, NewsKind.PAUSE),
        "SS110": Reaction("obligation withdrawn", standing=Standing.STOPPED),
        "SS111": Reaction("died", standing=Standing.STOPPED),
        "SS106": Reaction("diploma", _NEW, Standing.FINISHED, NewsKind.COMPLETED),
        # An exemption may be about health: nobody is congratulated, the chat only comes to its end.
        "SS107": Reaction("whole exemption (vrijstelling)", _NEW, Standing.FINISHED),
        "SS108": Reaction("whole exemption (ontheffing)", _NEW, Standing.FINISHED),
        # Before the plan. Date and place of the test are an appointment of the case system; a person tells
        # its result.
        "SS137": Reaction(
            "registered for the learning test", ignored="its appointment comes from the case system"
        ),
        "SS131": Reaction(
            "result of the learning test", ignored="a person tells it; nobody passes or fails it"
        ),
        # Route and term.
        "SS102": Reaction("term started", (Resource.TERM, Resource.PLAN)),
        "SS103": Reaction("term extended ambtshalve", (Resource.TERM,), news=NewsKind.TERM),
        "SS104": Reaction("term extended on request", (Resource.TERM,), news=NewsKind.TERM),
        "SS113": Reaction("extension refused", (Resource.TERM,), news=NewsKind.TERM),
        "SS130": Reaction(
            "temporary exemption withdrawn, plan known",
            (Resource.DUTY, Resource.TERM, Resource.PLAN),
            Standing.OBLIGED,
        ),
        # Exams: that there is a result, never which.
        "SS199": Reaction("exam result known", (Resource.EXAMS,), news=NewsKind.RESULT),
        # Requests of the person, decided by DUO.
        "SS114": Reaction("whole exemption refused", ignored=DECIDED),
        "SS115": Reaction("temporary exemption refused", ignored=DECIDED),
        "SS116": Reaction("partial exemption (vrijstelling) refused", ignored=DECIDED),
        "SS117": Reaction("partial exemption (vrijstelling) granted", ignored=DECIDED),
        "SS118": Reaction("ontheffing refused", ignored=DECIDED),
        "SS119": Reaction("partial ontheffing granted", ignored=DECIDED),
        # Attention signals: DUO has announced them, none is sent yet.
        "SS112": _attention("extension asked for"),
        "SS122": _attention("moved to another municipality"),
        "SS123": _attention("left the Netherlands"),
        "SS126": _attention("no route after ten weeks"),
        "SS127": _attention("no offer yet"),
        "SS132": _attention("contract with a school, no plan yet"),
        "SS133": _attention("contract with a school, level other than the route's"),
        "SS135": _attention("contract with a school, level too high for the plan"),
        "SS136": _attention("contract for a bridging course, no education route"),
        "SS140": _attention("advice on a request asked for"),
        "SS141": _attention("Z-route done, certificate can be made"),
        "SS142": _attention("left an education"),
    }
)
"""Every code of DUO's files."""
