"""The site of the training town: teams as its settings would have them."""

import pytest

from protocol.model.text import Name
from server.exercise.setting.crew import roster
from server.exercise.site import teams_of
from server.exercise.town.town_plan import town_plan

TOWN = town_plan(1)
NAMES = [district.name for district in TOWN.districts]


@pytest.mark.parametrize(("units", "minimums"), [(1, [0, 0, 0]), (12, [1, 1, 1]), (48, [4, 4, 4])])
def test_a_quarter_of_a_team_stays(units: int, minimums: list[int]) -> None:
    """A team of nobody has no minimum."""
    teams = teams_of(TOWN, roster(units, NAMES).values())
    assert [team.minimum for team in teams.teams] == minimums


def test_each_district_is_the_home_of_its_team() -> None:
    """And all the others are its neighbours."""
    teams = teams_of(TOWN, ())
    for district in TOWN.districts:
        home = teams.home_of(district.middle)
        assert home is not None
        assert home.name == district.name
        others = tuple(Name(name) for name in NAMES if name != home.name)
        assert teams.neighbours_of(home) == others
