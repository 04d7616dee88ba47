"""What was here before: earlier and open meldingen at a place, of a melder or of a kind (A83).

For the check on duplicates while a melding is typed, and for the pattern behind it.
"""

import math
import sqlite3
from datetime import datetime, timedelta

from attrs import frozen

from protocol.model.moment import to_ms
from protocol.model.point import Point, distance_m
from server.archive.case import Case, from_json
from server.archive.keys import place_key, same_number_key

MOST = 20
RADIUS_M = 250
DAYS = 90
CANDIDATES = 500
"""Looked at for each reason, newest first."""

PLACE, NUMBER, CODE = "place", "number", "code"
METRES_A_DEGREE = 111_195.0


@frozen(kw_only=True)
class Here:
    """What is known of the melding to compare with; "" and None where not."""

    place: str = ""
    point: Point | None = None
    number: str = ""
    """The melder's."""

    code: str = ""
    leave_out: int | None = None
    """The incident itself."""


@frozen(kw_only=True)
class Near:
    """A case, why it is near, and how near."""

    case: Case
    why: tuple[str, ...]
    distance_m: float | None
    """None where one of the two has no point."""


def reasons(here: Here, case: Case, *, radius_m: float) -> tuple[str, ...]:
    """Why the case belongs beside what is here (A83): same place, same melder, same kind nearby."""
    apart = _apart(here, case)
    same_place = bool(here.place) and place_key(here.place) == place_key(case.place)
    nearby = same_place or (apart is not None and apart <= radius_m)
    number = same_number_key(here.number)
    why = {
        PLACE: nearby,
        NUMBER: bool(number) and number == same_number_key(case.melder_number),
        CODE: nearby and bool(here.code) and here.code.casefold() == case.code.casefold(),
    }
    return tuple(reason for reason, holds in why.items() if holds)


def near(
    connection: sqlite3.Connection,
    here: Here,
    *,
    now: datetime,
    radius_m: float = RADIUS_M,
    days: int = DAYS,
    only_open: bool | None = None,
) -> tuple[Near, ...]:
    """What is near, open first, then most reasons, then newest; at most MOST. Raises sqlite3.Error."""
    found = []
    for case in _candidates(connection, here, since=now - timedelta(days=days), radius_m=radius_m):
        why = reasons(here, case, radius_m=radius_m)
        if why and case.number != here.leave_out and only_open in (None, case.open):
            found.append(Near(case=case, why=why, distance_m=_apart(here, case)))
    found.sort(
        key=lambda each: (each.case.open, len(each.why), each.case.opened, each.case.number), reverse=True
    )
    return tuple(found[:MOST])


def case_of_number(connection: sqlite3.Connection, number: int) -> Case | None:
    """The case of incident `number`; None when there never was one. Raises sqlite3.Error."""
    row = connection.execute("SELECT body FROM incident WHERE number = ?", (number,)).fetchone()
    return None if row is None else from_json(row[0])


def here_of(connection: sqlite3.Connection, number: int) -> Here | None:
    """What to compare with for incident `number`; None when there never was one. Raises sqlite3.Error."""
    case = case_of_number(connection, number)
    if case is None:
        return None
    return Here(
        place=case.place,
        point=case.point,
        number=case.melder_number,
        code=case.code,
        leave_out=number,
    )


def _apart(here: Here, case: Case) -> float | None:
    if here.point is None or case.point is None:
        return None
    return distance_m(here.point, case.point)


def _candidates(
    connection: sqlite3.Connection, here: Here, *, since: datetime, radius_m: float
) -> list[Case]:
    """Everything that an index gives for one of the reasons; what is open counts however old it is."""
    wanted: list[tuple[str, tuple[object, ...]]] = []
    if here.place:
        wanted.append(("place = ?", (place_key(here.place),)))
    if same_number_key(here.number):
        wanted.append(("same_number = ?", (same_number_key(here.number),)))
    if here.point is not None:
        north, east = _box(here.point, radius_m)
        lat, lon = here.point.lat_deg, here.point.lon_deg
        wanted.append(
            (
                "lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?",
                (lat - north, lat + north, lon - east, lon + east),
            )
        )
    body_by_number: dict[int, str] = {}
    for where, values in wanted:
        rows = connection.execute(
            f"SELECT number, body FROM incident WHERE {where} AND (opened_ms >= ? OR closed_ms IS NULL)"
            " ORDER BY closed_ms IS NULL DESC, opened_ms DESC LIMIT ?",
            (*values, to_ms(since), CANDIDATES),
        )
        body_by_number.update(rows)
    return [from_json(body) for body in body_by_number.values()]


def _box(point: Point, radius_m: float) -> tuple[float, float]:
    """Half the height and width in degrees of a box around the circle; near a pole it is the whole ring."""
    north = radius_m / METRES_A_DEGREE * 1.01
    narrow = math.cos(math.radians(min(89.9, abs(point.lat_deg) + north)))
    return north, north / narrow
