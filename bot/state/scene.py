"""All that a screen or an act may look at; loaded before the turn, never fetched during it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.cases.model import Facts
from bot.clock import local
from bot.state.session import Session
from bot.tenant import Tenant


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation as a turn sees it: no code, no birth year, only whether they fit.

    `way` is "letter" or "office". `year_fits` is None where no year was typed in this event.
    `used_by` is the link that redeemed it.
    """

    id: str
    person: str
    way: str
    language: str
    initial: str
    caseworker: str
    expires: datetime
    needs_year: bool
    used_by: str | None = None
    ended: bool = False
    year_fits: bool | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment in one dialog.

    `facts` is None for visitors. `invitation` is the one that this event or the session names.
    `link_state` is visitor, linked, muted, frozen or ended. `pending` are items whose notices still wait
    in the outbox. `own_person` is the person of this chat's own plan; `arg` that of the place looked at;
    `event_id` that of the event of this turn, from which ids of effects derive (the engine sets both).
    """

    session: Session
    tenant: Tenant
    now: datetime
    link: str
    facts: Facts | None = None
    invitation: Invitation | None = None
    link_state: str = "visitor"
    pending: frozenset[str] = frozenset()
    own_person: str | None = None
    translation: bool = False
    arg: str = ""
    event_id: str = ""

    @property
    def wall(self) -> datetime:
        """Now as naive local wall time, comparable with the facts' times."""
        return local(self.now)
