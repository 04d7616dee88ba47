"""Values of the language in JSON's own types."""

from datetime import UTC, datetime

from protocol.model.point import Point
from protocol.model.unit_status import UnitStatus
from protocol.plain import as_plain


def test_values_are_plain() -> None:
    """Enums by their key, times in ISO, points in degrees."""
    assert as_plain(
        (UnitStatus.ON_SCENE, datetime(2026, 1, 2, tzinfo=UTC), Point(lat_deg=51, lon_deg=4))
    ) == [
        "on-scene",
        "2026-01-02T00:00:00+00:00",
        {"lat_deg": 51.0, "lon_deg": 4.0},
    ]
