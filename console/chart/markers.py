"""What is on the map, most important first: incidents with a point, units with a position. Pure.

The selected come first, then the priority 1 incidents, then units, then the other incidents; of two on one
cell the first is drawn.
"""

from collections.abc import Iterable

from attrs import frozen

from console.chart.tracks import arrow
from console.harmless import harmless
from console.paint.age import fine_age
from console.paint.signs import PRIORITY_SIGNS, PRIORITY_TONES, STATUS_TONES
from console.paint.tone import Tone
from console.units.standing import Standing
from protocol.model.fix import Fix
from protocol.model.incident import Incident
from protocol.model.point import Point
from protocol.model.priority import Priority

FADED_AFTER_S = 60
LOST_AFTER_S = 600
AGE_FROM_S = 20
"""A younger position is as good as now: every unit would show the seconds between two reports."""


@frozen(kw_only=True)
class Marker:
    """A sign at a point, with its name."""

    point: Point
    sign: str
    text: str
    tone: Tone
    rank: int
    """Lower is more important."""

    incident: int | None = None
    unit: int | None = None


@frozen(kw_only=True)
class Seen:
    """A unit with its last fix and the direction in which it was going."""

    standing: Standing
    fix: Fix
    heading_deg: float | None


def incident_marker(incident: Incident, point: Point, *, selected: bool) -> Marker:
    """The incident's priority sign and its number."""
    urgent = incident.priority is Priority.P1
    return Marker(
        point=point,
        sign=PRIORITY_SIGNS[incident.priority][0],
        text=str(incident.number),
        tone=Tone.PICKED if selected else PRIORITY_TONES[incident.priority],
        rank=0 if selected else 1 if urgent else 4,
        incident=incident.number,
    )


def unit_marker(seen: Seen, *, selected: bool, on_selected: bool) -> Marker:
    """An arrow for one that drives, `◆` for one that stands, `?` for one not seen for ten minutes.

    Its name carries the age of the position once that is no longer fresh; a stale one fades.
    """
    unit, seconds = seen.standing.unit, seen.standing.position_age_s or 0
    faded = seconds >= FADED_AFTER_S
    if seconds >= LOST_AFTER_S:
        sign = "?"
    else:
        sign = "◆" if seen.heading_deg is None or faded else arrow(seen.heading_deg)
    old = f" {fine_age(seconds)}" if seconds >= AGE_FROM_S else ""
    return Marker(
        point=seen.fix.point,
        sign=sign,
        text=harmless(unit.call_sign) + ("~" if faded else "") + old,
        tone=Tone.PICKED if selected else Tone.DIM if faded else STATUS_TONES[unit.status],
        rank=0 if selected else 2 if on_selected else 3 if not faded else 5,
        unit=unit.id,
    )


def incident_markers(incidents: Iterable[Incident], *, selected: int | None) -> list[Marker]:
    """Those of incidents with a point; closed ones only when selected."""
    return [
        incident_marker(each, each.place.point, selected=each.number == selected)
        for each in incidents
        if each.place.point is not None and (each.is_open or each.number == selected)
    ]


def melder_marker(incident: Incident) -> Marker | None:
    """Where the melder's phone says that it is (A46); None until shared."""
    at = incident.contact_line.melder_at
    if at is None:
        return None
    return Marker(
        point=at,
        sign="☎",
        text=str(incident.number),
        tone=Tone.GOOD if incident.contact_line.safe_at is not None else Tone.MELDER,
        rank=1,
        incident=incident.number,
    )


def markers(
    of_incidents: Iterable[Marker], seen: Iterable[Seen], *, incident: int | None, unit: int | None
) -> list[Marker]:
    """Those of incidents and those of units, most important first."""
    found = list(of_incidents)
    found += [
        unit_marker(
            each,
            selected=each.standing.unit.id == unit,
            on_selected=incident is not None and each.standing.unit.incident == incident,
        )
        for each in seen
    ]
    return sorted(found, key=lambda marker: marker.rank)
