"""A piece as arrays."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from console.map.names import Names
from console.map.sheet import joined, sheet_of
from protocol.map.piece import Stroke, StrokeKind
from tests.console.town import INDEX, box_of_strokes, square, stroke

POINTS = st.tuples(st.integers(5_190_000, 5_210_000), st.integers(430_000, 440_000))
STROKES = st.lists(
    st.builds(
        Stroke,
        kind=st.sampled_from(StrokeKind),
        name=st.sampled_from(["", "Markt", "Kerkstraat"]),
        points=st.lists(POINTS, min_size=2, max_size=8).map(tuple),
    ),
    min_size=1,
    max_size=6,
).map(tuple)


@given(STROKES)
def test_every_step_of_every_stroke_is_a_segment(strokes: tuple[Stroke, ...]) -> None:
    """In their order, none lost, none between two strokes."""
    names = Names()
    segments = sheet_of(strokes, level=1, box=box_of_strokes(strokes), names=names).segments
    told = [
        (each.kind, each.name, *each.points[at], *each.points[at + 1])
        for each in strokes
        for at in range(len(each.points) - 1)
    ]
    columns = (segments.kind, segments.name, segments.lat0, segments.lon0, segments.lat1, segments.lon1)
    found = [
        (kind, names[name], *ends)
        for kind, name, *ends in zip(*(each.tolist() for each in columns), strict=True)
    ]
    assert found == told


def test_dashes_know_how_far_they_are() -> None:
    """Each segment begins where the one before it ended; each stroke begins at nought."""
    strokes = (
        stroke(StrokeKind.RAIL, (0, 0), (0, 300), (0, 700)),
        stroke(StrokeKind.RAIL, (0, 0), (0, 200)),
    )
    segments = sheet_of(strokes, level=0, box=INDEX.box, names=Names()).segments
    assert np.allclose(segments.along_m, [0, 300, 0], atol=2)
    assert np.allclose(segments.length_m, [300, 400, 200], atol=2)


def test_only_closed_water_has_an_inside() -> None:
    """A brook has none, nor has a closed street."""
    strokes = (
        stroke(StrokeKind.WATER, *square(100)),
        stroke(StrokeKind.WATER, *square(100)[:3]),
        stroke(StrokeKind.STREET, *square(100)),
    )
    segments = sheet_of(strokes, level=0, box=INDEX.box, names=Names()).segments
    assert segments.fills.tolist() == [True] * 4 + [False] * 6


def test_sheets_join_row_by_row() -> None:
    """What was on both is on the whole, in order."""
    one, two = (
        sheet_of((stroke(kind, (0, 0), (9, 9)),), level=0, box=INDEX.box, names=Names()).segments
        for kind in (StrokeKind.MAIN, StrokeKind.PATH)
    )
    assert joined((one, two)).kind.tolist() == [StrokeKind.MAIN, StrokeKind.PATH]
    assert joined((one,)) is one
