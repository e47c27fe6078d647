"""Cuts the operations that the product uses out of the official files: `python -m tests.contract.carry`.

What it writes is the stand-in that `test_official.py` checks where the official files are not at hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tests.contract.schema import Schema
from tests.contract.spec import read_spec
from tests.contract.wire import FILES
from tests.shared import AWAY, case_api

TARGET: Final = Path(__file__).parent / "openapi"
USED: Final = {
    "catalogi": ("GET /zaaktypen", "GET /zaaktypen/{uuid}"),
    "zaken": (
        "GET /zaken",
        "GET /zaken/{uuid}",
        "GET /rollen",
        "GET /zaakinformatieobjecten",
        "GET /zaken/{zaak_uuid}/zaakeigenschappen",
    ),
    "objecten": (
        "GET /objects",
        "POST /objects",
        "GET /objects/{uuid}",
        "PATCH /objects/{uuid}",
        "GET /permissions",
    ),
    "klantinteracties": (
        "GET /klantcontacten",
        "GET /actoren",
        "POST /maak-klantcontact",
        "POST /actoren",
        "POST /actorklantcontacten",
        "POST /internetaken",
    ),
    "notificaties": ("GET /abonnement", "POST /abonnement", "PUT /abonnement/{uuid}", "GET /kanaal"),
    "webhook": ("POST /{webhooks_path}",),
}
_WORDS: Final = {
    "description",
    "title",
    "example",
    "examples",
    "externalDocs",
    "summary",
    "tags",
    "x-enum-descriptions",
}
_SECTIONS: Final = ("schemas", "parameters", "responses", "headers", "requestBodies")


def cut(doc: Schema, used: tuple[str, ...]) -> Schema:
    """The paths with nothing but these operations, and the components to which they point."""
    paths: Schema = {}
    for operation in used:
        method, path = operation.split()
        kept = {"parameters": doc["paths"][path].get("parameters", [])}
        found = dict(doc["paths"][path][method.lower()])
        # What a refusal looks like is the same everywhere; the status codes are kept.
        found["responses"] = {
            code: answer if code < "300" else {"content": {}} for code, answer in found["responses"].items()
        }
        paths.setdefault(path, kept)[method.lower()] = found
    paths = _bare(paths)
    components: Schema = {}
    wanted = set(_refs(paths))
    while wanted:
        section, name = wanted.pop()
        if name in components.setdefault(section, {}):
            continue
        part = _bare(doc["components"][section][name])
        components[section][name] = part
        wanted |= set(_refs(part))
    return {"openapi": doc["openapi"], "info": doc["info"], "paths": paths, "components": components}


def _bare(value: Any, named: bool = False) -> Any:
    """Without words for people; `named` says that the keys are names of properties."""
    if isinstance(value, dict):
        kept = {k: v for k, v in value.items() if named or k not in _WORDS or not isinstance(v, str | list)}
        return {k: _bare(v, k == "properties" and not named) for k, v in kept.items()}
    return [_bare(v) for v in value] if isinstance(value, list) else value


def _refs(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        ref = value.get("$ref")
        if isinstance(ref, str) and ref.startswith("#/components/"):
            section, name = ref.removeprefix("#/components/").split("/", 1)
            yield section, name
        for part in value.values():
            yield from _refs(part)
    elif isinstance(value, list):
        for part in value:
            yield from _refs(part)


def main() -> None:
    """Write the stand-in anew."""
    folder = case_api()
    if folder is None:
        raise SystemExit(AWAY)
    TARGET.mkdir(exist_ok=True)
    for api, used in USED.items():
        part = cut(read_spec(folder / "openapi" / FILES[api]).doc, used)
        part["info"] = {key: part["info"][key] for key in ("title", "version")}
        file = TARGET / FILES[api].replace(".yaml", ".json")
        file.write_text(json.dumps(part, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
        print(f"{file.name}: {len(used)} operations, {file.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
