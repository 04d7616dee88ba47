"""What the server knows and the sender of a wish does not, filled in before the decision.

A melding gets the point of its place and the team that owns it (A76); an emergency gets where its unit was
last seen and who is near. Decisions stay pure: what they need stands in the command. It refuses nothing, and
an emergency waits for nothing here.
"""

from collections.abc import Callable, Mapping

from attrs import evolve

from protocol.commands.command import Command
from protocol.commands.incidents import ChangePlace, OpenIncident
from protocol.commands.pairs import RaiseEmergency
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.point import Point, distance_m
from protocol.model.terms import Terms
from server.geo.located import Locator
from server.geo.teams import Teams

MOST_NEARBY = 60
"""On the line of one emergency: more voices help nobody."""


class FilledIn:
    """Fills in wishes of one world."""

    def __init__(
        self,
        *,
        board: Callable[[], Board],
        fixes: Callable[[], Mapping[int, Fix]],
        teams: Teams,
        terms: Terms,
        locator: Locator | None,
    ) -> None:
        """`locator` gives points to names; None without a map."""
        self._board = board
        self._fixes = fixes
        self._teams = teams
        self._terms = terms
        self._locator = locator

    async def command(self, command: Command) -> Command:
        """The wish with what is known here; as it came where nothing is."""
        match command:
            case RaiseEmergency():
                return with_nearby(command, self._board(), self._fixes(), within_m=self._terms.nearby_m)
            case OpenIncident() | ChangePlace() if self._locator is not None:
                command = await self._locator.with_point(command)
        if isinstance(command, OpenIncident) and not command.owner:
            home = self._teams.home_of(command.place.point)
            return command if home is None else evolve(command, owner=home.name)
        return command


def with_nearby(
    command: RaiseEmergency, board: Board, fixes: Mapping[int, Fix], *, within_m: float
) -> RaiseEmergency:
    """Where the unit was last seen, and who is around it, nearest first; everybody where nobody knows."""
    fix = fixes.get(command.unit)
    point = command.point or (None if fix is None else fix.point)
    others = [id for id in sorted(board.units) if id != command.unit]
    if point is not None:
        away_m = {id: _away_m(fixes.get(id), point) for id in others}
        others = sorted((id for id in others if away_m[id] <= within_m), key=lambda id: away_m[id])
    return evolve(command, point=point, nearby=tuple(others[:MOST_NEARBY]))


def _away_m(fix: Fix | None, point: Point) -> float:
    return float("inf") if fix is None else distance_m(fix.point, point)
