"""Where each resource of the case APIs lives, as paths below the address of one municipality's sandbox."""

from __future__ import annotations

from typing import Final

CATALOGI: Final = "/catalogi/api/v1"
ZAKEN: Final = "/zaken/api/v1"
OBJECTEN: Final = "/objecten/api/v2"
KLANT: Final = "/klantinteracties/api/v1"
NOTIFICATIES: Final = "/notificaties/api/v1"
AUTORISATIES: Final = "/autorisaties/api/v1"
DOCUMENTEN: Final = "/documenten/api/v1"
ALL: Final = (
    "/catalogi/",
    "/zaken/",
    "/objecten/",
    "/klantinteracties/",
    "/notificaties/",
    "/documenten/",
    "/autorisaties/",
)

CATALOGUSSEN: Final = f"{CATALOGI}/catalogussen"
ZAAKTYPEN: Final = f"{CATALOGI}/zaaktypen"
STATUSTYPEN: Final = f"{CATALOGI}/statustypen"
ROLTYPEN: Final = f"{CATALOGI}/roltypen"
EIGENSCHAPPEN: Final = f"{CATALOGI}/eigenschappen"
RESULTAATTYPEN: Final = f"{CATALOGI}/resultaattypen"
INFORMATIEOBJECTTYPEN: Final = f"{CATALOGI}/informatieobjecttypen"

CASES: Final = f"{ZAKEN}/zaken"
STATUSSEN: Final = f"{ZAKEN}/statussen"
ROLLEN: Final = f"{ZAKEN}/rollen"
RESULTATEN: Final = f"{ZAKEN}/resultaten"
ZAAKOBJECTEN: Final = f"{ZAKEN}/zaakobjecten"
ZAAKEIGENSCHAPPEN: Final = f"{ZAKEN}/zaakeigenschappen"
ZAAKINFORMATIEOBJECTEN: Final = f"{ZAKEN}/zaakinformatieobjecten"

DOCUMENTS: Final = f"{DOCUMENTEN}/enkelvoudiginformatieobjecten"
OBJECTINFORMATIEOBJECTEN: Final = f"{DOCUMENTEN}/objectinformatieobjecten"

APPLICATIES: Final = f"{AUTORISATIES}/applicaties"

OBJECTS: Final = f"{OBJECTEN}/objects"
OBJECTTYPES: Final = f"{OBJECTEN}/objecttypes"

KLANTCONTACTEN: Final = f"{KLANT}/klantcontacten"
BETROKKENEN: Final = f"{KLANT}/betrokkenen"
ONDERWERPOBJECTEN: Final = f"{KLANT}/onderwerpobjecten"
ACTOREN: Final = f"{KLANT}/actoren"
ACTORKLANTCONTACTEN: Final = f"{KLANT}/actorklantcontacten"
INTERNETAKEN: Final = f"{KLANT}/internetaken"

KANALEN: Final = f"{NOTIFICATIES}/kanaal"
ABONNEMENTEN: Final = f"{NOTIFICATIES}/abonnement"


def last(url: str) -> str:
    """Return the UUID at the end of an address, which is all that the Objects API compares."""
    return url.rstrip("/").rsplit("/", 1)[-1]
