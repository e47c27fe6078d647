"""Where the material of the research is: a folder `shared` beside the project, which nothing needs to run."""

from __future__ import annotations

from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).parents[1]
AWAY: Final = "../shared/case-api is not here; only the stand-in that the tests carry is checked"


def case_api() -> Path | None:
    """The folder with official OpenAPI files and recorded exchanges, or None where it is not there."""
    found = (parent / "shared" / "case-api" for parent in PROJECT.parents)
    return next((folder for folder in found if folder.is_dir()), None)
