"""Every cell of the matrix."""

from __future__ import annotations

from functools import partial

from bench.matrix.case_play import play as case_play
from bench.matrix.case_troubles import TROUBLES as CASE
from bench.matrix.cell import Cell

CELLS: tuple[Cell, ...] = tuple(
    Cell("case-api", trouble.name, partial(case_play, trouble=trouble), "", "") for trouble in CASE
)
