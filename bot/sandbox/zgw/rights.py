"""What an application may do with cases, and the telling of what it did."""

from __future__ import annotations

from bot.sandbox.zgw import roots
from bot.sandbox.zgw.access import Application
from bot.sandbox.zgw.exchange import Call
from bot.sandbox.zgw.fout import Fout, invalid
from bot.sandbox.zgw.notices import Notices
from bot.sandbox.zgw.register import Doc, Register


def allows(zaaktypen: frozenset[str], kind: Doc) -> bool:
    """Whether a version of a type is meant, by the name that all versions share or by its own UUID."""
    return kind["identificatie"] in zaaktypen or kind["uuid"] in zaaktypen


class CaseRights:
    """Scope checks, visibility per type of case, and notices of the channel `zaken`."""

    def __init__(self, register: Register, notices: Notices) -> None:
        self._register, self._notices = register, notices

    def check(self, call: Call, *scopes: str) -> Application:
        """Demand one of the scopes."""
        client = call.client
        if not isinstance(client, Application) or not client.scopes & set(scopes):
            raise Fout(403, "permission_denied")
        return client

    def sees(self, client: Application, case: Doc) -> bool:
        """Whether the type of this case is among those that the application was given."""
        kind = self._register.by_url(case["zaaktype"])
        return client.zaaktypen is None or (kind is not None and allows(client.zaaktypen, kind))

    def case(self, call: Call, url: object, *scopes: str, field: str = "zaak") -> Doc:
        """The case behind an address in a body, or a 400; 403 if it may not be touched."""
        client = self.check(call, *scopes)
        row = self._register.by_url(url)
        if row is None or not row["url"].startswith(roots.CASES):
            reason = f'De URL "{url}" gaf als antwoord HTTP 404. Geef een geldige URL op.'
            raise invalid((field, "bad-url", reason))
        if not self.sees(client, row):
            raise Fout(403, "permission_denied")
        if row["einddatum"] and "zaken.geforceerd-bijwerken" not in client.scopes:
            raise Fout(403, "zaak-closed", "Je mag geen gegevens aanpassen van een gesloten zaak.")
        return row

    def tell(self, case: Doc, resource: str, url: str, action: str) -> None:
        """Publish a change of a case or of one of its parts."""
        kind = self._register.by_url(case["zaaktype"]) or {}
        traits = {
            "zaaktype": case["zaaktype"],
            "bronorganisatie": case["bronorganisatie"],
            "zaaktype.catalogus": kind.get("catalogus", ""),
            "vertrouwelijkheidaanduiding": case["vertrouwelijkheidaanduiding"],
        }
        self._notices.publish("zaken", case["url"], resource, url, action, traits)
