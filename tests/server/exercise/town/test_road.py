"""Streets: their ranks, and which way cars may go."""

import pytest

from server.exercise.town.road import Cars, Edge, Road


def test_cars_go_faster_on_through_roads_than_in_streets_and_nowhere_on_paths() -> None:
    """In km/h, as a network has them."""
    assert Road.MAIN.kmh == Road.THROUGH.kmh > Road.STREET.kmh > Road.PATH.kmh == 0


@pytest.mark.parametrize(
    ("cars", "forward", "back"),
    [
        (Cars.BOTH, True, True),
        (Cars.FORWARD, True, False),
        (Cars.BACK, False, True),
        (Cars.NONE, False, False),
    ],
)
def test_a_one_way_street_goes_one_way(cars: Cars, forward: bool, back: bool) -> None:
    """From a to b is forward."""
    assert (cars.forward, cars.back) == (forward, back)


def test_a_stretch_has_no_fewer_than_no_houses() -> None:
    """A street two ways without houses unless it is said."""
    assert Edge(a=1, b=2, street="Kade") == Edge(
        a=1, b=2, street="Kade", road=Road.STREET, cars=Cars.BOTH, houses=0
    )
    with pytest.raises(ValueError, match="houses"):
        Edge(a=1, b=2, street="Kade", houses=-1)
