"""What the columns of a city's file mean: the values that `mapping_file` reads and the readers follow.

Pure and frozen. Another city is another mapping, never another line of code.
"""

from collections.abc import Mapping

from attrs import field, frozen
from attrs.validators import and_, ge, gt, instance_of, max_len, min_len

from protocol.model.priority import Priority
from server.rehearse.area import Box
from server.rehearse.moments import TimeReading

_one_char = and_(instance_of(str), min_len(1), max_len(1))


@frozen(kw_only=True)
class WktPoint:
    """One column that holds `POINT (lon lat)` in degrees."""

    column: str


@frozen(kw_only=True)
class LatLonPoint:
    """Two columns that hold degrees."""

    lat: str
    lon: str


PointColumns = WktPoint | LatLonPoint


@frozen(kw_only=True)
class WhatColumns:
    """The columns that say together what happened."""

    columns: tuple[str, ...] = field(validator=min_len(1))
    separator: str = ", "
    otherwise: str = field(default="?", validator=min_len(1))
    """Stands where all columns are empty."""


@frozen(kw_only=True)
class PriorityColumn:
    """How the city's words for urgency become 1 to 5."""

    column: str
    values: Mapping[str, Priority] = field(validator=min_len(1))
    otherwise: Priority
    """For a word that is not in the table."""


@frozen(kw_only=True)
class PlaceColumn:
    """The place in words."""

    column: str
    empty: frozenset[str] = frozenset()
    """Words that mean that there is none."""


@frozen(kw_only=True)
class FlagColumn:
    """A yes or no. A word in neither set is counted, and taken for no."""

    column: str
    yes: frozenset[str] = field(validator=min_len(1))
    no: frozenset[str] = frozenset()


@frozen(kw_only=True)
class KeepRows:
    """A choice of the mapping: only rows with one of these values are read."""

    column: str
    values: frozenset[str] = field(validator=min_len(1))


@frozen(kw_only=True)
class StageColumns:
    """The time columns, in the order of a call's life; None where the file has none."""

    received: str
    entry: str | None = None
    dispatched: str | None = None
    en_route: str | None = None
    on_scene: str | None = None
    closed: str | None = None


@frozen(kw_only=True)
class CallsMapping:
    """A file of calls: one row per call."""

    time: TimeReading
    stages: StageColumns
    what: WhatColumns
    delimiter: str = field(default=",", validator=_one_char)
    priority: PriorityColumn | None = None
    """None: every call is priority 3."""
    place: PlaceColumn | None = None
    withheld: FlagColumn | None = None
    """Says yes where the source hides the place on purpose."""
    point: PointColumns | None = None
    bounds: Box | None = None
    """None: the outlier rule of `area` decides."""
    source_id: str | None = None
    disposition: str | None = None
    on_view: FlagColumn | None = None
    keep: tuple[KeepRows, ...] = ()

    def columns(self) -> frozenset[str]:
        """Every column that the file must have."""
        stages = self.stages
        single = [
            stages.received,
            stages.entry,
            stages.dispatched,
            stages.en_route,
            stages.on_scene,
            stages.closed,
        ]
        single += [self.source_id, self.disposition, *self.what.columns]
        for part in (self.priority, self.place, self.withheld, self.on_view, *self.keep):
            single.append(part.column if part is not None else None)
        return frozenset(name for name in single if name is not None) | point_columns(self.point)


@frozen(kw_only=True)
class TracksMapping:
    """A file of positions: one row per vehicle and moment."""

    time: TimeReading
    at: str
    vehicle: str
    point: PointColumns
    delimiter: str = field(default=",", validator=_one_char)
    bounds: Box | None = None
    max_speed_mps: float = field(default=70.0, validator=gt(0.0))
    """Faster than this from the last kept position is impossible. 70 m/s is 252 km/h."""
    jump_slack_m: float = field(default=100.0, validator=ge(0.0))
    """A distance that the receiver's error may add, whatever the time between."""
    reorder_window_s: float = field(default=120.0, validator=ge(0.0))
    """Rows that come at most this late are put in order; later ones are dropped."""
    max_gap_s: float = field(default=21_600.0, validator=gt(0.0))
    """A single row further ahead than this is a wrong time; a second one there confirms a real gap."""

    def columns(self) -> frozenset[str]:
        """Every column that the file must have."""
        return frozenset({self.at, self.vehicle}) | point_columns(self.point)


@frozen(kw_only=True)
class RehearsalMapping:
    """A mapping file: calls, tracks or both."""

    calls: CallsMapping | None
    tracks: TracksMapping | None


def point_columns(point: PointColumns | None) -> frozenset[str]:
    """The columns that a point is read from; empty for None."""
    match point:
        case WktPoint(column=column):
            return frozenset({column})
        case LatLonPoint(lat=lat, lon=lon):
            return frozenset({lat, lon})
        case None:
            return frozenset()
