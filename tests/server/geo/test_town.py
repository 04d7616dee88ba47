"""The town as cells: every street lies in one, and every cell is reached from some street."""

from typing import Any

from hypothesis import given
from numpy.typing import NDArray

from protocol.map.index import Box
from server.geo.build.source import Open
from server.geo.network import Network
from server.geo.town import town_of
from tests.server.geo.small_town import CORNER, Street, arrays_of, networks


@given(networks())
def test_every_cell_with_a_street_is_known_to_some_means(arrays: dict[str, NDArray[Any]]) -> None:
    """And no means knows a cell that has none."""
    town = town_of(Network.from_arrays(arrays), off_street_m=400)
    if town is None:
        return
    streets = {cell for cell, flag in enumerate(town.streets.tolist()) if flag}
    known = [set(spots.cell.tolist()) for spots in (town.car, town.bicycle, town.foot)]
    assert set().union(*known) == streets
    for spots in (town.car, town.bicycle, town.foot):
        assert spots.edge.tolist() == sorted(spots.edge.tolist())


def test_a_path_is_walked_to_from_the_nearest_road() -> None:
    """As long as it is near enough."""
    arrays = arrays_of(
        [(0, 0), (0, 300), (300, 0), (900, 0)],
        [Street(0, 1, 2_000), Street(0, 2, 3_300, Open.FOOT), Street(2, 3, 6_600, Open.FOOT)],
    )
    town = town_of(Network.from_arrays(arrays), off_street_m=400)
    assert town is not None
    walks = town.car.offset_m[town.car.offset_m > 0]
    assert 2 <= len(walks) < int(town.streets.sum())
    assert float(walks.max()) <= 400


def test_corridors_outside_the_box_are_not_the_town() -> None:
    """One may drive them, and they make neither its cells coarser nor its share smaller."""
    arrays = arrays_of([(0, 0), (0, 300), (0, 90_000)], [Street(0, 1, 2_000), Street(1, 2, 600_000)])
    network = Network.from_arrays(arrays)
    box = Box(south=CORNER[0] - 10, west=CORNER[1] - 10, north=CORNER[0] + 10, east=CORNER[1] + 310)
    town = town_of(network, off_street_m=400, box=box)
    assert town is not None
    whole = town_of(network, off_street_m=400)
    assert whole is not None
    assert (town.grid.columns <= 3, whole.grid.columns > 100) == (True, True)
    assert town_of(network, off_street_m=400, box=Box(south=0, west=0, north=1, east=1)) is None


def test_no_streets_are_no_town() -> None:
    """A map may have only water."""
    assert town_of(Network.from_arrays(arrays_of([(0, 0)], [])), off_street_m=400) is None
