"""Metres between points in quanta, with the earth taken as level around each latitude."""

import math

import numpy as np
from numpy.typing import NDArray

from protocol.model.point import EARTH_RADIUS_M, QUANTA_A_DEG
from server.geo.build.gathered import Ints

QUANTUM_M = EARTH_RADIUS_M * math.radians(1 / QUANTA_A_DEG)
"""Metres a quantum of latitude; one of longitude is this times the cosine of the latitude."""


def narrowing(lat: float) -> float:
    """What a quantum of longitude is to one of latitude at this latitude, in quanta."""
    return math.cos(math.radians(lat / QUANTA_A_DEG))


def apart_m(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Metres between two points (lat, lon) that lie near each other."""
    return math.hypot(a[0] - b[0], (a[1] - b[1]) * narrowing(a[0])) * QUANTUM_M


def in_metres(lat: Ints, lon: Ints, at_lat: float) -> NDArray[np.float64]:
    """Rows of (north, east) in metres, true around the latitude `at_lat` (quanta)."""
    return np.stack([lat * QUANTUM_M, lon * (QUANTUM_M * narrowing(at_lat))], axis=1)


def lengths_m(lat: Ints, lon: Ints, starts: Ints) -> NDArray[np.float64]:
    """The length of each line; the points of line i run from `starts[i]` to before `starts[i + 1]`."""
    if len(starts) < 2:
        return np.zeros(0)
    north = np.diff(lat) * QUANTUM_M
    middle = np.radians((lat[1:] + lat[:-1]) / 2 / QUANTA_A_DEG)
    step = np.hypot(north, np.diff(lon) * QUANTUM_M * np.cos(middle))
    step[starts[1:-1] - 1] = 0.0
    along = np.concatenate([[0.0], np.cumsum(step)])
    lengths: NDArray[np.float64] = along[starts[1:] - 1] - along[starts[:-1]]
    return lengths
