"""Text cut to cells."""

from hypothesis import given
from hypothesis import strategies as st

from console.harmless import harmless
from console.paint.age import age, distance, fine_age
from console.paint.row import between, clip_spans, width_of
from console.paint.text import cells, clip, fit, wrap
from console.paint.tone import Tone

TEXT = st.text(max_size=60).map(harmless)


@given(TEXT, st.integers(0, 40), st.booleans())
def test_fit_is_exact(text: str, width: int, right: bool) -> None:
    """Fitted text takes exactly the width, whatever it holds."""
    assert width == cells(fit(text, width, right=right))


@given(TEXT, st.integers(-3, 40))
def test_clip_never_exceeds(text: str, width: int) -> None:
    """Clipped text fits, and text that fits is not touched."""
    clipped = clip(text, width)
    assert cells(clipped) <= max(0, width)
    if cells(text) <= width:
        assert text == clipped


@given(TEXT, st.integers(2, 40))
def test_wrapping_loses_nothing(text: str, width: int) -> None:
    """All characters but blanks come back, in order, in lines that fit."""
    lines = wrap(text, width)
    assert "".join(text.split()) == "".join("".join(lines).split())
    assert all(cells(line) <= width for line in lines)


@given(st.lists(TEXT), st.lists(TEXT), st.integers(0, 80))
def test_left_and_right_share_a_row(left: list[str], right: list[str], width: int) -> None:
    """What stands left and right of a row never takes more than the row."""
    spans = between([(text, Tone.PLAIN) for text in left], [(text, Tone.DIM) for text in right], width)
    assert width >= width_of(spans)
    assert width_of(clip_spans(spans, 5)) <= 5


def test_ages_get_coarser() -> None:
    """Minutes below an hour, hours and minutes below a day, then days."""
    assert [age(s) for s in (59, 3_599, 3_600, 86_399, 86_400)] == ["0m", "59m", "1:00", "23:59", "1d"]
    assert [fine_age(s) for s in (9, 19, 59, 60)] == ["0s", "10s", "50s", "1m"]


def test_distances_get_coarser() -> None:
    """Tens of metres, then hundreds, then kilometres."""
    assert [distance(m) for m in (4, 351, 996, 9_949, 9_951)] == ["0m", "350m", "1.0k", "9.9k", "10k"]
