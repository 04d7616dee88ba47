"""Arrival: seen near the spot is a question, and only a person answers it (A55: statuses are forgotten)."""

from datetime import datetime, timedelta

from protocol.model.fix import Fix
from protocol.model.incident import Incident
from protocol.model.point import distance_m
from protocol.model.terms import Terms
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus


def seems_on_spot(unit: Unit, incident: Incident, fix: Fix | None, *, now: datetime, terms: Terms) -> bool:
    """True when a unit that drives to the incident was seen within the site's distance, not too long ago."""
    point = incident.place.point
    drives = unit.status in (UnitStatus.ASSIGNED, UnitStatus.EN_ROUTE) and unit.incident == incident.number
    if fix is None or point is None or not drives or now - fix.at > timedelta(seconds=terms.stale_after_s):
        return False
    return distance_m(fix.point, point) <= terms.on_spot_within_m
