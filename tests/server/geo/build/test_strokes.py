"""What is drawn in which level, and with how many points."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.map.piece import Stroke, StrokeKind
from server.geo.build.source import Outline, Told
from server.geo.build.strokes import MOST_M, chains_of, strokes_by_level
from tests.server.geo.build.towns import at, gathered, way

SPOTS = {step: (0, 100 * step) for step in range(6)}
NARROW = 0.6


def levels(*told: Told) -> list[list[Stroke]]:
    """The strokes of each level."""
    return strokes_by_level(gathered(told), NARROW)


def test_a_street_told_in_parts_is_one_stroke() -> None:
    """In any order and direction; points on a straight line are not needed."""
    found = levels(
        way(SPOTS, 1, 2, name="Laan"), way(SPOTS, 4, 3, 2, name="Laan"), way(SPOTS, 0, 1, name="Laan")
    )
    [stroke] = found[2]
    assert (stroke.name, set(stroke.points)) == ("Laan", {at(0, 0), at(0, 400)})


def test_streets_of_two_names_are_two_strokes() -> None:
    """Each with its own name."""
    found = levels(way(SPOTS, 0, 1, name="Laan"), way(SPOTS, 1, 2, name="Weg"))
    assert {stroke.name for stroke in found[2]} == {"Laan", "Weg"}


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        (StrokeKind.MOTORWAY, 0),
        (StrokeKind.MAIN, 0),
        (StrokeKind.THROUGH, 1),
        (StrokeKind.STREET, 2),
        (StrokeKind.PATH, 3),
    ],
)
def test_each_kind_of_road_has_its_level(kind: StrokeKind, level: int) -> None:
    """And stands in no other."""
    found = levels(way(SPOTS, 0, 5, kind=kind))
    assert [len(strokes) for strokes in found] == [int(each == level) for each in range(4)]


@pytest.mark.parametrize(("size", "level"), [(600, 0), (100, 1), (20, 2)])
def test_a_pond_is_drawn_later_than_a_lake(size: int, level: int) -> None:
    """By how long it is, in quanta here."""
    ring = tuple(at(*point) for point in ((0, 0), (0, size), (size, size), (size, 0), (0, 0)))
    found = levels(Outline(kind=StrokeKind.WATER, points=ring))
    assert [len(strokes) for strokes in found] == [int(each == level) for each in range(4)]
    assert found[level][0].points == ring


def test_a_long_road_is_cut() -> None:
    """So that a piece covers little more than its tile; nothing of it is lost."""
    spots = {step: (7 * (step % 2), 500 * step) for step in range(100)}
    [_, _, strokes, _] = levels(way(spots, *range(100)))
    assert len(strokes) > 10
    for one in strokes:
        lons = [lon for _, lon in one.points]
        assert (max(lons) - min(lons)) * NARROW * 1.12 <= MOST_M[2]
    assert [one.points[-1] for one in strokes[:-1]] == [one.points[0] for one in strokes[1:]]
    assert {point for one in strokes for point in one.points} == {at(*spot) for spot in spots.values()}


LINES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=15)


@given(LINES)
def test_every_line_is_in_one_chain(lines: list[tuple[int, int]]) -> None:
    """Each chain goes from node to node without a jump."""
    chains = list(chains_of(lines))
    assert Counter(line for chain in chains for line, _ in chain) == Counter(range(len(lines)))
    for chain in chains:
        here = None
        for line, back in chain:
            tail, head = lines[line][::-1] if back else lines[line]
            assert here in (None, tail)
            here = head
