"""The cursor goes where it should, never in more bytes than by naming its place."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.output.moves import move

COLUMNS, ROWS = 120, 40
across, down = st.integers(0, COLUMNS - 1), st.integers(0, ROWS - 1)


@given(x=across, y=down, knows_x=st.booleans(), knows_y=st.booleans(), to_x=across, to_y=down)
def test_every_move_arrives(x: int, y: int, knows_x: bool, knows_y: bool, to_x: int, to_y: int) -> None:
    """From any cell, known or not, the cursor arrives; naming the place is the most it may cost."""
    screen = pyte.Screen(COLUMNS, ROWS)
    screen.cursor.x, screen.cursor.y = x, y
    way = move(x if knows_x and knows_y else None, y if knows_y else None, to_x, to_y)
    pyte.Stream(screen).feed(way)
    assert (to_x, to_y) == (screen.cursor.x, screen.cursor.y)
    assert len(way) <= len(f"\x1b[{to_y + 1};{to_x + 1}H")


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        ((3, 3), (3, 3), ""),
        ((3, 3), (4, 3), "\x1b[C"),
        ((3, 3), (2, 3), "\b"),
        ((50, 3), (0, 3), "\r"),
        ((50, 3), (0, 4), "\r\n"),
        ((50, 3), (50, 2), "\x1b[A"),
        ((50, 3), (60, 30), "\x1b[31;61H"),
        ((None, 3), (60, 3), "\x1b[61G"),
        ((None, None), (0, 0), "\x1b[H"),
    ],
)
def test_the_cheapest_way(begin: tuple[int | None, int | None], end: tuple[int, int], expected: str) -> None:
    """Each kind of move where it is the shortest."""
    assert expected == move(*begin, *end)
