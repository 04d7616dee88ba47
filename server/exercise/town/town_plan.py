"""Draws the training town from a seed: streets on a bent grid, a canal with bridges, parks and a railway.

The same seed gives the same town. About 2.5 km across; every street can be reached from every other.
"""

import random
from collections.abc import Iterator

from attrs import evolve

from protocol.model.point import Point
from server.exercise.town.land import Area, Spot
from server.exercise.town.names import park_names, spot_names, square_names, street_names
from server.exercise.town.plane import Plane
from server.exercise.town.road import Edge
from server.exercise.town.town import Town
from server.exercise.town.town_grid import CANAL_AFTER_ROW, Grid, Key, draw_grid
from server.exercise.town.town_land import (
    DISTRICTS,
    EAST,
    LAST_ROW,
    NEIGHBOURHOODS,
    Corners,
    Ring,
    canal_ring,
    draw_corners,
    park_ring,
    place_of,
    railway_line,
    ring_of,
)

TOWN_NAME = "Waterdam"
CENTRE = Point(lat_deg=52.755, lon_deg=5.365)
"""Open water of the IJsselmeer."""

HOUSES_A_BLOCK = 34

SPOT_KEYS: dict[str, Key] = {
    "Station Waterdam": (2 * LAST_ROW, 2 * EAST),
    "Jachthaven De Spui": (2 * CANAL_AFTER_ROW, 0),
}
"""Spots that belong at a corner; the others lie at an address."""


def town_plan(seed: int) -> Town:
    """The town of that seed."""
    dice = random.Random(f"town {seed}")
    plane = Plane(origin=CENTRE)
    corners = draw_corners(dice)
    grid = draw_grid(dice, street_names(dice))
    order = sorted({key for stretch in grid.stretches for key in (stretch.a, stretch.b)})
    point_by_key = {key: plane.point(place_of(key, corners)) for key in order}
    streets = Town(
        name=TOWN_NAME,
        centre=CENTRE,
        nodes=tuple(point_by_key[key] for key in order),
        edges=tuple(_edges(grid, {key: place for place, key in enumerate(order)})),
    )
    squares = [
        Spot(name=name, point=point_by_key[key])
        for name, key in zip(square_names(dice), dice.sample(sorted(corners), 4), strict=True)
    ]
    shops = [
        Spot(name=name, point=_spot_point(name, streets, point_by_key, dice)) for name in spot_names(dice)
    ]
    parks = zip(park_names(dice), grid.parks, strict=False)
    return evolve(
        streets,
        spots=(*squares, *shops),
        neighbourhoods=_areas(
            {name: ring_of(blocks, corners) for name, blocks in NEIGHBOURHOODS.items()}, plane
        ),
        districts=_areas({name: ring_of(blocks, corners) for name, blocks in DISTRICTS.items()}, plane),
        parks=_areas({name: park_ring(block, corners) for name, block in parks}, plane),
        waters=_areas({"Spuivaart": canal_ring(corners)}, plane),
        railway=_line(corners, plane),
    )


def _spot_point(name: str, streets: Town, point_by_key: dict[Key, Point], dice: random.Random) -> Point:
    if name in SPOT_KEYS:
        return point_by_key[SPOT_KEYS[name]]
    point = streets.address(dice).point
    assert point is not None  # an address of a town has one
    return point


def _areas(ring_by_name: dict[str, Ring], plane: Plane) -> tuple[Area, ...]:
    return tuple(
        Area(name=name, ring=tuple(plane.point(place) for place in ring))
        for name, ring in ring_by_name.items()
    )


def _line(corners: Corners, plane: Plane) -> tuple[Point, ...]:
    return tuple(plane.point(place) for place in railway_line(corners))


def _edges(grid: Grid, place_by_key: dict[Key, int]) -> Iterator[Edge]:
    """House numbers count on along a street, over its gaps and its bridge."""
    first: dict[str, Key] = {}
    for stretch in grid.stretches:
        (row, column), begin = stretch.a, first.setdefault(stretch.street, stretch.a)
        halves = (row - begin[0]) + (column - begin[1])
        length = (stretch.b[0] - row) + (stretch.b[1] - column)
        yield Edge(
            a=place_by_key[stretch.a],
            b=place_by_key[stretch.b],
            street=stretch.street,
            road=stretch.road,
            cars=stretch.cars,
            house=1 + max(0, halves) * HOUSES_A_BLOCK // 2,
            houses=length * HOUSES_A_BLOCK // 2 if stretch.built else 0,
        )
