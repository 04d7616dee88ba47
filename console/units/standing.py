"""A unit with what is known of its place: how far from the selected incident in metres and time, how old.

Pure. Joins the board's unit with its last fix; read by the unit list and the map.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from attrs import evolve, frozen

from console.paint.age import seconds_between
from protocol.model.fix import Fix
from protocol.model.point import Point, distance_m
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus

NO_TRAVELS: Mapping[int, float] = {}
STALE_AFTER_S = 60
"""An older position is marked: in a minute a car is half a kilometre away."""


@frozen(kw_only=True)
class Standing:
    """One unit as the list shows it."""

    unit: Unit
    distance_m: float | None = None
    """To the selected incident; None when either place is unknown."""

    travel_s: float | None = None
    """To the selected incident by its own means, as the server reckoned; None while nobody asked."""

    position_age_s: int | None = None
    """None for a unit that was never seen."""

    mate: str = ""
    """Call sign of the other half of a split pair (A92); "" for a unit that is whole."""

    apart_m: float | None = None
    """Between the two halves; None when either was never seen."""

    @property
    def stale(self) -> bool:
        """True when its position is too old to rely on."""
        return self.position_age_s is not None and self.position_age_s >= STALE_AFTER_S


def standing(
    unit: Unit, fix: Fix | None, target: Point | None, now: datetime, travel_s: float | None = None
) -> Standing:
    """The unit with its distance to `target` and the age of its position at `now`."""
    if fix is None:
        return Standing(unit=unit, travel_s=travel_s)
    away = None if target is None else distance_m(fix.point, target)
    return Standing(
        unit=unit, distance_m=away, travel_s=travel_s, position_age_s=seconds_between(fix.at, now)
    )


def standings(
    units: Iterable[Unit],
    fixes: Mapping[int, Fix],
    *,
    target: Point | None,
    incident: int | None,
    now: datetime,
    nearest_first: bool = False,
    travels: Mapping[int, float] = NO_TRAVELS,
) -> tuple[Standing, ...]:
    """Every unit: those on the selected incident first, then those who can be called, then the others.

    Each of these by call sign.

    With `nearest_first` those whose travel time is in `travels` by that, the others behind them by distance
    in steps of 100 m so that the order is at rest, unknown last.
    """
    by_id = {unit.id: unit for unit in units}
    every = [
        _beside(standing(unit, fixes.get(unit.id), target, now, travels.get(unit.id)), by_id, fixes)
        for unit in by_id.values()
    ]
    if nearest_first and target is not None:
        return tuple(sorted(every, key=lambda each: (_far(each), each.unit.call_sign)))
    return tuple(
        sorted(every, key=lambda each: (_group(each.unit, incident), each.unit.call_sign, each.unit.id))
    )


def _beside(each: Standing, by_id: Mapping[int, Unit], fixes: Mapping[int, Fix]) -> Standing:
    """With the other half of its pair, and how far that is."""
    mate = by_id.get(each.unit.pair or 0)
    if mate is None:
        return each
    here, there = fixes.get(each.unit.id), fixes.get(mate.id)
    apart = None if here is None or there is None else distance_m(here.point, there.point)
    return evolve(each, mate=mate.call_sign, apart_m=apart)


def _far(each: Standing) -> tuple[int, float]:
    if each.travel_s is not None:
        return 0, each.travel_s // 10
    return (2, 0.0) if each.distance_m is None else (1, each.distance_m // 100)


def _group(unit: Unit, incident: int | None) -> int:
    if incident is not None and unit.incident == incident:
        return 0
    if unit.can_be_called:
        return 1
    return 3 if unit.status is UnitStatus.UNAVAILABLE else 2
