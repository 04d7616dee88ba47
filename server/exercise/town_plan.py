"""Draws the training town from a seed: a grid of streets, bent a little, with a canal and three bridges.

The same seed gives the same town. About 2.5 km across; every street can be reached from every other.
"""

import random
from collections.abc import Iterator

from protocol.model.point import Point
from server.exercise.names import spot_names, square_names, street_names
from server.exercise.plane import Metres, Plane
from server.exercise.town import Edge, Spot, Town

TOWN_NAME = "Waterdam"
CENTRE = Point(lat_deg=52.755, lon_deg=5.365)
"""Open water of the IJsselmeer."""

ROWS, COLUMNS = 9, 9
BLOCK_M = 310.0
BEND_M = 45.0
"""How far a corner may lie from its place in the grid."""

HOUSES_A_BLOCK = 34

CANAL_AFTER_ROW = 3
"""The water runs between this row and the next; only bridges cross it."""

BRIDGES = (1, 4, 7)
"""Columns."""

GAPS = 14
"""How many stretches are built over, so that it is a town and not a chessboard."""


def town_plan(seed: int) -> Town:
    """The town of that seed."""
    dice = random.Random(f"town {seed}")
    plane = Plane(origin=CENTRE)
    corners = {(row, column): _corner(row, column, dice) for row in range(ROWS) for column in range(COLUMNS)}
    order = sorted(corners)
    nodes = tuple(plane.point(corners[key]) for key in order)
    place_by_key = {key: place for place, key in enumerate(order)}
    stretches = _with_gaps(list(_stretches(dice)), dice)
    edges = tuple(_edges(stretches, place_by_key))
    squares = [
        Spot(name=name, point=nodes[place_by_key[key]])
        for name, key in zip(square_names(dice), dice.sample(order, 4), strict=True)
    ]
    bare = Town(name=TOWN_NAME, centre=CENTRE, nodes=nodes, edges=edges, spots=(), canal=())
    shops = []
    for name in spot_names(dice):
        point = bare.address(dice).point
        assert point is not None  # an address of a town has one
        shops.append(Spot(name=name, point=point))
    canal = tuple(
        plane.point((_middle(corners, column, 0), _middle(corners, column, 1))) for column in range(COLUMNS)
    )
    return Town(
        name=TOWN_NAME, centre=CENTRE, nodes=nodes, edges=edges, spots=(*squares, *shops), canal=canal
    )


_Key = tuple[int, int]
_Stretch = tuple[_Key, _Key, str]


def _corner(row: int, column: int, dice: random.Random) -> Metres:
    return (
        (column - (COLUMNS - 1) / 2) * BLOCK_M + dice.uniform(-BEND_M, BEND_M),
        (row - (ROWS - 1) / 2) * BLOCK_M + dice.uniform(-BEND_M, BEND_M),
    )


def _middle(corners: dict[_Key, Metres], column: int, axis: int) -> float:
    south, north = corners[CANAL_AFTER_ROW, column], corners[CANAL_AFTER_ROW + 1, column]
    return (south[axis] + north[axis]) / 2


def _stretches(dice: random.Random) -> Iterator[_Stretch]:
    """Every stretch between neighbouring corners, with its street; long lines change name half-way."""
    names = street_names(dice)
    for row in range(ROWS):
        quay = {CANAL_AFTER_ROW: "Zuiderkade", CANAL_AFTER_ROW + 1: "Noorderkade"}.get(row)
        turn = dice.randint(3, COLUMNS - 3)
        west, east = (quay, quay) if quay else (next(names), next(names))
        for column in range(COLUMNS - 1):
            yield (row, column), (row, column + 1), west if column < turn else east
    for column in range(COLUMNS):
        south, north = next(names), next(names)
        for row in range(ROWS - 1):
            if row == CANAL_AFTER_ROW and column not in BRIDGES:
                continue
            yield (row, column), (row + 1, column), south if row <= CANAL_AFTER_ROW else north


def _with_gaps(stretches: list[_Stretch], dice: random.Random) -> list[_Stretch]:
    """Some stretches fewer; never one without which a part of the town is cut off."""
    gaps = 0
    for stretch in dice.sample(stretches, len(stretches)):
        if gaps == GAPS:
            break
        if abs(stretch[0][0] - stretch[1][0]) == 1 and stretch[0][0] == CANAL_AFTER_ROW:
            continue
        rest = [other for other in stretches if other is not stretch]
        if _is_whole(rest):
            stretches, gaps = rest, gaps + 1
    return stretches


def _is_whole(stretches: list[_Stretch]) -> bool:
    neighbours: dict[_Key, list[_Key]] = {}
    for a, b, _ in stretches:
        neighbours.setdefault(a, []).append(b)
        neighbours.setdefault(b, []).append(a)
    reached = {(0, 0)}
    ahead = [(0, 0)]
    while ahead:
        for neighbour in neighbours.get(ahead.pop(), []):
            if neighbour not in reached:
                reached.add(neighbour)
                ahead.append(neighbour)
    return len(reached) == ROWS * COLUMNS


def _edges(stretches: list[_Stretch], place_by_key: dict[_Key, int]) -> Iterator[Edge]:
    """House numbers count on along a street, over its gaps."""
    first: dict[str, _Key] = {}
    for a, b, street in stretches:
        begin = first.setdefault(street, a)
        blocks = (a[0] - begin[0]) + (a[1] - begin[1])
        yield Edge(
            a=place_by_key[a],
            b=place_by_key[b],
            street=street,
            house=1 + blocks * HOUSES_A_BLOCK,
            houses=HOUSES_A_BLOCK,
        )
