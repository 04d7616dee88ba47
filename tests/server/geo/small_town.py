"""Networks made by hand or drawn at random, as the arrays of a map file, for the tests of this folder."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from attrs import frozen
from hypothesis import strategies as st
from numpy.typing import NDArray

from protocol.model.point import Point, from_grid
from server.geo.build.source import Open

Spot = tuple[int, int]
"""(north, east) in metres, more or less: quanta from CORNER."""

CORNER = (5_200_000, 435_000)
ALL = Open.CAR | Open.BICYCLE | Open.FOOT


@frozen
class Street:
    """An edge of a network made by hand."""

    tail: int
    head: int
    dm: int
    open: Open = ALL
    kmh: int = 36
    """Ten metres a second."""

    between: tuple[Spot, ...] = ()


def at(north: int, east: int) -> Point:
    """The point so many quanta from the corner."""
    return from_grid(CORNER[0] + north, CORNER[1] + east)


def arrays_of(nodes: Sequence[Spot], streets: Sequence[Street]) -> dict[str, NDArray[Any]]:
    """The arrays of a map file with these nodes (in quanta from the corner) and streets."""
    shapes = [[nodes[each.tail], *each.between, nodes[each.head]] for each in streets]
    points = [point for shape in shapes for point in shape]
    return {
        "node_lat": np.array([CORNER[0] + north for north, _ in nodes], np.int32),
        "node_lon": np.array([CORNER[1] + east for _, east in nodes], np.int32),
        "edge_from": np.array([each.tail for each in streets], np.int32),
        "edge_to": np.array([each.head for each in streets], np.int32),
        "edge_dm": np.array([each.dm for each in streets], np.int32),
        "edge_open": np.array([int(each.open) for each in streets], np.uint8),
        "edge_kmh": np.array([each.kmh for each in streets], np.uint8),
        "edge_shape": np.array([0, *np.cumsum([len(shape) for shape in shapes])], np.int32),
        "shape_lat": np.array([CORNER[0] + north for north, _ in points], np.int32),
        "shape_lon": np.array([CORNER[1] + east for _, east in points], np.int32),
        "edge_name": np.zeros(len(streets), np.int32),
    }


def opens() -> st.SearchStrategy[Open]:
    """Any street that somebody may use."""
    return st.integers(1, 31).map(Open)


@st.composite
def networks(draw: st.DrawFn) -> dict[str, NDArray[Any]]:
    """A few corners and streets between them: loops, doubles, islands and one-way streets among them."""
    spots = draw(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), min_size=2, max_size=9))
    corner = st.integers(0, len(spots) - 1)
    some = st.builds(
        Street,
        corner,
        corner,
        st.integers(0, 20_000),
        opens(),
        st.sampled_from([0, 15, 30, 50, 80]),
        st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), max_size=2).map(tuple),
    )
    return arrays_of(spots, draw(st.lists(some, min_size=1, max_size=16)))
