"""The report: parts join, an older run of a part gives way, a missed promise is said."""

from __future__ import annotations

import json
from pathlib import Path

from bench.report import Part, write
from bench.scale.section import Promise, Section


def part(name: str, value: float) -> Part:
    promise = Promise("CPU of a step ÷ theirs", value, 0.25)
    section = Section(
        f"Steps of {name}", (("", "steps/s"), ("ours", f"{value:g}")), (promise,), ("Quickly.",)
    )
    return Part(name, (section,), {"seed": "7"})


def test_parts_join_and_an_older_run_gives_way(tmp_path: Path) -> None:
    write(part("scale", 0.1), tmp_path)
    write(part("speed", 0.9), tmp_path)
    text = write(part("speed", 0.5), tmp_path).read_text(encoding="utf-8")
    assert "**1 of 2 promises kept in this run.**" in text
    assert text.index("Steps of speed") < text.index("Steps of scale")
    assert "0.9" not in text
    assert "| ours | 0.5 |" in text
    assert "**NOT KEPT**" in text
    assert "| seed | 7 |" in text


def test_the_data_say_what_was_kept(tmp_path: Path) -> None:
    write(part("speed", 0.2), tmp_path)
    stored = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))
    (promise,) = stored["speed"]["sections"][0]["promises"]
    assert (promise["value"], promise["limit"], promise["kept"]) == (0.2, 0.25, True)
