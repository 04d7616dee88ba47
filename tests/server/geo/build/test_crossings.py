"""Where streets of two names meet."""

from server.geo.build.crossings import crossings_of
from server.geo.build.source import Told
from server.geo.build.streets import streets_of
from tests.server.geo.build.towns import at, gathered, way

SPOTS = {
    1: (0, -500), 2: (0, 0), 3: (0, 500), 4: (-500, 0), 5: (500, 0),
    6: (20, -500), 7: (20, 0), 8: (20, 500), 9: (900, 900), 10: (0, 2_000), 11: (900, 2_000),
}  # fmt: skip


def crossings(*told: Told) -> list[tuple[str, str, int, int]]:
    """By names, with where they are."""
    columns = gathered(told)
    streets = streets_of(columns)
    names = [columns.names[number] for number in streets.name]
    return [(names[a], names[b], lat, lon) for a, b, lat, lon in crossings_of(columns, streets)]


def test_two_streets_meet_in_a_node() -> None:
    """Each pair once."""
    found = crossings(way(SPOTS, 1, 2, 3, name="Noord"), way(SPOTS, 4, 2, 5, name="Oost"))
    assert found == [("Noord", "Oost", *at(0, 0))]


def test_a_street_does_not_cross_itself() -> None:
    """Nor a way without a name, nor the street that a bridge leads over."""
    assert crossings(way(SPOTS, 1, 2, name="Noord"), way(SPOTS, 2, 3, name="Noord"), way(SPOTS, 4, 2)) == []
    assert crossings(way(SPOTS, 1, 3, name="Noord"), way(SPOTS, 4, 5, name="Oost")) == []


def test_two_carriageways_are_one_crossing() -> None:
    """Twenty metres apart."""
    found = crossings(
        way(SPOTS, 1, 2, 3, name="Weg"), way(SPOTS, 6, 7, 8, name="Weg"), way(SPOTS, 4, 2, 7, 5, name="Oost")
    )
    assert [row[:2] for row in found] == [("Weg", "Oost")]


def test_streets_that_meet_twice_have_two_crossings() -> None:
    """Kilometres apart."""
    found = crossings(way(SPOTS, 2, 10, name="Weg"), way(SPOTS, 2, 9, 11, 10, name="Ring"))
    assert [row[2:] for row in found] == [at(0, 0), at(0, 2_000)]


def test_three_streets_in_one_node_are_three_crossings() -> None:
    """One for each pair."""
    found = crossings(
        way(SPOTS, 1, 2, name="A-weg"), way(SPOTS, 2, 3, name="B-weg"), way(SPOTS, 2, 4, name="C-weg")
    )
    assert [row[:2] for row in found] == [("A-weg", "B-weg"), ("A-weg", "C-weg"), ("B-weg", "C-weg")]


def test_streets_meet_at_a_roundabout_without_sharing_a_node() -> None:
    """Told in parts, of which none has a name."""
    spots = {**SPOTS, 20: (0, -20), 21: (20, 0), 22: (0, 20), 23: (-20, 0)}
    round_about = (
        way(spots, 20, 23, 22, is_roundabout=True),
        way(spots, 22, 21, 20, is_roundabout=True),
    )
    arms = (way(spots, 1, 20, name="Weg"), way(spots, 22, 3, name="Weg"), way(spots, 21, 5, name="Laan"))
    [(a, b, lat, lon)] = crossings(*arms, *round_about)
    assert (a, b) == ("Weg", "Laan")
    assert (lat, lon) in {at(*spots[node]) for node in (20, 21, 22, 23)}
    plain = tuple(way(spots, *(node.id for node in part.nodes)) for part in round_about)
    assert crossings(*arms, *plain) == []
