"""Faults of a tenant file as sentences for the one who wrote it: file, line, what is wrong, an example."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from bot.tenant.toml_lines import Lines, Where

_EXPECTED: Final[Mapping[str, str]] = {
    "string_type": "must be a text between quotes.",
    "string_too_short": "must not be empty.",
    "string_too_long": "is too long: at most {max_length} characters.",
    "string_pattern_mismatch": "does not have the form that it must have.",
    "int_type": "must be a whole number, without quotes.",
    "int_parsing": "must be a whole number, without quotes.",
    "int_from_float": "must be a whole number.",
    "greater_than_equal": "must be {ge} or more.",
    "bool_type": "must be true or false, without quotes.",
    "bool_parsing": "must be true or false, without quotes.",
    "tuple_type": "must be a list, between [ and ].",
    "too_short": "must hold at least {min_length}.",
    "model_type": "must be a table with entries of its own, not a single value.",
    "dict_type": "must be a table with entries of its own, not a single value.",
    "time_type": 'must be a time such as "09:00".',
    "time_parsing": 'must be a time such as "09:00".',
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an entry, said after its name; `also` is the entry that it clashes with."""

    where: Where
    text: str
    also: Where | None = None


def located(path: Path, text: str, faults: Iterable[Fault]) -> tuple[str, ...]:
    """Make full sentences, in the order of the file. Values are never repeated: one may be a secret."""
    lines = Lines(text)
    found = {(lines.of(fault.where), _sentence(fault, lines)) for fault in faults}
    return tuple(f"{path}, line {line}: {sentence}" for line, sentence in sorted(found))


def malformed(path: Path, message: str) -> str:
    """Say where a text stops being TOML; the rest cannot be checked before that is mended."""
    line = re.search(r" \(at line (\d+), column \d+\)$", message)
    place = f", line {line[1]}" if line else ""
    text = message[: line.start()] if line else message.removesuffix(" (at end of document)")
    return f"{path}{place}: this is not TOML ({text}). Look at quotes, brackets and signs =."


def said(refused: ValidationError, model: type[BaseModel]) -> list[Fault]:
    """What the models refuse, in words; only the nearest allowed word is suggested for a wrong value."""
    return [_fault(error, model) for error in refused.errors()]


def nearest(given: object, known: Sequence[str]) -> str:
    """Suggest what was meant, or list all that is possible."""
    close = get_close_matches(str(given).lower(), [word.lower() for word in known], 1, 0.6)
    meant = next((word for word in known if close and word.lower() == close[0]), None)
    return f'Did you mean "{meant}"?' if meant else f"Possible are: {', '.join(known)}."


def _sentence(fault: Fault, lines: Lines) -> str:
    also = f" It is mapped on line {lines.of(fault.also)} already: keep one." if fault.also else ""
    return f"{_name(fault.where)} {fault.text}{also}"


def _name(where: Where) -> str:
    """The way to an entry as people write it; rows of a list are counted from 1."""
    text = ""
    for step in where:
        text += f" (number {step + 1})" if isinstance(step, int) else f".{step}" if text else step
    return text.replace(").", ") ")


def _fault(error: ErrorDetails, model: type[BaseModel]) -> Fault:
    where = tuple(step for step in error["loc"] if step != "[key]")
    kind, context, field = error["type"], error.get("ctx", {}), _field(model, where)
    if kind == "missing":
        return Fault(where, f"is missing.{_example(where, field)}")
    if kind == "extra_forbidden":
        return Fault(where, f"is not known here. {nearest(where[-1], _known(model, where[:-1]))}")
    if kind in {"literal_error", "enum"}:
        allowed = _allowed(field)
        said = nearest(error["input"], allowed) if allowed else ""
        return Fault(where, f"has a value that is not known. {said}".strip())
    if kind == "value_error":
        text = str(context.get("error", error["msg"])).rstrip(".")
        return Fault(where, f"{text if text.startswith(('must', 'is ')) else f'cannot be read: {text}'}.")
    expected = _EXPECTED.get(kind, f"is wrong: {error['msg']}.")
    return Fault(where, f"{expected.format(**context)}{_example(where, field)}")


def _example(where: Where, field: FieldInfo | None) -> str:
    if field is None or not field.examples:
        return ""
    return f" Example: {where[-1]} = {json.dumps(field.examples[0], ensure_ascii=False)}"


def _field(model: type[BaseModel], where: Where) -> FieldInfo | None:
    """The declaration of an entry, or of the list that it is in; None where it belongs to no model."""
    while where and isinstance(where[-1], int):
        where = where[:-1]
    holder = _model(model, where[:-1])
    return holder.model_fields.get(str(where[-1])) if holder and where else None


def _known(model: type[BaseModel], where: Where) -> tuple[str, ...]:
    holder = _model(model, where)
    return tuple(holder.model_fields) if holder else ()


def _model(model: type[BaseModel], where: Where) -> type[BaseModel] | None:
    found: Any = model
    for step in where:
        found = _inside(found, step)
    return _as_model(found)


def _inside(annotation: Any, step: str | int) -> Any:
    """What an entry of this kind holds under a name or number."""
    if get_origin(annotation) is dict:
        return get_args(annotation)[1]
    if isinstance(step, int):
        return next((inner for inner in get_args(annotation) if inner is not Ellipsis), None)
    holder = _as_model(annotation)
    field = holder.model_fields.get(step) if holder else None
    return field.annotation if field else None


def _as_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {Annotated, Union, UnionType}:
        return next(filter(None, map(_as_model, get_args(annotation))), None)
    return None


def _allowed(field: FieldInfo | None) -> tuple[str, ...]:
    return tuple(_words(field.annotation)) if field is not None else ()


def _words(annotation: Any) -> Iterator[str]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        yield from (str(member.value) for member in annotation)
    elif get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
    elif get_origin(annotation) in {Union, UnionType, tuple}:
        for inner in get_args(annotation):
            yield from _words(inner)
