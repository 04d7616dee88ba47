"""Lays the training town's grid on the ground: where corners lie, and the land and water between the streets.

Pure; in metres east and north of the town's centre, which the plan turns into points.
"""

import random
from collections.abc import Iterator, Mapping

from attrs import frozen

from server.exercise.town.plane import Metres, between
from server.exercise.town.town_grid import CANAL_AFTER_ROW, COLUMNS, ROWS, Key

BLOCK_M = 310.0
BEND_M = 45.0
"""How far a corner may lie from its place in the grid."""

EDGE_M = 90.0
"""How far the outermost neighbourhoods reach beyond the last street."""

CANAL_M, HARBOUR_M = 24.0, 65.0
"""Half the width of the canal, and of the harbour at its western end."""

RAIL_M = 170.0
"""How far the railway lies north of the last street."""

LAST_ROW, LAST_COLUMN = ROWS - 1, COLUMNS - 1
NORTH, EAST = CANAL_AFTER_ROW + 1, COLUMNS // 2
"""Where the north and the east of the town begin: row and column."""

Ring = tuple[Metres, ...]
"""An outline; the last place is the first."""


@frozen(kw_only=True)
class Blocks:
    """A rectangle of blocks, from one row and column of corners to another."""

    rows: tuple[int, int]
    columns: tuple[int, int]


NEIGHBOURHOODS = {
    "Zeilhoek": Blocks(rows=(0, CANAL_AFTER_ROW), columns=(0, EAST)),
    "Oostpoort": Blocks(rows=(0, CANAL_AFTER_ROW), columns=(EAST, LAST_COLUMN)),
    "Turfwijk": Blocks(rows=(NORTH, LAST_ROW), columns=(0, EAST)),
    "Spuikwartier": Blocks(rows=(NORTH, 6), columns=(EAST, LAST_COLUMN)),
    "Griendbuurt": Blocks(rows=(6, LAST_ROW), columns=(EAST, LAST_COLUMN)),
}
DISTRICTS = {
    "Zuid": Blocks(rows=(0, CANAL_AFTER_ROW), columns=(0, LAST_COLUMN)),
    "Noordwest": Blocks(rows=(NORTH, LAST_ROW), columns=(0, EAST)),
    "Noordoost": Blocks(rows=(NORTH, LAST_ROW), columns=(EAST, LAST_COLUMN)),
}

Corners = Mapping[Key, Metres]
"""Where the corners of the grid lie, by key."""


def draw_corners(dice: random.Random) -> dict[Key, Metres]:
    """Where each corner of the grid lies: bent a little from its place."""
    return {
        (2 * row, 2 * column): (
            (column - LAST_COLUMN / 2) * BLOCK_M + dice.uniform(-BEND_M, BEND_M),
            (row - LAST_ROW / 2) * BLOCK_M + dice.uniform(-BEND_M, BEND_M),
        )
        for row in range(ROWS)
        for column in range(COLUMNS)
    }


def place_of(key: Key, corners: Corners) -> Metres:
    """Where a key lies: a corner, half-way along a block's side, or the middle of a block."""
    (row, column), (low_row, low_column) = key, (key[0] // 2 * 2, key[1] // 2 * 2)
    south = between(
        corners[low_row, low_column], corners[low_row, low_column + column % 2 * 2], 0.5 * (column % 2)
    )
    high_row = low_row + row % 2 * 2
    north = between(
        corners[high_row, low_column], corners[high_row, low_column + column % 2 * 2], 0.5 * (column % 2)
    )
    return between(south, north, 0.5 * (row % 2))


def ring_of(blocks: Blocks, corners: Corners) -> Ring:
    """The outline of a rectangle of blocks: along its streets, at the canal along the water."""
    (south, north), (west, east) = blocks.rows, blocks.columns
    around = [
        *((south, column) for column in range(west, east)),
        *((row, east) for row in range(south, north)),
        *((north, column) for column in range(east, west, -1)),
        *((row, west) for row in range(north, south, -1)),
    ]
    ring = [_boundary(row, column, corners) for row, column in around]
    return (*ring, ring[0])


def park_ring(block: Key, corners: Corners) -> Ring:
    """The inside of the block whose south-west corner this is; houses stand around it."""
    middle = place_of((block[0] + 1, block[1] + 1), corners)
    steps = ((0, 0), (0, 2), (2, 2), (2, 0), (0, 0))
    return tuple(between(corners[block[0] + row, block[1] + column], middle, 0.16) for row, column in steps)


def canal_ring(corners: Corners) -> Ring:
    """The water, wider at its western end; it leaves the town on both sides."""
    line = list(_canal_line(corners))
    half_m = [HARBOUR_M, HARBOUR_M, *[CANAL_M] * (len(line) - 2)]
    south = [(east, north - half) for (east, north), half in zip(line, half_m, strict=True)]
    north = [(east, north + half) for (east, north), half in zip(line, half_m, strict=True)]
    return (*south, *reversed(north), south[0])


def railway_line(corners: Corners) -> tuple[Metres, ...]:
    """Along the north of the town, past the end of the main road."""
    station = corners[2 * LAST_ROW, 2 * EAST]
    north_m = station[1] + RAIL_M
    width_m = LAST_COLUMN / 2 * BLOCK_M + 4 * EDGE_M
    return ((-width_m, north_m + 60), (station[0], north_m), (width_m, north_m + 110))


def _canal_line(corners: Corners) -> Iterator[Metres]:
    west, east = _water(0, corners), _water(LAST_COLUMN, corners)
    yield west[0] - 3 * EDGE_M, west[1]
    for column in range(COLUMNS):
        yield _water(column, corners)
    yield east[0] + 3 * EDGE_M, east[1]


def _water(column: int, corners: Corners) -> Metres:
    south, north = corners[2 * CANAL_AFTER_ROW, 2 * column], corners[2 * CANAL_AFTER_ROW + 2, 2 * column]
    return between(south, north, 0.5)


def _boundary(row: int, column: int, corners: Corners) -> Metres:
    """Where a neighbourhood ends at this corner."""
    east_m, north_m = corners[2 * row, 2 * column]
    if row in (CANAL_AFTER_ROW, CANAL_AFTER_ROW + 1):
        east_m, north_m = _water(column, corners)
    north_m += EDGE_M * ((row == LAST_ROW) - (row == 0))
    east_m += EDGE_M * ((column == LAST_COLUMN) - (column == 0))
    return east_m, north_m
