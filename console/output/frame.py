"""The screen as it should be now: rows of cells, painted by console.output.painter, read by
console.output.diff.

Every wide cell has its TAIL and every TAIL its wide cell, whatever is painted over: a half that is cut
becomes a blank. It never knows what the terminal shows.
"""

from __future__ import annotations

from rich.cells import cell_len

from console.output.cells import BLANK, TAIL, Cell
from console.output.looks import blank


class Frame:
    """A screen of width x height cells, both at least 0, blank at first; changed in place."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.rows: list[list[Cell]] = [[BLANK] * width for _ in range(height)]
        self.cursor: tuple[int, int] | None = None
        """Column and row where the cursor rests, counted from 0; None leaves it where the last write
        ended."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in cells."""
        return self.width, self.height

    def put(self, x: int, y: int, cells: list[Cell]) -> None:
        """Paint cells from column x of row y on; what falls outside the screen is left out."""
        if not 0 <= y < self.height:
            return
        if x < 0:
            cells, x = cells[-x:], 0
        cells = cells[: max(0, self.width - x)]
        if not cells:
            return
        row = self.rows[y]
        end = x + len(cells)
        if row[x][0] == TAIL and x > 0:
            row[x - 1] = _emptied(row[x - 1])
        if end < self.width and row[end][0] == TAIL:
            row[end] = _emptied(row[end])
        row[x:end] = cells
        if row[x][0] == TAIL:
            row[x] = _emptied(row[x])
        if _is_wide_without_tail(row, end - 1):
            row[end - 1] = _emptied(row[end - 1])


def _is_wide_without_tail(row: list[Cell], x: int) -> bool:
    # Only the last cell painted can have lost its tail, and only at the screen's edge or at the end of a cut.
    text = row[x][0]
    if text == TAIL or (len(text) == 1 and text < "\u1100"):
        return False
    return cell_len(text) == 2 and (x + 1 >= len(row) or row[x + 1][0] != TAIL)


def _emptied(cell: Cell) -> Cell:
    return " ", blank(cell[1])
