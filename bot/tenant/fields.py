"""Kinds of entries in a tenant file: secrets that stand elsewhere, roots of APIs, numbers to check."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo

from bot.tenant.addresses import check_root


class Part(BaseModel):
    """Frozen, and a misspelt key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def resolve(value: object) -> object:
    """Resolve `env:NAME` and `file:PATH`, so that no secret stands in a tenant file."""
    if isinstance(value, str) and value.startswith("env:"):
        found = os.environ.get(value[4:], "")
        if not found:
            raise ValueError(f"the environment variable {value[4:]} is not set, or it is empty")
        return found
    if isinstance(value, str) and value.startswith("file:"):
        try:
            return Path(value[5:]).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as fault:
            raise ValueError(f"the file {value[5:]} cannot be read ({type(fault).__name__})") from None
    return value


def check_rsin(value: str) -> str:
    """Check an RSIN: nine digits that pass the eleven-test."""
    if len(value) != 9 or not value.isascii() or not value.isdigit():
        raise ValueError("must be an RSIN, which has nine digits")
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    if sum(weight * int(digit) for weight, digit in zip(weights, value, strict=True)) % 11:
        raise ValueError("is no RSIN: a digit is wrong, as it does not pass the eleven-test")
    return value


def check_uuid(value: str) -> str:
    """Put a UUID into its usual spelling."""
    try:
        return str(UUID(value))
    except ValueError:
        raise ValueError("must be a UUID, the last part of the object type's address") from None


Secret = Annotated[
    str, BeforeValidator(resolve), Field(min_length=1, repr=False, examples=["env:WEGWIJS_GEHEIM"])
]
Root = Annotated[str, AfterValidator(check_root)]
"""Where an API begins: https (http on this machine only), with a slash at the end."""


def resolve_writing(value: object, info: ValidationInfo) -> object:
    """Resolve a key that writes, but only for who may write: others do not even read it."""
    if info.context is not None and not info.context.get("writing", True):
        return None
    key = resolve(value)
    if not key:
        raise ValueError("the writer role needs this key")
    return key


WritingSecret = Annotated[
    str | None, BeforeValidator(resolve_writing), Field(repr=False, validate_default=True)
]
