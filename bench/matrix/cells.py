"""Every cell of the matrix."""

from __future__ import annotations

from functools import partial

from bench.matrix import case_play, redis_play, telegram_play, translator_play
from bench.matrix.case_troubles import TROUBLES
from bench.matrix.cell import Cell

CELLS: tuple[Cell, ...] = (
    *(Cell("case-api", one.name, partial(case_play.play, trouble=one)) for one in TROUBLES),
    *(Cell("telegram", one.name, partial(telegram_play.play, trouble=one)) for one in telegram_play.TROUBLES),
    *(
        Cell("translator", one.name, partial(translator_play.play, trouble=one))
        for one in translator_play.TROUBLES
    ),
    *(Cell("redis", one.name, partial(redis_play.play, trouble=one)) for one in redis_play.TROUBLES),
)


def chosen(only: tuple[str, ...]) -> tuple[Cell, ...]:
    """Cells by name, or whole services; all where nothing is named; `ValueError` for an unknown name."""
    for name in only:
        if not any(name in {cell.name, cell.service} for cell in CELLS):
            raise ValueError(name)
    return tuple(cell for cell in CELLS if not only or cell.name in only or cell.service in only)
