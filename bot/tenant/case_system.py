"""Where a municipality's case APIs are, and the credential for each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from pydantic import BeforeValidator, Field

from bot.errors import ConfigError
from bot.tenant.fields import Part, Root, Secret, WritingSecret, resolve, resolve_writing


@dataclass(frozen=True, slots=True)
class WritingKeys:
    """The keys that write, each for its own API or object types; only the writer role holds them."""

    objecten: str = field(repr=False)
    rooster: str = field(repr=False)
    klantinteracties: str = field(repr=False)
    taken: str | None = field(default=None, repr=False)


class Zaaksysteem(Part):
    """Where the case APIs are and how we may use them; roots end with a slash.

    `objecttypen` only where that API stands alone (before Open Object 4). The last two are for the doctor:
    where it may see what we are allowed, and which Open Zaak it is, as no API tells.
    """

    zaken: Annotated[Root, Field(examples=["https://openzaak.gemeente.example/zaken/api/v1/"])]
    catalogi: Annotated[Root, Field(examples=["https://openzaak.gemeente.example/catalogi/api/v1/"])]
    objecten: Annotated[Root, Field(examples=["https://objecten.gemeente.example/api/v2/"])]
    klantinteracties: Annotated[
        Root, Field(examples=["https://openklant.gemeente.example/klantinteracties/api/v1/"])
    ]
    notificaties: Root | None = None
    objecttypen: Root | None = None
    autorisaties: Root | None = None
    openzaak_versie: Annotated[str | None, Field(pattern=r"^\d+\.\d+\.\d+$", examples=["1.29.3"])] = None
    client_id: Annotated[str, Field(min_length=1, examples=["wegwijs-waterveen"])]
    geheim: Secret
    objecten_token: Secret
    objecten_schrijf_token: WritingSecret = None
    klantinteracties_token: WritingSecret = None
    rooster_token: WritingSecret = None
    notificatie_geheim: Secret
    taken: Root | None = None
    taken_token: Annotated[str | None, BeforeValidator(resolve), Field(min_length=1, repr=False)] = None
    taken_schrijf_token: Annotated[
        str | None, BeforeValidator(resolve_writing), Field(min_length=1, repr=False)
    ] = None
    tegelijk: Annotated[int, Field(ge=1, le=100)] = 16
    """Calls side by side to all APIs together, of one process."""
    per_seconde: Annotated[float, Field(ge=1, le=5000)] = 500
    """Calls begun in a second."""

    @property
    def writing_keys(self) -> WritingKeys:
        """The keys that write; raises `ConfigError` in a process that was started without them."""
        keys = (self.objecten_schrijf_token, self.rooster_token, self.klantinteracties_token)
        objecten, rooster, klantinteracties = keys
        if objecten is None or rooster is None or klantinteracties is None:
            raise ConfigError(("The writer role needs the keys that write; this process has not read them.",))
        return WritingKeys(objecten, rooster, klantinteracties, self.taken_schrijf_token)
