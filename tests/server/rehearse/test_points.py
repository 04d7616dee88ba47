"""A point as a file writes it, or none."""

import pytest

from protocol.model.point import Point
from server.rehearse.mapping import LatLonPoint, PointColumns, WktPoint
from server.rehearse.points import off_earth, point_text, read_point

WKT, TWO = WktPoint(column="at"), LatLonPoint(lat="y", lon="x")
HERE = Point(lat_deg=52.0, lon_deg=4.36)


@pytest.mark.parametrize(
    ("columns", "cells", "point", "text", "is_off"),
    [
        (WKT, {"at": "POINT (4.36 52.0)"}, HERE, "POINT (4.36 52.0)", False),
        (WKT, {"at": "srid=4326; point(4.36 52)"}, HERE, "srid=4326; point(4.36 52)", False),
        (WKT, {"at": "POINT EMPTY"}, None, "", False),
        (WKT, {"at": "LINE (1 2)"}, None, "LINE (1 2)", False),
        (WKT, {"at": "POINT (4.36 152)"}, None, "POINT (4.36 152)", True),
        (TWO, {"y": "52,0", "x": "4.36"}, HERE, "52,0 4.36", False),
        (TWO, {"y": "", "x": ""}, None, "", False),
        (TWO, {"y": "52", "x": ""}, None, "52 ", False),
        (TWO, {"y": "52", "x": "181"}, None, "52 181", True),
    ],
)
def test_it_is_read_told_absent_or_off_the_earth(
    columns: PointColumns, cells: dict[str, str], point: Point | None, text: str, is_off: bool
) -> None:
    """Longitude comes first in POINT; what is impossible is not the same as what is unreadable."""
    assert read_point(cells, columns) == point
    assert point_text(cells, columns) == text
    assert off_earth(cells, columns) is is_off
