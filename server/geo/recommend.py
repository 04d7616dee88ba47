"""The recommendation: everybody on duty in the order in which they should be asked to go, and why.

From the board, the newest positions and travel times; all of them count, whatever their call sign says (B4,
B5). The order is travel time plus what weighs, in seconds, and each of those seconds stands behind a reason:
nothing is hidden in a score. Pure; a person chooses.
"""

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
from server.geo.reasons import Why, whys_of
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
    ranked = []
    for unit in board.units.values():
        if not may_go(unit, incident, board):
            continue
        fix, journey = fixes.get(unit.id), journeys.get(unit.id)
        ring = _ring(unit, home, teams)
        whys = whys_of(unit, board, fix, journey, wish=wish, ring=ring, weights=weights, terms=terms, now=now)
        adds_s = sum(why.adds_s for why in whys)
        travel_s = None if journey is None else round(journey.s)
        fixed = unit.task is not None and not unit.task.interruptible
        rank = (
            2 if fixed else int(travel_s is None),
            max(0, adds_s + (travel_s or 0)),
            0.0 if journey is None else journey.s,
            _spared_until(unit),
            unit.id,
        )
        proposal = Proposal(
            unit=unit.id,
            call_sign=unit.call_sign,
            travel_s=travel_s,
            weighed_s=None if travel_s is None else max(0, travel_s + adds_s),
            ring=None if ring is None else int(ring),
            age_s=None if fix is None else max(0, int((now - fix.at).total_seconds())),
            reasons=whys,
        )
        ranked.append((rank, proposal))
    ranked.sort(key=lambda each: each[0])
    return Recommendation(
        number=incident.number,
        by_road=any(journey.by_road for journey in journeys.values()),
        point=incident.place.point is not None,
        skills=wish.skills,
        ring_names=() if home is None else (home.name, *teams.neighbours_of(home)),
        proposals=tuple(proposal for _, proposal in ranked[:most]),
    )


def _ring(unit: Unit, home: Team | None, teams: Teams) -> Ring | None:
    if home is None:
        return None
    if unit.team == home.name:
        return Ring.OWN
    return Ring.NEIGHBOUR if unit.team in teams.neighbours_of(home) else Ring.ELSEWHERE


def _spared_until(unit: Unit) -> float:
    """Of equals the one that was left in peace longest."""
    return 0.0 if unit.disturbed_at is None else unit.disturbed_at.timestamp()
