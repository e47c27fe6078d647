"""The first step: settings and tenant file, read so that a fault in them does not end the examination."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bot.cases.doctor.report import By, Line, Section, ok, unknown, warning, wrong
from bot.cases.doctor.target import Target, target_of
from bot.errors import ConfigError
from bot.settings import CONTENT, PREFIX, read_settings
from bot.tenant import read_tenant
from bot.tenant.overview import notes

SHORT: Final = 32
DAY: Final = 86400
_SETTINGS = "Set it in the environment of Wegwijs; docs/operations.md lists all settings."
_FILE = "Correct this line of the tenant file."


def configuration(
    name: str | None, environ: Mapping[str, str] = os.environ
) -> tuple[Section, Target | None, Path]:
    """Read what there is; without a tenant file there is no target. Also gives the folder of texts."""
    lines, tenants, url, content = _settings(environ)
    file, doc = _file(tenants, name, lines)
    if file is None:
        return Section("Configuration", tuple(lines)), None, content
    lines += _tenant(file)
    if "bestand" in doc and "zaaksysteem" not in doc:
        lines.append(_nightly(doc.get("bestand")))
        return Section("Configuration", tuple(lines)), None, content
    tenant = doc.get("id") if isinstance(doc.get("id"), str) else name
    target = target_of(str(tenant or ""), url, doc)
    if target.secret is not None and len(target.secret) < SHORT:
        text = f"zaaksysteem.geheim is shorter than {SHORT} characters, so it can be guessed."
        lines.append(warning(text, "Agree on a longer one with Open Zaak.", By.CASES))
    return Section("Configuration", tuple(lines)), target, content


def _settings(environ: Mapping[str, str]) -> tuple[list[Line], Path | None, str | None, Path]:
    try:
        settings = read_settings(environ)
    except ConfigError as fault:
        tenants, url = environ.get(f"{PREFIX}TENANTS"), environ.get(f"{PREFIX}PUBLIC_URL")
        lines = [wrong(text, _SETTINGS, By.HOST) for text in fault.faults]
        return lines, Path(tenants) if tenants else None, url or None, CONTENT
    lines = [ok("The settings can be read.")]
    try:
        settings.master_key()
    except ConfigError as fault:
        lines = [
            wrong(text, "Make one: wegwijs key PATH; see docs/operations.md.", By.HOST)
            for text in fault.faults
        ]
    return lines, settings.tenants, settings.public_url.rstrip("/"), settings.content


def _file(tenants: Path | None, name: str | None, lines: list[Line]) -> tuple[Path | None, Mapping[str, Any]]:
    """Find the file of a tenant, by its id or else by the name of the file."""
    files = sorted(tenants.glob("*.toml")) if tenants is not None and tenants.is_dir() else []
    docs = {file: _read(file) for file in files}
    for file, doc in docs.items():
        if (doc or {}).get("id") == name or (name is None and len(files) == 1):
            return file, doc or {}
    for file, doc in docs.items():
        if file.stem == name:
            return file, doc or {}
    if not files:
        where = tenants if tenants is not None else "WEGWIJS_TENANTS"
        lines.append(
            wrong(f"{where}: there is no tenant file (*.toml).", "Write one per municipality.", By.HOST)
        )
    else:
        known = ", ".join(str((doc or {}).get("id", file.stem)) for file, doc in docs.items())
        said = f"{name} is no tenant here" if name else "There are more tenants"
        lines.append(wrong(f"{said}: {known}.", "Choose one with --tenant.", By.HOST))
    return None, {}


def _read(file: Path) -> Mapping[str, Any] | None:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return None


def _nightly(table: object) -> Line:
    """Of a nightly file only the folder can be looked at: there is no case system to ask."""
    given = table.get("map") if isinstance(table, dict) else None
    folder = Path(given) if isinstance(given, str) else None
    if folder is None or not folder.is_dir():
        text = "Cases come from a nightly file, but its folder is not there."
        return wrong(text, "Make the folder bestand.map, for the user that runs Wegwijs only.", By.HOST)
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        text = "Cases come from a nightly file, but Wegwijs may not write in its folder."
        return wrong(text, "Give the folder to the user that runs Wegwijs.", By.HOST)
    try:
        age = datetime.now(UTC).timestamp() - (folder / "stand.json").stat().st_mtime
    except OSError:
        text = "Cases come from a nightly file, and none has been taken in yet."
        return warning(text, "Try one: wegwijs cases import FILE --check; see docs/nightly-file.md.", By.HOST)
    if age > DAY * 1.5:
        text = f"The last nightly file was taken in {age / DAY:.0f} days ago."
        return warning(text, "Look whether the export still runs, and into vastgehouden/.", By.CASES)
    return ok("Cases come from a nightly file, and the last one is less than 36 hours old.")


def _tenant(file: Path) -> list[Line]:
    try:
        tenant = read_tenant(file)
    except ConfigError as fault:
        lines = [wrong(text, _FILE, By.HOST) for text in fault.faults]
        return [*lines, unknown("What is faulty here is left out of the following steps.")]
    found = [ok(f"{file.name} can be read: {tenant.gemeente.naam}.")]
    return [
        *found,
        *(
            warning(f"Profile: {note}", "Look whether this is meant.", By.HOST)
            for note in notes(tenant.profiel)
        ),
    ]
