"""The sequential oracle: one link's stored events through the pure engine, with no store at all."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.cases.model import Facts, OwnWrite
from bot.cases.overlay import with_own
from bot.state.events import Event
from bot.state.scene import Scene
from bot.state.session import Session
from bot.state.turn import EndLink, MarkLinked, Mute, Notify, Redeem, TellLink, Turn, Withdraw, WriteCase
from bot.tenant import Tenant
from bot.worker import Steps


class CannotReplay(Exception):
    """An effect that reaches beyond this link: the campaign must not cause it."""


@dataclass
class Oracle:
    """One linked chat. `facts` are those stored before the first event, without own writes."""

    engine: Steps
    tenant: Tenant
    now: datetime
    link: str
    person: str
    facts: Facts
    session: Session
    link_state: str = "linked"
    own: dict[str, OwnWrite] = field(default_factory=dict)
    pending: set[str] = field(default_factory=set)

    @property
    def scene(self) -> Scene:
        """What the next turn sees."""
        own = tuple(sorted(self.own.values(), key=lambda one: (one.write.at, one.write.id)))
        facts = (
            replace(self.facts, snapshot=with_own(self.facts.snapshot, own), own=own) if own else self.facts
        )
        return Scene(
            session=self.session,
            tenant=self.tenant,
            now=self.now,
            link=self.link,
            facts=facts,
            link_state=self.link_state,
            pending=frozenset(self.pending),
            own_person=self.person,
        )

    def does(self, event: Event) -> Turn:
        """Take one turn and keep what it decided, as the store would."""
        turn = self.engine.step(self.scene, event)
        self.session = turn.session
        for effect in turn.effects:
            match effect:
                case WriteCase(write):
                    self.own[write.id] = OwnWrite(write)
                case Notify(notice):
                    self.pending.add(notice.item)
                case Withdraw(item):
                    self.pending.discard(item)
                case Mute(muted, reason):
                    blocked = muted and reason == "blocked"
                    self.link_state = "blocked" if blocked else "muted" if muted else "linked"
                case EndLink() | MarkLinked() | Redeem() | TellLink():
                    raise CannotReplay(type(effect).__name__)
        return turn
