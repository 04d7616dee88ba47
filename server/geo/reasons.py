"""Why a unit stands where it stands in a recommendation: reasons, each with the seconds it adds.

Made from the board and the site's weights for `server.geo.recommend`. Keys and arguments travel; sentences
are made in the console. Pure.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from attrs import field, frozen

from protocol.model.autonomy import Autonomy
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.terms import Terms
from protocol.model.unit import Unit
from protocol.rules.waterline import Waterline, broken_by
from server.geo.teams import Ring
from server.geo.travel import Journey
from server.geo.weights import PAIR, SOLO, ClassWish, Weights


@frozen(kw_only=True)
class Why:
    """One reason."""

    key: str
    args: Mapping[str, str | int] = field(factory=dict)
    adds_s: int = 0
    """What it adds to the travel time; below 0 only for what fits better than needed."""


@frozen(kw_only=True)
class Said:
    """What is asked and weighed for one melding, and what follows from it for each unit."""

    board: Board
    wish: ClassWish
    has_home: bool
    """False where the melding lies in nobody's area: then there are no rings."""

    ring_by_team: Mapping[str, Ring]
    """The own team and its neighbours; every other is elsewhere."""

    weights: Weights
    terms: Terms
    now: datetime
    _waterline_by_team: dict[str, Waterline | None] = field(factory=dict, init=False)
    """Whoever of a team goes, the same is left; counting it takes a look at every unit."""

    def reasons_of(self, unit: Unit, fix: Fix | None, journey: Journey | None) -> tuple[Why, ...]:
        """Every reason, the most telling first.

        travel (s), straight-line, no-position, position-old (s); free, task (what), task-fixed (what),
        diverts (incident, priority); skill (skill), lacks-skill (skill); solo-fits, solo-misfits, pair-fits;
        own-area, ring (n); recently-disturbed (minutes); waterline (team, left, least); autonomy (autonomy).
        """
        return (
            *_position(fix, journey, now=self.now, terms=self.terms),
            *_work(unit, self.board, self.weights),
            *_competence(unit, self.wish, self.weights),
            *_area(self.ring_of(unit), self.weights),
            *_fairness(unit, self.weights, self.now),
            *_waterline(self._waterline(unit), self.weights),
            *_autonomy(unit, self.weights),
        )

    def ring_of(self, unit: Unit) -> Ring | None:
        """How far from home the unit would go; None where there is no home."""
        return self.ring_by_team.get(unit.team, Ring.ELSEWHERE) if self.has_home else None

    def _waterline(self, unit: Unit) -> Waterline | None:
        if not unit.can_be_called:
            return None
        if unit.team not in self._waterline_by_team:
            self._waterline_by_team[unit.team] = broken_by(self.board, unit, self.terms)
        return self._waterline_by_team[unit.team]


def _position(fix: Fix | None, journey: Journey | None, *, now: datetime, terms: Terms) -> Iterator[Why]:
    if journey is not None:
        yield Why(key="travel", args={"s": round(journey.s)})
        if not journey.by_road:
            yield Why(key="straight-line")
    elif fix is None:
        yield Why(key="no-position")
    elif now - fix.at > timedelta(seconds=terms.stale_after_s):
        yield Why(key="position-old", args={"s": int((now - fix.at).total_seconds())})


def _work(unit: Unit, board: Board, weights: Weights) -> Iterator[Why]:
    if unit.incident is not None:
        other = board.incidents.get(unit.incident)
        args = {"incident": unit.incident, "priority": 0 if other is None else int(other.priority)}
        yield Why(key="diverts", args=args, adds_s=weights.diverts_s)
    if unit.task is None:
        if unit.incident is None:
            yield Why(key="free")
    elif unit.task.interruptible:
        yield Why(key="task", args={"what": unit.task.what}, adds_s=weights.task_s)
    else:
        yield Why(key="task-fixed", args={"what": unit.task.what})


def _competence(unit: Unit, wish: ClassWish, weights: Weights) -> Iterator[Why]:
    for skill in wish.skills:
        if skill in unit.skills:
            yield Why(key="skill", args={"skill": skill})
        else:
            yield Why(key="lacks-skill", args={"skill": skill}, adds_s=weights.lacks_skill_s)
    if wish.crew == SOLO and unit.crew == SOLO:
        yield Why(key="solo-fits", adds_s=-weights.solo_fits_s)
    elif wish.crew == PAIR and unit.crew == SOLO:
        yield Why(key="solo-misfits", adds_s=weights.solo_misfits_s)
    elif wish.crew == PAIR:
        yield Why(key="pair-fits")


def _area(ring: Ring | None, weights: Weights) -> Iterator[Why]:
    match ring:
        case Ring.OWN:
            yield Why(key="own-area")
        case Ring.NEIGHBOUR:
            yield Why(key="ring", args={"n": int(ring)}, adds_s=weights.neighbour_s)
        case Ring.ELSEWHERE:
            yield Why(key="ring", args={"n": int(ring)}, adds_s=weights.elsewhere_s)


def _fairness(unit: Unit, weights: Weights, now: datetime) -> Iterator[Why]:
    """Full at the moment of disturbing, nothing at the end of the time that the site sets."""
    if unit.disturbed_at is None:
        return
    ago_s = max(0.0, (now - unit.disturbed_at).total_seconds())
    within_s = weights.disturbed_within_min * 60
    if ago_s < within_s:
        adds_s = round(weights.disturbed_s * (1 - ago_s / within_s))
        yield Why(key="recently-disturbed", args={"minutes": int(ago_s // 60)}, adds_s=adds_s)


def _waterline(broken: Waterline | None, weights: Weights) -> Iterator[Why]:
    if broken is not None:
        args: dict[str, str | int] = {"team": broken.team, "left": broken.callable, "least": broken.least}
        yield Why(key="waterline", args=args, adds_s=weights.waterline_s)


def _autonomy(unit: Unit, weights: Weights) -> Iterator[Why]:
    match unit.autonomy:
        case Autonomy.GUIDED:
            yield Why(key="autonomy", args={"autonomy": unit.autonomy.key}, adds_s=weights.guided_s)
        case Autonomy.LEADING:
            yield Why(key="autonomy", args={"autonomy": unit.autonomy.key}, adds_s=weights.leading_s)
        case Autonomy.INDEPENDENT:
            pass
