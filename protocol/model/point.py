"""A point on the earth, and how far two points are apart.

Made from positions of units and places of incidents; read by the map, the lists and the wire, which rounds
it to `QUANTUM_DEG`. It never holds a point without both coordinates.
"""

import math

from attrs import field, frozen
from attrs.validators import ge, instance_of, le

QUANTA_A_DEG = 100_000
QUANTUM_DEG = 1 / QUANTA_A_DEG
"""The grid of the wire: about 1.1 m north-south and 0.7 m east-west in the Netherlands."""

EARTH_RADIUS_M = 6_371_000.0


def _finite(_instance: object, attribute: object, value: float) -> None:
    if not math.isfinite(value):
        raise ValueError(
            f"{getattr(attribute, 'name', attribute)} must be a finite number of degrees, got {value}"
        )


@frozen(kw_only=True)
class Point:
    """A place on earth in WGS 84 degrees."""

    lat_deg: float = field(converter=float, validator=[instance_of(float), _finite, ge(-90.0), le(90.0)])
    """North is positive; -90 to 90."""

    lon_deg: float = field(converter=float, validator=[instance_of(float), _finite, ge(-180.0), le(180.0)])
    """East is positive; -180 to 180."""

    def on_grid(self) -> "Point":
        """The nearest point that survives the wire unchanged."""
        return from_grid(*to_grid(self))


def to_grid(point: Point) -> tuple[int, int]:
    """The point in whole quanta: (lat, lon), within ±9,000,000 and ±18,000,000."""
    return round(point.lat_deg * QUANTA_A_DEG), round(point.lon_deg * QUANTA_A_DEG)


def from_grid(lat: int, lon: int) -> Point:
    """The point at whole quanta. Raises ValueError outside the earth."""
    # Divided, not multiplied: 9,000,000 quanta are the pole itself and not a hair beyond it.
    return Point(lat_deg=lat / QUANTA_A_DEG, lon_deg=lon / QUANTA_A_DEG)


def distance_m(a: Point, b: Point) -> float:
    """Great-circle distance in metres; 0.0 for the same point."""
    lat_a, lat_b = math.radians(a.lat_deg), math.radians(b.lat_deg)
    half_lat = math.sin((lat_b - lat_a) / 2)
    half_lon = math.sin(math.radians(b.lon_deg - a.lon_deg) / 2)
    inner = half_lat**2 + math.cos(lat_a) * math.cos(lat_b) * half_lon**2
    return 2 * EARTH_RADIUS_M * math.asin(math.sqrt(min(1.0, inner)))


def bearing_deg(a: Point, b: Point) -> float:
    """Compass direction from a to b: 0 is north, 90 east; 0.0 for the same point."""
    lat_a, lat_b = math.radians(a.lat_deg), math.radians(b.lat_deg)
    d_lon = math.radians(b.lon_deg - a.lon_deg)
    east = math.sin(d_lon) * math.cos(lat_b)
    north = math.cos(lat_a) * math.sin(lat_b) - math.sin(lat_a) * math.cos(lat_b) * math.cos(d_lon)
    # Twice: a hair west of north is -1e-15, and that modulo 360 rounds to 360 itself.
    return math.degrees(math.atan2(east, north)) % 360.0 % 360.0
