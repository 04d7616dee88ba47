"""Whatever is painted over whatever, a frame has no half of a wide cell."""

from __future__ import annotations

from hypothesis import given, settings

from console.output.cells import BLANK, TAIL, Cell
from console.output.frame import Frame
from console.output.looks import PLAIN
from tests.console.output.screens import framed, paintings

WIDE: list[Cell] = [("日", PLAIN), (TAIL, PLAIN)]


@settings(deadline=None)
@given(strokes=paintings(10, 3))
def test_wide_cells_stay_whole(strokes: list[tuple[int, int, list[Cell]]]) -> None:
    """Each tail follows its wide cell, each wide cell has its tail, and rows keep their length."""
    for row in framed(10, 3, strokes).rows:
        assert len(row) == 10
        for x, (text, _) in enumerate(row):
            assert (text in "日語🚓" and text != TAIL) == (x + 1 < 10 and row[x + 1][0] == TAIL)


def test_half_a_wide_cell_painted_over_leaves_a_blank() -> None:
    """Painting over one half empties the other."""
    frame = Frame(4, 1)
    frame.put(1, 0, WIDE)
    frame.put(2, 0, [("x", PLAIN)])
    assert frame.rows[0] == [BLANK, BLANK, ("x", PLAIN), BLANK]


def test_a_wide_cell_over_the_edge_is_a_blank() -> None:
    """Half a wide cell at the right or left edge is not shown."""
    frame = Frame(2, 1)
    frame.put(1, 0, WIDE)
    frame.put(-1, 0, WIDE)
    assert frame.rows[0] == [BLANK, BLANK]


def test_outside_the_screen_nothing_is_painted() -> None:
    """Rows and columns beyond the edges are left out."""
    frame = Frame(2, 2)
    for x, y in ((5, 0), (0, 2), (0, -1), (-9, 0)):
        frame.put(x, y, [("x", PLAIN)])
    assert frame.rows == [[BLANK, BLANK]] * 2
