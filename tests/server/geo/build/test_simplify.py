"""Fewer points, the same line."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from server.geo.build.simplify import LONG, simplified

SPOTS = st.tuples(st.integers(-500, 500), st.integers(-500, 500))
POINTS = st.lists(SPOTS, min_size=2, max_size=40) | st.lists(SPOTS, min_size=LONG, max_size=2 * LONG)


def test_points_on_a_straight_line_go() -> None:
    """Only its ends are needed."""
    assert simplified([(0, 0), (5, 5), (10, 10)], 1.0, 1.0) == [(0, 0), (10, 10)]


def test_a_corner_stays() -> None:
    """It is further off than the tolerance."""
    assert simplified([(0, 0), (0, 10), (10, 10)], 1.0, 1.0) == [(0, 0), (0, 10), (10, 10)]


def test_a_quantum_of_longitude_counts_for_what_it_is() -> None:
    """Four quanta east are two of latitude where the meridians stand half as close."""
    line = [(0, 0), (10, 4), (20, 0)]
    assert simplified(line, 3.0, 0.5) == [(0, 0), (20, 0)]
    assert simplified(line, 3.0, 1.0) == line


def test_a_ring_stays_a_ring() -> None:
    """First and last are the same point, and something is left between them."""
    ring = [(0, 0), (0, 100), (100, 100), (100, 0), (0, 0)]
    assert simplified(ring, 5.0, 1.0) == ring


@given(POINTS, st.floats(0.5, 50))
def test_no_dropped_point_lies_further_off_than_allowed(points: list[tuple[int, int]], limit: float) -> None:
    """From the line that is left, and the ends are where they were."""
    kept = simplified(points, limit, 1.0)
    assert (kept[0], kept[-1]) == (points[0], points[-1])
    segments = list(pairwise(kept))
    for point in points:
        assert min(_off(point, a, b) for a, b in segments) <= limit + 1e-6


def _off(point: tuple[int, int], a: tuple[int, int], b: tuple[int, int]) -> float:
    """From a point to a stretch, worked out in another way than the source does: with complex numbers."""
    start, end, here = complex(*a), complex(*b), complex(*point)
    if start == end:
        return abs(here - start)
    along = ((here - start) / (end - start)).real
    return abs(here - (start + (end - start) * min(1.0, max(0.0, along))))
