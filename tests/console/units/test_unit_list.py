"""The unit list's rows, made again only when what they are made from has changed."""

from datetime import timedelta

from attrs import evolve

from console.part.context import Context
from console.units.unit_list import UnitList
from tests.console.rig import Rig, place, point

NO_TRAVELS: dict[int, float] = {}


def two_units() -> Context:
    """12.03 far from incident 1 and 12.04 beside it."""
    rig = Rig()
    rig.welcome()
    rig.sign_on("12.03", "12.04")
    rig.open(1, where=place("Markt 1", 0, 0))
    rig.move((1, point(2_000, 0)), (2, point(50, 0)))
    return evolve(rig.desk().context(), incident=None)


def test_within_a_second_the_rows_are_the_same_ones() -> None:
    """What the eye cannot see is not made again; a second later the ages are."""
    part, context = UnitList(), two_units()
    first = part.standings(context, NO_TRAVELS)
    assert part.standings(evolve(context, now=context.now + timedelta(milliseconds=400)), NO_TRAVELS) is first
    later = part.standings(evolve(context, now=context.now + timedelta(seconds=2)), NO_TRAVELS)
    assert [each.position_age_s for each in later] == [2, 2]


def test_distances_are_to_the_selected_melding() -> None:
    """None where nothing is selected; another selection makes other rows."""
    part, context = UnitList(), two_units()
    assert [each.distance_m for each in part.standings(context, NO_TRAVELS)] == [None, None]
    far, near = part.standings(evolve(context, incident=1), NO_TRAVELS)
    assert far.distance_m is not None
    assert near.distance_m is not None
    assert far.distance_m > 1_000 > near.distance_m


def test_the_nearest_stand_first_where_that_is_asked_for() -> None:
    """By call sign else; a travel time goes before a distance as the crow flies."""
    part, context = UnitList(), evolve(two_units(), incident=1)
    nearest = evolve(context, nearest_first=True)
    assert [each.unit.id for each in part.standings(context, NO_TRAVELS)] == [1, 2]
    assert [each.unit.id for each in part.standings(nearest, NO_TRAVELS)] == [2, 1]
    assert [each.unit.id for each in part.standings(nearest, {1: 60.0, 2: 300.0})] == [1, 2]
