"""Teams and their areas: whose area a melding lies in, and how far from home a unit would go (A57).

Reads the [[team]] tables of `openlijn.toml`; every mistake names file, line and key. The minimum of a team
goes on to the terms of the site, where the waterlijn takes it (B29).
"""

from enum import IntEnum

from attrs import frozen

from protocol.model.point import Point
from protocol.model.text import Name
from server.toml_table import TomlTable

LEAST_CORNERS, MOST_CORNERS = 3, 2_000
MOST_MINIMUM = 999
MAX_NAME_CHARS = 60
"""As long as a unit may say the name of its team."""

AREA = "a list of at least three [latitude, longitude]"


class Ring(IntEnum):
    """From the own area outwards."""

    OWN = 0
    NEIGHBOUR = 1
    ELSEWHERE = 2


@frozen(kw_only=True)
class Team:
    """A team of the site."""

    name: Name
    minimum: int = 0
    """How many of its units must stay callable; 0 for no minimum."""

    neighbours: tuple[Name, ...] = ()
    area: tuple[tuple[float, float], ...] = ()
    """The corners, (lat, lon) in degrees, in order; empty for a team without an area."""

    def holds(self, point: Point) -> bool:
        """True inside its area; on the edge it may be either."""
        inside = False
        lat, lon = point.lat_deg, point.lon_deg
        for (lat_a, lon_a), (lat_b, lon_b) in zip(self.area, (*self.area[1:], *self.area[:1]), strict=True):
            if (lat_a > lat) != (lat_b > lat) and lon < lon_a + (lat - lat_a) / (lat_b - lat_a) * (
                lon_b - lon_a
            ):
                inside = not inside
        return inside


@frozen(kw_only=True)
class Teams:
    """All teams of the site, in its order."""

    teams: tuple[Team, ...] = ()

    @property
    def waterline(self) -> tuple[tuple[Name, int], ...]:
        """For `Terms.waterline`: the teams that have a minimum."""
        return tuple((team.name, team.minimum) for team in self.teams if team.minimum)

    def home_of(self, point: Point | None) -> Team | None:
        """The first team whose area holds the point; None where nobody's does."""
        return None if point is None else next((team for team in self.teams if team.holds(point)), None)

    def neighbours_of(self, home: Team) -> tuple[Name, ...]:
        """Its neighbours, in the site's order; one that names it is its neighbour as well."""
        return tuple(
            team.name
            for team in self.teams
            if team.name != home.name and (team.name in home.neighbours or home.name in team.neighbours)
        )


def read_teams(root: TomlTable) -> Teams:
    """The teams of a settings file; none where it says nothing. Raises ConfigWrong."""
    tables = root.tables("team")
    names = [_name(table) for table in tables]
    for table, name in zip(tables, names, strict=True):
        if names.count(name) > 1:
            table.wrong("name", "each team once", name)
    return Teams(teams=tuple(_team(table, name, names) for table, name in zip(tables, names, strict=True)))


def _name(table: TomlTable) -> Name:
    name = Name(table.text_at("name", "the name of a team"))
    if len(name) > MAX_NAME_CHARS:
        table.wrong("name", f"a name of at most {MAX_NAME_CHARS} characters", f"{len(name)} characters")
    return name


def _team(table: TomlTable, name: Name, names: list[Name]) -> Team:
    minimum = table.number_or("minimum", 0)
    if not 0 <= minimum <= MOST_MINIMUM or minimum != int(minimum):
        table.wrong("minimum", f"a whole number from 0 to {MOST_MINIMUM}", minimum)
    neighbours = tuple(map(Name, table.texts("neighbours", "names of other teams", needed=False)))
    for neighbour in neighbours:
        if neighbour == name or neighbour not in names:
            table.wrong("neighbours", "names of other teams", neighbour)
    team = Team(name=name, minimum=int(minimum), neighbours=neighbours, area=_area(table))
    table.no_others()
    return team


def _area(table: TomlTable) -> tuple[tuple[float, float], ...]:
    corners = table.list_or_empty("area", AREA)
    area = []
    for corner in corners:
        if not isinstance(corner, list) or len(corner) != 2 or not all(map(_is_number, corner)):
            table.wrong("area", AREA, corner)
        lat, lon = corner
        if not (-90 <= lat <= 90 and -180 <= lon <= 180):
            table.wrong("area", AREA, corner)
        area.append((float(lat), float(lon)))
    if area and not LEAST_CORNERS <= len(area) <= MOST_CORNERS:
        table.wrong("area", AREA, f"{len(area)} corners")
    return tuple(area)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
