"""One row of the screen: spans of toned text."""

import pytest

from console.paint.row import Row, between, clip_spans, plain, width_of
from console.paint.tone import Tone

SPANS = (("brand ", Tone.STRONG), ("Markt 5", Tone.PLAIN))


@pytest.mark.parametrize("width", range(15))
def test_clipped_spans_never_take_more_than_the_width(width: int) -> None:
    """And all of it while there is more to show."""
    assert width_of(clip_spans(SPANS, width)) == min(width, 13)


def test_a_cut_is_marked_and_what_fits_is_left_alone() -> None:
    """Behind the cut nothing follows, however short."""
    assert clip_spans(SPANS, 13) == SPANS
    assert clip_spans((("brand", Tone.STRONG), ("x", Tone.PLAIN)), 3) == (("br…", Tone.STRONG),)


def test_wide_characters_count_for_their_columns() -> None:
    """A character of two columns is never cut in half."""
    assert width_of((("日本", Tone.PLAIN),)) == 4
    assert width_of(clip_spans((("日本語", Tone.PLAIN),), 4)) <= 4


@pytest.mark.parametrize("width", [8, 12, 20])
def test_what_stands_at_the_right_wins_where_both_do_not_fit(width: int) -> None:
    """The row is filled exactly, the right spans at its end."""
    spans = between((("een lange linkerkant", Tone.PLAIN),), (("rechts", Tone.GOOD),), width)
    assert width_of(spans) == width
    assert spans[-1] == ("rechts", Tone.GOOD)


def test_rows_with_the_same_spans_are_the_same() -> None:
    """That is how a repaint knows what changed; any iterable of spans will do."""
    assert Row(spans=list(SPANS)) == Row(spans=SPANS)
    assert Row(spans=SPANS).text == "brand Markt 5"
    assert plain("x", Tone.DIM) == Row(spans=(("x", Tone.DIM),))
    assert plain("x", Tone.DIM) != plain("x")
