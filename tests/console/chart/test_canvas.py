"""Cells over dots."""

from hypothesis import given
from hypothesis import strategies as st

from console.chart.canvas import Canvas
from console.paint.row import width_of
from console.paint.tone import Tone


def text(canvas: Canvas) -> list[str]:
    """The canvas as lines."""
    return [row.text for row in canvas.rows()]


def test_dots_make_braille() -> None:
    """Eight dots fill a cell; one dot is one dot."""
    canvas = Canvas(3, 1)
    for x in (0, 1):
        for y in range(4):
            canvas.dot(x, y)
    canvas.dot(2, 0)
    assert text(canvas) == ["⣿⠁ "]


def test_a_sign_covers_dots() -> None:
    """What is written stands over what is drawn."""
    canvas = Canvas(3, 1)
    canvas.line(0, 0, 5, 0)
    canvas.put(1, 0, "▲", Tone.P1)
    assert text(canvas) == ["⠉▲⠉"]


def test_blanks_do_not_carry_a_ground() -> None:
    """The tone of a picked sign ends with its text, or its ground would run over the map."""
    canvas = Canvas(4, 1)
    canvas.put(0, 0, "▲1", Tone.PICKED)
    (row,) = canvas.rows()
    assert row.spans == (("▲1", Tone.PICKED), ("  ", Tone.PLAIN))


@given(
    st.lists(st.tuples(st.integers(-9, 30), st.integers(-9, 30), st.sampled_from(["12.03", "救護", "◆"]))),
    st.lists(st.tuples(*[st.integers(-500, 500)] * 4), max_size=5),
)
def test_nothing_leaves_the_map(
    texts: list[tuple[int, int, str]], lines: list[tuple[int, int, int, int]]
) -> None:
    """Whatever is drawn wherever, the map has its rows, none wider than it is."""
    canvas = Canvas(20, 10)
    for line in lines:
        canvas.line(*line)
    for x, y, words in texts[:1]:
        canvas.put(x, y, words, Tone.PLAIN)
    rows = canvas.rows()
    assert len(rows) == 10
    assert {20} == {width_of(row.spans) for row in rows}
