"""The plane: points on earth as metres around the middle of a map, for sums with many points at once. Pure.

Made with a network; flat to within a few per mille over a province, which is less than any position errs.
"""

import math
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from protocol.model.point import EARTH_RADIUS_M, QUANTA_A_DEG

Floats = NDArray[np.float64]
Ints = NDArray[np.signedinteger[Any]]
Flags = NDArray[np.bool_]

METRES_A_QUANTUM = math.radians(1 / QUANTA_A_DEG) * EARTH_RADIUS_M
"""North to south."""


@frozen(kw_only=True)
class Plane:
    """East (x) and north (y) in metres from where equator and prime meridian would be."""

    lon_scale: float
    """What a step to the east is shorter than one to the north; 0 to 1, the cosine of the middle latitude."""

    def xy(self, lat: Floats | Ints, lon: Floats | Ints) -> Floats:
        """Quanta as rows of (x, y)."""
        return np.stack(
            (
                np.asarray(lon, float) * METRES_A_QUANTUM * self.lon_scale,
                np.asarray(lat, float) * METRES_A_QUANTUM,
            ),
            axis=-1,
        )

    def quanta(self, xy: Floats) -> tuple[Ints, Ints]:
        """Rows of (x, y) as whole quanta: (lat, lon)."""
        lat = np.rint(xy[..., 1] / METRES_A_QUANTUM)
        lon = np.rint(xy[..., 0] / (METRES_A_QUANTUM * self.lon_scale))
        return lat.astype(np.int32), lon.astype(np.int32)


def plane_at(lat: float) -> Plane:
    """The plane for a map whose middle lies at this latitude, in quanta."""
    return Plane(lon_scale=max(0.01, math.cos(math.radians(lat / QUANTA_A_DEG))))
