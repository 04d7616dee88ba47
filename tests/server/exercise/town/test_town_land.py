"""The land of the training town: where corners, parks and water lie."""

import random
from math import dist

import pytest

from server.exercise.town.town_grid import CANAL_AFTER_ROW, COLUMNS, ROWS
from server.exercise.town.town_land import (
    BEND_M,
    BLOCK_M,
    DISTRICTS,
    NEIGHBOURHOODS,
    Blocks,
    canal_ring,
    draw_corners,
    park_ring,
    place_of,
    ring_of,
)

CORNERS = draw_corners(random.Random(1))


def test_corners_lie_near_their_places_in_the_grid() -> None:
    """No farther than they may bend."""
    for (row, column), (east, north) in CORNERS.items():
        place = (column / 2 - (COLUMNS - 1) / 2) * BLOCK_M, (row / 2 - (ROWS - 1) / 2) * BLOCK_M
        assert max(abs(east - place[0]), abs(north - place[1])) <= BEND_M


@pytest.mark.parametrize("key", [(0, 1), (1, 0), (1, 1), (16, 15), (15, 16)])
def test_what_is_half_way_lies_between_the_corners_around_it(key: tuple[int, int]) -> None:
    """Two corners for a side of a block, four for its middle."""
    (row, column), place = key, place_of(key, CORNERS)
    around = {
        (r, c) for r in (row // 2 * 2, (row + 1) // 2 * 2) for c in (column // 2 * 2, (column + 1) // 2 * 2)
    }
    middle = tuple(sum(CORNERS[key][axis] for key in around) / len(around) for axis in (0, 1))
    assert dist(place, middle) < 1e-6


@pytest.mark.parametrize("parts", [NEIGHBOURHOODS, DISTRICTS])
def test_every_block_lies_in_one_part_of_the_town(parts: dict[str, Blocks]) -> None:
    """The blocks under the water are in none."""
    found = [
        (row, column)
        for blocks in parts.values()
        for row in range(*blocks.rows)
        for column in range(*blocks.columns)
    ]
    every = {(row, column) for row in range(ROWS - 1) for column in range(COLUMNS - 1)}
    assert sorted(found) == sorted(every - {(CANAL_AFTER_ROW, column) for column in range(COLUMNS - 1)})


def test_outlines_are_closed() -> None:
    """They end where they begin."""
    rings = [
        canal_ring(CORNERS),
        park_ring((0, 0), CORNERS),
        *(ring_of(each, CORNERS) for each in DISTRICTS.values()),
    ]
    assert all(ring[0] == ring[-1] and len(ring) > 4 for ring in rings)


def test_the_canal_lies_between_its_quays() -> None:
    """No street gets wet."""
    for column in range(COLUMNS):
        south, north = (CORNERS[2 * row, 2 * column] for row in (CANAL_AFTER_ROW, CANAL_AFTER_ROW + 1))
        water = [
            place[1] for place in canal_ring(CORNERS) if abs(place[0] - (south[0] + north[0]) / 2) < 1e-6
        ]
        assert south[1] < min(water) < max(water) < north[1]
