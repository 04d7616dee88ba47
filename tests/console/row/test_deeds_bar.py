"""The deeds above the row, at every width."""

import pytest

from console.paint.row import width_of
from console.row.deed import Deed
from console.row.deeds_bar import DeedsView, draw_deeds

DEEDS = tuple(
    Deed(
        number=number, action="x", words=words, likely=number in (1, 3), why_not="" if number != 5 else "niet"
    )
    for number, words in (
        (1, "stuur 12.09, 4 min"),
        (2, "meer mensen"),
        (3, "verbind door 12.09"),
        (4, "ter plaatse"),
        (5, "toezegging"),
        (6, "gesproken"),
        (7, "signalement"),
        (8, "partner"),
        (9, "loslaten (nog 4)"),
        (0, "de rest"),
    )
)


@pytest.mark.parametrize(("width", "height"), [(60, 3), (80, 2), (120, 2), (160, 2)])
def test_all_ten_are_in_view(width: int, height: int) -> None:
    """Where there is little room the dim ones lose words, the bright ones never."""
    rows = draw_deeds(DeedsView(deeds=DEEDS), width=width, height=height)
    assert len(rows) == height
    assert all(width_of(row.spans) <= width for row in rows)
    shown = "".join(row.text for row in rows)
    assert all(f" {each.number} " in shown for each in DEEDS)
    assert "stuur 12.09, 4 min" in shown
    assert "verbind door 12.09" in shown


def test_nothing_open_draws_nothing() -> None:
    """Blank rows."""
    assert [row.text for row in draw_deeds(DeedsView(), width=80, height=2)] == ["", ""]
