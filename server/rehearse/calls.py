"""Reads a file of calls into valid `Call` values, one row at a time, and counts the dirt it meets.

Rows come from `rows`, their meaning from the mapping; the order of a call's stages is judged in `stages`.
Only a row without a time of receipt or with an id seen before is skipped: whatever else is wrong costs that
part.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from attrs import frozen

from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.text import MAX_NAME_CHARS
from server.rehearse.area import Area, circle_around
from server.rehearse.errors import NothingUsable
from server.rehearse.findings import Done, Findings, Kind
from server.rehearse.mapping import CallsMapping, FlagColumn
from server.rehearse.points import off_earth, point_text, read_point
from server.rehearse.rows import Row, read_rows
from server.rehearse.stages import Note, read_stages


@frozen(kw_only=True)
class Call:
    """A call that really happened. Times are aware UTC, None where missing; none lies before `received`."""

    order: int
    """Its place in the file among the calls that are kept, from 0."""
    source_id: str
    """Unique in the file; `line-7` where the source gives none."""
    received: datetime
    entry: datetime | None
    dispatched: datetime | None
    en_route: datetime | None
    on_scene: datetime | None
    closed: datetime | None
    what: str
    """1 to 200 characters."""
    priority: Priority
    place: str
    """0 to 200 characters; empty where unknown or withheld."""
    point: Point | None
    disposition: str
    """The source's word for how it ended; empty where unknown."""
    on_view: bool
    """Opened by the unit itself: nobody called."""

    @property
    def is_sent_to(self) -> bool:
        """False where the file tells of nobody who was sent, drove or was there."""
        return (self.dispatched or self.en_route or self.on_scene) is not None


def read_calls(path: Path, mapping: CallsMapping, findings: Findings) -> Iterator[Call]:
    """The calls of a file in file order; `findings` fills up meanwhile.

    Without bounds in the mapping the file is read twice, the first time for the outlier rule.
    Raises FileUnreadable, ColumnsMissing, or at the end NothingUsable if no row could be kept.
    """
    area: Area = mapping.bounds or circle_around(_points(path, mapping))
    seen: set[str] = set()
    for row in read_rows(path, mapping.columns(), mapping.delimiter, findings):
        if any(row.cells[keep.column] not in keep.values for keep in mapping.keep):
            findings.rows["left_out"] += 1
            continue
        call = _call(row, mapping, area, seen, findings)
        if call is not None:
            findings.rows["kept"] += 1
            yield call
    if not seen:
        raise NothingUsable(path, findings.rows["read"], findings.rows["left_out"])


def _points(path: Path, mapping: CallsMapping) -> Iterator[Point]:
    if mapping.point is None:
        return
    for row in read_rows(path, mapping.columns(), mapping.delimiter, Findings(max_examples=0)):
        point = read_point(row.cells, mapping.point)
        if point is not None:
            yield point


def _call(row: Row, mapping: CallsMapping, area: Area, seen: set[str], findings: Findings) -> Call | None:
    source_id = row.cells[mapping.source_id] if mapping.source_id is not None else ""
    known = bool(source_id) or mapping.source_id is None
    source_id = source_id or f"line-{row.line}"

    def note(kind: Kind, done: Done, found: str = "") -> None:
        findings.add(kind, done, line=row.line, id=source_id, found=found)

    if source_id in seen:
        note(Kind.ID_TWICE, Done.ROW_SKIPPED, source_id)
        return None
    stages = read_stages(row.cells, mapping.stages, mapping.time, note)
    if stages is None:
        return None
    seen.add(source_id)
    if not known:
        note(Kind.ID_MISSING, Done.FILLED_IN)
    place, point = _where(row, mapping, area, note)
    return Call(
        order=len(seen) - 1,
        source_id=source_id,
        received=stages.received,
        entry=stages.entry,
        dispatched=stages.dispatched,
        en_route=stages.en_route,
        on_scene=stages.on_scene,
        closed=stages.closed,
        what=_what(row, mapping, note),
        priority=_priority(row, mapping, note),
        place=place,
        point=point,
        disposition=_cut(row.cells[mapping.disposition], note) if mapping.disposition is not None else "",
        on_view=_flag(row, mapping.on_view, note),
    )


def _cut(text: str, note: Note) -> str:
    if len(text) <= MAX_NAME_CHARS:
        return text
    note(Kind.TEXT_TOO_LONG, Done.CLEANED, text)
    return text[: MAX_NAME_CHARS - 1].rstrip() + "…"


def _what(row: Row, mapping: CallsMapping, note: Note) -> str:
    parts = [row.cells[column] for column in mapping.what.columns if row.cells[column]]
    if not parts:
        note(Kind.WHAT_MISSING, Done.FILLED_IN)
        return _cut(mapping.what.otherwise, note)
    return _cut(mapping.what.separator.join(parts), note)


def _priority(row: Row, mapping: CallsMapping, note: Note) -> Priority:
    if mapping.priority is None:
        return Priority.P3
    word = row.cells[mapping.priority.column]
    if word not in mapping.priority.values:
        note(Kind.PRIORITY_UNKNOWN, Done.FILLED_IN, word)
    return mapping.priority.values.get(word, mapping.priority.otherwise)


def _flag(row: Row, flag: FlagColumn | None, note: Note) -> bool:
    if flag is None:
        return False
    word = row.cells[flag.column]
    if word not in flag.yes | flag.no:
        note(Kind.FLAG_UNKNOWN, Done.IGNORED, f"{flag.column}: {word}")
    return word in flag.yes


def _where(row: Row, mapping: CallsMapping, area: Area, note: Note) -> tuple[str, Point | None]:
    place = row.cells[mapping.place.column] if mapping.place is not None else ""
    if mapping.place is not None and place in mapping.place.empty:
        place = ""
    raw_point = point_text(row.cells, mapping.point) if mapping.point is not None else ""
    if _flag(row, mapping.withheld, note) and not place and not raw_point:
        note(Kind.PLACE_WITHHELD, Done.KEPT_WITHOUT_PLACE)
        return "", None
    if mapping.place is not None and not place:
        note(Kind.PLACE_MISSING, Done.KEPT_WITHOUT_PLACE)
    point: Point | None = None
    if mapping.point is not None:
        point = read_point(row.cells, mapping.point)
        if not raw_point:
            note(Kind.POINT_MISSING, Done.KEPT_WITHOUT_POINT)
        elif point is None:
            kind = Kind.POINT_IMPOSSIBLE if off_earth(row.cells, mapping.point) else Kind.POINT_UNREADABLE
            note(kind, Done.KEPT_WITHOUT_POINT, raw_point)
        elif not area.holds(point):
            note(Kind.POINT_IMPOSSIBLE, Done.KEPT_WITHOUT_POINT, raw_point)
            point = None
    return _cut(place, note), point
