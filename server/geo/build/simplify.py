"""Fewer points for a line that looks the same: Douglas and Peucker's method, in quanta."""

import numpy as np
from numpy.typing import NDArray

from server.geo.build.source import Quanta

LONG = 64
"""Of so many points and more the furthest one is sooner found by numpy than by a loop."""

_NONE = np.zeros((0, 2))


def simplified(points: list[Quanta], tolerance: float, narrow: float) -> list[Quanta]:
    """The points that matter: no dropped one lies further than `tolerance` from the line.

    `tolerance` is in quanta of latitude, `narrow` what a quantum of longitude is to one of those. First and
    last stay.
    """
    if len(points) < 3:
        return points
    keep = bytearray(len(points))
    keep[0] = keep[-1] = 1
    stack = [(0, len(points) - 1)]
    flat = np.array(points, float) * (1.0, narrow) if len(points) > LONG else _NONE
    limit = tolerance * tolerance
    while stack:
        first, last = stack.pop()
        if last - first > LONG:
            worst, furthest = _furthest(flat, first, last)
            if worst > limit:
                keep[furthest] = 1
                stack += [(first, furthest), (furthest, last)]
            continue
        lat, lon = points[first]
        d_lat, d_lon = points[last][0] - lat, (points[last][1] - lon) * narrow
        square = d_lat * d_lat + d_lon * d_lon
        worst, furthest = limit, -1
        for at in range(first + 1, last):
            p_lat, p_lon = float(points[at][0] - lat), (points[at][1] - lon) * narrow
            if square:
                along = min(1.0, max(0.0, (p_lat * d_lat + p_lon * d_lon) / square))
                p_lat, p_lon = p_lat - along * d_lat, p_lon - along * d_lon
            off = p_lat * p_lat + p_lon * p_lon
            if off > worst:
                worst, furthest = off, at
        if furthest > 0:
            keep[furthest] = 1
            stack += [(first, furthest), (furthest, last)]
    return [point for at, point in enumerate(points) if keep[at]]


def _furthest(flat: NDArray[np.float64], first: int, last: int) -> tuple[float, int]:
    """Of the points between these: how far the furthest lies from the stretch, squared, and which it is."""
    start, along = flat[first], flat[last] - flat[first]
    off = flat[first + 1 : last] - start
    square = float(along @ along)
    if square:
        part = np.clip(off @ along / square, 0.0, 1.0)
        off -= part[:, None] * along
    squares = (off * off).sum(axis=1)
    at = int(squares.argmax())
    return float(squares[at]), first + 1 + at
