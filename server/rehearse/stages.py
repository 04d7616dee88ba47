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
    given: dict[str, datetime] = {}
    named: dict[str, str | None] = asdict(columns)
    floor: datetime | None = None
    for stage, column in named.items():
        text = cells[column] if column is not None else ""
        moment = time.read(text, floor) if text else None
        if text and moment is None:
            skipped = stage == "received" and not (columns.entry is not None and cells[columns.entry])
            note(
                Kind.TIME_UNREADABLE,
                Done.ROW_SKIPPED if skipped else Done.KEPT_WITHOUT_STAGE,
                f"{stage}: {text}",
            )
        if moment is not None:
            given[stage] = moment
            floor = moment
        elif stage == "on_scene" and column is not None and not text:
            note(Kind.ON_SCENE_MISSING, Done.IGNORED)
        elif stage == "closed" and column is not None and not text:
            note(Kind.NEVER_CLOSED, Done.IGNORED)
    if "received" not in given:
        if "entry" not in given:
            note(Kind.RECEIVED_MISSING, Done.ROW_SKIPPED)
            return None
        note(Kind.RECEIVED_MISSING, Done.FILLED_IN, f"entry: {given['entry'].isoformat()}")
        given["received"] = given["entry"]
    received = given.pop("received")
    for stage, moment in list(given.items()):
        if moment < received:
            kind = Kind.CLOSED_BEFORE_RECEIVED if stage == "closed" else Kind.STAGE_BEFORE_RECEIVED
            note(
                kind,
                Done.KEPT_WITHOUT_STAGE,
                f"{stage} {moment.isoformat()} < received {received.isoformat()}",
            )
            del given[stage]
    agreed = in_order(given)
    for stage, moment in given.items():
        if stage not in agreed:
            note(Kind.STAGE_OUT_OF_ORDER, Done.KEPT_WITHOUT_STAGE, f"{stage} {moment.isoformat()}")
    return Stages(received=received, **agreed)


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
