"""Scenes: all that a turn or the renderer may look at, put together from the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.clock import Clock
from bot.state.events import Event, Looked, Started, Typed
from bot.state.scene import Invitation, Scene
from bot.store.records import InvitationRecord, LinkState
from bot.store.store import TenantStore
from bot.store.turns import Loaded
from bot.words.graphemes import first_grapheme


@dataclass(frozen=True, slots=True)
class Scenes:
    """Puts scenes of one tenant together. `translation` tells whether free text can be translated."""

    store: TenantStore
    clock: Clock
    translation: bool = False

    async def for_turn(self, loaded: Loaded, event: Event) -> Scene:
        """The scene of a turn."""
        return Scene(
            session=loaded.session,
            tenant=self.store.tenant,
            now=self.clock(),
            link=loaded.link.id,
            facts=loaded.facts,
            invitation=await self._invitation_of(loaded, event),
            link_state=loaded.link.state.value,
            pending=loaded.pending,
            own_person=loaded.link.person,
            translation=self.translation,
        )

    async def for_view(self, link: str) -> Scene | None:
        """The scene for what is shown now; None where the link is gone."""
        stand = await self.store.turns.stand(link)
        if stand is None:
            return None
        return Scene(
            session=stand.session,
            tenant=self.store.tenant,
            now=self.clock(),
            link=link,
            facts=stand.facts,
            invitation=await self._seen(await self._named(stand.session.invitation)),
            link_state=stand.link.state.value,
            own_person=stand.link.person,
            translation=self.translation,
        )

    async def complete(self, event: Event) -> Event:
        """A look about a reminder carries its id only; template and fields are read now."""
        if not isinstance(event, Looked) or event.topic != "campaign":
            return event
        campaign = await self.store.campaigns.get(str(event.data.get("id")))
        data: Mapping[str, Any] = (
            {"campaign": campaign.id, "template": campaign.template, "fields": campaign.fields}
            if campaign
            else {}
        )
        return Looked(event.id, event.at, event.topic if campaign else "redraw", dict(data))

    async def _invitation_of(self, loaded: Loaded, event: Event) -> Invitation | None:
        """The invitation that this event or the session names, with whether a typed year fits."""
        invitations = self.store.invitations
        visitor = loaded.link.state is LinkState.VISITOR
        if isinstance(event, Started) and event.code:
            return await self._opened(await invitations.by_text(event.code))
        if isinstance(event, Typed) and visitor and loaded.session.stage == "new":
            return await self._opened(await invitations.by_text(event.text))
        found = await self._named(loaded.session.invitation)
        if found and isinstance(event, Typed) and loaded.session.stage == "asked":
            again = await invitations.by_text(event.text)
            if again is not None and again.id == found.id:
                return await self._seen(found)
        fits = invitations.year_fits(found, event.text) if found and isinstance(event, Typed) else None
        return await self._seen(found, fits)

    async def _named(self, invitation: str | None) -> InvitationRecord | None:
        return await self.store.invitations.get(invitation) if invitation else None

    async def _opened(self, found: InvitationRecord | None) -> Invitation | None:
        if found is not None:
            await self.store.invitations.mark_opened(found.id)
        return await self._seen(found)

    async def _seen(self, found: InvitationRecord | None, fits: bool | None = None) -> Invitation | None:
        person = await self.store.persons.get(found.person) if found else None
        if found is None or person is None:
            return None
        colleague = self.store.tenant.medewerker(person.caseworker)
        return Invitation(
            id=found.id,
            person=found.person,
            way=found.way,
            language=found.language,
            initial=first_grapheme(person.first_name),
            caseworker=colleague.naam if colleague else "",
            expires=found.expires,
            needs_year=found.year_hash is not None,
            used_by=found.used_by,
            ended=found.ended,
            year_fits=fits,
        )
