"""Our parsers read every recorded answer that the product could get, and know what the others are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, Final

import pytest

from bot.cases.subscribe import Subscription
from bot.cases.zgw.edge import Edge
from bot.cases.zgw.edge_klant import Actor, Klantcontact, Made
from bot.cases.zgw.edge_objects import LesData, LesgroepData, ObjectDoc, TaakData
from bot.cases.zgw.edge_zaak import Eigenschap, Rol, Zaak, Zaakobject, Zaaktype
from bot.cases.zgw.notice import Notification
from bot.cases.zgw.refusals import code_of, params_of
from tests.contract.recordings import delivered, every
from tests.contract.wire import of_recording

_DATA: Final[Mapping[str, type[Edge]]] = {
    "6f1a5f4e-0000-4000-8000-000000000001": TaakData,
    "6f1a5f4e-0000-4000-8000-000000000002": LesData,
    "75f455ea-d40b-4757-b7e8-a29b818cb60f": LesgroepData,
}
# The end of an address (after its API) and how each document behind it is read.
SHAPES: Final[tuple[tuple[str, type[Edge]], ...]] = (
    (r"zaken /zaken(/[^/]+|/_zoek)?", Zaak),
    (r"zaken /rollen", Rol),
    (r"zaken /zaken/[^/]+/zaakeigenschappen(/[^/]+)?", Eigenschap),
    (r"zaken /zaakobjecten", Zaakobject),
    (r"catalogi /zaaktypen(/[^/]+)?(/publish)?", Zaaktype),
    (r"objecten /objects(/[^/]+)?", ObjectDoc),
    (r"klantinteracties /klantcontacten(/[^/]+)?", Klantcontact),
    (r"klantinteracties /maak-klantcontact", Made),
    (r"klantinteracties /actoren", Actor),
    (r"notificaties /abonnement", Subscription),
)
# What the product never asks for, and why. Nothing else may be unread.
UNREAD: Final = {
    r"catalogi /(catalogussen|statustypen|roltypen|eigenschappen).*": "only the doctor compares types",
    r"catalogi /(informatieobjecttypen|zaaktype-informatieobjecttypen).*": "types of documents are not used",
    r"documenten .*": "titles come from the case; the documents themselves are not read",
    r"zaken /(zaakinformatieobjecten|statussen|resultaten)": "they come expanded, or as titles",
    r"zaken /zaaknotities": "notes of caseworkers are never shown",
    r"zaken /zaken/[^/]+/audittrail": "the audit trail belongs to the municipality",
    r"autorisaties .*": "read by the doctor only",
    r"objecten /(objecttypes.*|permissions|objects/[^/]+/history)": "read by the doctor and the installer",
    r"klantinteracties /(partijen|partij-identificatoren|digitaleadressen)": "the product knows no parties",
    r"klantinteracties /(actorklantcontacten|internetaken.*)": "only whether it was made counts",
    r"notificaties /kanaal": "read by the doctor only",
}
# Recorded on purpose: data that must be quarantined.
BROKEN: Final = {"object-create-format-not-checked": "verloopdatum is `morgen`: the server does not check it"}
PARTIAL: Final = {"objects-list-fields": "only two fields were asked for"}


def documents(body: Any) -> list[Any]:
    """The documents of a page, of a bare list, or the one."""
    if isinstance(body, list):
        return body
    return list(body["results"]) if isinstance(body, Mapping) and "results" in body else [body]


def shape_of(place: str) -> type[Edge] | None:
    """How documents from this place are read, or None where they are not."""
    found = [shape for pattern, shape in SHAPES if re.fullmatch(pattern, place)]
    unread = [reason for pattern, reason in UNREAD.items() if re.fullmatch(pattern, place)]
    assert len(found) + len(unread) == 1, f"{place} is neither read nor listed as unread, or both"
    return found[0] if found else None


def read(shape: type[Edge], doc: Any) -> None:
    """Read a document with everything that our readers take out of it."""
    is_role = shape is Rol
    if is_role and doc["omschrijvingGeneriek"] != "behandelaar":
        # Only caseworkers are read: the role of the person holds a BSN, and must not fit.
        with pytest.raises(ValueError, match="omschrijvingGeneriek"):
            shape.model_validate(doc)
        return
    found = shape.model_validate(doc)
    if isinstance(found, Zaak):
        parts: dict[str, Callable[[Any], Any]] = {
            "eigenschappen": Eigenschap.model_validate,
            "zaakobjecten": Zaakobject.model_validate,
        }
        for name, parse in parts.items():
            for part in found.expand.get(name, []):
                parse(part)
    if isinstance(found, ObjectDoc):
        data = _DATA.get(found.type.rsplit("/", 1)[1])
        if data is not None:
            data.model_validate(found.record.data)


def test_every_recorded_success_is_read_or_known_to_be_none_of_ours() -> None:
    counted: Counter[str] = Counter()
    for _, name, entry in every():
        exchange = of_recording(entry)
        if exchange.status >= 300 or name in BROKEN or name in PARTIAL:
            continue
        shape = shape_of(f"{exchange.api} {exchange.path}")
        for doc in documents(exchange.answer) if shape is not None else ():
            assert shape is not None
            read(shape, doc)
            counted[shape.__name__] += 1
    assert counted.keys() == {shape.__name__ for _, shape in SHAPES}


def test_every_recorded_refusal_has_a_code_and_names_its_fields() -> None:
    refusals = {name: of_recording(e).answer for _, name, e in every() if e["response"]["status"] >= 400}
    assert {name for name, body in refusals.items() if not code_of(body)} == set()
    named = {name for name, body in refusals.items() if params_of(body)}
    assert named == {name for name, body in refusals.items() if body["code"] == "invalid"}
    assert len(refusals) > 30


@pytest.mark.parametrize("name", BROKEN)
def test_recorded_nonsense_is_quarantined(name: str) -> None:
    entry = next(e for _, n, e in every() if n == name)
    with pytest.raises(ValueError, match="verloopdatum"):
        read(ObjectDoc, entry["response"]["body"])


def test_no_bsn_of_a_recorded_answer_is_in_what_we_read() -> None:
    for _, name, entry in every():
        exchange = of_recording(entry)
        if exchange.status >= 300 or "999993653" not in str(exchange.answer) or name in PARTIAL:
            continue
        shape = shape_of(f"{exchange.api} {exchange.path}")
        if shape is None or shape is Rol:
            continue
        for doc in documents(exchange.answer):
            found = shape.model_validate(doc)
            kept = {k: v for k, v in vars(found).items() if k != "expand"}
            assert "999993653" not in repr(kept), f"{name}: {shape.__name__}"


def test_every_delivered_notification_is_decoded() -> None:
    found = Counter(Notification.model_validate(entry["body"]).kanaal for entry in delivered())
    assert found == {"zaken": 20, "test": 6, "objecten": 3}
