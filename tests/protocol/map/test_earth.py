"""The earth in quanta: as far as the points of the language reach, and no quantum further."""

import attrs
import pytest

from protocol.map.earth import MAX_LAT, MAX_LON, lat_field, lon_field
from protocol.model.point import from_grid, to_grid


@attrs.frozen
class _Spot:
    lat: int = attrs.field(validator=lat_field)
    lon: int = attrs.field(validator=lon_field)


@pytest.mark.parametrize(("lat", "lon"), [(MAX_LAT, MAX_LON), (-MAX_LAT, -MAX_LON), (0, 0)])
def test_what_is_on_earth_is_a_point_of_the_language(lat: int, lon: int) -> None:
    """Poles and date line included."""
    spot = _Spot(lat, lon)
    assert to_grid(from_grid(spot.lat, spot.lon)) == (lat, lon)


@pytest.mark.parametrize(
    ("lat", "lon", "named"),
    [
        (MAX_LAT + 1, 0, "lat"),
        (-MAX_LAT - 1, 0, "lat"),
        (0, MAX_LON + 1, "lon"),
        (0, -MAX_LON - 1, "lon"),
    ],
)
def test_one_quantum_further_is_not_on_earth(lat: int, lon: int, named: str) -> None:
    """Here as in the language."""
    with pytest.raises(ValueError, match=named):
        _Spot(lat, lon)
    with pytest.raises(ValueError, match=named):
        from_grid(lat, lon)
