"""The recommendation: everybody on duty in the order in which they should be asked to go, and why.

From the board, the newest positions and travel times; all of them count, whatever their call sign says (B4,
B5). The order is travel time plus what weighs, in seconds, and each of those seconds stands behind a reason:
nothing is hidden in a score. Pure; a person chooses.
"""

from bisect import insort
from collections.abc import Mapping
from datetime import datetime, timedelta

from attrs import frozen

from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.incident import Incident
from protocol.model.skill import normal_skills
from protocol.model.terms import Terms
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from server.geo.reasons import Said, Why
from server.geo.teams import Ring, Team, Teams
from server.geo.travel import Journey
from server.geo.weights import ClassWish, Weights


@frozen(kw_only=True)
class Proposal:
    """One unit, and how it would be."""

    unit: int
    call_sign: str
    travel_s: int | None
    """None when the position is too old or unknown, or the melding has no point."""

    weighed_s: int | None
    """Travel time with what weighs; None without a travel time."""

    ring: int | None
    """0 own area, 1 a neighbour, 2 elsewhere; None where the melding lies in nobody's area."""

    age_s: int | None
    """Of the position; None for none."""

    reasons: tuple[Why, ...]


@frozen(kw_only=True)
class Recommendation:
    """Who could go to one melding, best first."""

    number: int
    by_road: bool
    """True when some travel time came from the streets."""

    point: bool
    """False for a melding whose place is not on the map: nobody is near."""

    skills: tuple[str, ...]
    """What was asked of them: by the melding, then by its class."""

    ring_names: tuple[str, ...]
    """The own team, then its neighbours; empty where the melding lies in nobody's area."""

    proposals: tuple[Proposal, ...]


def may_go(unit: Unit, incident: Incident, board: Board) -> bool:
    """True for whoever could be asked: not out of service, not there already, not on what is as urgent."""
    if unit.status is UnitStatus.UNAVAILABLE or unit.incident == incident.number:
        return False
    if unit.incident is None:
        return True
    other = board.incidents.get(unit.incident)
    return other is None or other.priority > incident.priority


def is_fresh(fix: Fix | None, *, now: datetime, terms: Terms) -> bool:
    """True when a travel time may be reckoned from this position."""
    return fix is not None and now - fix.at <= timedelta(seconds=terms.stale_after_s)


def wish_of(incident: Incident, weights: Weights) -> ClassWish:
    """What the melding and its class ask of those who go."""
    by_class = weights.wish_of(incident.intake.code)
    skills = normal_skills([*incident.skills, *by_class.skills])
    return ClassWish(code=by_class.code, skills=skills, crew=by_class.crew)


def recommend(
    board: Board,
    fixes: Mapping[int, Fix],
    incident: Incident,
    journeys: Mapping[int, Journey],
    *,
    weights: Weights,
    teams: Teams,
    terms: Terms,
    now: datetime,
    most: int,
) -> Recommendation:
    """The best `most`; `journeys` are of the units whose position is fresh.

    Whose position is too old or unknown stands behind all that are known, whose work may not be broken off
    behind everybody.
    """
    wish, home = wish_of(incident, weights), teams.home_of(incident.place.point)
    said = Said(
        board=board,
        wish=wish,
        ring_by_team=_rings(home, teams),
        has_home=home is not None,
        weights=weights,
        terms=terms,
        now=now,
    )
    known: list[OfUnit] = []
    unknown: list[OfUnit] = []
    fixed: list[OfUnit] = []
    for unit in board.units.values():
        if may_go(unit, incident, board):
            of_unit = (unit, fixes.get(unit.id), journeys.get(unit.id))
            if unit.task is not None and not unit.task.interruptible:
                fixed.append(of_unit)
            else:
                (unknown if of_unit[2] is None else known).append(of_unit)
    proposals = _best_known(known, said, most)
    for rest in (unknown, fixed):
        if len(proposals) < most:
            proposals += _ranked([_weighed(each, said) for each in rest])
    return Recommendation(
        number=incident.number,
        by_road=any(journey.by_road for journey in journeys.values()),
        point=incident.place.point is not None,
        skills=wish.skills,
        ring_names=() if home is None else (home.name, *teams.neighbours_of(home)),
        proposals=tuple(proposals[:most]),
    )


def is_settled(found: Recommendation, most: int, beyond_s: float) -> bool:
    """True when nobody whose weighed time is above `beyond_s` can come among the best `most`."""
    if len(found.proposals) < most:
        return False
    last = found.proposals[-1]
    is_fixed = any(why.key == "task-fixed" for why in last.reasons)
    return last.weighed_s is not None and last.weighed_s <= beyond_s and not is_fixed


OfUnit = tuple[Unit, Fix | None, Journey | None]
Rank = tuple[int, float, float, int]


def _best_known(known: list[OfUnit], said: Said, most: int) -> list[Proposal]:
    """At least the best `most`, in order. Who is too far to be among them is not looked at: weights only add,
    but for one.
    """
    known.sort(key=lambda each: 0.0 if each[2] is None else each[2].s)
    found: list[tuple[Rank, Proposal]] = []
    weighed: list[int] = []
    for each in known:
        travel_s = 0 if each[2] is None else round(each[2].s)
        if len(weighed) >= most and travel_s - said.weights.solo_fits_s > weighed[most - 1]:
            break
        found.append(_weighed(each, said))
        insort(weighed, found[-1][0][0])
    return _ranked(found)


def _ranked(found: list[tuple[Rank, Proposal]]) -> list[Proposal]:
    return [proposal for _, proposal in sorted(found, key=lambda each: each[0])]


def _weighed(of_unit: OfUnit, said: Said) -> tuple[Rank, Proposal]:
    unit, fix, journey = of_unit
    whys = said.reasons_of(unit, fix, journey)
    travel_s = None if journey is None else round(journey.s)
    weighed_s = max(0, sum(why.adds_s for why in whys) + (travel_s or 0))
    rank = (weighed_s, 0.0 if journey is None else journey.s, _spared_until(unit), unit.id)
    ring = said.ring_of(unit)
    proposal = Proposal(
        unit=unit.id,
        call_sign=unit.call_sign,
        travel_s=travel_s,
        weighed_s=None if travel_s is None else weighed_s,
        ring=None if ring is None else int(ring),
        age_s=None if fix is None else max(0, int((said.now - fix.at).total_seconds())),
        reasons=whys,
    )
    return rank, proposal


def _rings(home: Team | None, teams: Teams) -> dict[str, Ring]:
    """Of every team that is not elsewhere."""
    if home is None:
        return {}
    return {**dict.fromkeys(teams.neighbours_of(home), Ring.NEIGHBOUR), home.name: Ring.OWN}


def _spared_until(unit: Unit) -> float:
    """Of equals the one that was left in peace longest."""
    return 0.0 if unit.disturbed_at is None else unit.disturbed_at.timestamp()
