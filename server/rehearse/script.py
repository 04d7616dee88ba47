"""The files of a rehearsal, read and put on one clock: everything the player needs, before any link is made.

Raises what the readers raise; knows no protocol and no screen.
"""

import math
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

from attrs import field, frozen

from server.rehearse.calls import read_calls
from server.rehearse.findings import Findings, summary
from server.rehearse.fleet import made_up
from server.rehearse.mapping import TracksMapping
from server.rehearse.mapping_file import read_mapping, shipped
from server.rehearse.report import ReadFile
from server.rehearse.schedule import Plan, Step, moved_start, plan, steps
from server.rehearse.tracks import Fix, read_tracks, survey_tracks

MADE_UP_UNITS = 150
"""Without tracks. In the shipped example up to 142 calls are at work at once, those never closed included."""


class MappingLacks(Exception):
    """The mapping has no table for a file that was given. `key` is the sentence."""

    def __init__(self, key: str, path: Path) -> None:
        super().__init__(key, path)
        self.key = key
        self.path = path


@frozen(kw_only=True)
class Order:
    """What somebody wants rehearsed."""

    calls: Path
    tracks: Path | None = None
    mapping: Path | None = None
    """None for the one that comes with the program."""

    start_at: time | None = None
    """Local time of day of the calls; None for the busiest hour."""

    speed: float = 1.0
    """Of the file's clock against the wall's; infinity for as fast as the server answers."""

    for_s: float | None = None
    """Seconds of the wall clock, or of the file's when there is no speed to hold."""

    units: int | None = None
    """At most so many; None for every vehicle of the tracks."""

    bare: bool = False
    """Only the stages of the file: nothing promised, nobody told, and closed as in an emergency."""


@frozen(kw_only=True)
class Script:
    """A rehearsal, ready to be played."""

    plan: Plan
    vehicles: tuple[str, ...]
    files: tuple[ReadFile, ...]
    keeps_time: bool
    _order: Order
    _tracks: TracksMapping | None
    _fixes_begin: datetime | None = field(default=None)

    def length_s(self) -> float:
        """How much of the file's clock is played."""
        calls = (*self.plan.open_before, *self.plan.calls)
        last = max((call.closed or call.received for call in calls), default=self.plan.start)
        whole_s = max(0.0, (last - self.plan.start).total_seconds())
        if self._order.for_s is None:
            return whole_s
        return min(whole_s, self._order.for_s * (self._order.speed if self.keeps_time else 1.0))

    def steps(self) -> Iterator[Step]:
        """Everything that happens, in order of time; reads the tracks while it goes."""
        fixes: Iterator[Fix] = iter(())
        if self._order.tracks is not None and self._tracks is not None:
            fixes = read_tracks(self._order.tracks, self._tracks, Findings(max_examples=0))
        return steps(
            self.plan,
            fixes,
            fixes_begin=self._fixes_begin,
            speed=self._order.speed if self.keeps_time else 1.0,
            for_s=self._order.for_s,
            handled=not self._order.bare,
        )


def read_script(order: Order) -> Script:
    """Reads the mapping and the files. Raises RehearsalError, ConfigWrong, MappingLacks."""
    path = order.mapping or shipped()
    mapping = read_mapping(path)
    if mapping.calls is None:
        raise MappingLacks("no-calls-mapping", path)
    findings = Findings()
    calls = list(read_calls(order.calls, mapping.calls, findings))
    chosen = plan(calls, mapping.calls.time.zone, order.start_at)
    files = [ReadFile(path=order.calls, summary=summary(findings))]
    vehicles = made_up(order.units or MADE_UP_UNITS)
    begin: datetime | None = None
    if order.tracks is not None:
        if mapping.tracks is None:
            raise MappingLacks("no-tracks-mapping", path)
        survey = survey_tracks(order.tracks, mapping.tracks)
        vehicles = list(survey.vehicles)
        files.append(ReadFile(path=order.tracks, summary=survey.summary))
        begin = moved_start(survey.first, survey.last, mapping.tracks.time.zone, chosen)
    return Script(
        plan=chosen,
        vehicles=tuple(vehicles[: order.units]),
        files=tuple(files),
        keeps_time=math.isfinite(order.speed),
        order=order,
        tracks=mapping.tracks,
        fixes_begin=begin,
    )
