"""Streets, crossings, spots and areas -> the places and houses of the map file.

Takes the columns of `Gathered` and the streets made of them. Ids of places: streets first, by their own
numbers, so that the network can tell them; then crossings, areas and spots.
"""

from collections.abc import Iterator

import numpy as np
from attrs import frozen

from server.geo.build.areas import Areas
from server.geo.build.crossings import crossings_of
from server.geo.build.gathered import Gathered
from server.geo.build.measure import apart_m
from server.geo.build.source import Spot
from server.geo.build.streets import Streets
from server.geo.schema import PlaceKind, folded
from server.geo.spelling import spelled

CROSSING_WEIGHT = 50
SPOT_WEIGHT = 200
AREA_WEIGHT = 1_000
TOWN_WEIGHT = 5_000
"""Beside the metres of streets: a town is sooner meant than a street of its name."""

_AT_ONCE = 50_000
"""Houses: as numbers of Python they take ten times their room."""

SAME_SPOT_M = 250.0
SAME_AREA_M = 2_000.0
"""Spots of one name that lie this close are one."""


@frozen(kw_only=True)
class Place:
    """One place of the gazetteer, as the tables of `schema` tell of it."""

    kind: PlaceKind
    name: str
    within: str = ""
    lat: int
    lon: int
    weight: int
    box: tuple[int, int, int, int]
    """South, west, north, east."""

    @property
    def row(self) -> tuple[int, str, str, str, int, int, int]:
        """The columns of `place` behind its id."""
        plain = spelled(folded(self.name))
        return (int(self.kind), self.name, plain, self.within, self.lat, self.lon, self.weight)


HouseRow = tuple[int, int, str, int, int]


def places_of(gathered: Gathered, streets: Streets) -> Iterator[Place]:
    """Every place, in the order of their ids, which begin at 1."""
    areas = Areas.made_of(gathered)
    names = [gathered.names[number] for number in streets.name]
    lats, lons = streets.lat.tolist(), streets.lon.tolist()
    metres, boxes = streets.metres.tolist(), streets.box.tolist()
    withins = areas.within(names, lats, lons)
    for street in range(1, len(names)):
        south, west, north, east = boxes[street]
        yield Place(
            kind=PlaceKind.STREET,
            name=names[street],
            within=withins[street],
            lat=lats[street],
            lon=lons[street],
            weight=metres[street],
            box=(south, west, north, east),
        )
    alike = {name: folded(name) for name in names}
    for a, b, lat, lon in crossings_of(gathered, streets):
        name = " / ".join(sorted((names[a], names[b]), key=alike.__getitem__))
        weight = CROSSING_WEIGHT + min(metres[a], metres[b]) // 100
        yield _point(PlaceKind.CROSSING, name, withins[a], lat, lon, weight)
    spots = _distinct(gathered.spots)
    spot_lats, spot_lons = [spot.at[0] for spot in spots], [spot.at[1] for spot in spots]
    spot_withins = areas.within([spot.name for spot in spots], spot_lats, spot_lons)
    for spot, within in zip(spots, spot_withins, strict=True):
        weight = TOWN_WEIGHT if spot.is_town else AREA_WEIGHT if spot.is_area else SPOT_WEIGHT
        kind = PlaceKind.AREA if spot.is_area else PlaceKind.SPOT
        yield _point(kind, spot.name, "" if within == spot.name else within, *spot.at, weight)


def _distinct(spots: list[Spot]) -> list[Spot]:
    """Without those that another of their name and sort stands near: both ends of a platform are one stop."""
    kept: dict[tuple[str, bool], list[Spot]] = {}
    for spot in spots:
        alike = kept.setdefault((folded(spot.name), spot.is_area), [])
        near_m = SAME_AREA_M if spot.is_area else SAME_SPOT_M
        if all(apart_m(spot.at, other.at) > near_m for other in alike):
            alike.append(spot)
    return [spot for alike in kept.values() for spot in alike]


def _point(kind: PlaceKind, name: str, within: str, lat: int, lon: int, weight: int) -> Place:
    box = (lat, lon, lat, lon)
    return Place(kind=kind, name=name, within=within, lat=lat, lon=lon, weight=weight, box=box)


def houses_of(gathered: Gathered, streets: Streets) -> Iterator[HouseRow]:
    """Rows of `house`; the same number of a street may come more than once."""
    columns = (
        streets.of_house,
        gathered.house("number"),
        gathered.house("suffix"),
        gathered.house("lat"),
        gathered.house("lon"),
    )
    for begin in range(0, gathered.houses, _AT_ONCE):
        rows = zip(*(column[begin : begin + _AT_ONCE].tolist() for column in columns), strict=True)
        for street, number, suffix, lat, lon in rows:
            if street:
                yield street, number, gathered.names[suffix].casefold(), lat, lon


def postcodes_of(gathered: Gathered, streets: Streets) -> Iterator[tuple[str, int]]:
    """Rows of `postcode`, each once."""
    codes, of_house = gathered.house("postcode"), streets.of_house
    told = np.unique(np.stack([codes, of_house], axis=1)[(codes > 0) & (of_house > 0)], axis=0)
    for code, street in told.tolist():
        yield gathered.names[code], street
