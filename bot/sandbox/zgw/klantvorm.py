"""Empty forms, longest lengths and references of Klantinteracties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.sandbox.zgw.fout import invalid
from bot.sandbox.zgw.register import Doc

NO_ADDRESS: Final[Doc] = {
    "nummeraanduidingId": "",
    "straatnaam": "",
    "huisnummer": None,
    "huisnummertoevoeging": "",
    "postcode": "",
    "stad": "",
    "adresregel1": "",
    "adresregel2": "",
    "adresregel3": "",
    "land": "",
}
NO_NAME: Final[Doc] = {"voorletters": "", "voornaam": "", "voorvoegselAchternaam": "", "achternaam": ""}
LENGTHS: Final = {
    "kanaal": 50,
    "onderwerp": 200,
    "inhoud": 1000,
    "reactie": 4000,
    "taal": 3,
    "nummer": 10,
    "referentienummer": 10,
    "gevraagdeHandeling": 200,
    "toelichting": 1000,
}
CONTACT: Final[Doc] = {
    "nummer": None,
    "referentienummer": None,
    "kanaal": "",
    "onderwerp": "",
    "inhoud": "",
    "reactie": "",
    "indicatieContactGelukt": None,
    "hoofdOnderwerpType": "",
    "verdereActieOndernomen": False,
    "taal": "",
    "vertrouwelijk": False,
    "plaatsgevondenOp": None,
    "metadata": {},
}


def reference(row: Doc) -> Doc:
    """How one resource points to another."""
    return {"uuid": row["uuid"], "url": row["url"]}


def refers(ref: Any, uuid: str) -> bool:
    """Whether a reference points to this UUID."""
    return isinstance(ref, dict) and ref.get("uuid") == uuid


def required(doc: Mapping[str, Any], *names: str) -> None:
    """Refuse a body without these fields."""
    missing = [(n, "required", "Dit veld is vereist.") for n in names if doc.get(n) is None]
    if missing:
        raise invalid(*missing)


def lengths(doc: Mapping[str, Any]) -> None:
    """Refuse texts that are too long."""
    for name, longest in LENGTHS.items():
        if isinstance(doc.get(name), str) and len(doc[name]) > longest:
            reason = f"Zorg ervoor dat dit veld niet meer dan {longest} karakters bevat."
            raise invalid((name, "max_length", reason))
