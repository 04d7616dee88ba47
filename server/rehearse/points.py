"""From a point as a file writes it to a Point.

Follows the mapping: `POINT (lon lat)` in one column, or degrees in two. Used by calls and tracks.
"""

import re
from collections.abc import Mapping

from protocol.model.point import Point
from server.rehearse.mapping import PointColumns, WktPoint
from server.rehearse.numbers import number

_WKT = re.compile(r"(?:SRID=4326;)?\s*POINT\s*\(\s*(\S{1,60})\s+(\S{1,60})\s*\)", re.IGNORECASE)


def point_of_wkt(text: str) -> Point | None:
    """The point of `POINT (lon lat)`; None if it is not that or lies off the earth."""
    found = _WKT.fullmatch(text)
    return point_of(found[2], found[1]) if found else None


def point_of(lat: str, lon: str) -> Point | None:
    """The point of two numbers; None if either is not one or lies off the earth."""
    lat_deg, lon_deg = number(lat), number(lon)
    if lat_deg is None or lon_deg is None:
        return None
    try:
        return Point(lat_deg=lat_deg, lon_deg=lon_deg)
    except ValueError:
        return None


def read_point(cells: Mapping[str, str], columns: PointColumns) -> Point | None:
    """The point of a row; None if it is absent, unreadable or off the earth."""
    if isinstance(columns, WktPoint):
        return point_of_wkt(cells[columns.column])
    return point_of(cells[columns.lat], cells[columns.lon])


def point_text(cells: Mapping[str, str], columns: PointColumns) -> str:
    """What the row says of its point; empty if it says nothing."""
    if isinstance(columns, WktPoint):
        return "" if cells[columns.column].upper() == "POINT EMPTY" else cells[columns.column]
    lat, lon = cells[columns.lat], cells[columns.lon]
    return f"{lat} {lon}" if lat or lon else ""


def off_earth(cells: Mapping[str, str], columns: PointColumns) -> bool:
    """Whether the row gives two numbers that are not degrees on the earth."""
    if isinstance(columns, WktPoint):
        found = _WKT.fullmatch(cells[columns.column])
        lat, lon = (found[2], found[1]) if found else ("", "")
    else:
        lat, lon = cells[columns.lat], cells[columns.lon]
    return number(lat) is not None and number(lon) is not None and point_of(lat, lon) is None
