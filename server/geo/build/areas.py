"""In which neighbourhood or town a street lies, so that two streets of one name can be told apart.

Reads the outlines and the named areas of `Gathered`. A map of one town tells neighbourhoods; a map of several
tells towns, and the neighbourhood only where a town has the name twice.
"""

from collections import Counter
from itertools import pairwise

import numpy as np
from attrs import frozen
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from protocol.map.piece import StrokeKind
from server.geo.build.gathered import Gathered
from server.geo.build.measure import QUANTUM_M, in_metres
from server.geo.build.source import Quanta, Spot

NEAR_M = {False: 1_500.0, True: 6_000.0}
"""How far a street may lie from the point of its neighbourhood (False) or town (True)."""


@frozen(kw_only=True)
class Areas:
    """The areas with a name: outlines, and points where an outline is lacking."""

    outlines: tuple[tuple[str, NDArray[np.float64]], ...]
    """Name and points (lat, lon), the smallest first."""

    spots: tuple[Spot, ...]

    @classmethod
    def made_of(cls, gathered: Gathered) -> "Areas":
        """The areas of what was told."""
        areas = np.flatnonzero(gathered.outline_kinds() == StrokeKind.AREA)
        told = [gathered.outline(place) for place in areas.tolist()]
        towns = {spot.name for spot in gathered.spots if spot.is_town}
        closed = [
            (name, np.array(points, float))
            for _, name, points in told
            if name and name not in towns and points[0] == points[-1] and len(points) > 3
        ]
        closed.sort(key=lambda one: (_surface(one[1]), one[0]))
        return cls(outlines=tuple(closed), spots=tuple(spot for spot in gathered.spots if spot.is_area))

    def within(self, names: list[str], lats: list[int], lons: list[int]) -> list[str]:
        """A label for each named point; empty where nothing lies near."""
        at = list(zip(lats, lons, strict=True))
        part = self._nearest(at, is_town=False)
        for name, ring in reversed(self.outlines):
            for place in _inside(ring, at):
                part[place] = name
        town = self._nearest(at, is_town=True)
        if len({spot.name for spot in self.spots if spot.is_town}) < 2:
            return [near or far for near, far in zip(part, town, strict=True)]
        twice = Counter(zip(names, town, strict=True))
        return [
            f"{near}, {far}" if near and far and twice[name, far] > 1 else far or near
            for name, near, far in zip(names, part, town, strict=True)
        ]

    def _nearest(self, at: list[Quanta], *, is_town: bool) -> list[str]:
        spots = [spot for spot in self.spots if spot.is_town == is_town]
        if not spots or not at:
            return [""] * len(at)
        middle = float(np.median([lat for lat, _ in at]))
        there = np.array([spot.at for spot in spots], np.int64)
        here = np.array(at, np.int64)
        tree = cKDTree(in_metres(there[:, 0], there[:, 1], middle))
        off, which = tree.query(in_metres(here[:, 0], here[:, 1], middle))
        close: list[bool] = (np.asarray(off) <= NEAR_M[is_town]).tolist()
        nearest: list[int] = np.asarray(which).tolist()
        return [spots[one].name if near else "" for near, one in zip(close, nearest, strict=True)]


def _surface(ring: NDArray[np.float64]) -> float:
    lat, lon = ring[:, 0], ring[:, 1]
    return float(abs(np.dot(lat[:-1], lon[1:]) - np.dot(lat[1:], lon[:-1]))) * QUANTUM_M


def _inside(ring: NDArray[np.float64], at: list[Quanta]) -> list[int]:
    """Which points lie inside, by counting the edges east of them."""
    points = np.array(at, float)
    low, high = ring.min(axis=0), ring.max(axis=0)
    candidates = np.flatnonzero(((points >= low) & (points <= high)).all(axis=1))
    lat, lon = points[candidates, 0], points[candidates, 1]
    odd = np.zeros(len(candidates), bool)
    for (lat_a, lon_a), (lat_b, lon_b) in pairwise(ring.tolist()):
        if lat_a != lat_b:
            spans = (lat_a > lat) != (lat_b > lat)
            odd ^= spans & (lon < (lon_b - lon_a) * (lat - lat_a) / (lat_b - lat_a) + lon_a)
    return [int(place) for place in candidates[odd]]
