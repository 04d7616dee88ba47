"""Segments to dots."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from console.chart.dots import Dots, Lines, filled, lines_in, seen, walked
from console.chart.viewport import Viewport
from console.map.sheet import Segments
from protocol.map.piece import Stroke, StrokeKind
from protocol.model.point import from_grid, to_grid
from tests.console.rig import CENTRE
from tests.console.town import atlas_of, square, stroke

WIDTH, HEIGHT = 20, 10
VIEW = Viewport(centre=CENTRE, cell_m=16.0)
LAT, LON = to_grid(CENTRE)
NEAR_POINTS = st.tuples(st.integers(LAT - 400, LAT + 400), st.integers(LON - 600, LON + 600))


def segments_of(*strokes: Stroke) -> Segments:
    """The strokes as arrays."""
    return atlas_of(*strokes).sheets[0].segments


def dots_of(segments: Segments) -> tuple[Lines, Dots]:
    """All that is in view."""
    lines = lines_in(segments, VIEW, WIDTH, HEIGHT)
    return lines, walked(lines, seen(lines, WIDTH, HEIGHT), segments, VIEW.cell_m, WIDTH, HEIGHT)


@given(st.lists(NEAR_POINTS, min_size=2, max_size=4).map(tuple))
def test_streets_lie_where_markers_lie(points: tuple[tuple[int, int], ...]) -> None:
    """The ends of a segment are on the dot that the viewport gives for their points, to within one."""
    lines, _ = dots_of(segments_of(Stroke(kind=StrokeKind.MAIN, points=points)))
    for at, ends in enumerate(zip(lines.x0, lines.y0, strict=True)):
        x, y = VIEW.dot(from_grid(*points[at]), WIDTH, HEIGHT)
        assert max(abs(ends[0] - x), abs(ends[1] - y)) <= 1.01


@given(st.lists(NEAR_POINTS, min_size=2, max_size=6).map(tuple))
def test_no_dot_leaves_the_map(points: tuple[tuple[int, int], ...]) -> None:
    """However far a street runs out of view."""
    _, dots = dots_of(segments_of(Stroke(kind=StrokeKind.MAIN, points=points)))
    assert ((dots.x >= 0) & (dots.x < WIDTH * 2) & (dots.y >= 0) & (dots.y < HEIGHT * 4)).all()


@given(NEAR_POINTS, NEAR_POINTS)
def test_a_line_has_no_gaps(begin: tuple[int, int], end: tuple[int, int]) -> None:
    """Each dot touches the next, so a street reads as one."""
    _, dots = dots_of(segments_of(Stroke(kind=StrokeKind.MAIN, points=(begin, end))))
    steps = np.maximum(np.abs(np.diff(dots.x)), np.abs(np.diff(dots.y)))
    assert (steps <= 1).all()


def test_a_line_across_the_map_reaches_both_sides() -> None:
    """Its ends lie far outside; what is in view is drawn whole."""
    _, dots = dots_of(segments_of(stroke(StrokeKind.MAIN, (-9_000, 0), (9_000, 0))))
    assert (sorted(set(dots.x.tolist())), set(dots.y.tolist())) == (list(range(WIDTH * 2)), {HEIGHT * 2})


def test_dashes_go_on_over_corners() -> None:
    """How far a dot is along its stroke grows over its segments, also where they are shorter than a dot."""
    spots = [(at * 1.5, 0.0) for at in range(-20, 21)]
    _, dots = dots_of(segments_of(stroke(StrokeKind.RAIL, *spots)))
    assert (np.diff(dots.along) >= 0).all()
    assert abs(int(dots.along[-1]) - 60 * 4 / 16) <= 1


def inside(*strokes: Stroke) -> list[list[bool]]:
    """Which dots are water."""
    segments = segments_of(*strokes)
    lines = lines_in(segments, VIEW, WIDTH, HEIGHT)
    found: list[list[bool]] = filled(lines, np.flatnonzero(segments.fills), WIDTH, HEIGHT).tolist()
    return found


def test_the_inside_of_a_water_is_filled() -> None:
    """A square of 80 m is 20 x 20 dots of 4 m."""
    rows = inside(stroke(StrokeKind.WATER, *square(80)))
    sums = [sum(row) for row in rows if any(row)]
    assert abs(len(sums) - 20) <= 1
    assert all(abs(each - 20) <= 1 for each in sums)


def test_an_island_is_dry() -> None:
    """A closed water within a water is land."""
    rows = inside(stroke(StrokeKind.WATER, *square(80)), stroke(StrokeKind.WATER, *square(40)))
    assert rows[HEIGHT * 2][WIDTH] is False
    assert rows[HEIGHT * 2][WIDTH - 8] is True


def test_a_water_larger_than_the_view_fills_it() -> None:
    """Its shores are out of view on all sides."""
    assert all(all(row) for row in inside(stroke(StrokeKind.WATER, *square(5_000))))


def test_a_water_beside_the_view_stays_outside() -> None:
    """Both of its shores are left of the map."""
    assert not any(any(row) for row in inside(stroke(StrokeKind.WATER, *square(80, -500, 0))))
