"""What makes sense in a line: free before busy, near before far, and only what may come of it."""

import pytest
from attrs import evolve
from immutables import Map

from console.actions.action import Arg, ArgKind
from console.grammar.fitting import fitting_units, legal_phases, legal_statuses
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from tests.console.grammar.make import AT, BOARD, unit

ANY_UNIT = Arg(kind=ArgKind.UNIT, name="unit")
FREE = tuple(unit(id, f"12.0{id}", UnitStatus.AVAILABLE) for id in (1, 2, 3))
FREE_BOARD = evolve(BOARD, units=Map({each.id: each for each in FREE}))


def signs(
    board: Board,
    begun: str = "",
    *,
    arg: Arg = ANY_UNIT,
    near: Incident | None = None,
    fixes: tuple[Fix, ...] = (),
) -> list[str]:
    """The call signs, in their order."""
    by_unit = {fix.unit: fix for fix in fixes}
    return [each.call_sign for each in fitting_units(board, arg, begun, nearest_to=near, fixes=by_unit)]


def seen(unit: int, number: int) -> Fix:
    """A unit that stands where this incident is."""
    point = BOARD.incidents[number].place.point
    assert point is not None
    return Fix(unit=unit, point=point, at=AT)


def test_who_is_free_comes_before_who_is_not() -> None:
    """Whatever the call sign."""
    assert signs(BOARD) == ["12.03", "12.04", "13.01"]
    busy = evolve(BOARD.units[1], status=UnitStatus.ON_SCENE, incident=417)
    freed = evolve(BOARD.units[3], status=UnitStatus.AVAILABLE, incident=None)
    assert signs(evolve(BOARD, units=BOARD.units.set(1, busy).set(3, freed)))[0] == "13.01"


def test_of_the_free_ones_the_nearest_comes_first() -> None:
    """Unknown places last; without an incident nobody is nearer."""
    fixes = (seen(3, 417), seen(1, 418))
    assert signs(FREE_BOARD, near=BOARD.incidents[417], fixes=fixes) == ["12.03", "12.01", "12.02"]
    assert signs(FREE_BOARD, near=BOARD.incidents[418], fixes=fixes) == ["12.01", "12.03", "12.02"]
    assert signs(FREE_BOARD, fixes=fixes) == ["12.01", "12.02", "12.03"]


@pytest.mark.parametrize(("begun", "found"), [("13", ["13.01"]), ("12", ["12.03", "12.04"]), ("x", [])])
def test_only_call_signs_that_begin_so(begun: str, found: list[str]) -> None:
    """As far as it is typed."""
    assert signs(BOARD, begun) == found


def test_an_argument_may_want_only_some() -> None:
    """Those that make sense for what is to be done; of an emergency only who is in need."""

    def on_a_melding(unit: Unit) -> bool:
        return unit.incident is not None

    assert signs(BOARD, arg=evolve(ANY_UNIT, offer=on_a_melding)) == ["13.01"]
    assert signs(BOARD, arg=Arg(kind=ArgKind.IN_NEED, name="unit")) == []


def test_a_status_must_be_legal_for_every_unit_that_is_meant() -> None:
    """One that drives and one that is free have nothing in common; nobody can become nothing."""
    free, _, driving = (BOARD.units[id] for id in (1, 2, 3))
    assert legal_statuses([driving]) >= {UnitStatus.ON_SCENE, UnitStatus.AVAILABLE}
    assert legal_statuses([free]) == {UnitStatus.UNAVAILABLE}
    assert legal_statuses([free, driving]) == legal_statuses([free]) & legal_statuses([driving])
    assert legal_statuses([]) == frozenset()


def test_a_phase_is_never_the_closing_and_never_where_it_is() -> None:
    """Closing has a verb and a guard of its own; while no incident is known any other phase may be meant."""
    assert legal_phases(BOARD, 417) == {Phase.ADD, Phase.MERGE_OUT}
    for number in (None, 99_999):
        assert legal_phases(BOARD, number) == set(Phase) - {Phase.CLOSED}
