"""What a case and its parts look like on the wire, and how they are made."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from bot.sandbox.zgw import roots
from bot.sandbox.zgw.register import Doc, Register

_PERSON: Final[Doc] = {
    "inpBsn": "",
    "anpIdentificatie": "",
    "inpA_nummer": "",
    "geslachtsnaam": "",
    "voorvoegselGeslachtsnaam": "",
    "voorletters": "",
    "voornamen": "",
    "geslachtsaanduiding": "",
    "geboortedatum": "",
    "verblijfsadres": None,
    "subVerblijfBuitenland": None,
}
_IDENTITIES: Final[dict[str, Doc]] = {
    "natuurlijk_persoon": _PERSON,
    "medewerker": {"identificatie": "", "achternaam": "", "voorletters": "", "voorvoegselAchternaam": ""},
    "organisatorische_eenheid": {"identificatie": "", "naam": "", "isGehuisvestIn": ""},
}
# Only these change the ETag of a case: the real server is blind for its properties, roles and linked objects.
BLIND: Final = frozenset(
    {"eigenschappen", "rollen", "zaakobjecten", "zaakinformatieobjecten", "laatstGemuteerd", "_expand"}
)


def new_case(register: Register, given: Doc, case_type: Doc, uuid: str | None = None) -> Doc:
    """Keep a new case; `given` holds at least the two organisations and startdatum."""
    start = str(given["startdatum"])
    doc: Doc = {
        "identificatie": given.get("identificatie") or _next_number(register, start[:4]),
        "bronorganisatie": given["bronorganisatie"],
        "omschrijving": given.get("omschrijving", ""),
        "toelichting": given.get("toelichting", ""),
        "zaaktype": case_type["url"],
        "registratiedatum": given.get("registratiedatum") or str(register.today()),
        "verantwoordelijkeOrganisatie": given.get("verantwoordelijkeOrganisatie", ""),
        "startdatum": start,
        "einddatum": None,
        "einddatumGepland": given.get("einddatumGepland"),
        "uiterlijkeEinddatumAfdoening": _years_later(start, 3),
        "publicatiedatum": None,
        "laatstGemuteerd": register.now(),
        "laatstGeopend": None,
        "communicatiekanaal": "",
        "communicatiekanaalNaam": given.get("communicatiekanaalNaam", ""),
        "productenOfDiensten": [],
        "vertrouwelijkheidaanduiding": given.get("vertrouwelijkheidaanduiding")
        or case_type["vertrouwelijkheidaanduiding"],
        "betalingsindicatie": "",
        "betalingsindicatieWeergave": "",
        "laatsteBetaaldatum": None,
        "zaakgeometrie": None,
        "verlenging": None,
        "opschorting": {"indicatie": False, "eerdereOpschorting": False, "reden": ""},
        "selectielijstklasse": "",
        "hoofdzaak": given.get("hoofdzaak"),
        "deelzaken": [],
        "relevanteAndereZaken": [],
        "gerelateerdeZaken": [],
        "zaakinformatieobjecten": [],
        "kenmerken": given.get("kenmerken", []),
        "archiefnominatie": None,
        "archiefstatus": "nog_te_archiveren",
        "archiefactiedatum": None,
        "opdrachtgevendeOrganisatie": "",
        "processobjectaard": "",
        "startdatumBewaartermijn": None,
        "processobject": {"datumkenmerk": "", "identificatie": "", "objecttype": "", "registratie": ""},
    }
    return register.add(roots.CASES, doc, uuid)


def new_role(register: Register, case: Doc, role_type: Doc, given: Doc) -> Doc:
    """Keep a new role on a case."""
    kind = given["betrokkeneType"]
    contact = {"emailadres": "", "functie": "", "telefoonnummer": "", "naam": ""}
    doc: Doc = {
        "zaak": case["url"],
        "betrokkene": "",
        "betrokkeneType": kind,
        "afwijkendeNaamBetrokkene": "",
        "roltype": role_type["url"],
        "omschrijving": role_type["omschrijving"],
        "omschrijvingGeneriek": role_type["omschrijvingGeneriek"],
        "roltoelichting": given.get("roltoelichting", ""),
        "registratiedatum": register.now(),
        "indicatieMachtiging": "",
        "contactpersoonRol": {**contact, **(given.get("contactpersoonRol") or {})},
        "statussen": [],
        "beginGeldigheid": None,
        "eindeGeldigheid": None,
        "betrokkeneIdentificatie": {
            **_IDENTITIES.get(kind, {}),
            **(given.get("betrokkeneIdentificatie") or {}),
        },
    }
    if kind == "natuurlijk_persoon":
        doc["authenticatieContext"] = None
    return register.add(roots.ROLLEN, doc)


def new_status(register: Register, case: Doc, status_type: Doc, given: Doc) -> Doc:
    """Keep a new status."""
    doc: Doc = {
        "zaak": case["url"],
        "statustype": status_type["url"],
        "datumStatusGezet": given["datumStatusGezet"],
        "statustoelichting": given.get("statustoelichting", ""),
        "gezetdoor": None,
        "zaakinformatieobjecten": [],
    }
    return register.add(roots.STATUSSEN, doc)


def new_property(register: Register, case: Doc, kind: Doc, value: str) -> Doc:
    """Keep a new zaakeigenschap; the value is not validated and a second one of the same kind is fine."""
    uuid = register.fresh()
    doc: Doc = {"zaak": case["url"], "eigenschap": kind["url"], "naam": kind["naam"], "waarde": value}
    return register.add(roots.ZAAKEIGENSCHAPPEN, doc, uuid, f"{case['url']}/zaakeigenschappen/{uuid}")


def new_object_link(register: Register, case: Doc, given: Doc) -> Doc:
    """Keep a new zaakobject."""
    doc: Doc = {
        "zaak": case["url"],
        "object": given["object"],
        "zaakobjecttype": None,
        "objectType": given.get("objectType", "overige"),
        "objectTypeOverige": given.get("objectTypeOverige", ""),
        "objectTypeOverigeDefinitie": None,
        "relatieomschrijving": given.get("relatieomschrijving", ""),
        "objectIdentificatie": None,
    }
    return register.add(roots.ZAAKOBJECTEN, doc)


_IDENTITY: Final = "betrokkeneIdentificatie__"
ROLE_FILTERS: Final = frozenset({"roltype", "betrokkeneType", "omschrijving", "omschrijvingGeneriek"}) | {
    _IDENTITY + name for name in ("medewerker__identificatie", "organisatorischeEenheid__identificatie")
}


def role_value(role: Doc, name: str) -> Any:
    """What a filter of roles compares; `betrokkeneIdentificatie__…` looks into the identity."""
    if not name.startswith(_IDENTITY):
        return role.get(name)
    return role["betrokkeneIdentificatie"].get(name.rsplit("__", 1)[1])


def statuses(register: Register, case: Doc) -> list[Doc]:
    """Statuses of a case, newest first."""
    found = register.where(roots.STATUSSEN, zaak=case["url"])
    return sorted(found, key=lambda s: str(s["datumStatusGezet"]), reverse=True)


def view(register: Register, row: Doc) -> Doc:
    """A resource of the Zaken API as it is sent, with what follows from other rows."""
    path = row["url"]
    if path.startswith(roots.STATUSSEN):
        newest = statuses(register, {"url": row["zaak"]})[0]["url"]
        return _placed(row, "statustoelichting", {"indicatieLaatstGezetteStatus": path == newest})
    if not path.startswith(roots.CASES) or "/zaakeigenschappen/" in path:
        return dict(row)
    found = statuses(register, row)
    links: dict[str, Any] = {
        "eigenschappen": _urls(register, roots.ZAAKEIGENSCHAPPEN, row),
        "rollen": _urls(register, roots.ROLLEN, row),
        "status": found[0]["url"] if found else None,
        "zaakobjecten": _urls(register, roots.ZAAKOBJECTEN, row),
        "zaakinformatieobjecten": _urls(register, roots.ZAAKINFORMATIEOBJECTEN, row),
        "deelzaken": [*dict.fromkeys((*row["deelzaken"], *_parts(register, row)))],
        "resultaat": next(iter(_urls(register, roots.RESULTATEN, row)), None),
    }
    return {**row, **links}


def _placed(row: Doc, after: str, more: Doc) -> Doc:
    found: Doc = {}
    for key, value in row.items():
        found[key] = value
        if key == after:
            found.update(more)
    return found


def _parts(register: Register, case: Doc) -> list[str]:
    return [part["url"] for part in register.where(roots.CASES, hoofdzaak=case["url"])]


def _urls(register: Register, root: str, case: Doc) -> list[str]:
    return [row["url"] for row in register.where(root, zaak=case["url"])]


def _next_number(register: Register, year: str) -> str:
    number = len(register.rows(roots.CASES)) + 1
    while any(register.where(roots.CASES, identificatie=f"ZAAK-{year}-{number:010d}")):
        number += 1
    return f"ZAAK-{year}-{number:010d}"


def _years_later(day: str, years: int) -> str:
    found = date.fromisoformat(day)
    return str(
        found.replace(year=found.year + years, day=min(found.day, 28) if found.month == 2 else found.day)
    )
