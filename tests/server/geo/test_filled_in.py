"""What the server fills into a wish before the decision."""

from datetime import UTC, datetime

from immutables import Map

from protocol.commands.incidents import OpenIncident
from protocol.commands.pairs import RaiseEmergency
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.terms import Terms
from protocol.model.text import Name
from protocol.model.unit import Unit
from server.geo.filled_in import MOST_NEARBY, FilledIn, with_nearby
from server.geo.teams import Team, Teams

NOW = datetime(2026, 11, 21, 20, tzinfo=UTC)
HERE = Point(lat_deg=52.0, lon_deg=4.36)
SQUARE = ((51.9, 4.3), (52.1, 4.3), (52.1, 4.4), (51.9, 4.4))


def _board(*ids: int) -> Board:
    return Board(units=Map({id: Unit(id=id, call_sign=Name(f"12.{id:02}"), since=NOW) for id in ids}))


def _fix(unit: int, north_deg: float) -> Fix:
    return Fix(unit=unit, point=Point(lat_deg=52.0 + north_deg, lon_deg=4.36), at=NOW)


def test_an_emergency_gets_where_its_unit_was_last_seen_and_who_is_near_nearest_first() -> None:
    """Those beyond the distance, and those never seen, are not called."""
    fixes = {1: _fix(1, 0.0), 2: _fix(2, 0.01), 3: _fix(3, 0.002), 4: _fix(4, 0.2)}
    filled = with_nearby(RaiseEmergency(unit=1), _board(1, 2, 3, 4, 5), fixes, within_m=3_000)
    assert filled == RaiseEmergency(unit=1, point=HERE, nearby=(3, 2))


def test_the_point_that_the_unit_itself_says_goes_before_the_last_one_seen() -> None:
    """Its own receiver knows best."""
    said = Point(lat_deg=52.2, lon_deg=4.36)
    fixes = {1: _fix(1, 0.0), 2: _fix(2, 0.01), 4: _fix(4, 0.2)}
    filled = with_nearby(RaiseEmergency(unit=1, point=said), _board(1, 2, 4), fixes, within_m=3_000)
    assert filled == RaiseEmergency(unit=1, point=said, nearby=(4,))


def test_when_nobody_knows_where_it_is_everybody_is_called() -> None:
    """Up to what one line bears."""
    ids = range(1, MOST_NEARBY + 10)
    filled = with_nearby(RaiseEmergency(unit=1), _board(*ids), {}, within_m=3_000)
    assert filled.nearby == tuple(range(2, MOST_NEARBY + 2))


async def test_a_melding_belongs_to_the_team_in_whose_area_it_happens() -> None:
    """And to nobody where no area holds it or no point is known; who says an owner is believed (A76)."""
    team = Team(name=Name("Noord"), area=SQUARE)
    filled_in = FilledIn(board=Board, fixes=dict, teams=Teams(teams=(team,)), terms=Terms(), locator=None)

    def melding(point: Point | None, owner: str = "") -> OpenIncident:
        place = Place(name=Name("Kade 1"), point=point)
        return OpenIncident(what=Name("inbraak"), place=place, owner=Name(owner))

    inside, outside = HERE, Point(lat_deg=53.0, lon_deg=4.36)
    assert await filled_in.command(melding(inside)) == melding(inside, "Noord")
    assert await filled_in.command(melding(outside)) == melding(outside)
    assert await filled_in.command(melding(None)) == melding(None)
    assert await filled_in.command(melding(inside, "Zuid")) == melding(inside, "Zuid")
