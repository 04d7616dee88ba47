"""The waterlijn (B29): how many units of a team must stay callable, and what a dispatch would do to it."""

from attrs import frozen

from protocol.model.board import Board
from protocol.model.terms import Terms
from protocol.model.unit import Unit


@frozen(kw_only=True)
class Waterline:
    """One team's strength."""

    team: str
    callable: int
    """Units that a melding may reach now: free, or at work that can be interrupted."""

    least: int
    """The site's minimum."""

    @property
    def is_broken(self) -> bool:
        """True below the minimum."""
        return self.callable < self.least


def waterlines(board: Board, terms: Terms) -> tuple[Waterline, ...]:
    """Every team that has a minimum, in the site's order."""
    return tuple(
        Waterline(team=team, callable=_callable(board, team), least=least) for team, least in terms.waterline
    )


def broken_by(board: Board, unit: Unit, terms: Terms) -> Waterline | None:
    """The waterline as it would stand if this unit went, where that puts or leaves it below; else None.

    A unit that cannot be called now is not counted, so that sending it takes nothing away.
    """
    least = dict(terms.waterline).get(unit.team)
    if least is None or not unit.can_be_called:
        return None
    after = Waterline(team=unit.team, callable=_callable(board, unit.team) - 1, least=least)
    return after if after.is_broken else None


def _callable(board: Board, team: str) -> int:
    return sum(unit.team == team and unit.can_be_called for unit in board.units.values())
