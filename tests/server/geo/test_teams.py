"""Teams: in whose area it is, who lives next door, and every mistake in the settings with its line."""

from pathlib import Path

import pytest

from protocol.model.point import Point
from protocol.model.text import Name
from server.geo.teams import Team, Teams, read_teams
from server.toml_table import ConfigWrong, table_in

TEXT = """[[team]]
name = "Centrum"
minimum = 2
neighbours = ["Noord"]
area = [[52.0, 4.3], [52.1, 4.3], [52.1, 4.4], [52.0, 4.4]]
[[team]]
name = "Noord"
area = [[52.1, 4.3], [52.2, 4.35], [52.1, 4.4]]
[[team]]
name = "Zuid"
minimum = 1
"""


def _read(text: str) -> Teams:
    return read_teams(table_in(Path("openlijn.toml"), text.encode()))


def _home(teams: Teams, lat: float, lon: float) -> str | None:
    home = teams.home_of(Point(lat_deg=lat, lon_deg=lon))
    return None if home is None else home.name


def test_teams_are_read_with_areas_neighbours_and_minimums() -> None:
    """A team without a minimum has no waterlijn (B29)."""
    teams = _read(TEXT)
    assert teams.waterline == (("Centrum", 2), ("Zuid", 1))
    assert [_home(teams, *spot) for spot in ((52.05, 4.35), (52.12, 4.35), (52.19, 4.31), (51.9, 4.35))] == [
        "Centrum",
        "Noord",
        None,
        None,
    ]
    assert teams.home_of(None) is None
    assert _read("") == Teams()


def test_to_be_a_neighbour_is_mutual() -> None:
    """Noord need not name Centrum back."""
    centrum, noord, zuid = _read(TEXT).teams
    assert _read(TEXT).neighbours_of(noord) == ("Centrum",)
    assert (_read(TEXT).neighbours_of(centrum), _read(TEXT).neighbours_of(zuid)) == (("Noord",), ())


def test_an_area_may_be_hollow() -> None:
    """A point in the bay of a U is outside."""
    corners = ((0.0, 0.0), (3.0, 0.0), (3.0, 1.0), (1.0, 1.0), (1.0, 2.0), (3.0, 2.0), (3.0, 3.0), (0.0, 3.0))
    team = Team(name=Name("U"), area=corners)
    assert [team.holds(Point(lat_deg=lat, lon_deg=1.5)) for lat in (0.5, 2.0)] == [True, False]


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("[[team]]\nminimum = 1\n", 1, "team.name"),
        ("[[team]]\nname = 'A'\nminimum = -1\n", 3, "team.minimum"),
        ("[[team]]\nname = 'A'\nminimum = 1.5\n", 3, "team.minimum"),
        ("[[team]]\nname = 'A'\nneighbours = ['B']\n", 3, "team.neighbours"),
        ("[[team]]\nname = 'A'\nneighbours = ['A']\n", 3, "team.neighbours"),
        ("[[team]]\nname = 'A'\narea = [[1, 2], [3, 4]]\n", 3, "team.area"),
        ("[[team]]\nname = 'A'\narea = [[1, 2], [3, 4], [95, 4]]\n", 3, "team.area"),
        ("[[team]]\nname = 'A'\narea = [[1, 2], [3, 4], [true, 4]]\n", 3, "team.area"),
        ("[[team]]\nname = 'A'\narea = 'here'\n", 3, "team.area"),
        ("[[team]]\nname = 'A'\n[[team]]\nname = 'A'\n", 2, "team.name"),
        ("[[team]]\nname = 'A'\n[[team]]\nname = 'B'\nsize = 3\n", 5, "team.size"),
        (f"[[team]]\nname = '{'x' * 61}'\n", 2, "team.name"),
    ],
)
def test_a_mistake_names_line_and_key(text: str, line: int, key: str) -> None:
    """So that it can be put right."""
    with pytest.raises(ConfigWrong) as caught:
        _read(text)
    assert (caught.value.line, caught.value.key) == (line, key)
