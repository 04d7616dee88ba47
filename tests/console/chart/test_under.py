"""What moves, over what stays."""

from console.chart.canvas import Canvas
from console.chart.under import Under
from console.paint.row import plain
from console.paint.tone import Tone

UNDER = Under(
    chars=["⠉⠉⠉⠉", "⠒⠒⠒⠒"],
    tones=[[Tone.MAP_MAIN] * 4, [Tone.MAP_STREET] * 4],
    rows=[plain("⠉⠉⠉⠉", Tone.MAP_MAIN), plain("⠒⠒⠒⠒", Tone.MAP_STREET)],
)


def test_what_nothing_is_written_on_is_the_towns_own_row() -> None:
    """The very same row, so that it is neither drawn nor painted again."""
    canvas = Canvas(4, 2, UNDER)
    canvas.put(1, 0, "◆", Tone.FREE)
    rows = canvas.rows()
    assert rows[0].spans == (("⠉", Tone.MAP_MAIN), ("◆", Tone.FREE), ("⠉⠉", Tone.MAP_MAIN))
    assert rows[1] is UNDER.rows[1]


def test_writing_leaves_the_town_as_it_was() -> None:
    """The next moment begins with the same streets."""
    canvas = Canvas(4, 2, UNDER)
    canvas.put(0, 0, "12.01", Tone.FREE)
    canvas.line(0, 4, 7, 4)
    assert Canvas(4, 2, UNDER).rows() == list(UNDER.rows)
    assert UNDER.chars[0] == "⠉⠉⠉⠉"


def test_a_track_stands_instead_of_the_street() -> None:
    """Its dots do not mix with those of the street below."""
    canvas = Canvas(4, 2, UNDER)
    canvas.dot(0, 3)
    assert canvas.rows()[0].spans == (("⡀", Tone.MAP_TRACK), ("⠉⠉⠉", Tone.MAP_MAIN))
    assert canvas.touched == {0}
