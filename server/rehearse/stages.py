"""The times of one call: read, put beside each other, and those that contradict the rest dropped.

Pure but for the notes it hands back. A call's life is received, entry, dispatched, en route, on scene,
closed; no stage lies before an earlier one. Where times clash, the fewest are dropped; of equals the later
stage stays, so that a call that was closed does close.
"""

from collections.abc import Mapping
from datetime import datetime
from itertools import combinations
from typing import Protocol

from attrs import asdict, frozen

from server.rehearse.findings import Done, Kind
from server.rehearse.mapping import StageColumns
from server.rehearse.moments import TimeReading

RECEIVED = "received"
_MISSED = {"on_scene": Kind.ON_SCENE_MISSING, "closed": Kind.NEVER_CLOSED}
"""Stages whose absence is told; that of the others says nothing."""


class Note(Protocol):
    """How a reader is told of dirt in the row at hand."""

    def __call__(self, kind: Kind, done: Done, found: str = "") -> None:
        """Count it."""


@frozen(kw_only=True)
class Stages:
    """The times that agree with each other."""

    received: datetime
    entry: datetime | None = None
    dispatched: datetime | None = None
    en_route: datetime | None = None
    on_scene: datetime | None = None
    closed: datetime | None = None


def read_stages(
    cells: Mapping[str, str], columns: StageColumns, time: TimeReading, note: Note
) -> Stages | None:
    """The times of one row; None if it says neither when it was received nor when it was entered."""
    given = _read(cells, columns, time, note)
    received = _received(given, note)
    if received is None:
        return None
    later = {stage: moment for stage, moment in given.items() if stage != RECEIVED}
    possible = {stage: at for stage, at in later.items() if _is_possible(stage, at, received, note)}
    agreed = in_order(possible)
    for stage, moment in possible.items():
        if stage not in agreed:
            note(Kind.STAGE_OUT_OF_ORDER, Done.KEPT_WITHOUT_STAGE, f"{stage} {moment.isoformat()}")
    return Stages(received=received, **agreed)


def _read(
    cells: Mapping[str, str], columns: StageColumns, time: TimeReading, note: Note
) -> dict[str, datetime]:
    """The times that can be read, in the order of the stages; each may lean on the one before it."""
    given: dict[str, datetime] = {}
    named: dict[str, str | None] = asdict(columns)
    entered = columns.entry is not None and bool(cells[columns.entry])
    before: datetime | None = None
    for stage, column in named.items():
        text = cells[column] if column is not None else ""
        moment = time.read(text, before) if text else None
        if moment is not None:
            given[stage] = before = moment
        elif text:
            skipped = stage == RECEIVED and not entered
            done = Done.ROW_SKIPPED if skipped else Done.KEPT_WITHOUT_STAGE
            note(Kind.TIME_UNREADABLE, done, f"{stage}: {text}")
        elif column is not None and stage in _MISSED:
            note(_MISSED[stage], Done.IGNORED)
    return given


def _received(given: Mapping[str, datetime], note: Note) -> datetime | None:
    """When it came in; when it was entered, where only that is known."""
    if RECEIVED in given:
        return given[RECEIVED]
    entered = given.get("entry")
    if entered is None:
        note(Kind.RECEIVED_MISSING, Done.ROW_SKIPPED)
    else:
        note(Kind.RECEIVED_MISSING, Done.FILLED_IN, f"entry: {entered.isoformat()}")
    return entered


def _is_possible(stage: str, moment: datetime, received: datetime, note: Note) -> bool:
    """Nothing happens to a call before it comes in."""
    if moment >= received:
        return True
    kind = Kind.CLOSED_BEFORE_RECEIVED if stage == "closed" else Kind.STAGE_BEFORE_RECEIVED
    found = f"{stage} {moment.isoformat()} < received {received.isoformat()}"
    note(kind, Done.KEPT_WITHOUT_STAGE, found)
    return False


def in_order(given: Mapping[str, datetime]) -> dict[str, datetime]:
    """The most stages, in the order given, whose times do not go back; of equals those with later stages."""
    stages = list(given.items())
    for size in range(len(stages), 0, -1):
        # From the back, so that of two sets of equal size the one with the later stages is met first.
        for chosen in combinations(reversed(stages), size):
            times = [moment for _stage, moment in reversed(chosen)]
            if times == sorted(times):
                return dict(reversed(chosen))
    return {}
