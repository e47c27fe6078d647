"""The catalogue of one municipality: the type of case Inburgering with its statuses, roles and properties.

Shapes and the 18 properties are those that Open Zaak 1.30.0 accepted and published in the recorded trial.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from bot.sandbox.zgw import roots
from bot.sandbox.zgw.register import Doc, Register

ZAAKTYPE: Final = "ZT-INBURGERING"
STATUSSEN: Final = (
    ("Aangemeld", "Uw gemeente weet dat u moet inburgeren."),
    ("Brede intake", "Wij maken samen een plan."),
    ("PIP vastgesteld", "Uw plan is klaar."),
    ("Wachten op groep", "Wij zoeken een groep voor u."),
    ("Traject loopt", "U volgt lessen en doet mee."),
    ("Gepauzeerd", "Uw traject staat stil."),
    ("Afgerond", "Uw traject is klaar."),
)
ROLLEN: Final = (
    ("Inburgeraar", "initiator"),
    ("Klantmanager", "behandelaar"),
    ("Taalschool", "belanghebbende"),
    ("Begeleider", "belanghebbende"),
    ("Regisseur", "zaakcoordinator"),
)
DOCUMENTEN: Final = (("PIP", "Besluit"), ("Bewijsstuk taak", "Bewijs"))
FIRST_DAY: Final = "2022-01-01"
RESULTATEN: Final = (("Voldaan", "Afgehandeld"), ("Beëindigd", "Afgebroken"))
EIGENSCHAPPEN: Final[tuple[tuple[str, str, str, str, tuple[str, ...]], ...]] = (
    ("leerroute", "Leerroute volgens PIP (DUO Leerroute)", "tekst", "1", ("B", "O", "Z")),
    ("niveau", "Niveau volgens PIP", "tekst", "2", ("A2", "B1", "B2")),
    ("pipDatumDagtekening", "Datum dagtekening van het geldende PIP", "datum", "8", ()),
    ("pipVersie", "Versienummer van het PIP", "getal", "3", ()),
    ("termijnStart", "Eerste dag van de inburgeringstermijn", "datum", "8", ()),
    ("termijnEinde", "Einddatum termijn (exclusief, DUO einddatum)", "datum", "8", ()),
    ("urenTaal", "Gevolgde cursusuren taal", "getal", "5", ()),
    ("urenTaalDoel", "Doel cursusuren (leeg = geen norm)", "getal", "5", ()),
    ("urenKnm", "Gevolgde uren KNM", "getal", "5", ()),
    ("urenParticipatie", "Gevolgde participatie-uren", "getal", "5", ()),
    ("urenBekendTot", "Uren bekend tot en met", "datum", "8", ()),
    ("pvtStatus", "Stand PVT", "tekst", "255", ("open", "gepland", "gevolgd", "ondertekend")),
    ("pvtDatum", "Datum ondertekening PVT", "datum", "8", ()),
    (
        "mapStatus",
        "Stand MAP",
        "tekst",
        "255",
        ("open", "themas", "praktijk", "eindgesprek_gepland", "afgerond", "nvt"),
    ),
    ("mapUrenPraktijk", "MAP praktijkuren", "getal", "5", ()),
    ("mapDatumEindgesprek", "Datum eindgesprek MAP", "datum", "8", ()),
    ("examenStand", "JSON-samenvatting examenonderdelen", "tekst", "255", ()),
    ("voorkeurstaal", "BCP 47 taalcode", "tekst", "10", ()),
)
_NOT_DATED: Final[Doc] = {
    "beginGeldigheid": None,
    "eindeGeldigheid": None,
    "beginObject": None,
    "eindeObject": None,
}


def publish(register: Register, rsin: str) -> Doc:
    """Put the catalogue and the published type of case in the register; ids depend on the RSIN alone."""
    catalogue = register.add(roots.CATALOGUSSEN, _catalogue(rsin), _fixed(rsin, "catalogus"))
    for name, category in DOCUMENTEN:
        doc = _informatieobjecttype(name, category, catalogue["url"])
        register.add(roots.INFORMATIEOBJECTTYPEN, doc, _fixed(rsin, f"informatieobjecttypen:{name}"))
    return _version(register, rsin, catalogue, FIRST_DAY, "")


def new_version(register: Register, rsin: str, begin: date) -> Doc:
    """Publish the type of case anew, as municipalities do every year; the one before ends on that day."""
    catalogue = next(register.where(roots.CATALOGUSSEN, rsin=rsin))
    before = list(register.where(roots.ZAAKTYPEN, identificatie=ZAAKTYPE))[-1]
    before["eindeGeldigheid"] = before["eindeObject"] = str(begin)
    return _version(register, rsin, catalogue, str(begin), f"@{begin}")


def _fixed(rsin: str, name: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"zgw:{rsin}:{name}"))


def _version(register: Register, rsin: str, catalogue: Doc, begin: str, mark: str) -> Doc:
    doc = _zaaktype(rsin, catalogue["url"], begin)
    case_type = register.add(roots.ZAAKTYPEN, doc, _fixed(rsin, ZAAKTYPE + mark))
    base: Doc = {
        "zaaktype": case_type["url"],
        "zaaktypeIdentificatie": ZAAKTYPE,
        "catalogus": catalogue["url"],
    }
    makers: Sequence[tuple[str, str, list[Doc]]] = (
        ("statustypen", roots.STATUSTYPEN, _statustypen(base)),
        ("roltypen", roots.ROLTYPEN, [_roltype(o, g, base) for o, g in ROLLEN]),
        ("eigenschappen", roots.EIGENSCHAPPEN, [_eigenschap(*e, base=base) for e in EIGENSCHAPPEN]),
        ("resultaattypen", roots.RESULTAATTYPEN, [_resultaattype(o, g, base) for o, g in RESULTATEN]),
    )
    for field, root, docs in makers:
        for doc in docs:
            name = doc.get("omschrijving") or doc["naam"]
            register.add(root, doc, _fixed(rsin, f"{field}:{name}{mark}"))
        case_type[field] = [row["url"] for row in register.where(root, zaaktype=case_type["url"])][::-1]
    case_type["informatieobjecttypen"] = [row["url"] for row in register.rows(roots.INFORMATIEOBJECTTYPEN)]
    catalogue["zaaktypen"].append(case_type["url"])
    return case_type


def finder(register: Register, root: str, field: str) -> Callable[[str], Doc]:
    """A function that finds a type by its own name, for people who fill the register."""

    def find(name: str) -> Doc:
        return next(register.where(root, **{field: name}))

    return find


def _catalogue(rsin: str) -> Doc:
    return {
        "domein": "INBUR",
        "rsin": rsin,
        "contactpersoonBeheerNaam": "Functioneel beheer",
        "contactpersoonBeheerTelefoonnummer": "",
        "contactpersoonBeheerEmailadres": "",
        "zaaktypen": [],
        "besluittypen": [],
        "informatieobjecttypen": [],
        "naam": "Inburgering",
        "versie": "",
        "begindatumVersie": None,
    }


def _informatieobjecttype(name: str, category: str, catalogue: str) -> Doc:
    more = ("definitieI", "herkomstI", "hierarchieI", "opmerkingI")
    parts = [f"{start}nformatieobjecttypeOmschrijvingGeneriek" for start in ("i", *more)]
    return {
        "catalogus": catalogue,
        "omschrijving": name,
        "vertrouwelijkheidaanduiding": "zaakvertrouwelijk",
        "beginGeldigheid": FIRST_DAY,
        "eindeGeldigheid": None,
        "concept": False,
        "besluittypen": [],
        "informatieobjectcategorie": category,
        "trefwoord": [],
        "omschrijvingGeneriek": {part: "" for part in parts},
        "zaaktypen": [],
        "beginObject": FIRST_DAY,
        "eindeObject": None,
    }


def _zaaktype(rsin: str, catalogue: str, begin: str) -> Doc:
    return {
        "identificatie": ZAAKTYPE,
        "omschrijving": "Inburgering",
        "omschrijvingGeneriek": "Inburgering",
        "vertrouwelijkheidaanduiding": "zaakvertrouwelijk",
        "doel": "Begeleiden van een inburgeringsplichtige op grond van de Wet inburgering 2021",
        "aanleiding": "Kennisgeving inburgeringsplicht door DUO",
        "toelichting": "",
        "indicatieInternOfExtern": "extern",
        "handelingInitiator": "melden",
        "onderwerp": "Inburgeringstraject",
        "handelingBehandelaar": "begeleiden",
        "doorlooptijd": "P3Y",
        "servicenorm": None,
        "opschortingEnAanhoudingMogelijk": True,
        "verlengingMogelijk": True,
        "verlengingstermijn": "P6M",
        "trefwoorden": [],
        "publicatieIndicatie": False,
        "publicatietekst": "",
        "verantwoordingsrelatie": [],
        "productenOfDiensten": [],
        "selectielijstProcestype": "",
        "referentieproces": {"naam": "Inburgering begeleiden", "link": ""},
        "concept": False,
        "verantwoordelijke": rsin,
        "broncatalogus": {"url": "", "domein": "", "rsin": ""},
        "bronzaaktype": {"url": "", "identificatie": "", "omschrijving": ""},
        "beginGeldigheid": begin,
        "eindeGeldigheid": None,
        "versiedatum": begin,
        "beginObject": begin,
        "eindeObject": None,
        "catalogus": catalogue,
        **{
            k: []
            for k in ("statustypen", "resultaattypen", "eigenschappen", "informatieobjecttypen", "roltypen")
        },
        **{k: [] for k in ("besluittypen", "deelzaaktypen", "gerelateerdeZaaktypen", "zaakobjecttypen")},
    }


def _statustypen(base: Doc) -> list[Doc]:
    return [
        {
            "omschrijving": name,
            "omschrijvingGeneriek": "",
            "statustekst": text,
            "zaaktype": base["zaaktype"],
            "zaaktypeIdentificatie": base["zaaktypeIdentificatie"],
            "volgnummer": number,
            "isEindstatus": number == len(STATUSSEN),
            "informeren": True,
            "doorlooptijd": None,
            "toelichting": None,
            "checklistitemStatustype": [],
            "catalogus": base["catalogus"],
            "eigenschappen": [],
            "zaakobjecttypen": [],
            **_NOT_DATED,
        }
        for number, (name, text) in enumerate(STATUSSEN, 1)
    ]


def _roltype(name: str, generic: str, base: Doc) -> Doc:
    return {"omschrijving": name, "omschrijvingGeneriek": generic, **base, **_NOT_DATED}


def _eigenschap(
    name: str, meaning: str, form: str, length: str, values: tuple[str, ...], *, base: Doc
) -> Doc:
    specification = {
        "groep": "Wi2021",
        "formaat": form,
        "lengte": length,
        "kardinaliteit": "1",
        "waardenverzameling": list(values),
    }
    return {
        "naam": name,
        "definitie": meaning,
        "specificatie": specification,
        "toelichting": "",
        **base,
        "statustype": None,
        **_NOT_DATED,
    }


def _resultaattype(name: str, generic: str, base: Doc) -> Doc:
    return {
        "omschrijving": name,
        "resultaattypeomschrijving": "",
        "omschrijvingGeneriek": generic,
        "selectielijstklasse": "",
        "toelichting": "",
        "archiefnominatie": "vernietigen",
        "archiefactietermijn": "P5Y",
        **base,
        **_NOT_DATED,
    }
