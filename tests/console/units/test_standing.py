"""A unit with what is known of its place."""

from datetime import timedelta

from attrs import evolve

from console.units.standing import STALE_AFTER_S, standing, standings
from protocol.model.fix import Fix
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from tests.console.rig import CENTRE, START, Rig, point


def duty() -> list[Unit]:
    """12.04 can be called; 12.01 and 12.03 are on 1 and 2; 12.02 is unavailable."""
    rig = Rig()
    rig.sign_on("12.01", "12.02", "12.03", "12.04")
    units = rig.board.units
    return [
        evolve(units[1], status=UnitStatus.ON_SCENE, incident=1),
        evolve(units[2], status=UnitStatus.UNAVAILABLE),
        evolve(units[3], status=UnitStatus.EN_ROUTE, incident=2),
        units[4],
    ]


def test_a_place_that_nobody_knows_gives_no_distance() -> None:
    """Neither of a unit that was never seen, nor to a melding without a point."""
    unit = duty()[0]
    fix = Fix(unit=1, point=point(1_000, 0), at=START)
    unseen, nowhere = standing(unit, None, CENTRE, START), standing(unit, fix, None, START)
    assert (unseen.distance_m, unseen.position_age_s) == (None, None)
    assert (nowhere.distance_m, nowhere.position_age_s) == (None, 0)
    assert not unseen.stale


def test_a_position_is_stale_after_a_minute() -> None:
    """To the second."""
    unit, fix = duty()[0], Fix(unit=1, point=CENTRE, at=START)
    for seconds, stale in ((STALE_AFTER_S - 1, False), (STALE_AFTER_S, True)):
        assert standing(unit, fix, CENTRE, START + timedelta(seconds=seconds)).stale is stale


def test_those_on_the_selected_melding_stand_first_and_who_is_unavailable_last() -> None:
    """Between them who can be called goes before who is busy elsewhere."""
    listed = standings(duty(), {}, target=None, incident=2, now=START)
    assert [each.unit.call_sign for each in listed] == ["12.03", "12.04", "12.01", "12.02"]


def test_nearest_first_is_at_rest_while_units_move_a_little() -> None:
    """In steps of a hundred metres, then by call sign; who was never seen stands last."""
    units = duty()
    fixes = {
        1: Fix(unit=1, point=point(180, 0), at=START),
        2: Fix(unit=2, point=point(120, 0), at=START),
        4: Fix(unit=4, point=point(20, 0), at=START),
    }
    listed = standings(units, fixes, target=CENTRE, incident=1, now=START, nearest_first=True)
    assert [each.unit.call_sign for each in listed] == ["12.04", "12.01", "12.02", "12.03"]


def test_the_halves_of_a_pair_know_how_far_they_are_apart() -> None:
    """None while one of them was never seen."""
    units = duty()
    halves = [evolve(units[0], pair=2), evolve(units[1], pair=1)]
    fixes = {1: Fix(unit=1, point=point(0, 0), at=START)}
    alone = standings(halves, fixes, target=None, incident=None, now=START)
    assert [(each.mate, each.apart_m) for each in alone] == [("12.02", None), ("12.01", None)]
    fixes[2] = Fix(unit=2, point=point(240, 0), at=START)
    for each in standings(halves, fixes, target=None, incident=None, now=START):
        assert each.apart_m is not None
        assert abs(each.apart_m - 240) < 2
