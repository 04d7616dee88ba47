"""In which neighbourhood or town something lies."""

from protocol.map.piece import StrokeKind
from server.geo.build.areas import Areas
from server.geo.build.source import Outline, Spot, Told
from tests.server.geo.build.towns import at, gathered


def within(*told: Told, points: list[tuple[int, int]], names: list[str] | None = None) -> list[str]:
    """The label of each point, quanta from the corner."""
    lats, lons = zip(*(at(*point) for point in points), strict=True)
    return Areas.made_of(gathered(told)).within(names or ["Markt"] * len(points), list(lats), list(lons))


def square(name: str, side: int) -> Outline:
    """An area from the corner to the north-east."""
    ring = ((0, 0), (side, 0), (side, side), (0, side), (0, 0))
    return Outline(kind=StrokeKind.AREA, name=name, points=tuple(at(*point) for point in ring))


def area(name: str, north: int, east: int, *, is_town: bool = False) -> Spot:
    """A neighbourhood or town around a point."""
    return Spot(name=name, is_area=True, is_town=is_town, at=at(north, east))


def test_the_smallest_outline_around_it_counts() -> None:
    """A quarter lies in a district."""
    told = (square("Wijk", 1_000), square("Buurt", 100))
    assert within(*told, points=[(50, 50), (500, 500), (-50, 50)]) == ["Buurt", "Wijk", ""]


def test_without_an_outline_the_nearest_point_counts() -> None:
    """Within some kilometre."""
    told = (area("Noord", 1_000, 0), area("Zuid", 0, 0))
    assert within(*told, points=[(900, 0), (100, 0), (9_000, 0)]) == ["Noord", "Zuid", ""]


def test_an_outline_goes_before_a_point() -> None:
    """A point only guesses."""
    assert within(square("Wijk", 1_000), area("Buurt", 50, 50), points=[(60, 60)]) == ["Wijk"]


def test_a_map_of_one_town_tells_neighbourhoods() -> None:
    """That it is Delft, everybody knows; and it is told where nothing else is."""
    told = (area("Delft", 0, 0, is_town=True), square("Wijk", 100))
    assert within(*told, points=[(50, 50), (500, 0)]) == ["Wijk", "Delft"]


def test_a_map_of_several_towns_tells_towns() -> None:
    """With the neighbourhood where a town has a name twice."""
    told = (
        area("Delft", 0, 0, is_town=True),
        area("Rijswijk", 8_000, 0, is_town=True),
        square("Wijk", 100),
    )
    points = [(50, 50), (500, 0), (7_900, 0)]
    assert within(*told, points=points, names=["Markt", "Laan", "Laan"]) == ["Delft", "Delft", "Rijswijk"]
    twice = within(*told, points=points, names=["Laan", "Laan", "Laan"])
    assert twice == ["Wijk, Delft", "Delft", "Rijswijk"]
