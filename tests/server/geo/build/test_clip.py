"""What of a line lies in a box."""

from hypothesis import given
from hypothesis import strategies as st

from protocol.map.index import Box
from server.geo.build.clip import clipped, holds, runs_inside
from server.geo.build.source import Node

BOX = Box(south=0, west=0, north=100, east=100)
POINTS = st.lists(st.tuples(st.integers(-150, 250), st.integers(-150, 250)), min_size=2, max_size=12)


def runs(*easts: int) -> list[list[int]]:
    """Runs of a way from west to east through these, by where their nodes are."""
    nodes = [Node(id=east + 1_000, at=(50, east)) for east in easts]
    return [[node.at[1] for node in run] for run in runs_inside(nodes, BOX)]


def test_a_way_keeps_a_node_before_and_after() -> None:
    """So that it leads out of the box; what lies further off goes."""
    assert runs(-200, -50, 50, 150, 300) == [[-50, 50, 150]]


def test_a_way_that_comes_back_is_two_runs() -> None:
    """With nothing between them."""
    assert runs(50, 150, 200, 250, 180, 60) == [[50, 150], [180, 60]]


def test_a_way_outside_is_nothing() -> None:
    """Not even a point of it."""
    assert runs(200, 300) == []


def test_without_a_box_all_is_kept() -> None:
    """A way, and a line."""
    nodes = [Node(id=1, at=(0, 0)), Node(id=2, at=(9_000, 9_000))]
    assert list(runs_inside(nodes, None)) == [tuple(nodes)]
    assert list(clipped([(0, 0), (9_000, 9_000)], None)) == [((0, 0), (9_000, 9_000))]


def test_a_lake_is_closed_along_the_edge() -> None:
    """What is left of a ring is a ring."""
    [ring] = clipped([(-50, 20), (50, 20), (50, 80), (-50, 80), (-50, 20)], BOX)
    assert ring[0] == ring[-1]
    assert set(ring) == {(0, 20), (50, 20), (50, 80), (0, 80)}


def test_a_lake_around_the_box_is_its_edge() -> None:
    """All of the box is water."""
    [ring] = clipped([(-500, -500), (500, -500), (500, 500), (-500, 500), (-500, -500)], BOX)
    assert set(ring) == {(0, 0), (0, 100), (100, 0), (100, 100)}


def test_a_canal_is_cut_at_the_edge() -> None:
    """And told in parts where it leaves the box in between."""
    parts = list(clipped([(50, -50), (50, 50), (150, 50), (150, 80), (50, 80)], BOX))
    assert [(part[0], part[-1]) for part in parts] == [((50, 0), (100, 50)), ((100, 80), (50, 80))]


@given(POINTS, st.booleans())
def test_nothing_that_is_left_lies_outside(points: list[tuple[int, int]], is_closed: bool) -> None:
    """Of a line or a ring of any shape, also one that crosses itself."""
    line = [*points, points[0]] if is_closed else points
    for part in clipped(line, BOX):
        assert len(part) > 1
        assert all(holds(BOX, point) for point in part)
