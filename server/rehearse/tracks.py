"""Reads a file of positions into time-ordered `Fix` values and counts what it drops.

Row by row, with only the last position per vehicle and the rows of the reorder window in memory. The last
kept position judges the next one by speed; as time passes it forbids less, so a wrong one heals by itself.
"""

import heapq
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from attrs import frozen

from protocol.model.point import Point, distance_m
from server.rehearse.area import Area, circle_around
from server.rehearse.errors import NothingUsable
from server.rehearse.findings import Done, Findings, Kind, Summary, summary
from server.rehearse.mapping import TracksMapping
from server.rehearse.points import off_earth, point_text, read_point
from server.rehearse.rows import read_rows

MAX_VEHICLE_CHARS = 200


@frozen(kw_only=True)
class Fix:
    """A vehicle was at a point."""

    vehicle: str
    at: datetime
    """As recorded; aware UTC."""
    point: Point


@frozen(kw_only=True)
class TracksSurvey:
    """What a whole reading found, before anything is played."""

    first: datetime
    last: datetime
    fixes: int
    vehicles: tuple[str, ...]
    """In order of appearance."""
    summary: Summary


_Numbered = tuple[datetime, int, Fix]
"""Time, line, fix: in this order the reorder window sorts."""


def read_tracks(path: Path, mapping: TracksMapping, findings: Findings) -> Iterator[Fix]:
    """The positions in order of time, then of file; `findings` fills up meanwhile.

    Without bounds in the mapping the file is read twice, the first time for the outlier rule.
    Raises FileUnreadable, ColumnsMissing, or at the end NothingUsable if no row could be kept.
    """
    area: Area = mapping.bounds or circle_around(_points(path, mapping))
    timely = _timely(_possible(path, mapping, area, findings), timedelta(seconds=mapping.max_gap_s), findings)
    ordered = _ordered(timely, timedelta(seconds=mapping.reorder_window_s), findings)
    last: dict[str, Fix] = {}
    for _at, line, fix in ordered:
        if _follows(last.get(fix.vehicle), fix, line, mapping, findings):
            last[fix.vehicle] = fix
            findings.rows["kept"] += 1
            yield fix
    if not last:
        raise NothingUsable(path, findings.rows["read"], findings.rows["left_out"])


def survey_tracks(path: Path, mapping: TracksMapping) -> TracksSurvey:
    """Reads the whole file once, to know its span and its dirt before it is played. Raises as read_tracks."""
    findings = Findings()
    fixes = read_tracks(path, mapping, findings)
    first = last = next(fixes)
    vehicles = {first.vehicle: None}
    for last in fixes:
        vehicles[last.vehicle] = None
    return TracksSurvey(
        first=first.at,
        last=last.at,
        fixes=findings.rows["kept"],
        vehicles=tuple(vehicles),
        summary=summary(findings),
    )


def _points(path: Path, mapping: TracksMapping) -> Iterator[Point]:
    for row in read_rows(path, mapping.columns(), mapping.delimiter, Findings(max_examples=0)):
        point = read_point(row.cells, mapping.point)
        if point is not None:
            yield point


def _possible(path: Path, mapping: TracksMapping, area: Area, findings: Findings) -> Iterator[_Numbered]:
    """Rows with a time, a vehicle and a point in the area."""
    for row in read_rows(path, mapping.columns(), mapping.delimiter, findings):
        vehicle, raw_at = row.cells[mapping.vehicle], row.cells[mapping.at]
        raw_point = point_text(row.cells, mapping.point)
        kind: Kind | None = None
        found = raw_point
        point = read_point(row.cells, mapping.point)
        at = mapping.time.read(raw_at)
        if not vehicle:
            kind = Kind.VEHICLE_MISSING
        elif len(vehicle) > MAX_VEHICLE_CHARS:
            kind, found = Kind.TEXT_TOO_LONG, vehicle
        elif at is None:
            kind, found = Kind.TIME_UNREADABLE, raw_at
        elif not raw_point:
            kind = Kind.POINT_MISSING
        elif point is None:
            kind = Kind.POINT_IMPOSSIBLE if off_earth(row.cells, mapping.point) else Kind.POINT_UNREADABLE
        elif not area.holds(point):
            kind = Kind.POINT_IMPOSSIBLE
        else:
            yield at, row.line, Fix(vehicle=vehicle, at=at, point=point)
        if kind is not None:
            findings.add(kind, Done.ROW_SKIPPED, line=row.line, id=vehicle, found=found)


def _timely(rows: Iterator[_Numbered], max_gap: timedelta, findings: Findings) -> Iterator[_Numbered]:
    """Without single rows whose time lies far ahead: one of those would make all that follow seem late."""
    newest: datetime | None = None
    held: _Numbered | None = None
    for numbered in rows:
        at = numbered[0]
        if newest is not None and at - newest <= max_gap:
            if held is not None:
                _note(findings, Kind.TIME_JUMP, Done.ROW_SKIPPED, held)
                held = None
            newest = max(newest, at)
            yield numbered
        elif held is not None and abs(at - held[0]) <= max_gap:
            newest = max(at, held[0])
            yield from (held, numbered)
            held = None
        else:
            if held is not None:
                _note(findings, Kind.TIME_JUMP, Done.ROW_SKIPPED, held)
            held = numbered
    if held is not None and newest is None:
        yield held
    elif held is not None:
        _note(findings, Kind.TIME_JUMP, Done.ROW_SKIPPED, held)


def _ordered(rows: Iterator[_Numbered], window: timedelta, findings: Findings) -> Iterator[_Numbered]:
    """Sorted by time; a row is held until the newest one is a window ahead of it."""
    waiting: list[_Numbered] = []
    newest: datetime | None = None
    for numbered in rows:
        at = numbered[0]
        if newest is not None and at < newest:
            late = newest - at > window
            if late:
                _note(findings, Kind.FIX_TOO_LATE, Done.ROW_SKIPPED, numbered)
                continue
            _note(findings, Kind.FIX_OUT_OF_ORDER, Done.PUT_IN_ORDER, numbered)
        newest = at if newest is None else max(newest, at)
        heapq.heappush(waiting, numbered)
        while waiting and newest - waiting[0][0] > window:
            yield heapq.heappop(waiting)
    while waiting:
        yield heapq.heappop(waiting)


def _follows(last: Fix | None, fix: Fix, line: int, mapping: TracksMapping, findings: Findings) -> bool:
    """Whether a fix can come after the last one of its vehicle."""
    if last is None:
        return True
    distance = distance_m(last.point, fix.point)
    elapsed_s = (fix.at - last.at).total_seconds()
    numbered = (fix.at, line, fix)
    if elapsed_s == 0:
        same = last.point == fix.point
        _note(findings, Kind.FIX_TWICE if same else Kind.FIX_CONTRADICTS, Done.ROW_SKIPPED, numbered)
        return False
    if distance > mapping.jump_slack_m + mapping.max_speed_mps * elapsed_s:
        _note(
            findings, Kind.JUMP_IMPOSSIBLE, Done.ROW_SKIPPED, numbered, f"{distance:.0f} m in {elapsed_s:g} s"
        )
        return False
    return True


def _note(findings: Findings, kind: Kind, done: Done, numbered: _Numbered, found: str = "") -> None:
    at, line, fix = numbered
    findings.add(kind, done, line=line, id=fix.vehicle, found=found or at.isoformat())
