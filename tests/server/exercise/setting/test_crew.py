"""Who is on duty."""

from collections import Counter

from protocol.commands.units import SignOnUnit
from protocol.model.autonomy import Autonomy
from protocol.model.means import Means
from protocol.model.text import Name
from server.exercise.setting.crew import MOST_UNITS, roster

TEAMS = ("Zuid", "Noord", "Oost")


def test_half_of_them_are_in_cars_and_everybody_has_a_team() -> None:
    """Four units for each of three teams, and none of them all in cars or without one."""
    crews = list(roster(12, TEAMS).values())
    assert Counter(crew.means for crew in crews)[Means.CAR] == 6
    assert Counter(crew.team for crew in crews) == dict.fromkeys(TEAMS, 4)
    for team in TEAMS:
        cars = [crew.means is Means.CAR for crew in crews if crew.team == team]
        assert set(cars) == {True, False}


def test_some_are_alone_and_some_in_pairs() -> None:
    """On a motorcycle always alone, on foot never."""
    crews = roster(12, TEAMS).values()
    assert {crew.size for crew in crews} == {1, 2}
    assert {crew.size for crew in crews if crew.means is Means.MOTORCYCLE} == {1}
    assert {crew.size for crew in crews if crew.means is Means.FOOT} == {2}


def test_what_they_can_do_differs() -> None:
    """Skills and how much they decide on their own."""
    crews = roster(12, TEAMS).values()
    assert {"taser", "hond", "ehbo", "fries", "jeugd", "ggz"} <= {s for crew in crews for s in crew.skills}
    assert {crew.autonomy for crew in crews} == set(Autonomy)


def test_everybody_signs_on_as_what_they_are() -> None:
    """Call signs say nothing about it; up to the largest number each is another."""
    crews = roster(MOST_UNITS, TEAMS)
    assert len(crews) == MOST_UNITS
    assert crews[Name("12.04")].sign_on(Name("12.04")) == SignOnUnit(
        call_sign=Name("12.04"),
        means=Means.CAR,
        crew=1,
        team=Name("Noord"),
        skills=(Name("hond"),),
        autonomy=Autonomy.INDEPENDENT,
    )
